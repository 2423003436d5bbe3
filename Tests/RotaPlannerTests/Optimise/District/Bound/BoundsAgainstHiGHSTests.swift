import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// The bound and the proofs against another solver's optimum of the exact model, on random scenarios of every feature.
@Suite("Bounds against another solver", .enabled(if: HiGHS.isInstalled, "python3 with highspy is not installed"))
struct BoundsAgainstHiGHSTests {
  private struct Case {
    let name: String
    let model: CompactModel
    let status: String
    let objective: Double
    /// What the objective of a plan may be less than the model's, in units: money is rounded down to a millionth, and each guaranteed
    /// week may be rounded by half of one.
    var rounding: Double { Double(model.roundedTerms + 2) / 1_000_000 }
  }

  /// The exact models, solved by HiGHS.
  private func cases(_ scenarios: [(name: String, scenario: Scenario)]) throws -> [Case] {
    let folder = try TemporaryFolder()
    let models = try scenarios.map {
      try #require(
        CompactBuilder.build($0.scenario, demand: deriveDemand($0.scenario), limits: .solvable), "\($0.name)")
    }
    for (number, model) in models.enumerated() {
      try folder.write(try ModelWriter.freeMPS(model.model), to: "\(number).mps")
    }
    let answers = try HiGHS.solve(models.indices.map { "\(folder.path)/\($0).mps" })
    try #require(answers.count == models.count)
    return models.indices.map {
      Case(name: scenarios[$0].name, model: models[$0], status: answers[$0].status, objective: answers[$0].objective)
    }
  }

  /// The district's bound is never above the optimum, its plan never below it; the exact way proves the same optimum.
  private func compare(_ some: Case, exactly: Bool) throws -> Bool {
    let (scenario, demand) = (some.model.scenario, some.model.demand)
    let district = try DistrictOptimiser().optimise(
      scenario, demand: demand, options: OptimiserOptions(workLimit: 4000), progress: { _ in })
    if some.status == "kInfeasible" {
      #expect(district.plan == nil, "\(some.name)")
      return false
    }
    #expect(some.status == "kOptimal", "\(some.name): \(some.status)")
    #expect(district.bound.units <= some.objective + some.rounding, "\(some.name)")
    if let objective = district.objective { #expect(objective.units >= some.objective - some.rounding, "\(some.name)") }
    if exactly {
      let exact = try AutomaticOptimiser().optimise(scenario, demand: demand, options: OptimiserOptions()) { _ in }
      #expect(exact.status == .optimal, "\(some.name)")
      let objective = try #require(exact.objective, "\(some.name)")
      #expect(abs(objective.units - some.objective) <= some.rounding, "\(some.name)")
    }
    return true
  }

  @Test func `of tiny scenarios, with pins and without`() throws {
    let scenarios = (1...150).flatMap { seed in
      [false, true].map { ("tiny \(seed), pins \($0)", RandomScenario.tiny(seed: seed, pins: $0)) }
    }
    var compared = 0
    for some in try cases(scenarios) where try compare(some, exactly: true) { compared += 1 }
    #expect(compared > 250)
  }

  @Test func `of tiny scenarios on finer grids, where rates leave remainders`() throws {
    let scenarios = (1...60).map { seed in
      let scenario = RandomScenario.tiny(seed: seed, pins: seed % 2 == 0)
      let grid = scenario.horizon.slotMinutes / (seed % 3 == 0 ? 3 : 2)
      return ("tiny \(seed) at \(grid)", scenario.onGrid(grid))
    }
    var compared = 0
    for some in try cases(scenarios) where try compare(some, exactly: false) { compared += 1 }
    #expect(compared > 45)
  }

  @Test func `of small scenarios, with pins and without`() throws {
    let scenarios = (1...30).map { ("small \($0)", RandomScenario.small(seed: $0, pins: $0 % 2 == 0)) }
    var compared = 0
    for some in try cases(scenarios) where try compare(some, exactly: false) { compared += 1 }
    #expect(compared > 20)
  }
}
