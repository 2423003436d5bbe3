import Testing

@testable import RotaPlanner

/// What is too large for the machine is said before it is begun.
@Suite struct PlanningSizeTests {
  private let district = PlanningSize(
    stations: 355, staff: 1300, days: 7, slotsPerDay: 48, widest: 355, longestStretch: 12, mostPlaces: 2)

  private func size(_ change: (inout PlanningSize) -> Void) -> PlanningSize {
    var size = district
    change(&size)
    return size
  }

  @Test func `a district where everybody may serve everywhere takes less than a gibibyte`() {
    #expect(district.bytes < 1 << 30)
  }

  @Test func `more of anything takes more, and no number is too large`() {
    #expect(size { $0.stations = 3_550 }.bytes > district.bytes)
    #expect(size { $0.staff = 13_000 }.bytes > district.bytes)
    #expect(size { $0.days = 28 }.bytes > district.bytes)
    #expect(size { $0.slotsPerDay = 288 }.bytes > district.bytes)
    #expect(size { $0.longestStretch = 40 }.bytes > district.bytes)
    #expect(size { ($0.stations, $0.days, $0.slotsPerDay) = (1 << 40, 371, 288) }.bytes == .max)
  }

  @Test func `a scenario beyond the machine is refused with its sizes, one within it is not`() throws {
    let draft = try ScenarioText.load(["scenario.yaml": "first_day: 2026-07-06\ndays: 4\n"]).draft
    let issues = IssueCollector()
    #expect(ScenarioValidation(draft, issues: issues).scenario(memory: MachineMemory(bytes: 16 << 20)) == nil)
    let issue = try #require(issues.issues.last)
    #expect(issue.code == .beyondTheMachine)
    #expect(
      MessageCatalogue(.english).text(issue).contains(
        "too large for this machine: planning 2 stations, 2 staff and 4 days of 48 slots takes about "))
    #expect(ScenarioValidation(draft, issues: IssueCollector()).fits(MachineMemory(bytes: 1 << 30)))
    #expect(MachineMemory.here.bytes > 1 << 28)
  }

  @Test func `lists of stations that are alike are kept once`() {
    let lists = StationLists()
    let (one, two) = (lists.shared([1, 2, 3]), lists.shared([3, 2, 1].sorted()))
    #expect(one == two)
    #expect(one.withUnsafeBufferPointer(\.baseAddress) == two.withUnsafeBufferPointer(\.baseAddress))
  }
}
