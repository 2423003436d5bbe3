import Testing

@testable import RotaPlanner

@Suite struct CSVWriterTests {
  private let rows = [
    ["plain", "暖心驿站", ""],
    ["a,b", "say \"hi\"", "two\nlines"],
    [" padded ", "cr\r\nlf", "semi;colon"],
    ["-3.5", "+7", "-"],
    ["=1+1", "@name", "-3x"],
    ["\ttab", "\rreturn", "'=kept"],
    ["'quoted'", "\"", "\"\u{301}"],
  ]

  @Test func quotesAndGuardsOnlyWhatNeedsIt() {
    let text = CSVWriter().text(headings: ["a", "b", "c"], rows: rows)
    #expect(
      text == #"""
        a,b,c
        plain,暖心驿站,
        "a,b","say ""hi""","two
        lines"
        " padded ","cr\#r\#nlf",semi;colon
        -3.5,+7,-
        '=1+1,'@name,'-3x
        '\#ttab,"'\#rreturn",''=kept
        'quoted',"""","""\#u{301}"

        """#)
  }

  @Test func excelFormHasMarkAndCarriageReturns() {
    let text = CSVWriter.excel.text(headings: ["编号"], rows: [["S01"], [""]])
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("编号\r\nS01\r\n\"\"\r\n".utf8))
  }

  @Test(arguments: [
    "", "'", "''", "'a", "=", "'=", "''=", "-", "-1", "'-1", "+1.5", "-1.", "-.5", "1-2", "@", "\t", "'\r", "\r\n",
    "- 负数",
  ])
  func guardingAndUnguardingGivesTheTextBack(_ text: String) {
    let guarded = FormulaGuard.guarded(text)
    #expect(FormulaGuard.unguarded(guarded) == text)
    #expect(!guarded.hasPrefix("=") && !guarded.hasPrefix("@") && !guarded.hasPrefix("\t"))
  }

  @Test func numbersAndDaysOffAreLeftAlone() {
    for number in ["-3.5", "+7", "-0", "-10000000000000000000", "3", "-"] {
      #expect(FormulaGuard.guarded(number) == number)
    }
    for other in ["-1.2.3", "-1e5", "--1", "+", "-1.", "- "] { #expect(FormulaGuard.guarded(other) == "'" + other) }
  }
}
