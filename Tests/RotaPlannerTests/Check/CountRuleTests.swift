import Testing

@testable import RotaPlanner

@Suite("R30 counts of a week")
struct R30Tests {
  private func scenario(_ counts: WeekCounts = WeekCounts(), days: Int = 14) -> Scenario {
    var contract = Contract.fixture(normalWeekMinutes: 6000, weeklyRestKind: nil, maximumConsecutiveDays: nil)
    contract.weekCounts = counts
    return .fixture(days: days, contracts: [contract], staff: [.fixture()], fairness: .fixture(eveningFrom: 18 * 60))
  }

  private func duties(_ days: Range<Int>, from start: Int = 8) -> [Duty] {
    days.map { .at(start, start + 4, day: $0) }
  }

  @Test func `so many duties a week and no more, each week for itself`() {
    let five = scenario(WeekCounts(duties: 5))
    #expect(kinds(five, duties(0..<5) + duties(9..<14)) == [])
    #expect(kinds(five, duties(0..<6)) == [.weekDuties])
    #expect(kinds(five, duties(7..<14)) == [.weekDuties])
    #expect(kinds(five, duties(2..<12)) == [])
    let found = check(five, demand: .none, plan: .of(five, duties(0..<7))).violations
    #expect(found.map(\.amount) == [2])
  }

  @Test func `an evening is a duty whose work reaches past the evening's start`() {
    let two = scenario(WeekCounts(evenings: 2))
    #expect(kinds(two, duties(0..<7, from: 14)) == [])
    #expect(kinds(two, duties(0..<2, from: 15) + duties(2..<7)) == [])
    #expect(kinds(two, duties(0..<3, from: 15)) == [.weekEvenings])
    #expect(kinds(two, duties(11..<14, from: 16)) == [.weekEvenings])
  }

  @Test func `no evening at all, and no limit at all`() {
    #expect(kinds(scenario(WeekCounts(evenings: 0)), duties(0..<1, from: 16)) == [.weekEvenings])
    #expect(kinds(scenario(), duties(0..<7, from: 16)) == [])
  }

  @Test func `a week cut short by the horizon counts its planned days`() {
    #expect(kinds(scenario(WeekCounts(duties: 2), days: 9), duties(7..<9)) == [])
    #expect(kinds(scenario(WeekCounts(duties: 1), days: 9), duties(7..<9)) == [.weekDuties])
  }
}
