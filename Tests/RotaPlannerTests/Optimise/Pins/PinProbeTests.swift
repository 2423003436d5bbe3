import Testing

@testable import RotaPlanner

/// Whether pins can hold, against the whole exact model and against trying everything.
@Suite struct PinProbeTests {
  private func exact(_ scenario: Scenario, _ pins: [Int]) throws -> Bool {
    let chosen = scenario.with(pins: pins.map { scenario.pins[$0] })
    let model = try #require(CompactBuilder.build(chosen, demand: DerivedDemand(items: []), limits: .solvable))
    return try GLPKMixedInteger.solve(model.model).point != nil
  }

  @Test(arguments: [1...100, 101...200, 201...300])
  func `every choice of pins of tiny scenarios is told right`(seeds: ClosedRange<Int>) throws {
    for seed in seeds {
      let scenario = RandomScenario.tinyWithManyPins(seed: seed)
      let probe = PinProbe(scenario)
      for mask in 0..<(1 << scenario.pins.count) {
        let pins = scenario.pins.indices.filter { mask >> $0 & 1 == 1 }
        let can = try exact(scenario, pins)
        switch try probe.canHold(pins) {
        case .holds(let plan):
          #expect(can, "seed \(seed) pins \(pins)")
          let report = check(
            scenario.with(pins: pins.map { scenario.pins[$0] }), demand: DerivedDemand(items: []), plan: plan)
          #expect(report.violations.isEmpty, "seed \(seed) pins \(pins)")
        case .clash: #expect(!can, "seed \(seed) pins \(pins)")
        case .unknown: Issue.record("seed \(seed) pins \(pins): unknown")
        }
      }
    }
  }

  @Test func `the mild law alone never calls pins a clash that can hold`() throws {
    var proved = 0
    for seed in 301...400 {
      let scenario = RandomScenario.tinyWithManyPins(seed: seed)
      let probe = PinProbe(scenario)
      let all = Array(scenario.pins.indices)
      if try probe.isProvedClash(all) {
        proved += 1
        #expect(try !exact(scenario, all), "seed \(seed)")
      }
    }
    #expect(proved > 10)
  }
}
