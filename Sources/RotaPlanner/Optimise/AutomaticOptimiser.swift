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
    guard let model = CompactBuilder.build(scenario, demand: demand, limits: .solvable, stop: clock.limits) else {
      return try DistrictOptimiser().optimise(scenario, demand: demand, options: options, progress: progress)
    }
    let start = DistrictPlanner(scenario, demand: demand, shouldStop: { clock.isOver }).draft()?.plan()
    return try CompactOptimiser(model: model)
      .solve(start: start, options: options, clock: clock, progress: progress)
  }
}
