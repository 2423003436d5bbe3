import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Clashes named in random scenarios: each cannot hold, without any of its pins it can, and no smaller one exists.
@Suite struct ClashOfPinsTests {
  private func canHold(_ scenario: Scenario, _ pins: [Int]) throws -> Bool {
    let chosen = scenario.with(pins: pins.map { scenario.pins[$0] })
    let model = try #require(CompactBuilder.build(chosen, demand: DerivedDemand(items: []), limits: .solvable))
    return try GLPKMixedInteger.solve(model.model).point != nil
  }

  private func subsets(_ pins: [Int]) -> [[Int]] {
    (0..<(1 << pins.count)).map { mask in pins.indices.filter { mask >> $0 & 1 == 1 }.map { pins[$0] } }
  }

  @Test(arguments: [1...75, 76...150])
  func `clashes of random scenarios are the smallest`(seeds: ClosedRange<Int>) throws {
    for seed in seeds {
      let scenario = RandomScenario.tinyWithManyPins(seed: seed)
      let all = Array(scenario.pins.indices)
      let report = try explainClash(scenario)
      #expect(try (report.verdict == .noClash) == canHold(scenario, all), "seed \(seed)")
      #expect(report.isComplete, "seed \(seed)")
      var left = all
      for clash in report.clashes {
        let smallest = try subsets(left).filter { try !canHold(scenario, $0) }.map(\.count).min()
        #expect(clash.proof == .smallest, "seed \(seed)")
        #expect(clash.pins.count == smallest, "seed \(seed)")
        #expect(try !canHold(scenario, clash.pins), "seed \(seed)")
        left.removeAll { clash.pins.contains($0) }
      }
      #expect(try canHold(scenario, left), "seed \(seed)")
    }
  }

  @Test func `dropping what a remedy names makes the clash go away`() throws {
    for seed in 1...60 {
      let scenario = RandomScenario.tinyWithManyPins(seed: seed)
      for clash in try explainClash(scenario).clashes {
        #expect(!clash.remedies.isEmpty || clash.pins.isEmpty, "seed \(seed)")
        for case .drop(let pin, let resolvesAll) in clash.remedies {
          #expect(try canHold(scenario, clash.pins.filter { $0 != pin }), "seed \(seed)")
          #expect(try canHold(scenario, scenario.pins.indices.filter { $0 != pin }) == resolvesAll, "seed \(seed)")
        }
      }
    }
  }
}
