extension CompactBuilder {
  /// Run columns with O5, O11 and the cost of metres; R23.
  mutating func addRuns(_ sequences: [[StopSequence]]) {
    let delivery = scenario.delivery
    runsOfSlot = Array(repeating: [], count: delivery.slots.count)
    for (slot, own) in sequences.enumerated() where !own.isEmpty {
      let vehicle = delivery.vehicles[delivery.slots[slot].vehicle]
      for (number, sequence) in own.enumerated() {
        let column = addColumn(
          "run_v\(slot)_\(number)", .unit, units: (scenario.weights.metre * sequence.metres).units,
          money: vehicle.costPerMetre * sequence.metres)
        runsOfSlot[slot].append(columns.runs.count)
        columns.runs.append(.init(sequence: sequence, column: column))
      }
      addCrew(slot)
    }
    for (number, sites) in delivery.pricedTrades.enumerated() where scenario.weights.tradeMissed > .zero {
      let column = addDerived(
        .tradeMissed(sites: sites), "trade_missed_\(number)", .unit, units: scenario.weights.tradeMissed.units)
      let reached = columns.runs.filter { run in sites.contains { run.sequence.sites.contains($0) } }
      addRow("O5_\(number)", .atLeast(1), reached.map { ($0.column, 1) } + [(column, 1)])
    }
  }

  private mutating func addCrew(_ slot: Int) {
    let delivery = scenario.delivery
    let runs = runsOfSlot[slot].map { columns.runs[$0].column }
    let crew = terms(crews[slot])
    addRow("R23_one_v\(slot)", .atMost(1), runs.map { ($0, 1) })
    addRow("R23_crew_v\(slot)", .exactly(0), crew + runs.map { ($0, Double(-delivery.crewSize)) })
    guard let skill = delivery.driverSkill else { return }
    let drivers = terms(crews[slot]) { scenario.staff[$0.staff].skills.contains(skill) ? 1 : 0 }
    addRow("R23_driver_v\(slot)", .atLeast(0), drivers + runs.map { ($0, -1) })
  }
}
