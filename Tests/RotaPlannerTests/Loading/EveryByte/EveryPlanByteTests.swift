import Testing

@testable import RotaPlanner

/// Every value of `plan.json` and every cell of `rota.csv` is used, or named in a message.
@Suite struct EveryPlanByteTests {
  /// What a text comes to, without places, which move with every byte.
  private struct Outcome: Equatable {
    let plan: String
    let told: [String]
    var hasErrors = false
  }

  private let fixture = PlanExportFixture()

  private func read(_ text: String, _ file: String) -> (outcome: Outcome, issues: [ScenarioIssue]) {
    func told(_ issues: [ScenarioIssue]) -> [String] {
      issues.map { "\($0.code.rawValue) \(MessageCatalogue(.english).text($0.message))" }
    }
    do throws(ScenarioError) {
      let document = try PlanReader.read(Array(text.utf8), file: file)
      let (bound, issues) = document.bound(to: fixture.scenario, demand: fixture.demand)
      let plan = document.heading == nil ? "\(bound)" : document.json + "\(bound)"
      return (Outcome(plan: plan, told: told(issues.issues)), issues.issues)
    } catch {
      return (Outcome(plan: "", told: told(error.list.issues), hasErrors: true), error.list.issues)
    }
  }

  @Test func everyValueOfAPlanCounts() throws {
    let root = try JSONParser.parse(Array(fixture.document.json.utf8))
    let base = read(root.text, "plan.json").outcome
    #expect(!base.hasErrors)
    var count = TrialCount(oneIn: 1)
    for path in root.leafPaths where count.next() {
      let name = "\(path)"
      let changed = read(root.replacing(path, by: \.other).text, "plan.json").outcome
      #expect(changed != base, "\(name): another value changes nothing")
      let faulty = read(root.replacing(path, by: \.rubbish).text, "plan.json")
      #expect(faulty.outcome.hasErrors && faulty.issues.contains { $0.location?.line != nil }, "\(name): rubbish")
      // The gap follows from the other figures, and no contact is none.
      if path.last == .key("gap") { continue }
      let missing = read(root.removing(path).text, "plan.json").outcome
      #expect(missing != base, "\(name): without it nothing changes")
    }
    for path in root.objectPaths where count.next() {
      let added = read(root.replacing(path) { $0.adding("stray", 1) }.text, "plan.json")
      #expect(added.issues.map(\.code) == [.planUnknownMember], "\(path)")
    }
    print("every byte: \(count.made) values of plan.json")
  }

  @Test func aSecondOpeningOfASlotAndASecondNameAreFaults() throws {
    let text = fixture.document.json
    let opening =
      "{\"end\": \"2026-07-06T13:00\", \"opening\": \"selfService\", \"start\": \"2026-07-06T12:00\", \"station\": \"S01\"}"
    let twice = read(text.replacing("\"openings\": [", with: "\"openings\": [" + opening + ","), "plan.json")
    #expect(twice.issues.map(\.code) == [.planTwice])
    let named = text.replacing("\"staff\": [\n", with: "\"staff\": [{\"id\": \"P1\", \"name\": \"=王强\"},\n")
    #expect(read(named, "plan.json").issues.map(\.code).contains(.planTwice))
    let gap = text.replacing("\"gap\": 0.2", with: "\"gap\": 0.1")
    #expect(read(gap, "plan.json").issues.map(\.code) == [.planGapWrong])
  }

  @Test func everyCellOfARotaCounts() throws {
    let source = fixture.document.rotaTable.csv(CSVWriter(), MessageCatalogue(.english))
    let sheet = Sheet(source.replacing("，", with: " "), table: "rota")
    let base = read(sheet.text, "rota.csv").outcome
    #expect(!base.hasErrors)
    let others = [
      "date": "2026-07-07", "weekday": "sun", "staff": "P9", "name": "Nobody", "start": "7:00", "end": "23:30",
      "station": "S09", "station_name": "Elsewhere", "vehicle": "V9", "hours": "9.5",
    ]
    var count = TrialCount(oneIn: 1)
    for row in sheet.rows.indices {
      for (column, heading) in sheet.headings.enumerated() where !sheet.rows[row][column].isEmpty && count.next() {
        let other = try #require(others[heading])
        let changed = read(sheet.text(row: row, column: column, cell: other), "rota.csv").outcome
        #expect(changed != base, "\(heading), row \(row + 1): \(other) changes nothing")
        let faulty = read(sheet.text(row: row, column: column, cell: "@@"), "rota.csv")
        #expect(faulty.issues.contains { $0.location?.line == row + 2 }, "\(heading), row \(row + 1): rubbish")
      }
    }
    print("every byte: \(count.made) cells of rota.csv")
  }

