import Testing

@testable import RotaPlanner

@Suite("Scenarios that GLPK proves")
struct ProvedScenarioTests {
  private func solve(_ name: String) throws -> (result: PlanResult, objective: Objective) {
    let folder = shippedScenarios.appendingPathComponent(name).path
    let scenario = try LoadedScenario.read(folder: folder).scenario
    let demand = deriveDemand(scenario)
    let model = try #require(CompactBuilder.build(scenario, demand: demand, limits: .solvable))
    let result = try CompactOptimiser(model: model).optimise(
      scenario, demand: demand, options: OptimiserOptions(), progress: { _ in })
    let report = check(scenario, demand: demand, plan: try #require(result.plan))
    #expect(report.violations.isEmpty)
    return (result, report.objective)
  }

  @Test("tiny: the best plan costs what its README works out by hand")
  func tiny() throws {
    let (result, objective) = try solve("tiny")
    #expect(result.status == .optimal)
    #expect(objective.terms == [20, 0, 10, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0].map { Score.units($0) })
    #expect(result.bound == .units(34))
  }

  @Test("street: branch and bound proves the optimum")
  func street() throws {
    let (result, objective) = try solve("street")
    #expect(result.status == .optimal)
    #expect(result.objective == objective.total)
    #expect(objective.total == Score(micro: 1_721_736_022))
  }
}
