/// How a worker group earns its living, as the heat rules see it.
public enum Employment: String, Sendable {
  /// Employed: heat rules move and lengthen its breaks and stop its work.
  case employed
  /// Platform riders and the self-employed: not covered by the heat rules.
  case selfEmployed
}

/// Outdoor workers of one trade and area who share a shift pattern: the people served.
public struct WorkerGroup: Hashable, Sendable {
  /// Short id from the table, unique among worker groups.
  public let id: String
  /// Name for print ("46 sweepers of team B").
  public let name: String
  /// Trade (`sanitation`, `courier`, `rider`, `construction`, ...).
  public let trade: String
  /// People in the group.
  public let headcount: Int
  /// Index into `Scenario.shiftPatterns`.
  public let pattern: Int
  /// Day of the pattern's cycle (0-based) that falls on the horizon's first day: teams differ by it.
  public let patternOffset: Int
  /// Of 100 people, how many use a station in a break that sets no share of its own.
  public let sharePercent: Int
  /// Minutes inside the station a visit.
  public let dwellMinutes: Minutes
  /// Whether heat rules bind its employer.
  public let employment: Employment
  /// Worth of one visit; 1 unit by default, 1.5 for vulnerable trades.
  public let visitWeight: Score
  /// Stations within reach, nearest first, each with the walk one way.
  public let reach: [ReachLink]
}

/// One station in walking reach of a worker group.
public struct ReachLink: Hashable, Sendable {
  /// Index into `Scenario.stations`.
  public let station: Int
  /// Walking minutes one way.
  public let walkMinutes: Minutes
}

/// A repeating cycle of working times with breaks.
public struct ShiftPattern: Hashable, Sendable {
  /// Short id, unique among patterns.
  public let id: String
  /// Days of one cycle; any length from 1.
  public let cycleDays: Int
  /// One entry per day of the cycle.
  public let days: [PatternDay]
}

/// Work and breaks that start on one day of a cycle. Times count from that day's midnight and may pass 1440.
public struct PatternDay: Hashable, Sendable {
  /// Working times, normalised, breaks included.
  public let work: [Interval]
  /// Breaks, sorted by start; each inside `work`.
  public let breaks: [PatternBreak]

  /// A day off.
  public static let off = PatternDay(work: [], breaks: [])
}

/// One break of a pattern.
public struct PatternBreak: Hashable, Sendable {
  /// From when to when.
  public let interval: Interval
  /// Of 100 people, how many use a station; nil: the group's share.
  public let sharePercent: Int?
}

/// Visits wanted at one station as a planner typed them, taken as they are (no heat, no walking).
public struct VisitTableRow: Hashable, Sendable {
  /// Line of the row in the file of the table, where the heading is line 1; rows that a variant adds go on after the last. A row for
  /// several days is here once for each of them, with the same number.
  public let row: Int
  /// Index into `Scenario.stations`.
  public let station: Int
  /// When the visits may start and must end.
  public let interval: Interval
  /// How many.
  public let visits: Int
  /// Minutes inside.
  public let dwellMinutes: Minutes
  /// Worth of one.
  public let weight: Score
}
