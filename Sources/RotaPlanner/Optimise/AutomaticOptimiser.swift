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
    // First of all, so that a short limit leaves a plan and not only half a model.
    var effort = PlanningEffort()
    let draft = effort.split.time(.firstPlan) {
      DistrictPlanner(scenario, demand: demand, limits: clock.firstPlanLimits).draft()
    }
    let model = effort.split.time(.model) {
      CompactBuilder.build(scenario, demand: demand, limits: .solvable, stop: clock.limits)
    }
    guard let model else {
      return try DistrictOptimiser(draft: draft, clock: clock, effort: effort)
        .optimise(scenario, demand: demand, options: options, progress: progress)
    }
    let result = try CompactOptimiser(model: model)
      .solve(start: draft?.plan(), options: options, clock: clock, effort: effort, progress: progress)
    guard result.status == .unknown, options.stop.isRaised else { return result }
    // Stopped before any plan: there is still time to make a first one.
    let late = try DistrictOptimiser(clock: clock, effort: result.effort)
      .optimise(scenario, demand: demand, options: options, progress: progress)
    return late.raisingBound(to: result.bound)
  }
}
