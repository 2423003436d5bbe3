/// Where a segment of a duty is served.
enum Place: Hashable, Sendable {
  /// At a station (index).
  case station(Int)
  /// In the crew of a delivery slot (index into `Delivery.slots`).
  case run(Int)
}

/// One unbroken stretch of a duty at one place.
struct Segment: Hashable, Sendable {
  /// Where.
  var place: Place
  /// When, on the slot grid.
  var interval: Interval
}

/// One attendance of one staff member: segments in time order. What lies between them (travel, meal break,
/// split) follows from the gap, see docs/model.md section 3.
public struct Duty: Hashable, Sendable {
  /// Index into `Scenario.staff`.
  public internal(set) var staff: Int
  /// At least one, by start.
  var segments: [Segment]

  /// From the first segment's start to the last one's end.
  var span: Interval { Interval(segments[0].interval.start, segments[segments.count - 1].interval.end) }
}
