import RotaEngine

extension CompactBuilder {
  /// R29; `off` has already taken out duties.
  mutating func addPins() {
    for (number, pin) in scenario.pins.enumerated() {
      switch pin.demand {
      case .work(let staff, let station, let interval):
        for slot in slots(overlapping: interval) {
          let present = presence[station][slot].filter { columns.duties[$0].duty.staff == staff }
          addRow("R29_\(number)_t\(slot)", .atLeast(1), terms(present))
        }
      case .crew(let staff, let slot):
        let own = crews[slot].filter { columns.duties[$0].duty.staff == staff }
        addRow("R29_\(number)", .atLeast(1), terms(own))
      case .staffed(let station, let interval, let count):
        for slot in slots(overlapping: interval) {
          let left = count - carried[station * scenario.horizon.slotCount + slot]
          addRow("R29_\(number)_t\(slot)", .atLeast(Double(max(0, left))), terms(presence[station][slot]))
        }
      case .stop(let site, let day, let kits): addPinnedStop(number, site: site, day: day, kits: max(1, kits))
      case .closed(let station, let interval):
        // Nobody can send home those carried over; without them, closing has taken out duties and openings.
        let cells = slots(overlapping: interval).map { station * scenario.horizon.slotCount + $0 }
        if cells.contains(where: { carried[$0] > 0 }) { addRow("R29_\(number)", .atLeast(1), []) }
      case .off: continue
      }
    }
  }

  private mutating func addPinnedStop(_ number: Int, site: Int, day: Int, kits: Int) {
    var chosen: [LinearModel.Term] = []
    for slot in scenario.delivery.slots.indices where scenario.delivery.slots[slot].day == day {
      let given = columns.kits.filter { $0.slot == slot && $0.site == site }
      if given.isEmpty { continue }
      let column = addDerived(
        .pinnedStop(slot: slot, site: site, kits: kits), "pinned_\(number)_v\(slot)", .unit, isInteger: true)
      addRow(
        "R29_\(number)_v\(slot)", .atLeast(0), given.map { ($0.column, 1) } + [(column, Double(-kits))])
      chosen.append((column, 1))
    }
    addRow("R29_\(number)", .atLeast(1), chosen)
  }

  private func slots(overlapping interval: Interval) -> Range<Int> {
    guard interval.length > 0 else { return 0..<0 }
    let length = scenario.horizon.slotMinutes
    let last = min(scenario.horizon.slotCount, (interval.end + length - 1) / length)
    let first = max(0, interval.start) / length
    return first..<max(first, last)
  }
}
