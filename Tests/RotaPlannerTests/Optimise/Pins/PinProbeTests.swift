import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Whether pins can hold, against the whole exact model and against trying everything.
@Suite struct PinProbeTests {
  private func exact(_ scenario: Scenario, _ pins: [Int]) throws -> Bool {
    let chosen = scenario.with(pins: pins.map { scenario.pins[$0] })
    let model = try #require(CompactBuilder.build(chosen, demand: DerivedDemand(items: []), limits: .solvable))
    return try GLPKMixedInteger.solve(model.model).point != nil
  }

  /// Which choices of pins, as masks, can hold. Fewer pins are never harder to keep, so all pins are tried first, then few before many, and
  /// what follows from an answer is not solved again.
  private func exactAnswers(_ scenario: Scenario) throws -> [Bool] {
    let all = (1 << scenario.pins.count) - 1
    var answers = [Bool?](repeating: nil, count: all + 1)
    let order = [all] + (0..<all).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for mask in order where answers[mask] == nil {
      let can = try exact(scenario, scenario.pins.indices.filter { mask >> $0 & 1 == 1 })
      for other in 0...all where can ? other & mask == other : other & mask == mask { answers[other] = can }
    }
    return answers.map { $0 ?? false }
  }

  @Test(arguments: [1...100, 101...200, 201...300])
  func `every choice of pins of tiny scenarios is told right`(seeds: ClosedRange<Int>) throws {
    for seed in seeds {
      let scenario = RandomScenario.tinyWithManyPins(seed: seed)
      let probe = PinProbe(scenario)
      for (mask, can) in try exactAnswers(scenario).enumerated() {
        let pins = scenario.pins.indices.filter { mask >> $0 & 1 == 1 }
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

  @Test func `a duty that is long enough only with a run comes with that run`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture(hostHours: .daily(13, 14))], staff: (1...2).map { .fixture("p\($0)", mayDeliver: true) },
      delivery: .fixture(), pins: [.work(staff: 0, station: 0, interval: .hours(13, 14))])
    guard case .holds(let plan) = try PinProbe(scenario).canHold([0]) else {
      Issue.record("no plan")
      return
    }
    #expect(check(scenario, demand: DerivedDemand(items: []), plan: plan).violations.isEmpty)
    #expect(plan.runs.count == 1)
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
