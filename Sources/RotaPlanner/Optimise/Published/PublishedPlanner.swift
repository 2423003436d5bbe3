import RotaEngine

/// What planning a published instance gave.
public struct PublishedAnswer: Sendable {
  /// How far the search got.
  public var status: PlanStatus
  /// The best lawful roster; nil when infeasible or unknown.
  public var roster: PublishedRoster?
  /// Its penalty.
  public var objective: Int?
  /// No lawful roster has a lower penalty.
  public var bound: Int
  /// Wall seconds used.
  public var seconds: Double
  /// Deterministic work done.
  public var work: Int
  /// What was done and where the time went.
  public var effort: PlanningEffort

  /// (objective - bound) / objective, 0 when the two are equal; nil without an objective.
  public var gap: Double? { objective.map { PublishedPlanner.gap($0, bound) } }
}

/// What is known in the middle of planning a published instance.
public struct PublishedProgress: Sendable {
  /// Wall seconds since it began.
  public var seconds: Double
  /// The penalty of the best lawful roster; nil: none yet.
  public var objective: Int?
  /// No lawful roster has a lower penalty.
  public var bound: Int
  /// Deterministic work done.
  public var work: Int
  /// What was done so far and where the time went.
  public var effort: PlanningEffort
}

/// Plans published instances with the engines that serve every scenario.
public enum PublishedPlanner {
  /// The best roster found until a limit or the proof. Blocks.
  /// - Throws: when GLPK fails for good.
  public static func plan(
    _ instance: PublishedInstance, options: OptimiserOptions, progress: @escaping @Sendable (PublishedProgress) -> Void
  ) throws -> PublishedAnswer {
    switch instance.content {
    case .shiftScheduling(let content): try plan(content, options, progress)
    case .multiActivity(let content): plan(content, options, progress)
    }
  }

  static func gap(_ objective: Int, _ bound: Int) -> Double {
    objective <= bound ? 0 : Double(objective - bound) / Double(max(1, objective))
  }

  private static func plan(
    _ instance: ShiftSchedulingInstance, _ options: OptimiserOptions,
    _ progress: @escaping @Sendable (PublishedProgress) -> Void
  ) throws -> PublishedAnswer {
    let limits = SolveLimits(deadline: options.timeLimit.map { .now + .seconds($0) }, cancel: options.stop)
    let result = try RosteringSolver.solve(
      RosteringProblem(instance),
      options: RosteringOptions(
        limits: limits, workLimit: options.workLimit, seed: options.seed, threads: options.threads
      ) { step in
        let objective = step.objective == .max ? nil : step.objective
        let bound = max(0, step.bound)
        progress(
          PublishedProgress(
            seconds: step.seconds, objective: objective, bound: bound, work: step.work, effort: step.effort))
        // The engine knows no gap to stop at, so whoever watches it stops it.
        if let objective, options.gap > 0, gap(objective, bound) <= options.gap { options.stop.raise() }
      })
    // Weights are never below zero, so zero is a bound before any other is known.
    // Without rosters although nothing stopped it, the engine has met a person who can have none.
    var answer = PublishedAnswer(
      status: limits.stopNow == nil ? .infeasible : .unknown, bound: max(0, result.bound), seconds: result.seconds,
      work: result.work, effort: result.effort)
    if !result.rosters.isEmpty {
      let shifts = result.rosters.map { $0.map { $0 < 0 ? nil : Int($0) } }
      answer.roster = .shiftScheduling(ShiftSchedulingRoster(shifts: shifts))
      answer.objective = result.objective
      answer.status = result.objective <= answer.bound ? .optimal : .feasible
    }
    return answer
  }

  private static func plan(
    _ instance: MultiActivityInstance, _ options: OptimiserOptions,
    _ progress: @escaping @Sendable (PublishedProgress) -> Void
  ) -> PublishedAnswer {
    let slotOptions = SlotOptions(
      timeLimit: options.timeLimit, workLimit: options.workLimit, gap: options.gap, seed: options.seed,
      threads: options.threads, stop: options.stop
    ) { step in
      progress(
        PublishedProgress(
          seconds: step.seconds, objective: step.best, bound: step.bound, work: step.work, effort: step.effort))
    }
    let result = SlotSolver.solve(SlotProblem(instance), options: slotOptions)
    var answer = PublishedAnswer(
      status: result.isInfeasible ? .infeasible : .unknown, bound: result.bound, seconds: result.seconds,
      work: result.work, effort: result.effort)
    if let rota = result.rota, result.shortage == 0 {
      answer.roster = .multiActivity(rota.multiActivity(instance))
      answer.objective = result.penalty
      answer.status = result.isOptimal ? .optimal : .feasible
    }
    return answer
  }
}
