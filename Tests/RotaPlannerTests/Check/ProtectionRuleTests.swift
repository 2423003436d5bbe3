import Testing

@testable import RotaPlanner

extension Protection {
  /// As in `cn-standard`.
  static let chinese = Protection(
    fromMonth: 7, dayMinutes: 480, weekMinutes: 2400, nursingMinutes: 60, pregnancyRestMinutes: 60,
    countsAntenatal: true)
}

private let contract = Contract.fixture(
  overtimeDayMinutes: 60, maximumDutyMinutes: 540, mealBreakAfterMinutes: nil, protection: .chinese)

private func weeks(_ person: StaffMember, _ contract: Contract = contract) -> Scenario {
  .fixture(days: 14, stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract], staff: [person])
    .withProtection
}

private func person(
  pregnant: Bool = false, month: Int? = nil, children: Int = 0, antenatal: [Interval] = [], guaranteed: Minutes = 0
) -> StaffMember {
  .fixture(
    isPregnant: pregnant, pregnantMonth: month, nursedChildren: children, guaranteedWeekMinutes: guaranteed,
    available: .daily(0, 24), absence: .fixture(antenatal: antenatal))
}

/// A day too long is overtime of the week as well, where none is allowed.
private let tooLong: [ViolationKind] = [.dutyLong, .overtimeForbidden]

/// A duty of so many hours, from eight, on each of these days.
private func duties(_ hours: Int, _ days: Int...) -> [Duty] { days.map { .at(8, 8 + hours, day: $0) } }

/// Labour Law of the PRC, arts 61 and 63; State Council Decree 619, arts 6 and 9.
@Suite("Protection of pregnant and nursing staff")
struct ProtectionRuleTests {
  @Test("With the nursing hour a normal day is seven hours of service, first and last day; one more is too long")
  func nursingDay() {
    for day in [0, 13] {
      #expect(kinds(weeks(person(children: 1)), duties(6, day)) == [])
      #expect(kinds(weeks(person(children: 1)), duties(7, day)) == [])
      #expect(kinds(weeks(person(children: 1)), duties(8, day)) == tooLong)
      #expect(kinds(weeks(person(children: 2)), duties(6, day)) == [])
      #expect(kinds(weeks(person(children: 2)), duties(7, day)) == tooLong)
      #expect(kinds(weeks(person()), duties(9, day)) == [])
    }
  }

  @Test("Five days of nine hours are five breaches; the nursing hour counts in the duty's least hours too")
  func nineHours() {
    let found = check(
      weeks(person(children: 1)), demand: .none, plan: .of(weeks(person(children: 1)), duties(9, 0, 1, 2, 3, 4))
    ).violations
    #expect(found.filter { $0.kind == .dutyLong }.count == 5)
    #expect(found.first { $0.kind == .dutyLong }.map { [$0.measured, $0.allowed] } == [600, 480])
    #expect(kinds(weeks(person(children: 1)), duties(2, 0)) == [])
    #expect(kinds(weeks(person()), duties(2, 0)) == [.dutyShort])
  }

  @Test("Nursing hours count towards the normal week, first and last")
  func nursingWeek() {
    for first in [0, 7] {
      let five = (first..<first + 5).map { Duty.at(8, 15, day: $0) }
      #expect(kinds(weeks(person(children: 1)), five) == [])
      #expect(kinds(weeks(person(children: 1)), five + [.at(8, 10, day: first + 5)]) == [.overtimeForbidden])
      #expect(kinds(weeks(person()), five + [.at(8, 12, day: first + 5)]) == [])
    }
  }

  @Test("Overtime and nights close with the seventh month, and where no month is given")
  func month() {
    let night = [Duty.at(19, 23, day: 13)]
    for open in [person(pregnant: true, month: 1), person(pregnant: true, month: 6)] {
      #expect(kinds(weeks(open), duties(9, 0, 13)) == [])
      #expect(kinds(weeks(open), night) == [])
    }
    for closed in [
      person(pregnant: true, month: 7), person(pregnant: true, month: 8), person(pregnant: true),
    ] {
      #expect(kinds(weeks(closed), duties(7, 0, 13)) == [])
      #expect(kinds(weeks(closed), duties(8, 0)) == tooLong)
      #expect(kinds(weeks(closed), night) == [.protectedNight])
    }
  }

  @Test("The rule set lifts what it does not grant")
  func lifted() {
    let open = Contract.fixture(
      overtimeDayMinutes: 60, maximumDutyMinutes: 540, mealBreakAfterMinutes: nil, bansProtectedNights: false)
    #expect(kinds(weeks(person(children: 1), open), duties(9, 0)) == [])
    #expect(kinds(weeks(person(pregnant: true), open), [.at(19, 23)]) == [])
    let long = Contract.fixture(
      normalDayMinutes: 660, overtimeDayMinutes: 0, maximumDutyMinutes: 660, mealBreakAfterMinutes: nil,
      protection: .chinese)
    #expect(kinds(weeks(person(), long), duties(11, 0)) == [])
    #expect(kinds(weeks(person(children: 1), long), duties(8, 0)) == tooLong)
  }

  @Test("An antenatal visit counts as worked: in the day, in the week, in what is guaranteed")
  func visit() {
    for day in [0, 11] {
      let visit = [Interval.hours(8, 10, day: day)]
      let late = weeks(person(pregnant: true, month: 8, antenatal: visit))
      #expect(kinds(late, [.at(10, 15, day: day)]) == [])
      #expect(kinds(late, [.at(10, 16, day: day)]) == tooLong)
      let early = weeks(person(pregnant: true, month: 3, antenatal: visit))
      #expect(kinds(early, [.at(10, 17, day: day)]) == [])
      #expect(kinds(early, [.at(10, 18, day: day)]) == [.dutyLong])
      let report = check(early, demand: .none, plan: .of(early, [.at(10, 17, day: day)]))
      #expect(report.hours[0].paidMinutes == 540)
      #expect(report.hours[0].overtimeMinutes == 60)
    }
    let paid = weeks(person(pregnant: true, antenatal: [.hours(8, 10)], guaranteed: 240))
    let missing = check(paid, demand: .none, plan: .of(paid, [])).objective[.guaranteed]
    #expect(missing == paid.weights.guaranteedHour.perHour(for: 120 + 240))
  }

  @Test("Only the part of a visit in working hours counts, at most a normal day; alone it breaks nothing")
  func visitAlone() {
    let days = (0..<5).map { Interval.hours(0, 24, day: $0) }
    let scenario = weeks(person(pregnant: true, antenatal: days + [.hours(0, 24, day: 6), .hours(6, 9, day: 7)]))
    let report = check(scenario, demand: .none, plan: .of(scenario, []))
    #expect(report.violations.isEmpty)
    #expect(report.hours[0].paidMinutes == 5 * 480 + 60)
    #expect(kinds(scenario, duties(2, 5)) == [.overtimeForbidden])
  }
}
