import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// A first plan is never lost, and what nothing can hold is said at once.
@Suite struct PlanComesTests {
  private func optimised(_ scenario: Scenario, _ options: OptimiserOptions = OptimiserOptions(workLimit: 50)) throws
    -> PlanResult
  {
    try AutomaticOptimiser().optimise(scenario, demand: deriveDemand(scenario), options: options, progress: { _ in })
  }

  @Test func `a result without a plan takes the first one over, one with a better plan does not`() throws {
    let scenario = RandomScenario.small(seed: 1, pins: false)
    let demand = deriveDemand(scenario)
    let first = Incumbent(try #require(DistrictPlanner(scenario, demand: demand).draft()))
    func result(_ plan: Plan?, _ objective: Score?) -> PlanResult {
      PlanResult(
        status: plan == nil ? .unknown : .feasible, plan: plan, objective: objective, bound: .zero, seconds: 0, work: 0,
        seed: 1)
    }
    let kept = result(nil, nil).keeping(first)
    #expect(kept.plan == first.plan && kept.objective == first.objective && kept.status == .feasible)
    let worse = first.objective + .units(1)
    #expect(result(first.plan, worse).keeping(first).objective == first.objective)
    let better = first.objective - .units(1)
    #expect(result(first.plan, better).keeping(first).objective == better)
  }

  @Test func `the first plan of the district is a point of the exact model`() throws {
    for seed in 1...60 {
      let scenario = RandomScenario.tiny(seed: seed, pins: false)
      let demand = deriveDemand(scenario)
      guard let model = CompactBuilder.build(scenario, demand: demand, limits: .solvable) else { continue }
      let plan = try #require(DistrictPlanner(scenario, demand: demand).draft()).plan()
      // A stop sequence that another one beats is not in the model.
      guard let point = model.point(of: plan) else {
        #expect(!plan.runs.isEmpty, "seed \(seed)")
        continue
      }
      #expect(model.model.isFeasible(model.model.rounded(point)), "seed \(seed)")
    }
  }

  @Test func `a budget below what the ledger has earned is infeasible at once, and the reason says so`() throws {
    let scenario = Scenario.fixture(
      days: 2, firstDay: CalendarDate.aMonday.adding(days: 5), stations: [.fixture()],
      staff: [.fixture(payPerMinute: .yuan(1), ledger: .fixture(weekMinutes: 2_500))], budget: .yuan(20))
    #expect(try optimised(scenario).status == .infeasible)
    #expect(try explainClash(scenario).clashes.map(\.pins) == [[]])
  }

  @Test func `self-service gives way where a pinned stop needs the money`() throws {
    // A kit costs 5 yuan; paid self-service of the whole day would take all of the budget.
    let scenario = Scenario.fixture(
      stations: [
        .fixture(
          hostHours: .daily(8, 20), promisedHours: .daily(8, 20), selfServiceHours: .daily(8, 20),
          promiseKeptBySelfService: true, selfServiceCostPerMinute: Money(milliFen: 1_000))
      ],
      staff: (1...2).map { .fixture("p\($0)", mayDeliver: true) },
      delivery: .fixture(goods: [.fixture(unitCost: .yuan(5))]), pins: [.stop(site: 0, day: 0, kits: 1)],
      budget: .yuan(7))
    for optimiser in [AutomaticOptimiser() as any Optimiser, DistrictOptimiser()] {
      let result = try optimiser.optimise(
        scenario, demand: deriveDemand(scenario), options: OptimiserOptions(workLimit: 200), progress: { _ in })
      let plan = try #require(result.plan)
      #expect(check(scenario, demand: deriveDemand(scenario), plan: plan).violations == [])
    }
  }

  @Test func `a pinned stop on a day whose heat bans runs has no plan rather than an unlawful one`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture()], staff: (1...2).map { .fixture("p\($0)", mayDeliver: true) },
      heat: .fixture(bands: [.fixture(bansRuns: true)]), delivery: .fixture(), pins: [.stop(site: 0, day: 0, kits: 1)])
    for optimiser in [AutomaticOptimiser() as any Optimiser, DistrictOptimiser()] {
      let result = try optimiser.optimise(
        scenario, demand: deriveDemand(scenario), options: OptimiserOptions(workLimit: 200), progress: { _ in })
      #expect(result.plan == nil)
    }
  }

  @Test func `nothing that is set up outlasts a stop`() throws {
    let scenario = RandomScenario.small(seed: 4, pins: false)
    let demand = deriveDemand(scenario)
    let draft = try #require(DistrictPlanner(scenario, demand: demand).draft())
    let stop = CancelFlag()
    stop.raise()
    let limits = SolveLimits(cancel: stop)
    #expect(DistrictSearch(draft, seed: 1, limits: limits) == nil)
    #expect(DistrictBound(scenario, demand: demand, worths: draft.worths, threads: 1, limits: limits) == nil)
    #expect(RunRelaxation(scenario, limits: limits) == nil)
    for slot in scenario.delivery.slots.indices {
      #expect(RunEnumerator(scenario).sequences(ofSlot: slot, limit: 1_000, stop: limits) == nil)
    }
    let bound = try #require(DistrictBound(scenario, demand: demand, worths: draft.worths, threads: 1))
    #expect(bound.evaluate(bound.multipliers, isExact: true, .none) != nil)
    #expect(bound.evaluate(bound.multipliers, isExact: true, limits) == nil)
  }
}
