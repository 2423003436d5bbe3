import Testing

@testable import RotaPlanner

/// The stations at which people are looked at in the first plan.
@Suite struct FirstStationsTests {
  private func scenario(stations: Int, staff: [StaffMember]) -> Scenario {
    .fixture(
      stations: (0..<stations).map { .fixture("s\($0)", neededSkills: $0 == 7 ? ["first aid"] : []) }, staff: staff)
  }

  @Test func `whoever may serve at few stations is looked at in all of them`() {
    let first = FirstStations(scenario(stations: 5, staff: [.fixture(allowedStations: [1, 3, 4])]))
    #expect(first.of(0) == [1, 3, 4])
    #expect(first.staff(at: 3) == [0])
    #expect(first.staff(at: 2).isEmpty)
  }

  @Test func `of many stations home is kept and every station has people who can open it`() {
    let count = 3 * RosterMaker.mostStations
    let staff = (0..<9).map { number in
      StaffMember.fixture(
        "p\(number)", allowedStations: Array(0..<count), homeStations: [count - 1 - number],
        skills: number == 8 ? ["first aid"] : [])
    }
    let first = FirstStations(scenario(stations: count, staff: staff))
    for number in staff.indices {
      #expect(first.of(number).count == RosterMaker.mostStations)
      #expect(first.of(number).contains(count - 1 - number))
    }
    #expect((0..<count).allSatisfy { !first.staff(at: $0).isEmpty })
    #expect(first.staff(at: 7) == [8])
  }
}
