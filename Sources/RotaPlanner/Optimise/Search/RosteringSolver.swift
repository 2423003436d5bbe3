/// What the engine reports while it runs.
public struct RosteringProgress: Sendable {
  /// What it is doing.
  public var phase: String
  /// Seconds since the start.
  public var seconds: Double
  /// The best objective so far.
  public var objective: Int
  /// No objective is lower than this.
  public var bound: Int
  /// Work so far, in units that are the same on every machine.
  public var work: Int
  /// Rounds, columns, pivots and nodes so far, and where the time of both lanes went.
  public var effort: PlanningEffort
}

/// The engine's options.
public struct RosteringOptions: Sendable {
  /// Limits on time and cancellation.
  public var limits: SolveLimits
  /// Most units of work, the same on every machine; nil for no limit.
  public var workLimit: Int?
  /// Seed of all chance.
  public var seed: UInt64
  /// Threads for pricing.
  public var threads: Int
  /// Called at each step that is worth telling.
  public var progress: (@Sendable (RosteringProgress) -> Void)?

  /// Options as given.
  public init(
    limits: SolveLimits = .none, workLimit: Int? = nil, seed: UInt64 = 1, threads: Int = 2,
    progress: (@Sendable (RosteringProgress) -> Void)? = nil
  ) {
    self.limits = limits
    self.workLimit = workLimit
    self.seed = seed
    self.threads = threads
    self.progress = progress
  }
}

/// The engine's answer.
public struct RosteringResult: Sendable {
  /// For each person, the kind on each day, -1 for a day off; empty when no lawful rosters exist.
  public var rosters: [[Int32]]
  /// The objective of `rosters`.
  public var objective: Int
  /// No rosters have a lower objective.
  public var bound: Int
  /// Seconds to the best rosters, and in all.
  public var secondsToBest: Double
  /// Seconds in all.
  public var seconds: Double
  /// Work in all, in units that are the same on every machine.
  public var work: Int
  /// Rounds, columns, pivots and nodes, and where the time of both lanes went.
  public var effort: PlanningEffort
}

/// Solves rostering problems by column generation.
public enum RosteringSolver {
  /// The best rosters found within the limits, with a bound. Blocks; runs on a thread of its own.
  /// - Throws: when GLPK fails for good.
  public static func solve(
    _ problem: RosteringProblem, options: RosteringOptions = RosteringOptions()
  ) throws -> RosteringResult {
    try GLPKThread.runBlocking { try RosteringSearch(problem: problem, options: options).run() }
  }
}
