import RotaEngine

/// Makes a plan for a scenario and proves how far it can be from the best one.
public protocol Optimiser: Sendable {
  /// Plans the scenario. Synchronous: it returns when it is done or a limit is reached, with the best plan and bound until then.
  /// - Parameter progress: Called now and then from the thread that plans.
  /// - Throws: `GLPKError` when the linear programming layer fails; limits and infeasibility are results, not errors.
  func optimise(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) throws -> PlanResult
}

/// Receives progress while a plan is made.
public typealias ProgressHandler = @Sendable (Progress) -> Void

/// When an optimiser may stop, and what steers its choices.
public struct OptimiserOptions: Sendable {
  /// Wall seconds after which it stops; nil: none.
  public var timeLimit: Double?
  /// Deterministic work units after which it stops, the same on every machine; nil: none.
  public var workLimit: Int?
  /// It may stop once (objective - bound) / |objective| is at most this fraction; 0 asks for proof.
  public var gap: Double
  /// Seed of all random choices.
  public var seed: UInt64
  /// Threads it may use; the plan does not depend on it.
  public var threads: Int
  /// Raise it to stop at once with the best plan so far.
  public var stop: CancelFlag

  /// Options that ask for an optimal plan whatever it takes, unless given otherwise.
  public init(
    timeLimit: Double? = nil, workLimit: Int? = nil, gap: Double = 0, seed: UInt64 = 1, threads: Int = 1,
    stop: CancelFlag = CancelFlag()
  ) {
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.seed = seed
    self.threads = threads
    self.stop = stop
  }
}

/// How far an optimiser is.
public struct Progress: Hashable, Sendable {
  /// What it is doing.
  enum Phase: String, Sendable {
    /// Building the first lawful plan.
    case constructing
    /// Proving a bound.
    case bounding
    /// Looking for better plans.
    case searching
  }

  /// What it is doing.
  let phase: Phase
  /// Wall seconds since it began.
  public let seconds: Double
  /// Objective of the best plan so far; nil before the first.
  public let best: Score?
  /// The best proved bound so far; nil before the first.
  public let bound: Score?
  /// Deterministic work units used so far.
  public let work: Int
  /// What was done so far and where the time went.
  public var effort: PlanningEffort

  /// One report.
  init(
    phase: Phase, seconds: Double, best: Score?, bound: Score?, work: Int = 0, effort: PlanningEffort = PlanningEffort()
  ) {
    self.phase = phase
    self.seconds = seconds
    self.best = best
    self.bound = bound
    self.work = work
    self.effort = effort
  }

  /// (best - bound) / |best|; nil before both are known.
  public var gap: Double? {
    guard let best, let bound else { return nil }
    return best.micro == bound.micro ? 0 : Double(best.micro - bound.micro) / max(1, abs(Double(best.micro)))
  }
}

extension Optimiser {
  /// Plans on a thread of its own, so that the caller's executor stays free.
  func optimiseInBackground(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) async throws -> PlanResult {
    try await GLPKThread.run { try optimise(scenario, demand: demand, options: options, progress: progress) }
  }
}
