/// Visits that a plan may serve, and where each number comes from.
public struct DerivedDemand: Hashable, Sendable {
  /// By first minute, then worker group or table row.
  let items: [DemandItem]
}

/// Visits wanted by one worker group in one break (or by one row of the visit table).
struct DemandItem: Hashable, Sendable {
  /// Where the number comes from.
  let source: DemandSource
  /// The break: people leave for the station at its start and are back at its end.
  let window: Interval
  /// Visits wanted, at least 1.
  let visits: Int
  /// Minutes inside.
  let dwellMinutes: Minutes
  /// Worth of one visit.
  let weight: Score
  /// Ways to serve it, by station then slot; empty: out of reach.
  let options: [ServiceOption]
}

/// One way to serve a visit: a station and an arrival slot.
struct ServiceOption: Hashable, Sendable {
  /// Index into `Scenario.stations`.
  let station: Int
  /// Slot of arrival.
  let slot: Int
  /// Minute of arrival: the later of slot start and break start plus walk.
  let arrival: Minutes
  /// Walking minutes one way.
  let walkMinutes: Minutes
}

extension ServiceOption {
  /// Minutes that a stay of `dwell` minutes takes in each slot from the slot of arrival on; 0 in that one for a stay of no length.
  func minutesBySlot(dwell: Minutes, _ horizon: Horizon) -> [Minutes] {
    let stay = Interval(arrival, arrival + dwell)
    let last = stay.length == 0 ? slot : (stay.end - 1) / horizon.slotMinutes
    return (slot...last).map { stay.overlap(horizon.interval(ofSlot: $0)) }
  }
}

/// Provenance of a demand item.
enum DemandSource: Hashable, Sendable {
  /// A break of a worker group: headcount x share x heat percent, rounded half up.
  case group(index: Int, day: Int, sharePercent: Int, heatPercent: Int, kind: BreakKind)
  /// A row of the visit table.
  case table(row: Int)
}

/// What heat made of a break.
enum BreakKind: String, Hashable, Sendable {
  /// As in the pattern.
  case planned
  /// Lengthened by the heat band.
  case lengthened
  /// The stop of work in the hottest window.
  case heatStop
}
