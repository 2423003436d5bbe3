import Testing

@testable import RotaPlanner

/// What the checker says at the two ends of the horizon.
@Suite struct NightEdgeTests {
  /// A week of nights, 20 to 8, with eight hours after the last midnight.
  private func week(
    _ ledger: LedgerEntry = .blank, minimumStaff: Int = 1, tail: Int = 8, contract: Contract = .fixture()
  ) -> Scenario {
    let nights = (-1..<7).map { Interval.hours(20, 32, day: $0) }
    return .fixture(
      days: 7, tailMinutes: tail * 60,
      stations: [
        .fixture(
          hostHours: nights.clipped(to: Interval(0, 8 * 1440)), promisedHours: [.hours(22, 24, day: 6)],
          minimumStaff: minimumStaff, staffedCostPerMinute: Money(milliFen: 100_000))
      ],
      contracts: [contract],
      staff: [
        .fixture("p1", available: [Interval(0, 8 * 1440)], payPerMinute: Money(milliFen: 100_000), ledger: ledger),
        .fixture("p2", available: [Interval(0, 8 * 1440)]),
      ])
  }

  @Test
  func `a duty runs on over the last midnight, with its whole hours, and opens the station for the next plan's money`()
  {
    let scenario = week(contract: .fixture(mealBreakAfterMinutes: nil, payBasis: .allHours))
    let report = check(scenario, demand: .none, plan: .of(scenario, [.at(22, 30, day: 6)]))
    #expect(report.violations.isEmpty)
    #expect(report.hours[0].paidMinutes == 480)
    #expect(report.money.stations == Money(milliFen: 120 * 100_000))
    #expect(report.objective[.promises] == .zero)
    #expect(report.shortages.isEmpty)
  }

  @Test func `no duty starts after the last midnight, none ends after the tail`() {
    #expect(kinds(week(), [.at(24, 30, day: 6)]) == [.formTime, .staffedEmpty])
    #expect(kinds(week(), [.at(27, 33, day: 6)]) == [.formTime, .staffedEmpty])
    #expect(kinds(week(tail: 0), [.at(20, 26, day: 6)]) == [.formTime, .staffedEmpty])
  }

  @Test func `rules of people and stations hold after the last midnight`() {
    let night = week(
      contract: .fixture(maximumDutyMinutes: 720, mealBreakAfterMinutes: nil, nightStart: 0, nightEnd: 300))
    #expect(kinds(night, [.at(20, 32, day: 6)]) == [.dutyLong])
    let two = week(minimumStaff: 2, contract: .fixture(mealBreakAfterMinutes: nil))
    #expect(kinds(two, [.at(20, 26, day: 6), .at(20, 28, day: 6, staff: 1)]) == [.tooFewStaff])
  }

  private static let carried = LedgerEntry.fixture(lastDutyEnd: 360, lastDutyStation: 0, consecutiveDays: 6)

  @Test func `a carried duty is present, costs the station's hours, and nothing of its own`() {
    let scenario = week(Self.carried, contract: .fixture(payBasis: .allHours))
    let report = check(scenario, demand: .none, plan: .empty(for: scenario))
    #expect(report.violations.isEmpty)
    #expect(report.money.total == Money(milliFen: 360 * 100_000))
    #expect(report.hours[0].paidMinutes == 0)
    let closed = Plan(openings: Plan.closedOpenings(for: scenario), duties: [], served: [], runs: [])
    #expect(check(scenario, demand: .none, plan: closed).kinds == [.notStaffed])
  }

  @Test func `nobody has two duties at once, and rest counts from the end of the carried one`() {
    #expect(kinds(week(.fixture(lastDutyEnd: 360, lastDutyStation: 0)), [.at(5, 8)]) == [.dutiesOverlap])
    #expect(kinds(week(.fixture(lastDutyEnd: 360, lastDutyStation: 0)), [.at(20, 24)]).isEmpty)
    #expect(kinds(week(.fixture(lastDutyEnd: 600)), [.at(20, 24)]) == [.dailyRest])
  }

  @Test func `a carried duty leaves no calendar day of rest on the first day`() {
    let evenings = (1..<7).map { Duty.at(20, 24, day: $0) }
    let contract = Contract.fixture(maximumConsecutiveDays: nil)
    #expect(kinds(week(contract: contract), evenings).isEmpty)
    #expect(kinds(week(Self.carried, contract: contract), evenings) == [.weeklyRestDay])
  }
}
