import RotaEngine

/// What the engine reports while it runs.
struct RosteringProgress: Sendable {
  /// What it is doing.
  var phase: String
  /// Seconds since the start.
  var seconds: Double
  /// The best objective so far.
  var objective: Int
  /// No objective is lower than this.
  var bound: Int
  /// Work so far, in units that are the same on every machine.
  var work: Int
  /// Rounds, columns, pivots and nodes so far, and where the time of both lanes went.
  var effort: PlanningEffort
}

/// The engine's options.
struct RosteringOptions: Sendable {
  /// Limits on time and cancellation.
  var limits: SolveLimits
  /// Most units of work, the same on every machine; nil for no limit.
  var workLimit: Int?
  /// Seed of all chance.
  var seed: UInt64
  /// Threads for pricing.
  var threads: Int
  /// Called at each step that is worth telling.
  var progress: (@Sendable (RosteringProgress) -> Void)?

  /// Options as given.
  init(
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
struct RosteringResult: Sendable {
  /// For each person, the kind on each day, -1 for a day off; empty when no lawful rosters exist.
  var rosters: [[Int32]]
  /// The objective of `rosters`.
  var objective: Int
  /// No rosters have a lower objective.
  var bound: Int
  /// Seconds to the best rosters, and in all.
  var secondsToBest: Double
  /// Seconds in all.
  var seconds: Double
  /// Work in all, in units that are the same on every machine.
  var work: Int
  /// Rounds, columns, pivots and nodes, and where the time of both lanes went.
  var effort: PlanningEffort
}

/// Solves rostering problems by column generation.
enum RosteringSolver {
  /// The best rosters found within the limits, with a bound. Blocks; runs on a thread of its own.
  /// - Throws: when GLPK fails for good.
  static func solve(
    _ problem: RosteringProblem, options: RosteringOptions = RosteringOptions()
  ) throws -> RosteringResult {
    try GLPKThread.runBlocking { try RosteringSearch(problem: problem, options: options).run() }
  }
}
