extension CompactBuilder {
  /// The law, the pins and the budget over the given duties and stop sequences, without visits and prices.
  /// - Parameter cells: Where given, only these station slots are held to the rules of stations.
  static func law(
    _ scenario: Scenario, duties: [DutyCandidate], sequences: [[StopSequence]], onlyIn cells: PinCells? = nil
  ) -> CompactModel {
    let nothing = DerivedDemand(items: [])
    var builder = CompactBuilder(scenario: scenario, demand: nothing, rules: DutyLaw(scenario))
    builder.addDuties(duties)
    if let cells { builder.addOpenings(in: cells) } else { builder.addOpenings() }
    builder.addRuns(sequences)
    builder.addKits()
    builder.addRests()
    builder.addHours()
    builder.addPins()
    builder.addBudget()
    return CompactModel(scenario: scenario, demand: nothing, model: builder.model, columns: builder.columns)
  }

  private mutating func addOpenings(in cells: PinCells) {
    columns.staffed = cells.slots.map { $0.map { _ in nil } }
    columns.selfService = columns.staffed
    for station in cells.slots.indices {
      for slot in cells.slots[station].indices where cells.slots[station][slot] {
        addStaffed(station, slot, units: .zero)
        addStaffing(station, slot)
      }
    }
  }
}
