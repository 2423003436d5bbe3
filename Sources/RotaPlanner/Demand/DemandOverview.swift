/// Demand as people read it: visits per station and slot.
///
/// A visit that several stations could serve counts once: at the nearest of them, in the slot of its earliest arrival there.
struct DemandOverview: Hashable, Sendable {
  /// One station in one slot with at least one visit.
  struct Cell: Hashable, Sendable {
    /// Index into `Scenario.stations`.
    let station: Int
    /// Slot of the horizon.
    let slot: Int
    /// Visits that count here, at least 1.
    let visits: Int
  }

  /// By slot, then station.
  let cells: [Cell]
  /// Visits that no station can serve.
  let visitsOutOfReach: Int

  /// Counts `demand`.
  init(_ demand: DerivedDemand) {
    var visits: [Place: Int] = [:]
    var outOfReach = 0
    for item in demand.items {
      guard let nearest = item.nearestOption else {
        outOfReach += item.visits
        continue
      }
      visits[Place(slot: nearest.slot, station: nearest.station), default: 0] += item.visits
    }
    cells = visits.sorted { $0.key < $1.key }
      .map { Cell(station: $0.key.station, slot: $0.key.slot, visits: $0.value) }
    visitsOutOfReach = outOfReach
  }

  private struct Place: Hashable, Comparable {
    let slot: Int
    let station: Int
    static func < (left: Place, right: Place) -> Bool {
      (left.slot, left.station) < (right.slot, right.station)
    }
  }
}

extension DemandItem {
  /// The earliest arrival at the station with the shortest walk (the first in the table of equals); nil: out of reach.
  var nearestOption: ServiceOption? {
    options.min { ($0.walkMinutes, $0.station, $0.slot) < ($1.walkMinutes, $1.station, $1.slot) }
  }
}
