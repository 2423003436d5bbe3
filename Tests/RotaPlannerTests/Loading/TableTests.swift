import Testing

@testable import RotaPlanner

struct TableTests {
  private static let id = Column("id", "编号", required: true)
  private static let seats = Column("seats", "座位数", aliases: ["seat_count"])
  private static let schema = TableSchema("stations", [id, seats])

  private func read(_ source: String) -> (values: [String], issues: [ScenarioIssue]) {
    let issues = IssueCollector()
    var values: [String] = []
    Table.read(Array(source.utf8), file: "s.csv", schema: Self.schema, issues: issues)?.forEachRow(issues) { row in
      let id = row.required(Self.id, .text) ?? "?"
      values.append("\(id)=\(row.value(Self.seats, .integer(in: 1...99), default: 8))")
    }
    return (values, issues.list.issues)
  }

  @Test(arguments: ["id,seats", "编号,座位数", "ID,Seat Count", "编号 ,座位数（个）", "ｉｄ,SEAT-COUNT"])
  func headingsMayBeChineseOrEnglish(heading: String) {
    let (values, issues) = read(heading + "\ns1,１２\n")
    #expect(values == ["s1=12"])
    #expect(issues.isEmpty)
  }

  @Test func columnsComeInAnyOrderAndMayBeLeftOut() {
    #expect(read("seats,id\n,s1\n3,s2").values == ["s1=8", "s2=3"])
    #expect(read("id\ns1").values == ["s1=8"])
  }

  @Test func anUnknownColumnIsReportedWithTheNearestKnownOne() {
    let issues = read("id,seets\ns1,3").issues
    #expect(issues.map(\.code) == [.tableUnknownColumn])
    #expect(issues.first?.location == SourceLocation(file: "s.csv", line: 1, column: 4, heading: "seets"))
    #expect(issues.first?.fix == Message("fix.didYouMean", ["guess": "seats"]))
  }

  @Test func layoutFaultsAreAllReported() {
    let issues = read("座位数,seats\n1,2,3\n4\n").issues
    #expect(
      issues.map(\.code) == [.tableMissingColumn, .tableDuplicateColumn, .tableRowTooLong, .tableRowTooShort])
  }

  @Test func emptySurplusCellsAndEmptyRowsAreNoFault() {
    let (values, issues) = read("id,seats,,\ns1,3,,,,\n,,,\n")
    #expect(values == ["s1=3"])
    #expect(issues.isEmpty)
  }

  @Test func anEmptyTableHasNoHeadings() {
    #expect(read("\n# only a note\n").issues.map(\.code) == [.tableEmpty])
  }

  @Test func faultyCellsAreReportedAtTheirPlaces() {
    let issues = read("id,座位数\n,many\ns2,500\n").issues
    #expect(issues.map(\.code) == [.valueMissing, .valueNotInteger, .valueOutOfRange])
    #expect(issues.map { $0.location?.line } == [2, 2, 3])
    #expect(issues.map { $0.location?.column } == [1, 2, 4])
    #expect(issues[1].subject == .text("座位数"))
  }
}
