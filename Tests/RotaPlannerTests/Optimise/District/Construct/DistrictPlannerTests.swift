import Testing

@testable import RotaEngine
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
    for seed in 1...100 { #expect(expectLawful(RandomScenario.nights(seed: seed, pins: false), "nights \(seed)")) }
  }

  @Test func `with pins a plan is lawful, or there is none`() {
    var kept = 0
    for seed in 1...300 where expectLawful(RandomScenario.tiny(seed: seed), "tiny \(seed)") { kept += 1 }
    for seed in 1...100 where expectLawful(RandomScenario.small(seed: seed), "small \(seed)") { kept += 1 }
    #expect(kept > 250)
  }

  @Test(arguments: [180, 240, 360])
  func `the pins of the shipped district hold, however long duties must be`(least: Minutes) throws {
    let folder = shippedScenarios.appendingPathComponent("xicheng-31").path
    var scenario = try LoadedScenario.read(folder: folder).scenario
    for contract in scenario.contracts.indices where scenario.contracts[contract].id == "usw" {
      scenario.contracts[contract].minimumDutyMinutes = least
    }
    #expect(!scenario.pins.isEmpty)
    #expect(expectLawful(scenario, "\(least) minutes"))
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
      scenario, demand: demand, options: OptimiserOptions(workLimit: 4000), progress: { _ in })
    let optimum = PlanAccount(
      of: model.plan(at: point.values), duties: model.duties(at: point.values), scenario: scenario, demand: demand
    ).objective.total
    #expect(result.bound <= optimum, "\(name): \(result.bound.units) above \(optimum.units)")
    if let objective = result.objective { #expect(objective >= optimum, "\(name)") }
  }

  @Test func `no bound is above the optimum of a tiny scenario`() throws {
    for seed in 1...80 { try expectBelow(RandomScenario.tiny(seed: seed, pins: false), "tiny \(seed)") }
  }

  @Test func `no bound is above the optimum of a tiny scenario that keeps its pins`() throws {
    for seed in 1...60 { try expectBelow(RandomScenario.tiny(seed: seed, pins: true), "tiny \(seed) with pins") }
  }

  @Test func `no bound is above the optimum of nights over the first midnight and the last`() throws {
    for seed in 1...60 { try expectBelow(RandomScenario.night(seed: seed), "night \(seed)") }
    for seed in 1...60 { try expectBelow(RandomScenario.changed(seed: seed), "changed \(seed)") }
    for seed in 1...8 { try expectBelow(RandomScenario.nights(seed: seed, pins: false), "nights \(seed)") }
  }

  @Test func `no bound is above the optimum of a small scenario`() throws {
    for seed in 1...12 { try expectBelow(RandomScenario.small(seed: seed, pins: false), "small \(seed)") }
  }
}

/// The search and its stages.
@Suite struct DistrictSearchTests {
  private func optimised(_ scenario: Scenario, threads: Int = 1, work: Int = 300) throws -> (PlanResult, CheckReport?) {
    let demand = deriveDemand(scenario)
    let result = try DistrictOptimiser().optimise(
      scenario, demand: demand, options: OptimiserOptions(workLimit: work, threads: threads), progress: { _ in })
    return (result, result.plan.map { check(scenario, demand: demand, plan: $0) })
  }

  @Test func `every plan is lawful and its objective is the checker's, with pins and without`() throws {
    for seed in 1...50 {
      for scenario in [
        RandomScenario.tiny(seed: seed), RandomScenario.small(seed: seed, pins: seed % 2 == 0),
        RandomScenario.nights(seed: seed, pins: seed % 2 == 0), RandomScenario.changed(seed: seed),
      ] {
        let (result, report) = try optimised(scenario)
        guard let report else { continue }
        #expect(report.violations.isEmpty, "seed \(seed): \(report.violations.map { "\($0.kind) \($0.subject)" })")
        #expect(report.objective.total == result.objective, "seed \(seed)")
        #expect(result.bound <= report.objective.total, "seed \(seed)")
      }
    }
  }

  @Test func `the search improves on the first plan`() throws {
    var better = 0
    for seed in 1...30 {
      let scenario = RandomScenario.small(seed: seed, pins: false)
      let draft = try #require(DistrictPlanner(scenario, demand: deriveDemand(scenario)).draft())
      let first = check(scenario, demand: deriveDemand(scenario), plan: draft.plan()).objective.total
      let (result, _) = try optimised(scenario)
      let found = try #require(result.objective)
      #expect(found <= first, "seed \(seed)")
      if found < first { better += 1 }
    }
    #expect(better >= 10)
  }

  @Test func `two threads give what one gives, twice in a row`() throws {
    for seed in 1...6 {
      let scenario = RandomScenario.small(seed: seed)
      let runs = try [1, 2, 2].map { try optimised(scenario, threads: $0, work: 800).0 }
      for run in runs.dropFirst() {
        #expect(run.plan == runs[0].plan && run.bound == runs[0].bound && run.work == runs[0].work, "seed \(seed)")
      }
    }
  }
}

/// A stop while the first plan is made: pins and crews ask many duties of one person each, so they look at the limits themselves.
@Suite struct DistrictStopTests {
  @Test func `pinned work, pinned numbers and pinned stops are given up when a stop is asked for`() {
    var isKept = 0
    let scenarios = (1...200).map { RandomScenario.tiny(seed: $0) } + (1...60).map { RandomScenario.small(seed: $0) }
    for scenario in scenarios {
      let hasWork = scenario.pins.contains { pin in
        switch pin.demand {
        case .work, .staffed, .stop, .crew: true
        case .off, .closed: false
        }
      }
      let demand = deriveDemand(scenario)
      guard hasWork, let whole = DistrictPlanner(scenario, demand: demand).draft(), !whole.roster.all.isEmpty else {
        continue
      }
      isKept += 1
      let stop = CancelFlag()
      stop.raise()
      let draft = DistrictPlanner(scenario, demand: demand, limits: SolveLimits(cancel: stop)).draft()
      #expect(draft.map { $0.roster.all.isEmpty && $0.runs.isEmpty } ?? true)
    }
    #expect(isKept >= 3)
  }

  @Test func `after a stop there is still time for a first plan that keeps the pins`() throws {
    var isKept = 0
    let scenarios = (1...200).map { RandomScenario.tiny(seed: $0) } + (1...60).map { RandomScenario.small(seed: $0) }
    for scenario in scenarios where !scenario.pins.isEmpty {
      let demand = deriveDemand(scenario)
      guard case .holds = try PinProbe(scenario).canHold(Array(scenario.pins.indices)) else { continue }
      let stop = CancelFlag()
      stop.raise()
      let result = try AutomaticOptimiser()
        .optimise(scenario, demand: demand, options: OptimiserOptions(stop: stop)) { _ in }
      let plan = try #require(result.plan)
      let report = check(scenario, demand: demand, plan: plan)
      #expect(report.violations.isEmpty)
      // The whole greedy plan, where the greedy way keeps the pins.
      if let draft = DistrictPlanner(scenario, demand: demand).draft() {
        #expect(report.objective.total <= check(scenario, demand: demand, plan: draft.plan()).objective.total)
      }
      #expect(report.objective.total == result.objective)
      #expect(result.bound <= report.objective.total)
      isKept += 1
    }
    #expect(isKept >= 20)
  }
}
