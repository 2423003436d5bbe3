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
    let text = CSVWriter.excel().text(headings: ["编号"], rows: [["S01"], [""]])
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("sep=,\r\n编号\r\nS01\r\n\"\"\r\n".utf8))
  }

  @Test(arguments: [
    "", "'", "''", "'a", "=", "'=", "''=", "-", "-1", "'-1", "+1.5", "-1.", "-.5", "1-2", "@", "\t", "'\r", "\r\n",
    "- 负数", "x;=1+1", "x,'=1", "a\n@b", "x;\"=1\"", "＝1", "a;－", "-1;-2;-x", ";;=", "x;'", "\t\t=", "=\t@", "1,5",
    "-1,5", "a\r\n+",
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
    for number in ["-3,5", "x;-3.5", "x,-", "a;b"] { #expect(FormulaGuard.guarded(number) == number) }
    for other in ["-1.2.3", "-1e5", "--1", "+", "-1.", "- ", "＝1+1", "＋1", "－x", "＠a"] {
      #expect(FormulaGuard.guarded(other) == "'" + other)
    }
  }

  @Test(arguments: [
    ("x;=1+1", "x;'=1+1"), ("x,@a", "x,'@a"), ("two\n=lines", "two\n'=lines"), ("tab\t+x", "tab\t'+x"),
    ("x;\"=1\"", "x;'\"=1\""),
    ("x;＝1", "x;'＝1"), ("=a;=b", "'=a;'=b"), ("x; =1", "x; =1"), ("x;'=1", "x;''=1"),
  ])
  func whatAnotherCountrysSpreadsheetWouldCutIsGuardedInsideToo(_ cell: String, _ written: String) {
    #expect(FormulaGuard.guarded(cell) == written)
  }

  @Test(arguments: [CSVWriter.Delimiter.comma, .semicolon, .tab], [false, true])
  func everyDelimiterIsReadBackWithoutLoss(_ delimiter: CSVWriter.Delimiter, _ isForExcel: Bool) {
    let rows = rows + [["#3", "x;=1+1", "tab\tinside"], ["＝1", "a,b;c", "sep=;"]]
    let writer = isForExcel ? CSVWriter.excel(delimiter: delimiter) : CSVWriter(delimiter: delimiter)
    let bytes = Array(writer.text(headings: ["a", "b", "c"], rows: rows).utf8)
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let (text, issues) = DelimitedTextReader.read(plain, file: "t.csv")
    #expect(issues.isEmpty)
    let read = text.records.map { $0.fields.map { FormulaGuard.unguarded(text.text(text.fields[$0])) } }
    #expect(read == [["a", "b", "c"]] + rows)
  }

  @Test func numbersTakeTheDecimalCommaWhereAskedFor() {
    #expect(CSVWriter(delimiter: .semicolon, hasDecimalComma: true).number("-1234.50") == "-1234,50")
    #expect(CSVWriter().number("1.5") == "1.5")
    let text = CSVWriter.excel(delimiter: .semicolon, hasDecimalComma: true).text(headings: ["h"], rows: [["-1,50"]])
    #expect(text == "\u{FEFF}sep=;\r\nh\r\n\"-1,50\"\r\n")
  }
}
