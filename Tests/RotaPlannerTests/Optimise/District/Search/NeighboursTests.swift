import Testing

@testable import RotaPlanner

@Suite struct NeighboursTests {
  @Test func `neighbours share a station, and nobody is one's own`() {
    let sets = [[0, 1], [1, 2], [], [0, 1], [3], [2, 3]]
    let scenario = Scenario.fixture(
      stations: (0..<4).map { .fixture("s\($0)") },
      staff: sets.enumerated().map { .fixture("p\($0)", allowedStations: $1) })
    let people = [0, 1, 3, 4, 5]
    let neighbours = Neighbours(scenario, people)
    for staff in sets.indices {
      let expected = people.filter { $0 != staff && !Set(sets[$0]).isDisjoint(with: sets[staff]) }
      #expect(Array(neighbours[staff]) == expected)
    }
  }
}
