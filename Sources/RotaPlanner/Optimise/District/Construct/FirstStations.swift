/// The stations at which a person's duties are looked at in the first plan. Who may serve at many is looked at in some of them only: home
/// first, then where fewest others are looked at, so that every station has people although the work grows with staff, not with
/// staff x stations.
struct FirstStations: Sendable {
  /// By staff, ascending.
  private let stations: [[Int]]
  /// By station.
  private let people: [[Int]]

  init(_ scenario: Scenario) {
    var loads = [Int](repeating: 0, count: scenario.stations.count)
    stations = scenario.staff.map { person in
      var own = person.allowedStations
      if own.count > RosterMaker.mostStations {
        let ranks = own.map { station in
          let isSkilled = scenario.stations[station].neededSkills.allSatisfy(person.skills.contains)
          return (isSkilled ? 0 : 1, person.isHome(station) ? 0 : 1, loads[station], station)
        }
        own = ranks.sorted(by: <).prefix(RosterMaker.mostStations).map(\.3).sorted()
      }
      for station in own { loads[station] += 1 }
      return own
    }
    var people = [[Int]](repeating: [], count: scenario.stations.count)
    for (staff, own) in stations.enumerated() {
      for station in own { people[station].append(staff) }
    }
    self.people = people
  }

  /// Stations of a person.
  func of(_ staff: Int) -> [Int] { stations[staff] }

  /// Who is looked at there.
  func staff(at station: Int) -> [Int] { people[station] }
}
