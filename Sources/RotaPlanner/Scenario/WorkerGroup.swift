/// How a worker group earns its living, as the heat rules see it.
enum Employment: String, Sendable {
  /// Employed: heat rules move and lengthen its breaks and stop its work.
  case employed
  /// Platform riders and the self-employed: not covered by the heat rules.
  case selfEmployed
}

/// Outdoor workers of one trade and area who share a shift pattern: the people served.
public struct WorkerGroup: Hashable, Sendable {
  /// Short id from the table, unique among worker groups.
  public internal(set) var id: String
  /// Name for print ("46 sweepers of team B").
  public internal(set) var name: String
  /// Trade (`sanitation`, `courier`, `rider`, `construction`, ...).
  var trade: String
  /// People in the group.
  var headcount: Int
  /// Index into `Scenario.shiftPatterns`.
  var pattern: Int
  /// Day of the pattern's cycle (0-based) that falls on the horizon's first day: teams differ by it.
  var patternOffset: Int
  /// Of 100 people, how many use a station in a break that sets no share of its own.
  var sharePercent: Int
  /// Minutes inside the station a visit.
  var dwellMinutes: Minutes
  /// Whether heat rules bind its employer.
  var employment: Employment
  /// Worth of one visit; 1 unit by default, 1.5 for vulnerable trades.
  var visitWeight: Score
  /// Stations within reach, nearest first, each with the walk one way.
  var reach: [ReachLink]
}

/// One station in walking reach of a worker group.
struct ReachLink: Hashable, Sendable {
  /// Index into `Scenario.stations`.
  var station: Int
  /// Walking minutes one way.
  var walkMinutes: Minutes
}

/// A repeating cycle of working times with breaks.
struct ShiftPattern: Hashable, Sendable {
  /// Short id, unique among patterns.
  var id: String
  /// Days of one cycle; any length from 1.
  var cycleDays: Int
  /// One entry per day of the cycle.
  var days: [PatternDay]
}

/// Work and breaks that start on one day of a cycle. Times count from that day's midnight and may pass 1440.
struct PatternDay: Hashable, Sendable {
  /// Working times, normalised, breaks included.
  var work: [Interval]
  /// Breaks, sorted by start; each inside `work`.
  var breaks: [PatternBreak]

  /// A day off.
  static let off = PatternDay(work: [], breaks: [])
}

/// One break of a pattern.
struct PatternBreak: Hashable, Sendable {
  /// From when to when.
  var interval: Interval
  /// Of 100 people, how many use a station; nil: the group's share.
  var sharePercent: Int?
}

/// Visits wanted at one station as a planner typed them, taken as they are (no heat, no walking).
struct VisitTableRow: Hashable, Sendable {
  /// Line of the row in the file of the table, where the heading is line 1; rows that a variant adds go on after the last. A row for
  /// several days is here once for each of them, with the same number.
  var row: Int
  /// Index into `Scenario.stations`.
  var station: Int
  /// When the visits may start and must end.
  var interval: Interval
  /// How many.
  var visits: Int
  /// Minutes inside.
  var dwellMinutes: Minutes
  /// Worth of one.
  var weight: Score
}
