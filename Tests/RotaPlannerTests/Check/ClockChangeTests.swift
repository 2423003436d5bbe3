import Testing

@testable import RotaPlanner

/// The night in which clocks are changed: times are those of the wall clock, minutes those that pass.
@Suite struct ClockChangeTests {
  private func night(
    skipped: Bool, contract: Contract = .fixture(mealBreakAfterMinutes: nil, payBasis: .allHours)
  ) -> Scenario {
    .fixture(
      days: 3, clockChanges: [ClockChange(piece: .hours(2, 3, day: 1), isSkipped: skipped)],
      stations: [
        .fixture(
          hostHours: [Interval(0, 3 * 1440)], promisedHours: [.hours(0, 6, day: 1)],
          staffedCostPerMinute: Money(milliFen: 100))
      ],
      contracts: [contract],
      staff: [.fixture(available: [Interval(0, 3 * 1440)], payPerMinute: Money(milliFen: 1_000))])
  }

  @Test func `a skipped hour is neither worked nor paid, a doubled one twice`() {
    for (skipped, hours) in [(true, 7), (false, 9)] {
      let scenario = night(
        skipped: skipped, contract: .fixture(maximumDutyMinutes: 540, mealBreakAfterMinutes: nil, payBasis: .allHours))
      let report = check(scenario, demand: .none, plan: .of(scenario, [.at(22, 30)]))
      #expect(report.violations.isEmpty)
      #expect(report.hours[0].paidMinutes == hours * 60)
      #expect(report.hours[0].nightMinutes == hours * 60)
      #expect(report.money.pay == Money(milliFen: hours * 60 * 1_000))
      #expect(report.money.stations == Money(milliFen: hours * 60 * 100))
      let closed = check(scenario, demand: .none, plan: .empty(for: scenario))
      #expect(closed.shortages.reduce(0) { $0 + $1.missing } == (skipped ? 300 : 420))
    }
  }

  @Test func `a duty is as long as it lasts`() {
    #expect(kinds(night(skipped: false), [.at(22, 30)]) == [.dutyLong])
    #expect(kinds(night(skipped: true), [.at(22, 31)]).isEmpty)
    let short = Contract.fixture(minimumDutyMinutes: 240, mealBreakAfterMinutes: nil)
    #expect(kinds(night(skipped: true, contract: short), [.at(0, 4, day: 1)]) == [.dutyShort])
    #expect(kinds(night(skipped: false, contract: short), [.at(0, 3, day: 1)]).isEmpty)
  }

  @Test func `a duty works through the change or keeps away from it`() {
    let hour = Contract.fixture(minimumDutyMinutes: 60, mealBreakAfterMinutes: nil)
    let scenario = Scenario.fixture(
      slotMinutes: 30, clockChanges: [ClockChange(piece: .hours(2, 3), isSkipped: false)],
      stations: [.fixture(hostHours: [.hours(0, 24)])], contracts: [hour],
      staff: [.fixture(available: [.hours(0, 24)])])
    let half = Duty.of(0, .at(0, Interval(0, 150)))
    #expect(kinds(scenario, [half]) == [.clockChange])
    #expect(kinds(scenario, [.at(0, 2)]).isEmpty)
    #expect(kinds(scenario, [.at(3, 6)]).isEmpty)
  }

  @Test func `a rest is as long as it lasts`() {
    let duties = [Duty.at(12, 20), Duty.at(7, 12, day: 1)]
    #expect(kinds(night(skipped: true), duties) == [.dailyRest])
    #expect(kinds(night(skipped: false), duties).isEmpty)
    #expect(kinds(night(skipped: false), [.at(12, 20), .at(6, 12, day: 1)]).isEmpty)
  }

  @Test(arguments: [
    ("2026-03-23", "Europe/Berlin", "6@2-3 true"), ("2026-10-19", "Europe/Berlin", "6@2-3 false"),
    ("2026-10-19", "Asia/Shanghai", ""), ("2026-07-06", "Europe/Berlin", ""),
    ("2026-03-30", "Europe/Berlin", "-1@2-3 true"),
    ("2026-03-02", "America/New_York", "6@2-3 true"),
  ])
  func `a time zone says when clocks are changed`(first: String, zone: String, expected: String) throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: \(first)\ndays: 7\ntime_zone: \(zone)\n"
    ])
    let found = scenario.horizon.clockChanges.map { change in
      let day = scenario.horizon.day(of: change.piece.start)
      let midnight = day * minutesPerDay
      return "\(day)@\((change.piece.start - midnight) / 60)-\((change.piece.end - midnight) / 60) \(change.isSkipped)"
    }
    #expect(found.joined(separator: " ") == expected)
  }
}
