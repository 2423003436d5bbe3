/// A part of planning whose time is told apart. The raw value is its name for machines.
public enum PlanningPart: String, CaseIterable, Sendable {
  /// Reading and validating files.
  case loading
  /// Deriving the visits wanted.
  case demand
  /// Making the first lawful plan of a scenario.
  case firstPlan = "first_plan"
  /// Writing down the exact model of a small scenario, or finding out that it would be too large.
  case model
  /// Linear programs in GLPK, those inside its branch and bound left out.
  case simplex
  /// Dynamic programs that price rosters.
  case pricing
  /// Rounds of a Lagrangian bound, with their own pricing.
  case bound
  /// Everything else that looks for better plans: choosing, branching, local search.
  case search
  /// The checker's reading of the plan.
  case check
  /// Making and writing the files.
  case export
}

/// Wall seconds by part of planning. Parts that run side by side on two threads count each, so the sum is at most the wall seconds
/// times the threads; a part that uses both threads at once counts once.
///
/// Clocks are read where parts begin and end, never inside their loops, and nobody reads the figures but to show them.
public struct TimeSplit: Hashable, Sendable {
  private var seconds = [Double](repeating: 0, count: PlanningPart.allCases.count)

  /// No time yet.
  public init() {}

  /// Wall seconds of a part.
  subscript(_ part: PlanningPart) -> Double {
    get { seconds[part.index] }
    set { seconds[part.index] = newValue }
  }

  /// Seconds of all parts.
  var total: Double { seconds.reduce(0, +) }

  /// Does a piece of work and books its time, also when it fails.
  public mutating func time<Value, Failure: Error>(
    _ part: PlanningPart, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let begin = ContinuousClock.now
    defer { self[part] += begin.secondsUntilNow }
    return try work()
  }

  /// Adds the seconds of another split, part by part.
  public static func += (split: inout TimeSplit, other: TimeSplit) {
    for index in split.seconds.indices { split.seconds[index] += other.seconds[index] }
  }
}

extension PlanningPart {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ContinuousClock.Instant {
  /// Wall seconds since this instant.
  var secondsUntilNow: Double { (ContinuousClock.now - self) / Swift.Duration.seconds(1) }
}
