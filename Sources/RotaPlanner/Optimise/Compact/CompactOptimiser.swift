/// Solves the whole scenario as one integer program with GLPK's branch and bound, to proven optimality when limits allow.
struct CompactOptimiser: Optimiser {
  /// The exact model of the scenario that is planned.
  let model: CompactModel

  /// Plans; `start` is a lawful plan to begin with.
  func optimise(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    try solve(start: nil, options: options, clock: SearchClock(options), progress: progress)
  }

  /// Plans beginning from a lawful plan, within the limits of `clock`.
  func solve(
    start: Plan?, options: OptimiserOptions, clock: SearchClock, progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    var search = GLPKMixedInteger.Options()
    search.relativeGap = options.gap
    search.cuts = true
    search.start = start.flatMap(model.point(of:))
    search.limits = clock.limits
    let outcome = try GLPKMixedInteger.solve(model.model, options: search) { incumbent in
      progress(
        Progress(
          phase: .searching, seconds: clock.seconds, best: score(incumbent.objective), bound: bound(incumbent.bound)))
    }
    return result(of: outcome, options, clock)
  }

  private func result(of outcome: LinearOutcome, _ options: OptimiserOptions, _ clock: SearchClock) -> PlanResult {
    let plan = outcome.point.map { model.plan(at: $0.values) }
    let objective = outcome.point.map { point in
      PlanAccount(
        of: model.plan(at: point.values), duties: model.duties(at: point.values), scenario: model.scenario,
        demand: model.demand
      ).objective.total
    }
    let status: PlanStatus =
      switch outcome.stop {
      case .optimal: .optimal
      case .infeasible: .infeasible
      case .gapReached, .unbounded, .timeLimit, .workLimit, .cancelled: plan == nil ? .unknown : .feasible
      }
    return PlanResult(
      status: status, plan: plan, objective: objective, bound: bound(outcome, objective),
      seconds: clock.seconds, work: outcome.nodes, seed: options.seed)
  }

  private func score(_ units: Double) -> Score { Score(micro: Int((units * 1_000_000).rounded())) }

  private func bound(_ units: Double) -> Score? { units.isFinite ? model.bound(from: units) : nil }

  /// At the optimum nothing is left to search: the bound is the objective itself unless rounding could hide a better plan.
  private func bound(_ outcome: LinearOutcome, _ objective: Score?) -> Score {
    guard let objective else { return bound(outcome.bound) ?? .zero }
    if outcome.stop == .optimal && model.roundedTerms == 0 { return objective }
    return min(objective, bound(outcome.bound) ?? .zero)
  }
}
