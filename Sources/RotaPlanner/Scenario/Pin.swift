/// Something a planner has decided; the plan keeps it or says why it cannot.
public struct Pin: Hashable, Sendable {
  /// What is pinned.
  enum Demand: Hashable, Sendable {
    /// The staff member works at the station in the whole interval.
    case work(staff: Int, station: Int, interval: Interval)
    /// The staff member is in the crew of the delivery slot.
    case crew(staff: Int, slot: Int)
    /// The staff member has no duty that overlaps the interval.
    case off(staff: Int, interval: Interval)
    /// At least `count` staff are at the station in every slot of the interval: a hard minimum.
    case staffed(station: Int, interval: Interval, count: Int)
    /// The station is closed in the interval.
    case closed(station: Int, interval: Interval)
    /// The site gets a stop in some run of the day with at least `kits` kits.
    case stop(site: Int, day: Int, kits: Int)
  }
  /// What is pinned.
  var demand: Demand
  /// File and line, for messages; nil when made in code.
  var location: SourceLocation?
}
