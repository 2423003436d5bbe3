import Testing

@testable import RotaPlanner

struct IssueTextTests {
  private let issue = ScenarioIssue(
    .valueNotInteger, at: SourceLocation(file: "stations.csv", line: 12, column: 5, heading: "座位"), subject: "座位",
    found: "many", expected: Message("expected.integer", ["low": 1, "high": 9]))

  @Test func anIssueShowsPlaceCodeFindingAndFix() {
    #expect(
      MessageCatalogue(.english).text(issue) == """
        stations.csv:12:5: error E202: 座位 is "many", expected a whole number from 1 to 9
          fix: write digits only
        """)
    #expect(
      MessageCatalogue(.chinese).text(issue) == """
        stations.csv:12:5: 错误 E202：座位 为“many”，应为：1 到 9 的整数
          改法：只写数字
        """)
  }

  @Test func issuesAreSortedByPlaceAndListedOnce() {
    func issue(_ file: String, _ line: Int?) -> ScenarioIssue {
      ScenarioIssue(.valueMissing, at: SourceLocation(file: file, line: line))
    }
    let none = ScenarioIssue(.folderMissing, subject: "x")
    let list = IssueList([issue("b", 2), issue("a", 10), issue("b", 2), issue("a", 9), issue("a", nil), none])
    #expect(list.issues == [none, issue("a", nil), issue("a", 9), issue("a", 10), issue("b", 2)])
  }

  @Test func manyIssuesOfOneKindAreCounted() {
    let many = (1...20).map { ScenarioIssue(.valueMissing, at: SourceLocation(file: "a.csv", line: $0, heading: "id")) }
    let text = MessageCatalogue(.english).text(IssueList(many), limit: 3)
    #expect(text.contains("a.csv:3: error E201"))
    #expect(!text.contains("a.csv:4:"))
    #expect(text.hasSuffix("a.csv: 17 more of E201\n20 errors, 0 warnings"))
  }

  @Test func aCollectorKeepsNoMoreThanItsLimit() {
    let collector = IssueCollector()
    for line in 1...(IssueCollector.limit + 5) {
      collector.add(ScenarioIssue(.valueMissing, at: SourceLocation(file: "a.csv", line: line)))
    }
    #expect(collector.issues.count == IssueCollector.limit)
    #expect(collector.hasErrors)
  }
}
