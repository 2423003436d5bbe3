@testable import RotaPlanner

extension RandomScenario {
  /// A tiny scenario with 2-5 pins of every kind, most of them possible alone, many of them clashing together.
  static func tinyWithManyPins(seed: Int) -> Scenario {
    let scenario = tiny(seed: seed, pins: false)
    var random = SeededGenerator(seed: 7_000 + seed)
    let pins = (0..<random.int(2...5)).map { _ in pin(scenario, &random) }
    return scenario.with(pins: pins.map { Pin(demand: $0, location: nil) })
  }

  private static func pin(_ scenario: Scenario, _ random: inout SeededGenerator) -> Pin.Demand {
    let staff = random.int(0...(scenario.staff.count - 1))
    let station = random.int(0...(scenario.stations.count - 1))
    let spot = hours(scenario.staff[staff].available, scenario, &random)
    let open = hours(scenario.stations[station].hostHours, scenario, &random)
    switch random.int(0...9) {
    case 0...3: return .work(staff: staff, station: random.pick(scenario.staff[staff].allowedStations), interval: spot)
    case 4...5: return .staffed(station: station, interval: open, count: random.int(1...2))
    case 6: return .off(staff: staff, interval: spot)
    case 7: return .closed(station: station, interval: open)
    default:
      guard !scenario.delivery.slots.isEmpty else { return .work(staff: staff, station: station, interval: open) }
      let slot = random.int(0...(scenario.delivery.slots.count - 1))
      if random.chance(50) { return .crew(staff: staff, slot: slot) }
      return .stop(
        site: random.int(0...(scenario.delivery.sites.count - 1)), day: scenario.delivery.slots[slot].day,
        kits: random.int(1...2))
    }
  }

  /// One or two slots out of some hours.
  private static func hours(_ hours: [Interval], _ scenario: Scenario, _ random: inout SeededGenerator) -> Interval {
    let length = scenario.horizon.slotMinutes
    guard let piece = hours.isEmpty ? nil : random.pick(hours), piece.length >= length else {
      return Interval(0, length)
    }
    let slots = piece.length / length
    let first = random.int(0...(slots - 1))
    let count = random.int(1...min(2, slots - first))
    return Interval(piece.start + first * length, piece.start + (first + count) * length)
  }
}
