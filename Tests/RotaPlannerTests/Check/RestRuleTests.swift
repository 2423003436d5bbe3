import Testing

@testable import RotaPlanner

private func weeks(
  _ contract: Contract = .fixture(), days: Int = 14, firstDay: CalendarDate = .aMonday, ledger: LedgerEntry = .blank
) -> Scenario {
  .fixture(
    days: days, firstDay: firstDay, stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract],
    staff: [.fixture(available: .daily(0, 24), ledger: ledger), .fixture("p2", available: .daily(0, 24))])
}

private let unlimited = Contract.fixture(weeklyRestKind: nil, maximumConsecutiveDays: nil)

private func mornings(_ days: [Int]) -> [Duty] { days.map { .at(8, 12, day: $0) } }

@Suite("R01 one duty a day")
struct R01Tests {
  @Test("Two duties of one person on a day, in either order, first and last day")
  func oneADay() {
    let scenario = weeks(.fixture(dailyRestMinutes: nil))
    for day in [0, 13] {
      let duties: [Duty] = [.at(1, 4, day: day), .at(16, 19, day: day)]
      #expect(kinds(scenario, duties) == [.dutiesOfDay])
      #expect(kinds(scenario, duties.reversed()) == [.dutiesOfDay])
    }
    #expect(kinds(scenario, [.at(1, 4), .at(16, 19, staff: 1)]) == [])
  }

  @Test("A duty over midnight may not overlap the next day's")
  func overlap() {
    let scenario = weeks(.fixture(dailyRestMinutes: nil))
    let night = Duty.of(0, .at(0, .init(20 * 60, 26 * 60)))
    #expect(kinds(scenario, [night, .at(2, 6, day: 1)]) == [])
    #expect(kinds(scenario, [night, .at(1, 6, day: 1)]) == [.dutiesOverlap])
    #expect(kinds(scenario, [.at(1, 6, day: 1), night]) == [.dutiesOverlap])
  }

  @Test("An overlap is no rest rule too")
  func overlapOnly() {
    let night = Duty.of(0, .at(0, .init(20 * 60, 26 * 60)))
    #expect(kinds(weeks(), [night, .at(1, 6, day: 1)]) == [.dutiesOverlap])
  }
}

@Suite("R10 daily rest")
struct R10Tests {
  @Test("Rest at the limit, a slot less, and in either order", arguments: [0, 12])
  func limit(day: Int) {
    let scenario = weeks()
    let late = Duty.at(17, 21, day: day)
    #expect(kinds(scenario, [late, .at(8, 12, day: day + 1)]) == [])
    #expect(kinds(scenario, [late, .at(7, 12, day: day + 1)]) == [.dailyRest])
    #expect(kinds(scenario, [.at(7, 12, day: day + 1), late]) == [.dailyRest])
    #expect(kinds(weeks(.fixture(dailyRestMinutes: nil)), [late, .at(7, 12, day: day + 1)]) == [])
    #expect(kinds(scenario, [late, .at(7, 12, day: day + 1, staff: 1)]) == [])
  }

  @Test("The ledger's last duty counts")
  func ledger() {
    #expect(kinds(weeks(ledger: .fixture(lastDutyEnd: -180)), [.at(8, 12)]) == [])
    let scenario = weeks(ledger: .fixture(lastDutyEnd: -120))
    let found = check(scenario, demand: .none, plan: .of(scenario, [.at(8, 12)])).violations
    #expect(found.map(\.kind) == [.dailyRest])
    #expect(found.first?.measured == 600)
    #expect(found.first?.allowed == 660)
    #expect(found.first?.interval == Interval(-120, 480))
  }

  @Test("A split in the duty does not shorten the rest")
  func spans() {
    let split = Duty.of(0, .at(0, 8, 12), .at(0, 16, 20))
    #expect(kinds(weeks(), [split, .at(7, 12, day: 1)]) == [])
  }
}

@Suite("R11 days in a row")
struct R11Tests {
  private let contract = Contract.fixture(weeklyRestKind: nil)

