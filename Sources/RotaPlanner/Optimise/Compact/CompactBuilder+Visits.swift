import RotaEngine

extension CompactBuilder {
  /// Visit columns with O3; R20, R21 and R22.
  mutating func addVisits() {
    var seats = Array(
      repeating: [[LinearModel.Term]](repeating: [], count: scenario.horizon.slotCount), count: scenario.stations.count)
    var arrivals = seats
    var unserved = Score.zero
    for (index, item) in demand.items.enumerated() {
      unserved += item.weight * item.visits
      var all: [LinearModel.Term] = []
      for (number, option) in item.options.enumerated() where canServe(option, item) {
        let column = addColumn(
          "visit_i\(index)_s\(option.station)_t\(option.slot)", .between(0, Double(item.visits)),
          units: -item.weight.units)
        columns.visits.append(.init(item: index, option: number, column: column))
        all.append((column, 1))
        arrivals[option.station][option.slot].append((column, 1))
        for (slot, minutes) in occupied(option, item) { seats[option.station][slot].append((column, Double(minutes))) }
        addLinks(column, option, item, "i\(index)_s\(option.station)_t\(option.slot)")
      }
      addRow("R20_i\(index)", .atMost(Double(item.visits)), all)
    }
    model.addConstant(unserved.units)
    for station in scenario.stations.indices {
      for slot in 0..<scenario.horizon.slotCount {
        addSeats(station, slot, seats[station][slot])
        addRate(station, slot, arrivals[station][slot])
      }
    }
  }

  /// The slots that a visit touches, with the minutes in each.
  private func occupied(_ option: ServiceOption, _ item: DemandItem) -> [(slot: Int, minutes: Minutes)] {
    let stay = Interval(option.arrival, option.arrival + item.dwellMinutes)
    guard stay.length > 0 else { return [] }
    let length = scenario.horizon.slotMinutes
    return (stay.start / length...(stay.end - 1) / length).map {
      ($0, stay.overlap(scenario.horizon.interval(ofSlot: $0)))
    }
  }

  private func canServe(_ option: ServiceOption, _ item: DemandItem) -> Bool {
    !openingColumns(option.station, option.slot).isEmpty
      && occupied(option, item).allSatisfy { !openingColumns(option.station, $0.slot).isEmpty }
  }

  /// Arrivals in a slot per staff member present, and without any.
  private func rates(_ station: Int, _ slot: Int) -> (staff: Int, selfService: Int) {
    (serviceRates.perStaff(station, slot), serviceRates.selfService(station, slot))
  }

  private mutating func addSeats(_ station: Int, _ slot: Int, _ visits: [LinearModel.Term]) {
    guard !visits.isEmpty else { return }
    let seatMinutes = Double(-scenario.stations[station].seats * scenario.horizon.slotMinutes)
    let open = openingColumns(station, slot).map { (column: $0, coefficient: seatMinutes) }
    addRow("R21_s\(station)_t\(slot)", .atMost(0), visits + open)
  }

  private mutating func addRate(_ station: Int, _ slot: Int, _ visits: [LinearModel.Term]) {
    guard !visits.isEmpty else { return }
    let rates = rates(station, slot)
    let staff = terms(presence[station][slot]) { _ in Double(-rates.staff) }
    let before = carried[station * scenario.horizon.slotCount + slot]
    let open = openingColumns(station, slot).map {
      (column: $0, coefficient: Double(-rates.selfService - before * rates.staff))
    }
    addRow("R22_s\(station)_t\(slot)", .atMost(0), visits + staff + open)
  }

  /// Rows that R21 and R22 imply for whole numbers and that make the relaxation tighter: no visit of the option without an opening
  /// in each slot of the stay, and in the arrival slot not more than the opening can take.
  private mutating func addLinks(_ column: Int, _ option: ServiceOption, _ item: DemandItem, _ name: String) {
    let most = Double(item.visits)
    let rates = rates(option.station, option.slot)
    let whole = rates.selfService + rates.staff * scenario.stations[option.station].maximumStaff
    var links: [LinearModel.Term] = [(column, 1)]
    if let staffed = columns.staffed[option.station][option.slot] {
      links.append((staffed, -min(most, Double(whole))))
    }
    if let selfService = columns.selfService[option.station][option.slot] {
      links.append((selfService, -min(most, Double(rates.selfService))))
    }
    addRow("R22_link_\(name)", .atMost(0), links)
    for (slot, _) in occupied(option, item) where slot != option.slot {
      let open = openingColumns(option.station, slot).map { (column: $0, coefficient: -most) }
      addRow("R21_link_\(name)_u\(slot)", .atMost(0), [(column, 1)] + open)
    }
  }
}
