import RotaEngine

/// Chooses the optimiser by size: scenarios whose exact model is small are solved to proven optimality, all others get the district
/// planner's plan and bound. The limit is `CompactLimits.solvable`.
public struct AutomaticOptimiser: Optimiser {
  /// The default optimiser.
  public init() {}

  /// Plans with the optimiser that fits the size.
  public func optimise(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    let clock = SearchClock(options)
    var effort = PlanningEffort()
    if scenario.isBeyondBudget { return .infeasible(clock, options, effort) }
    // First of all, so that a short limit leaves a plan and not only half a model.
    let draft = effort.split.time(.firstPlan) {
      DistrictPlanner(scenario, demand: demand, limits: clock.firstPlanLimits).draft()
    }
    let model = effort.split.time(.model) {
      CompactBuilder.build(scenario, demand: demand, limits: .solvable, stop: clock.limits)
    }
    let first = draft.map { Incumbent($0) }
    if let model, let result = exact(model, first, options, clock, effort, progress) {
      guard result.plan == nil, result.status != .infeasible, options.stop.isRaised else { return result }
      // Stopped before any plan: there is still time to make a first one.
      let late = try DistrictOptimiser(clock: clock, effort: result.effort)
        .optimise(scenario, demand: demand, options: options, progress: progress)
      return late.raisingBound(to: result.bound)
    }
    return try DistrictOptimiser(draft: draft, clock: clock, effort: effort)
      .optimise(scenario, demand: demand, options: options, progress: progress)
  }

  /// What branch and bound gives; nil where the solver fails or contradicts the plan that is there, so that the other way is taken.
  private func exact(
    _ model: CompactModel, _ first: Incumbent?, _ options: OptimiserOptions, _ clock: SearchClock,
    _ effort: PlanningEffort, _ progress: @escaping ProgressHandler
  ) -> PlanResult? {
    let result = try? CompactOptimiser(model: model)
      .solve(start: first?.plan, options: options, clock: clock, effort: effort, progress: progress)
    guard let result, first == nil || result.status != .infeasible else { return nil }
    return result.keeping(first)
  }
}

extension PlanResult {
  /// No lawful plan exists.
  static func infeasible(_ clock: SearchClock, _ options: OptimiserOptions, _ effort: PlanningEffort) -> PlanResult {
    PlanResult(
      status: .infeasible, plan: nil, objective: nil, bound: .zero, seconds: clock.seconds, work: 0,
      seed: options.seed, effort: effort)
  }
}

extension Scenario {
  /// Whether the overtime pay that the ledger has earned already takes more than the budget (R28): then not even the empty plan is lawful.
  var isBeyondBudget: Bool {
    guard let budget else { return false }
    return PlanMoney(of: .empty(for: self), duties: [], scenario: self).total > budget
  }
}
