import RotaEngine

extension CompactBuilder {
  /// O12: openings that begin, and those of them beyond the first one of a stretch of host hours. O13: promised days not kept whole.
  mutating func addStationDays() {
    let days = StationDays(scenario)
    if scenario.weights.extraOpening > .zero { addExtraOpenings(days) }
    if scenario.weights.brokenDay > .zero { addBrokenDays(days) }
  }

  private mutating func addExtraOpenings(_ days: StationDays) {
    var begun = [[LinearModel.Term]](repeating: [], count: days.stretchCount)
    for station in scenario.stations.indices {
      for slot in 0..<scenario.horizon.slotCount {
        guard let stretch = days.stretch[station * scenario.horizon.slotCount + slot],
          let staffed = columns.staffed[station][slot], slot > 0 || !days.goesOn[station]
        else { continue }
        let before = slot > 0 ? columns.staffed[station][slot - 1] : nil
        guard let before else {
          begun[stretch].append((staffed, 1))
          continue
        }
        let column = addDerived(.begins(station: station, slot: slot), "begins_s\(station)_t\(slot)", .unit)
        addRow("O12_s\(station)_t\(slot)", .atLeast(0), [(column, 1), (staffed, -1), (before, 1)])
        begun[stretch].append((column, 1))
      }
    }
    for (stretch, terms) in begun.enumerated() where terms.count > 1 {
      let column = addDerived(
        .extraOpenings(stretch: stretch), "extra_h\(stretch)", .nonNegative, units: scenario.weights.extraOpening.units)
      addRow("O12_h\(stretch)", .atLeast(-1), [(column, 1)] + terms.map { ($0.column, -$0.coefficient) })
    }
  }

  private mutating func addBrokenDays(_ days: StationDays) {
    var columnOf = [Int?](repeating: nil, count: days.dayCount)
    for station in scenario.stations.indices {
      for slot in 0..<scenario.horizon.slotCount {
        guard let day = days.promisedDay[station * scenario.horizon.slotCount + slot] else { continue }
        let column =
          columnOf[day]
          ?? addDerived(.brokenDay(day), "broken_d\(day)", .unit, units: scenario.weights.brokenDay.units)
        columnOf[day] = column
        var kept: [LinearModel.Term] = []
        if let staffed = columns.staffed[station][slot] { kept.append((staffed, 1)) }
        if days.keeps(station, .selfService), let open = columns.selfService[station][slot] { kept.append((open, 1)) }
        addRow("O13_s\(station)_t\(slot)", .atLeast(1), kept + [(column, 1)])
      }
    }
  }
}
