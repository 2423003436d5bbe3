extension CompactBuilder {
  /// Staffed and self-service columns with O1, O2 and their cost; R18 and R19.
  mutating func addOpenings() {
    let prices = OpeningPrices(scenario)
    let slots = 0..<scenario.horizon.slotCount
    columns.staffed = Array(repeating: Array(repeating: nil, count: slots.count), count: scenario.stations.count)
    columns.selfService = columns.staffed
    var allClosed = Score.zero
    for station in scenario.stations.indices {
      for slot in slots {
        let closed = price(prices, station, slot, .closed)
        allClosed += closed
        addStaffed(station, slot, units: price(prices, station, slot, .staffed) - closed)
        addSelfService(station, slot, units: price(prices, station, slot, .selfService) - closed)
        addStaffing(station, slot)
      }
    }
    model.addConstant(allClosed.units)
  }

  private func price(_ prices: OpeningPrices, _ station: Int, _ slot: Int, _ opening: Opening) -> Score {
    prices.promise(station, slot, opening) + prices.refuge(station, slot, opening)
  }

  mutating func addStaffed(_ station: Int, _ slot: Int, units: Score) {
    let isCarried = carried[station * scenario.horizon.slotCount + slot] > 0
    guard isCarried || !presence[station][slot].isEmpty else { return }
    // What those carried over cost is spent in any case.
    let cost = isCarried ? .zero : scenario.staffedMoney(station, slot)
    columns.staffed[station][slot] = addColumn(
      "staffed_s\(station)_t\(slot)", isCarried ? .exactly(1) : .unit, units: units.units, money: cost)
  }

  private mutating func addSelfService(_ station: Int, _ slot: Int, units: Score) {
    let interval = scenario.horizon.interval(ofSlot: slot)
    let place = scenario.stations[station]
    guard carried[station * scenario.horizon.slotCount + slot] == 0, place.selfServiceHours.covers(interval),
      place.hostHours.covers(interval),
      !rules.isClosed(station, in: interval)
    else { return }
    let cost = scenario.selfServiceMoney(station, slot)
    columns.selfService[station][slot] = addColumn("self_s\(station)_t\(slot)", .unit, units: units.units, money: cost)
  }

  mutating func addStaffing(_ station: Int, _ slot: Int) {
    guard let staffed = columns.staffed[station][slot] else { return }
    let place = scenario.stations[station]
    let present = terms(presence[station][slot])
    let before = carried[station * scenario.horizon.slotCount + slot]
    if before > 0 {
      // They keep R18 by themselves: whoever joins them only has to find room.
      addRow("R18_most_s\(station)_t\(slot)", .atMost(Double(place.maximumStaff - before)), present)
      return
    }
    addRow("R18_most_s\(station)_t\(slot)", .atMost(0), present + [(staffed, Double(-place.maximumStaff))])
    addRow("R18_least_s\(station)_t\(slot)", .atLeast(0), present + [(staffed, Double(-place.minimumStaff))])
    for (index, skill) in place.neededSkills.enumerated() {
      let skilled = terms(presence[station][slot]) { scenario.staff[$0.staff].skills.contains(skill) ? 1 : 0 }
      addRow("R18_skill\(index)_s\(station)_t\(slot)", .atLeast(0), skilled + [(staffed, -1)])
    }
    guard let selfService = columns.selfService[station][slot] else { return }
    addRow("R19_s\(station)_t\(slot)", .atMost(1), [(staffed, 1), (selfService, 1)])
  }

  /// The columns that open the slot.
  func openingColumns(_ station: Int, _ slot: Int) -> [Int] {
    [columns.staffed[station][slot], columns.selfService[station][slot]].compactMap { $0 }
  }
}
