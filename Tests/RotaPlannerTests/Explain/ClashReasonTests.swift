import Testing

@testable import RotaPlanner

/// Plain reasons why pins clash.
@Suite struct ClashReasonTests {
  private func reasons(_ scenario: Scenario) throws -> [ClashReason] {
    try explainClash(scenario).clashes.flatMap(\.reasons)
  }

  @Test func `a stop on a day on which its windows are closed clashes alone`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture()], staff: (1...2).map { .fixture("p\($0)", mayDeliver: true) },
      delivery: .fixture(sites: [.fixture(windows: .daily(14, 16, days: 1))]), pins: [.stop(site: 0, day: 0, kits: 1)])
    #expect(try reasons(scenario) == [.noStop(pin: 0, site: 0, day: 0, .r24)])
    #expect(ClashWords(scenario).rules(of: try explainClash(scenario).clashes[0]) == [[.r24]])
  }

  @Test func `a stop in heat that bans runs, or of goods that do not keep, clashes alone`() throws {
    let hot = Scenario.fixture(
      stations: [.fixture()], staff: (1...2).map { .fixture("p\($0)", mayDeliver: true) },
      delivery: .fixture(goods: [.fixture(shelfMinutes: 5)]), pins: [.stop(site: 0, day: 0, kits: 1)])
    #expect(try reasons(hot) == [.noStop(pin: 0, site: 0, day: 0, .r25)])
  }

  @Test func `two places closer in time than the way between them name R07`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture("s1"), .fixture("s2")], staff: [.fixture(allowedStations: [0, 1])],
      pins: [
        .work(staff: 0, station: 0, interval: .hours(9, 11)), .work(staff: 0, station: 1, interval: .hours(11, 13)),
      ])
    #expect(try reasons(scenario) == [.travel(pin: 0, other: 1, staff: 0, between: 0, wanted: 60)])
    #expect(ClashWords(scenario).rules(of: try explainClash(scenario).clashes[0]) == [[.r07]])
  }

  @Test func `a morning and an evening that no duty spans name R01`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture(hostHours: .daily(6, 23))],
      contracts: [.fixture(maximumSpanMinutes: 600, dailyRestMinutes: 240)],
      staff: [.fixture(available: .daily(6, 23))],
      pins: [
        .work(staff: 0, station: 0, interval: .hours(11, 12)), .work(staff: 0, station: 0, interval: .hours(21, 22)),
      ])
    #expect(try reasons(scenario) == [.oneDuty(pin: 0, other: 1, staff: 0, day: 0)])
    #expect(ClashWords(scenario).rules(of: try explainClash(scenario).clashes[0]) == [[.r01, .r08]])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a budget below the ledger's overtime clashes with no pin, whatever the pins say`() throws {
    let tired = StaffMember.fixture(
      allowedStations: [], available: .daily(14, 16), payPerMinute: .yuan(1),
      ledger: .fixture(weekMinutes: 600))
    let scenario = Scenario.fixture(
      contracts: [.fixture(normalWeekMinutes: 480)], staff: [tired],
      pins: [.work(staff: 0, station: 0, interval: .hours(9, 11))], budget: .zero)
    let report = try explainClash(scenario)
    #expect(report.verdict == .clash)
    #expect(report.clashes.map(\.pins) == [[]])
  }
}
