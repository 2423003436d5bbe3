import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Gilmore and Gomory's cutting stock problem: the least number of stock rolls from which all ordered widths can be cut.
@Suite("Column generation on cutting stock")
struct CuttingStockTests {
  private struct Orders {
    let stock: Int
    let widths: [Int]
    let counts: [Int]
  }

  /// The most valuable pattern that fits on one roll, as counts per width.
  private func bestPattern(_ orders: Orders, _ prices: [Double]) -> (value: Double, counts: [Int]) {
    var best = [Double](repeating: 0, count: orders.stock + 1)
    var choice = [Int](repeating: -1, count: orders.stock + 1)
    for length in 1...orders.stock {
      best[length] = best[length - 1]
      for (item, width) in orders.widths.enumerated() where width <= length {
        let value = best[length - width] + prices[item]
        if value > best[length] + 1e-12 { (best[length], choice[length]) = (value, item) }
      }
    }
    var counts = [Int](repeating: 0, count: orders.widths.count)
    var length = orders.stock
    while length > 0 {
      if choice[length] < 0 {
        length -= 1
      } else {
        counts[choice[length]] += 1
        length -= orders.widths[choice[length]]
      }
    }
    return (best[orders.stock], counts)
  }

  private func linearOptimum(_ orders: Orders, deletesEvery period: Int? = nil) throws -> (value: Double, rounds: Int) {
    try GLPKSimplex.withMaster { master in
      try master.addRows(orders.counts.map { .atLeast(Double($0)) })
      var batch = SparseColumns()
      for (item, width) in orders.widths.enumerated() {
        batch.append(cost: 1, terms: [(item, Double(orders.stock / width))])
      }
      try master.addColumns(batch)
      for item in orders.widths.indices {
        try master.setStatus(ofRow: item, .atLower)
        try master.setStatus(ofColumn: item, .basic)
      }
      var duals: [Double] = []
      for round in 1...200 {
        let outcome = try master.solve()
        #expect(outcome.stop == .optimal)
        try master.readDuals(into: &duals)
        let pattern = bestPattern(orders, duals)
        if pattern.value <= 1 + 1e-9 { return (outcome.objective, round) }
        if let period, round.isMultiple(of: period) {
          _ = try master.deleteColumns([Bool](repeating: true, count: master.columnCount))
        }
        batch.removeAll()
        batch.append(
          cost: 1, terms: pattern.counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, Double($0.element)) })
        try master.addColumns(batch)
      }
      Issue.record("column generation did not end")
      return (.nan, 200)
    }
  }

  /// Every pattern that fits, in one linear program.
  private func enumeratedOptimum(_ orders: Orders) throws -> Double? {
    var model = LinearModel()
    var rows = [[LinearModel.Term]](repeating: [], count: orders.widths.count)
    func extend(_ item: Int, _ left: Int, _ counts: [Int]) {
      if item == orders.widths.count {
        let column = model.addColumn(cost: 1)
        for (row, count) in counts.enumerated() where count > 0 { rows[row].append((column, Double(count))) }
        return
      }
      for count in 0...(left / orders.widths[item]) {
        extend(item + 1, left - count * orders.widths[item], counts + [count])
      }
    }
    extend(0, orders.stock, [])
    for (row, count) in orders.counts.enumerated() { model.addRow(.atLeast(Double(count)), rows[row]) }
    return try GLPKMixedInteger.solve(model).point?.objective
  }

  @Test func theClassicExampleHasItsKnownValue() throws {
    // Chvatal, Linear Programming (1983), chapter 13: rolls of 100; the linear optimum is 452.25.
    let orders = Orders(stock: 100, widths: [45, 36, 31, 14], counts: [97, 610, 395, 211])
    let found = try linearOptimum(orders)
    #expect(abs(found.value - 452.25) < 1e-9)
    #expect(found.rounds > 1)
  }

  @Test(arguments: 0..<20) func itMeetsTheProgramOverAllPatterns(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let widths = random.distinct(5, below: 30).map { $0 + 12 }
    let orders = Orders(stock: 100, widths: widths, counts: widths.map { _ in random.int(1...90) })
    let expected = try #require(try enumeratedOptimum(orders))
    #expect(abs(try linearOptimum(orders).value - expected) < 1e-8, "seed \(seed)")
    #expect(abs(try linearOptimum(orders, deletesEvery: 2).value - expected) < 1e-8, "seed \(seed)")
  }
}
