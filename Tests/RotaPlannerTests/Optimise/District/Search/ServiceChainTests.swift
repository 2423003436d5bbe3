import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Visits that move on in chains.
@Suite struct ServiceChainTests {
  @Test func `chains never lose anything, gain somewhere, and leave a lawful plan`() throws {
    var gained = 0
    // Sixty at least, and on until one has something to gain: on most small first plans nothing is left.
    for seed in 1...600 where seed <= 60 || gained == 0 {
      let scenario = RandomScenario.small(seed: seed, pins: false)
      let demand = deriveDemand(scenario)
      let draft = try #require(DistrictPlanner(scenario, demand: demand, limits: SolveLimits()).draft())
      let search = try #require(DistrictSearch(draft, seed: 1))
      let before = search.objective
      search.rearrangeVisits()
      #expect(search.objective <= before, "small \(seed)")
      if search.objective < before { gained += 1 }
      let (plan, duties) = search.bestPlan()
      let report = check(scenario, demand: demand, plan: plan)
      #expect(report.violations.isEmpty, "small \(seed)")
      let account = PlanAccount(of: plan, duties: duties, scenario: scenario, demand: demand)
      #expect(report.objective.total == account.objective.total, "small \(seed)")
    }
    #expect(gained > 0)
  }
}
