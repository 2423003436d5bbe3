import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// The checker reads what the compact model plans: no violation, and the same objective to the last millionth.
@Suite struct CompactPlansAreLawfulTests {
  private func expectAgreement(_ scenario: Scenario, _ name: String) throws {
    let demand = deriveDemand(scenario)
    let model = try #require(CompactBuilder.build(scenario, demand: demand, limits: .solvable), "\(name)")
    var options = GLPKMixedInteger.Options()
    options.limits.nodes = 2_000
    guard let point = try GLPKMixedInteger.solve(model.model, options: options).point else { return }
    let plan = model.plan(at: point.values)
    let report = check(scenario, demand: demand, plan: plan)
    let account = PlanAccount(of: plan, duties: model.duties(at: point.values), scenario: scenario, demand: demand)
    #expect(report.violations.isEmpty, "\(name): \(report.violations.map { "\($0.kind) \($0.subject)" })")
    #expect(report.objective == account.objective, "\(name)")
    #expect(report.money.total == account.money.total, "\(name)")
  }

  @Test(arguments: [1...100, 101...200, 201...300, 301...400])
  func `optimal plans of tiny scenarios`(seeds: ClosedRange<Int>) throws {
    for seed in seeds { try expectAgreement(.tiny(seed), "tiny \(seed)") }
  }

  @Test func `plans of tiny scenarios on finer grids`() throws {
    for seed in 1...60 {
      let scenario = Scenario.tiny(seed)
      let grid = scenario.horizon.slotMinutes / (seed % 3 == 0 ? 3 : 2)
      try expectAgreement(scenario.onGrid(grid), "tiny \(seed) at \(grid)")
    }
  }

  @Test func `plans of nights`() throws {
    for seed in 1...60 { try expectAgreement(RandomScenario.nights(seed: seed), "nights \(seed)") }
  }

  @Test func `plans of small scenarios`() throws {
    for seed in 1...40 { try expectAgreement(.small(seed), "small \(seed)") }
  }
}

extension Scenario {
  fileprivate static func tiny(_ seed: Int) -> Scenario { RandomScenario.tiny(seed: seed) }
  fileprivate static func small(_ seed: Int) -> Scenario { RandomScenario.small(seed: seed) }
}
