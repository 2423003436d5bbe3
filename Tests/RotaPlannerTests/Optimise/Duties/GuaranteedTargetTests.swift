import Testing

@testable import RotaPlanner

@Suite("Guaranteed hours of a week with leave and holidays")
struct GuaranteedTargetTests {
  private func scenario(
    _ absence: Absence, days: Int = 14, firstDay: CalendarDate = .aMonday, kinds: [Int: DayKind] = [:],
    ledger: LedgerEntry = .blank
  ) -> Scenario {
    let usualKinds = (0..<days).map { day -> DayKind in
      kinds[day] ?? ((firstDay.weekday + day) % 7 < 5 ? .workday : .weekend)
    }
    return .fixture(
      days: days, firstDay: firstDay, dayKinds: usualKinds,
      staff: [
        .fixture(guaranteedWeekMinutes: 32 * 60, available: absence.available, absence: absence, ledger: ledger)
      ])
  }

  /// Targets of the weeks, which planning and the checker must find alike, in hours.
  private func targets(_ scenario: Scenario) -> [Double] {
    let roster = RosterView(staff: 0, duties: [], in: scenario)
    return (0..<scenario.horizon.weekCount).map { week in
      let target = scenario.guaranteedTarget(of: 0, week: week)
      #expect(roster.absence.guaranteed(week: week) == target)
      return Double(target) / 60
    }
  }

  @Test("A day of leave takes a fifth, in the first and the last week; a weekend day nothing")
  func days() {
    #expect(targets(scenario(.fixture())) == [32, 32])
    #expect(targets(scenario(.fixture(leave: [.hours(0, 24, day: 0)]))) == [25.6, 32])
    #expect(targets(scenario(.fixture(leave: [.hours(0, 24, day: 11)]))) == [32, 25.6])
    #expect(targets(scenario(.fixture(leave: [.hours(0, 24, day: 5), .hours(0, 24, day: 13)]))) == [32, 32])
    #expect(targets(scenario(.fixture(leave: [.init(0, 5 * 1440)]))) == [0, 32])
  }

  @Test("Half a day is four hours of eight; more than a normal day, or all hours of the day, is a day")
  func halves() {
    #expect(targets(scenario(.fixture(leave: [.hours(8, 12)]))) == [28.8, 32])
    #expect(targets(scenario(.fixture(leave: [.hours(8, 17)]))) == [25.6, 32])
    #expect(targets(scenario(.fixture(leave: [.hours(6, 9)]))) == [31.2, 32])
    let short = Absence.fixture(usual: (0..<5).map { .hours(8, 12, day: $0) }, leave: [.hours(8, 12)])
    #expect(targets(scenario(short)) == [25.6, 32])
  }

  @Test("Holidays take a day each; make-up days give one back, never more than all")
  func holidays() {
    #expect(targets(scenario(.fixture(), kinds: [2: .holiday])) == [25.6, 32])
    #expect(targets(scenario(.fixture(leave: [.hours(0, 24, day: 2)]), kinds: [2: .holiday])) == [25.6, 32])
    #expect(targets(scenario(.fixture(), kinds: [0: .holiday, 1: .holiday, 2: .holiday, 5: .workday])) == [19.2, 32])
    #expect(targets(scenario(.fixture(), kinds: [6: .workday])) == [32, 32])
    #expect(targets(scenario(.fixture(), kinds: [5: .holiday])) == [32, 32])
  }

  @Test("Who works on other days loses those; of more than five days Monday to Friday count")
  func otherDays() {
    let weekend = Absence.fixture(weekdays: [5, 6], leave: [.hours(0, 24, day: 5)])
    #expect(targets(scenario(weekend)) == [16, 32])
    let daily = Absence.fixture(
      weekdays: [0, 1, 2, 3, 4, 5, 6], leave: [.hours(0, 24, day: 5), .hours(0, 24, day: 7)])
    #expect(targets(scenario(daily)) == [32, 25.6])
  }

  @Test("A week that is cut loses a share of its part; one that goes on from the ledger a share of the whole")
  func cutWeeks() {
    let wednesday = CalendarDate.aMonday.adding(days: 2)
    let absence = Absence.fixture(
      usual: (0..<3).map { .hours(8, 18, day: $0) }, leave: [.hours(0, 24, day: 2)])
    // Floor of 32 h x 5 / 7 is 1371 minutes, two of three days of it 914.
    #expect(scenario(absence, days: 5, firstDay: wednesday).guaranteedTarget(of: 0, week: 0) == 914)
    #expect(targets(scenario(absence, days: 5, firstDay: wednesday)) == [914.0 / 60])
    let goesOn = scenario(absence, days: 5, firstDay: wednesday, ledger: .fixture(weekMinutes: 600))
    #expect(targets(goesOn) == [25.6])
  }

  @Test("Planning and the checker find the same in random weeks")
  func random() {
    var random = SeededGenerator(seed: 335)
    for _ in 0..<400 {
      let days = random.int(1...20)
      let usual = (0..<days).filter { _ in random.chance(75) }.map { day -> Interval in
        let start = random.int(0...20)
        return .hours(start, start + random.int(1...8), day: day)
      }
      let leave = (0..<random.int(0...3)).map { _ -> Interval in
        let start = random.int(0...(days * 1440))
        return .init(start, start + random.int(1...3000))
      }
      let visits = (0..<random.int(0...2)).map { _ -> Interval in
        let start = random.int(0...(days * 1440))
        return .init(start, start + random.int(1...700))
      }
      let weekdays = random.distinct(random.int(0...7), below: 7)
      var kinds: [Int: DayKind] = [:]
      for day in random.distinct(random.int(0...4), below: days) { kinds[day] = random.pick([.holiday, .workday]) }
      let made = scenario(
        .fixture(usual: usual, weekdays: weekdays, leave: leave, antenatal: visits), days: days,
        firstDay: CalendarDate.aMonday.adding(days: random.int(0...6)), kinds: kinds,
        ledger: random.chance(30) ? .fixture(weekMinutes: 300) : .blank)
      _ = targets(made)
      let roster = RosterView(staff: 0, duties: [], in: made)
      #expect(roster.absence.antenatal == (0..<days).map { made.antenatalMinutes(of: 0, day: $0) })
    }
  }
}