  @Test func anEditedTableBesideAPlanIsTold() throws {
    let folder = try TemporaryFolder()
    let table = fixture.document.rotaTable.csv(CSVWriter(), MessageCatalogue(.chinese))
    try folder.write(fixture.document.json, to: "plan.json")
    try folder.write(table, to: "rota.csv")
    #expect(try PlanReader.read(folder.path).remarks == [])
    try folder.write(table.replacing("P1", with: "P3"), to: "rota.csv")
    let remarks = try PlanReader.read(folder.path).remarks
    #expect(remarks.filter { $0.code == .planRowOnlyInTable }.count == 2)
    #expect(remarks.filter { $0.code == .planRowOnlyInPlan }.count == 2)
    #expect(remarks.allSatisfy { $0.location?.file == "rota.csv" })
    try folder.write(table.replacing("08:00", with: "late"), to: "rota.csv")
    #expect(try PlanReader.read(folder.path).remarks.map(\.code).contains(.planRowOnlyInTable))
    try folder.write(table + "#9,x\n", to: "rota.csv")
    #expect(try PlanReader.read(folder.path).remarks.map(\.code) == [.planRowOnlyInTable])
  }

  @Test func figuresThatThePlanDoesNotHaveAreTold() throws {
    let document = fixture.document
    let issue = document.staleFigures(fixture.report, fixture.scenario)
    #expect(issue?.code == .planFiguresOld)
  }
}

extension JSONNode {
  /// A step into a value.
  fileprivate enum Step: Hashable, CustomStringConvertible {
    case key(String)
    case index(Int)

    var description: String {
      switch self {
      case .key(let key): key
      case .index(let index): "\(index)"
      }
    }
  }

  fileprivate var leafPaths: [[Step]] {
    switch content {
    case .object(let members): members.flatMap { member in member.value.leafPaths.map { [.key(member.key)] + $0 } }
    case .array(let elements):
      elements.enumerated().flatMap { index, node in node.leafPaths.map { [.index(index)] + $0 } }
    default: [[]]
    }
  }

  fileprivate var objectPaths: [[Step]] {
    switch content {
    case .object(let members):
      [[]] + members.flatMap { member in member.value.objectPaths.map { [.key(member.key)] + $0 } }
    case .array(let elements):
      elements.enumerated().flatMap { index, node in node.objectPaths.map { [.index(index)] + $0 } }
    default: []
    }
  }

  fileprivate func replacing(_ path: [Step], by change: (JSONNode) -> JSONNode?) -> JSONNode {
    guard let step = path.first else { return change(self) ?? self }
    let rest = Array(path.dropFirst())
    switch (content, step) {
    case (.object(let members), .key(let key)):
      let new = members.compactMap { member -> Member? in
        guard member.key == key else { return member }
        if rest.isEmpty { return change(member.value).map { Member(key: key, value: $0) } }
        return Member(key: key, value: member.value.replacing(rest, by: change))
      }
      return JSONNode(content: .object(new), offset: 0)
    case (.array(let elements), .index(let index)):
      var new = elements
      new[index] = elements[index].replacing(rest, by: change)
      return JSONNode(content: .array(new), offset: 0)
    default: return self
    }
  }

  fileprivate func removing(_ path: [Step]) -> JSONNode { replacing(path) { _ in nil } }

  fileprivate func adding(_ key: String, _ number: Int) -> JSONNode {
    guard case .object(let members) = content else { return self }
    let member = Member(key: key, value: JSONNode(content: .number("\(number)"), offset: 0))
    return JSONNode(content: .object(members + [member]), offset: 0)
  }

  /// Another value of the same kind.
  fileprivate var other: JSONNode {
    func node(_ content: Content) -> JSONNode { JSONNode(content: content, offset: 0) }
    switch content {
    case .null: return node(.number("1"))
    case .bool(let flag): return node(.bool(!flag))
    case .number(let text): return node(.number(text.contains(".") ? text + "1" : text + "7"))
    case .string(let text):
      let words = [
        "staffed": "selfService", "selfService": "staffed", "feasible": "optimal", "S01": "S02", "S02": "S01",
        "P1": "P2", "P2": "P3", "P3": "P1", "tea": "fan", "fan": "tea",
      ]
      if let word = words[text] { return node(.string(word)) }
      if let minute = LocalMinute(text) {
        return node(.string(LocalMinute(minute.date, minute.minuteOfDay + 60).description))
      }
      if LocalMinute.date(text[...]) != nil { return node(.string("2026-07-09")) }
      return node(.string(text + "x"))
    default: return self
    }
  }

  /// A value of a kind that belongs nowhere.
  fileprivate var rubbish: JSONNode { JSONNode(content: .bool(true), offset: 0) }

  /// As JSON on one line.
  fileprivate var text: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .string(let text): "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members): "{" + members.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
    }
  }
}