  @Test("As many as allowed, one more, first and last window")
  func limit() {
    let scenario = weeks(contract)
    #expect(kinds(scenario, mornings([0, 1, 2, 3, 4, 5])) == [])
    #expect(kinds(scenario, mornings([0, 1, 2, 3, 4, 5, 6])) == [.daysInRow])
    #expect(kinds(scenario, mornings([8, 9, 10, 11, 12, 13])) == [])
    #expect(kinds(scenario, mornings([13, 12, 11, 10, 9, 8, 7])) == [.daysInRow])
    #expect(kinds(scenario, mornings([0, 1, 2, 4, 5, 6, 7])) == [])
  }

  @Test("The ledger's days stand in front of day 0 only")
  func ledger() {
    let scenario = weeks(contract, ledger: .fixture(consecutiveDays: 4))
    #expect(kinds(scenario, mornings([0, 1])) == [])
    #expect(kinds(scenario, mornings([0, 1, 2])) == [.daysInRow])
    #expect(kinds(scenario, mornings([1, 2, 3, 4, 5, 6])) == [])
    let tired = weeks(contract, ledger: .fixture(consecutiveDays: 9))
    #expect(kinds(tired, []) == [])
    #expect(kinds(tired, mornings([0])) == [.daysInRow])
    // The limit that counts is named: the ledger's nine in front, the contract's six later.
    func limits(_ days: [Int]) -> [[Int]] {
      check(tired, demand: .none, plan: .of(tired, mornings(days))).violations.map { [$0.measured, $0.allowed] }
    }
    #expect(limits([0]) == [[10, 9]])
    #expect(limits([1, 2, 3, 4, 5, 6, 7]) == [[7, 6]])
  }
}

@Suite("R12 weekly rest")
struct R12Tests {
  private let calendar = Contract.fixture(maximumConsecutiveDays: nil)

  @Test("One free calendar day in each whole week")
  func calendarDay() {
    #expect(kinds(weeks(calendar), mornings([0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12])) == [])
    #expect(kinds(weeks(calendar), mornings(Array(0..<7))) == [.weeklyRestDay])
    #expect(kinds(weeks(calendar), mornings(Array(7..<14))) == [.weeklyRestDay])
    #expect(kinds(weeks(calendar), mornings(Array(0..<14))) == [.weeklyRestDay, .weeklyRestDay])
  }

  @Test("Work after midnight touches the day, also from the week before")
  func midnight() {
    let saturdayNight = Duty.of(0, .at(0, .init(5 * 1440 + 20 * 60, 6 * 1440)))
    let intoSunday = Duty.of(0, .at(0, .init(5 * 1440 + 20 * 60, 6 * 1440 + 60)))
    #expect(kinds(weeks(calendar), mornings([0, 1, 2, 3, 4]) + [saturdayNight]) == [])
    #expect(kinds(weeks(calendar), mornings([0, 1, 2, 3, 4]) + [intoSunday]) == [.weeklyRestDay])
    let intoMonday = Duty.of(0, .at(0, .init(6 * 1440 + 20 * 60, 7 * 1440 + 60)))
    #expect(kinds(weeks(calendar), [intoMonday] + mornings([8, 9, 10, 11, 12, 13])) == [.weeklyRestDay])
  }

  @Test("Weeks cut by the horizon are left alone")
  func cutWeeks() {
    let tuesday = CalendarDate.aMonday.adding(days: 1)
    #expect(kinds(weeks(calendar, days: 6, firstDay: tuesday), mornings(Array(0..<6))) == [])
    #expect(kinds(weeks(calendar, days: 13, firstDay: tuesday), mornings(Array(0..<6))) == [])
    #expect(kinds(weeks(calendar, days: 13, firstDay: tuesday), mornings(Array(6..<13))) == [.weeklyRestDay])
  }

  @Test("Unbroken rest at the limit and a slot less")
  func continuous() {
    func contract(_ minutes: Minutes) -> Contract {
      .fixture(weeklyRestKind: .continuous, weeklyRestMinutes: minutes, maximumConsecutiveDays: nil)
    }
    // From Saturday 12:00 to Sunday 24:00: 36 hours.
    for first in [0, 7] {
      let duties = mornings((0..<6).map { first + $0 })
      #expect(kinds(weeks(contract(36 * 60)), duties) == [])
      #expect(kinds(weeks(contract(37 * 60)), duties) == [.weeklyRest])
    }
    #expect(kinds(weeks(contract(7 * 1440)), []) == [])
  }
}
