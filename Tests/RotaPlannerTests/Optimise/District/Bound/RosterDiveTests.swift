import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// The dive from the bound's multipliers.
@Suite struct RosterDiveTests {
  private func search(_ scenario: Scenario, _ demand: DerivedDemand) throws -> DistrictSearch {
    let draft = try #require(DistrictPlanner(scenario, demand: demand, limits: SolveLimits()).draft())
    return try #require(DistrictSearch(draft, seed: 1))
  }

  private func bound(_ scenario: Scenario, _ demand: DerivedDemand, rounds: Int, target: Double) -> DistrictBound {
    let worths = DistrictDraft(scenario, demand: demand).worths
    var bound = DistrictBound(scenario, demand: demand, worths: worths, threads: 1)!
    bound.improve(rounds: rounds, target: target, SearchClock(OptimiserOptions()))
    return bound
  }

  /// The plan itself, not the best one, is what the checker sees, at the objective that the search believes. (With the pins of
  /// 6 and 8 there is no first plan.)
  @Test(arguments: [1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13])
  func `a dive leaves a lawful plan, the same with two threads`(seed: Int) throws {
    let scenario = RandomScenario.small(seed: seed, pins: seed % 2 == 0)
    let demand = deriveDemand(scenario)
    let plans = try [1, 2].map { threads -> Plan in
      let search = try search(scenario, demand)
      let before = search.objective
      let bound = bound(scenario, demand, rounds: 60, target: Double(before) / 1_000_000)
      search.dive(from: bound, threads: threads, SearchClock(OptimiserOptions()))
      let (plan, duties) = search.plan(of: search.snapshot)
      let report = check(scenario, demand: demand, plan: plan)
      #expect(report.violations.isEmpty, "seed \(seed)")
      func total(_ plan: Plan, _ duties: [DutyCandidate]) -> Int {
        PlanAccount(of: plan, duties: duties, scenario: scenario, demand: demand).objective.total.micro
      }
      let (best, bestDuties) = search.bestPlan()
      let unchanging = total(best, bestDuties) - search.best.objective
      #expect(total(plan, duties) == search.objective + unchanging, "seed \(seed)")
      return plan
    }
    #expect(plans[0] == plans[1], "seed \(seed)")
  }

  @Test func `a dive changes nothing when the clock is over`() throws {
    let scenario = RandomScenario.small(seed: 3, pins: false)
    let demand = deriveDemand(scenario)
    let search = try search(scenario, demand)
    let before = search.rosters
    search.dive(
      from: bound(scenario, demand, rounds: 5, target: 100), threads: 1, SearchClock(OptimiserOptions(timeLimit: 0)))
    #expect(search.rosters == before)
  }
}
