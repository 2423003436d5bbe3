import RotaEngine

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
    start: Plan?, options: OptimiserOptions, clock: SearchClock, effort: PlanningEffort = PlanningEffort(),
    progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    var search = GLPKMixedInteger.Options()
    search.relativeGap = options.gap
    search.cuts = true
    search.start = start.flatMap(model.point(of:))
    search.limits = clock.limits
    let watch = GLPKWatch(effort)
    let outcome = try GLPKMixedInteger.solve(model.model, options: search) { incumbent in
      progress(
        Progress(
          phase: .searching, seconds: clock.seconds, best: score(incumbent.objective), bound: bound(incumbent.bound),
          work: incumbent.nodes, effort: watch.effort(nodes: incumbent.nodes)))
    } onRelaxation: {
      watch.endRelaxation($0)
    }
    return result(of: outcome, options, clock, watch.effort(nodes: outcome.nodes))
  }

  private func result(
    of outcome: LinearOutcome, _ options: OptimiserOptions, _ clock: SearchClock, _ effort: PlanningEffort
  ) -> PlanResult {
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
      seconds: clock.seconds, work: outcome.nodes, seed: options.seed, effort: effort)
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

/// Splits GLPK's time into the relaxation and the branch and bound after it.
private final class GLPKWatch {
  private let before: PlanningEffort
  private let begin = ContinuousClock.now
  private var relaxation: (seconds: Double, pivots: Int)?

  init(_ before: PlanningEffort) { self.before = before }

  func endRelaxation(_ outcome: SimplexOutcome) {
    relaxation = (begin.secondsUntilNow, outcome.iterations)
  }

  /// What was done until now.
  func effort(nodes: Int) -> PlanningEffort {
    var effort = before
    let all = begin.secondsUntilNow
    let simplex = relaxation?.seconds ?? all
    effort.split[.simplex] += simplex
    effort.split[.search] += all - simplex
    effort.pivots = relaxation?.pivots ?? 0
    effort.nodes = nodes
    return effort
  }
}
