import Testing

@testable import RotaPlanner

@Suite("Demand: recount")
struct DemandRecountTests {
  @Test("Derived demand equals a slow count minute by minute", arguments: [0, 60, 120, 180])
  func recount(first: Int) {
    for seed in first..<(first + 60) {
      let scenario = seed % 4 == 0 ? RandomScenario.small(seed: seed) : RandomScenario.tiny(seed: seed)
      let derived = deriveDemand(scenario).items.map(SlowDemandCount.Line.init).sorted()
      #expect(derived == SlowDemandCount(scenario: scenario).lines(), "seed \(seed)")
    }
  }

  @Test("The random scenarios hold all kinds of breaks, in reach and out of it")
  func variety() {
    let items = (0..<100).flatMap { deriveDemand(RandomScenario.tiny(seed: $0)).items }
    let parts = items.compactMap { item -> (day: Int, kind: BreakKind)? in
      guard case .group(_, let day, _, _, let kind) = item.source else { return nil }
      return (day, kind)
    }
    #expect(Set(parts.map(\.kind)) == [.planned, .lengthened, .heatStop])
    #expect(parts.contains { $0.day == -1 })
    let optionCounts = items.map(\.options.count)
    #expect(optionCounts.contains(0))
    #expect((optionCounts.max() ?? 0) > 3)
  }
}

extension SlowDemandCount.Line {
  init(_ item: DemandItem) {
    let name: String
    switch item.source {
    case .group(let index, let day, _, _, _): name = "group\(index) day\(day)"
    case .table(let row): name = "row\(row)"
    }
    self.init(
      source: name, start: item.window.start, end: item.window.end, visits: item.visits,
      options: item.options.map { "\($0.station)/\($0.slot)@\($0.arrival)+\($0.walkMinutes)" }.joined(separator: " "))
  }
}
