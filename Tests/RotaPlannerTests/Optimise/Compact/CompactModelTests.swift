import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// The compact model against itself: decoding and encoding are inverse, and its objective is the plan's.
@Suite struct CompactModelTests {
  /// Solves one random scenario to proven optimality.
  private func solve(seed: Int) throws -> (model: CompactModel, outcome: LinearOutcome) {
    let scenario = RandomScenario.tiny(seed: seed)
    let model = try #require(
      CompactBuilder.build(scenario, demand: deriveDemand(scenario), limits: .solvable), "seed \(seed)")
    return (model, try GLPKMixedInteger.solve(model.model))
  }

  @Test func `the model's optimum, rounded down, is the objective of the plan it means`() throws {
    for seed in 1...150 {
      let (model, outcome) = try solve(seed: seed)
      guard let point = outcome.point else { continue }
      let plan = model.plan(at: point.values)
      let account = PlanAccount(
        of: plan, duties: model.duties(at: point.values), scenario: model.scenario, demand: model.demand)
      let difference = point.objective * 1_000_000 - Double(account.objective.total.micro)
      let slack = Double(model.roundedTerms) / 2 + 0.01
      #expect(difference > -slack && difference < 1 + slack, "seed \(seed): \(difference)")
    }
  }

  @Test func `a plan encoded as a point is feasible and has the plan's objective`() throws {
    for seed in 1...150 {
      let (model, outcome) = try solve(seed: seed)
      guard let point = outcome.point else { continue }
      let again = try #require(model.point(of: model.plan(at: point.values)), "seed \(seed)")
      #expect(model.model.isFeasible(again), "seed \(seed)")
      #expect(abs(model.model.objective(of: again) - point.objective) < 1e-6, "seed \(seed)")
    }
  }

  @Test func `models are valid and the same twice`() throws {
    for seed in 1...20 {
      let scenario = RandomScenario.small(seed: seed)
      let demand = deriveDemand(scenario)
      let first = try #require(CompactBuilder.build(scenario, demand: demand, limits: .writable))
      let second = try #require(CompactBuilder.build(scenario, demand: demand, limits: .writable))
      try first.model.validate()
      #expect(first.model.rowNames == second.model.rowNames)
      #expect(first.model.columnNames == second.model.columnNames)
      #expect(first.model.coefficients == second.model.coefficients)
    }
  }
}
