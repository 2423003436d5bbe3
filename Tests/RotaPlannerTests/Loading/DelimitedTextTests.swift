import Testing

@testable import RotaPlanner

struct DelimitedTextTests {
  private func rows(_ source: String) -> [[String]] {
    let (text, _) = DelimitedTextReader.read(Array(source.utf8), file: "t.csv")
    return text.records.map { record in record.fields.map { text.text(text.fields[$0]) } }
  }

  private func issues(_ source: String) -> [ScenarioIssue] {
    DelimitedTextReader.read(Array(source.utf8), file: "t.csv").issues
  }

  @Test(arguments: [",", ";", "\t", "，", "；"])
  func theDelimiterIsFoundOnTheFirstLine(delimiter: String) {
    #expect(rows("a\(delimiter)b\(delimiter)c\n1\(delimiter)\(delimiter)3") == [["a", "b", "c"], ["1", "", "3"]])
  }

  @Test func aPlainCommaStillSeparatesUnderAFullWidthHeading() {
    #expect(rows("a，b\n1,2\n3，4") == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func aFullWidthCommaInACellIsText() { #expect(rows("a,b\n甲，乙,2") == [["a", "b"], ["甲，乙", "2"]]) }

  @Test func excelsSeparatorLineIsObeyed() { #expect(rows("sep=;\r\na,b;c\r\n1;2") == [["a,b", "c"], ["1", "2"]]) }

  @Test func allLineEndsAndAMissingLastOneAreTaken() {
    #expect(rows("a,b\r\n1,2\r3,4\n5,") == [["a", "b"], ["1", "2"], ["3", "4"], ["5", ""]])
  }

  @Test func quotedFieldsKeepDelimitersQuotesAndLineBreaks() {
    #expect(rows("a,b\n\"x,\"\"y\"\"\nz\" , 2 \n") == [["a", "b"], ["x,\"y\"\nz", "2"]])
    #expect(rows("a\n\"\"\n\"\"\"\"") == [["a"], [""], ["\""]])
  }

  @Test func blankLinesAndCommentsAreSkipped() {
    #expect(rows("\n  \n# note, with comma\na,b\n\n#x\n1,2\n \t\n") == [["a", "b"], ["1", "2"]])
  }

  @Test(arguments: ["#3,x", "#N/A,x", "#,x", "  #3,x", "#3,"])
  func aRowThatOnlyLooksLikeACommentIsReportedAndNotLost(row: String) {
    let source = "a,b\n1,2\n\(row)\n3,4\n"
    #expect(issues(source).map(\.code) == [.tableRowMarkedOut])
    #expect(issues(source).first?.location?.line == 3)
    #expect(rows(source).count == 4)
  }

  @Test(arguments: ["# 3,x", "##3,x", "#", "#\u{3000}甲,乙", "#no delimiter", "#\tx,y"])
  func aCommentHasASpaceAHashOrNoDelimiter(row: String) {
    let source = "a,b\n\(row)\n3,4\n"
    #expect(issues(source).isEmpty)
    #expect(rows(source).count == 2)
  }

  @Test func inATableOfOneColumnAnIdWithAHashIsNoComment() {
    #expect(issues("id\n#1\n# 2\n").map(\.code) == [.tableRowMarkedOut])
    #expect(rows("id\n\"#1\"\n") == [["id"], ["#1"]])
    #expect(issues("a\tb\n#\tx\n").map(\.code) == [.tableRowMarkedOut])
  }

  @Test func placesCountCharactersAndLinesInsideQuotes() throws {
    let source = "名称,b\n\"驿\n站\",坏,3\n"
    let (text, _) = DelimitedTextReader.read(Array(source.utf8), file: "t")
    let record = text.records[1]
    #expect(record.line == 2)
    let last = text.fields[record.fields.upperBound - 1]
    let position = text.position(of: last)
    #expect(position.line == 3)
    #expect(position.column == 6)
  }

  @Test func anOpenQuoteIsReportedWhereItOpens() {
    let found = issues("a,b\n1,\"open\n2,3\n")
    #expect(found.map(\.code) == [.tableQuoteOpen])
    #expect(found.first?.location == SourceLocation(file: "t.csv", line: 2, column: 3))
  }

  @Test func textBehindAClosingQuoteIsReported() {
    let found = issues("a,b\n\"x\"y,2\n3,4")
    #expect(found.map(\.code) == [.tableTextAfterQuote])
    #expect(found.first?.location == SourceLocation(file: "t.csv", line: 2, column: 4))
    #expect(rows("a,b\n\"x\"y,2\n3,4").count == 3)
  }

  @Test func randomTextNeverCrashesAndPlacesStayInside() {
    let pieces = ["a", "驿", ",", ";", "\t", "，", "\"", "\"\"", "\n", "\r", "\r\n", "#", " ", "1"]
    for seed in 0..<500 {
      var random = SeededGenerator(seed: seed)
      let source = (0..<random.int(0...60)).map { _ in random.pick(pieces) }.joined()
      let (text, _) = DelimitedTextReader.read(Array(source.utf8), file: "t")
      for record in text.records {
        #expect(!record.fields.isEmpty, "seed \(seed)")
        for index in record.fields {
          #expect(text.fields[index].end <= text.bytes.count, "seed \(seed)")
          #expect(text.position(of: text.fields[index]).line >= record.line, "seed \(seed)")
        }
      }
    }
  }
}
