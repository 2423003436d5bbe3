import Testing

@testable import RotaPlanner

/// GLPK against exhaustion: the same verdict and the same optimum on hundreds of micro scenarios.
@Suite struct BruteForceTests {
  @Test(arguments: [1...60, 61...120, 121...170, 171...220])
  func `listing all plans gives what GLPK proves`(seeds: ClosedRange<Int>) throws {
    try compare(seeds, RandomScenario.micro)
  }

  @Test(arguments: [1...50, 51...100])
  func `at night, over the first midnight and the last, too`(seeds: ClosedRange<Int>) throws {
    try compare(seeds, RandomScenario.night)
  }

  @Test(arguments: [1...50, 51...100])
  func `in nights in which clocks are changed, too`(seeds: ClosedRange<Int>) throws {
    try compare(seeds, RandomScenario.changed)
  }

  private func compare(_ seeds: ClosedRange<Int>, _ made: (Int) -> Scenario) throws {
    var (compared, clashes, worked) = (0, 0, 0)
    for seed in seeds {
      let scenario = made(seed)
      guard let outcome = BruteForce(scenario).outcome() else { continue }
      let demand = deriveDemand(scenario)
      let result = try AutomaticOptimiser().optimise(
        scenario, demand: demand, options: OptimiserOptions(), progress: { _ in })
      compared += 1
      #expect(outcome.isExact, "seed \(seed)")
      guard let best = outcome.best else {
        #expect(result.status == .infeasible, "seed \(seed)")
        clashes += 1
        continue
      }
      #expect(result.status == .optimal, "seed \(seed)")
      let slack = CompactBuilder.build(scenario, demand: demand, limits: .solvable)?.roundedTerms ?? 0
      let found = try #require(result.objective, "seed \(seed)")
      // Only where O9 is rounded may the model's optimum be some millionths off.
      #expect(
        (0...slack).contains(found.micro - best.objective.micro),
        "seed \(seed): GLPK \(found.units), by listing \(best.objective.units), \(best.plan)")
      #expect(result.bound <= best.objective, "seed \(seed)")
      worked += best.plan.duties.isEmpty ? 0 : 1
    }
    // Most are small enough to be listed, many have something to do, and some have no plan.
    #expect(compared > seeds.count * 2 / 3)
    #expect(worked > seeds.count / 6)
    #expect(clashes > 0)
  }
}
