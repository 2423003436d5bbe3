import Testing

@testable import RotaPlanner

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain 驿站 é 🚚", "plain 驿站 é 🚚"), ("\u{1B}[31mred", "\\x1B[31mred"), ("bell\u{07}", "bell\\x07"),
    ("\u{7F}", "\\x7F"),
    ("\u{9B}2J", "\\u009B2J"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("a\r\nb", "a\\r\\nb"),
    ("\u{202E}txt.exe", "\\u202Etxt.exe"),
    ("\u{2066}x\u{2069}", "\\u2066x\\u2069"), ("\u{2028}\u{2029}", "\\u2028\\u2029"),
    ("\u{61C}\u{200F}", "\\u061C\\u200F"),
    ("👩\u{200D}👧", "👩\u{200D}👧"), ("", ""),
  ])
  func controlsAreWrittenOut(_ text: String, _ shown: String) {
    #expect(VisibleText.line(text) == shown)
    #expect(VisibleText.lines(text) == shown.replacing("\\n", with: "\n"))
  }

  @Test func longTextsAreCutToEightyCharacters() {
    #expect(VisibleText.shortened(String(repeating: "站", count: 80)) == String(repeating: "站", count: 80))
    #expect(VisibleText.shortened(String(repeating: "站", count: 81)) == String(repeating: "站", count: 79) + "…")
    #expect(VisibleText.shortened("e" + String(repeating: "\u{301}", count: 10_000)).unicodeScalars.count == 80)
  }

  @Test func noMessageLetsUsersDataSpeakForTheProgram() {
    let evil = "x\u{1B}[2J\nerror E999: \u{202E}"
    for language in Language.allCases {
      let catalogue = MessageCatalogue(language)
      let text = catalogue.text(
        ScenarioIssue(
          .unknownReference, at: SourceLocation(file: evil, line: 1), subject: evil, found: evil,
          ["kind": evil, "known": [evil]]))
      #expect(text.split(separator: "\n").count == 2)
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func whatAFaultQuotesIsCutButPathsAreNot() {
    let long = String(repeating: "n", count: 500)
    let catalogue = MessageCatalogue(.english)
    let cell = catalogue.text(ScenarioIssue(.tableUnknownColumn, found: long, ["table": "staff", "known": ["id"]]))
    #expect(!cell.contains(String(repeating: "n", count: 80)) && cell.contains("nnn…"))
    #expect(catalogue.text(ScenarioIssue(.folderMissing, subject: long)).contains(long))
    #expect(catalogue.text(ScenarioIssue(.outputExists, subject: long)).contains(long))
  }
}
