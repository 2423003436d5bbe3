import Testing

@testable import RotaPlanner

/// The constructive planner: every plan it makes is lawful, and its own account of the objective is the checker's.
@Suite struct DistrictPlannerTests {
  private func expectLawful(_ scenario: Scenario, _ name: String) -> Bool {
    let demand = deriveDemand(scenario)
    guard let draft = DistrictPlanner(scenario, demand: demand).draft() else { return false }
    let plan = draft.plan()
    let report = check(scenario, demand: demand, plan: plan)
    let account = PlanAccount(of: plan, duties: draft.roster.all, scenario: scenario, demand: demand)
    #expect(report.violations.isEmpty, "\(name): \(report.violations.map { "\($0.kind) \($0.subject)" })")
    #expect(report.objective == account.objective, "\(name)")
    return true
  }

  @Test func `a scenario without pins always gets a lawful plan`() {
    for seed in 1...300 { #expect(expectLawful(RandomScenario.tiny(seed: seed, pins: false), "tiny \(seed)")) }
    for seed in 1...100 { #expect(expectLawful(RandomScenario.small(seed: seed, pins: false), "small \(seed)")) }
  }

  @Test func `with pins a plan is lawful, or there is none`() {
    var kept = 0
    for seed in 1...300 where expectLawful(RandomScenario.tiny(seed: seed), "tiny \(seed)") { kept += 1 }
    for seed in 1...100 where expectLawful(RandomScenario.small(seed: seed), "small \(seed)") { kept += 1 }
    #expect(kept > 250)
  }
}

/// The district bound against proven optima.
@Suite struct DistrictBoundTests {
  private func expectBelow(_ scenario: Scenario, _ name: String) throws {
    let demand = deriveDemand(scenario)
    let model = try #require(CompactBuilder.build(scenario, demand: demand, limits: .solvable), "\(name)")
    let outcome = try GLPKMixedInteger.solve(model.model)
    guard outcome.stop == .optimal, let point = outcome.point else { return }
    let result = try DistrictOptimiser().optimise(
      scenario, demand: demand, options: OptimiserOptions(workLimit: 40), progress: { _ in })
    let optimum = PlanAccount(
      of: model.plan(at: point.values), duties: model.duties(at: point.values), scenario: scenario, demand: demand
    ).objective.total
    #expect(result.bound <= optimum, "\(name): \(result.bound.units) above \(optimum.units)")
    if let objective = result.objective { #expect(objective >= optimum, "\(name)") }
  }

  @Test func `no bound is above the optimum of a tiny scenario`() throws {
    for seed in 1...80 { try expectBelow(RandomScenario.tiny(seed: seed, pins: false), "tiny \(seed)") }
  }

  @Test func `no bound is above the optimum of a small scenario`() throws {
    for seed in 1...12 { try expectBelow(RandomScenario.small(seed: seed, pins: false), "small \(seed)") }
  }
}
