/// The links between staffed cells and the people who hold the skills needed there (R18): one row a cell and skill, and the kinds of
/// people by the skills that any row asks for.
struct SkillRows: Sendable {
  /// Cell of each row.
  let cells: [Int]
  /// Kind of each person.
  let kinds: [Int]
  /// For each kind the rows whose skill it holds.
  let heldRows: [[Int]]

  init(_ scenario: Scenario) {
    let carried = scenario.carriedNumbers
    let slots = scenario.horizon.slotCount
    let names = Set(scenario.stations.flatMap(\.neededSkills)).sorted()
    var cells: [Int] = []
    var skills: [String] = []
    for (number, station) in scenario.stations.enumerated() {
      for skill in station.neededSkills {
        for slot in 0..<slots
        where carried[number * slots + slot] == 0 && station.hostHours.covers(scenario.horizon.interval(ofSlot: slot)) {
          cells.append(number * slots + slot)
          skills.append(skill)
        }
      }
    }
    var known: [[String]] = []
    var kinds: [Int] = []
    for person in scenario.staff {
      let own = names.filter(person.skills.contains)
      if let kind = known.firstIndex(of: own) {
        kinds.append(kind)
      } else {
        kinds.append(known.count)
        known.append(own)
      }
    }
    self.cells = cells
    self.kinds = kinds
    heldRows = known.map { own in skills.indices.filter { own.contains(skills[$0]) } }
  }
}
