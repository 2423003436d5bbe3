import CGLPK
import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Random edits of a master, each followed by a warm solve that must agree with a fresh solve of the same program kept aside.
@Suite("A master under random edits")
struct GLPKSimplexEditingTests {
  /// The program as the test believes it to be; shares no code with the master's own copy.
  private struct Reference {
    var rows: [LinearBounds] = []
    var columns: [(bounds: LinearBounds, cost: Double, entries: [Int: Double])] = []

    func model() -> LinearModel {
      var model = LinearModel()
      for column in columns { model.addColumn(column.bounds, cost: column.cost) }
      for row in rows.indices {
        model.addRow(
          rows[row], columns.indices.compactMap { number in columns[number].entries[row].map { (number, $0) } })
      }
      return model
    }
  }

  @Test(arguments: 0..<150) func everyWarmSolveMeetsAFreshOne(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var reference = Reference()
    try GLPKSimplex.withMaster { (master) throws in
      for step in 0..<15 {
        try edit(master, &reference, &random)
        let warm = try master.solve(random.chance(50) ? .primal : .dual)
        let fresh = try GLPKMixedInteger.solve(reference.model())
        #expect(warm.stop == fresh.stop, "seed \(seed), step \(step)")
        guard let point = fresh.point, warm.stop == .optimal else { continue }
        #expect(
          abs(warm.objective - point.objective) < 1e-6 * max(1, abs(point.objective)), "seed \(seed), step \(step)")
        var values: [Double] = []
        try master.readValues(into: &values)
        #expect(reference.model().isFeasible(values), "seed \(seed), step \(step)")
      }
      #expect(master.rowCount == reference.rows.count && master.columnCount == reference.columns.count)
    }
  }

  private func edit(_ master: GLPKSimplex, _ reference: inout Reference, _ random: inout SeededGenerator) throws {
    switch random.int(0...7) {
    case 0, 1: try addColumns(master, &reference, &random)
    case 2: try addRow(master, &reference, &random)
    case 3: try deleteColumns(master, &reference, &random)
    case 4 where !reference.rows.isEmpty:
      let row = random.int(0...(reference.rows.count - 1))
      reference.rows[row] = .atLeast(Double(random.int(-3...9)))
      try master.setBounds(ofRow: row, reference.rows[row])
    case 5 where !reference.columns.isEmpty:
      let column = random.int(0...(reference.columns.count - 1))
      reference.columns[column].bounds = .between(0, Double(random.int(0...5)))
      try master.setBounds(ofColumn: column, reference.columns[column].bounds)
    case 6 where !reference.columns.isEmpty:
      let column = random.int(0...(reference.columns.count - 1))
      reference.columns[column].cost = Double(random.int(0...20))
      try master.setCost(ofColumn: column, reference.columns[column].cost)
    case 7: destroyEverything()
    default: try addColumns(master, &reference, &random)
    }
  }

  private func addColumns(
    _ master: GLPKSimplex, _ reference: inout Reference, _ random: inout SeededGenerator
  ) throws {
    var batch = SparseColumns()
    for _ in 0..<random.int(1...6) {
      let cost = Double(random.int(0...20))
      var entries: [Int: Double] = [:]
      for _ in 0..<(reference.rows.isEmpty ? 0 : random.int(0...5)) {
        let row = random.int(0...(reference.rows.count - 1))
        let coefficient = Double(random.int(-1...4))
        entries[row, default: 0] += coefficient
        batch.add(row: row, coefficient: coefficient)
      }
      batch.endColumn(cost: cost)
      reference.columns.append((.nonNegative, cost, entries))
    }
    let added = try master.addColumns(batch)
    #expect(added.upperBound == reference.columns.count)
  }

  private func addRow(_ master: GLPKSimplex, _ reference: inout Reference, _ random: inout SeededGenerator) throws {
    var terms: [LinearModel.Term] = []
    let row = reference.rows.count
    for column in reference.columns.indices where random.chance(60) {
      let coefficient = Double(random.int(1...3))
      reference.columns[column].entries[row, default: 0] += coefficient
      terms.append((column, coefficient))
    }
    reference.rows.append(.atLeast(Double(random.int(0...6))))
    try master.addRows([.init(bounds: reference.rows[row], terms: terms)])
  }

  private func deleteColumns(
    _ master: GLPKSimplex, _ reference: inout Reference, _ random: inout SeededGenerator
  ) throws {
    let doomed = reference.columns.map { _ in random.chance(30) }
    let numbers = try master.deleteColumns(doomed)
    #expect(zip(numbers, doomed).allSatisfy { $0 >= 0 || $1 })
    reference.columns = reference.columns.indices.filter { numbers[$0] >= 0 }.map { reference.columns[$0] }
  }

  /// A fault elsewhere on the thread takes the master's problem with it.
  private func destroyEverything() {
    var problem: OpaquePointer?
    _ = cglpk_create(&problem)
    #expect(throws: GLPKError.self) { try GLPKEnvironment.check(cglpk_set_cost(problem, 7, 1)) }
  }
}
