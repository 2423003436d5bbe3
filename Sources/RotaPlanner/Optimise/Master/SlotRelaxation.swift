/// Prices for `SlotBound`: the duals of a linear program that forgets who works, and at which place. It keeps how many duties
/// begin when and last how long, the people on duty in each slot, and the hours of the whole staff.
enum SlotRelaxation {
  /// One price a slot; nil when the linear program was not solved within the limits.
  /// - Throws: when GLPK fails for good.
  static func prices(_ problem: SlotProblem, limits: SolveLimits) throws -> [Double]? {
    try GLPKSimplex.withMaster { master in
      try addRows(master, problem)
      try master.addColumns(duties(problem))
      try master.addColumns(coverCosts(problem))
      try master.useAdvancedBasis()
      let outcome = try master.solve(.primal, limits: limits)
      guard outcome.stop == .optimal else { return nil }
      var duals: [Double] = []
      try master.readDuals(into: &duals)
      return duals.prefix(problem.slotCount).map { -$0 }
    }
  }

  private static func rows(_ slot: Int, _ problem: SlotProblem) -> ArraySlice<CoverRow> {
    problem.rows[slot * problem.placeCount..<(slot + 1) * problem.placeCount]
  }

  /// One row a slot: people on duty, less those whom the cover prices take up; then one for the hours of all.
  private static func addRows(_ master: GLPKSimplex, _ problem: SlotProblem) throws {
    try master.addRows(
      (0..<problem.slotCount).map { slot in
        .exactly(problem.shortageIsHard ? Double(rows(slot, problem).reduce(0) { $0 + $1.least }) : 0)
      })
    let fewest = problem.people.reduce(0) { $0 + $1.slots.lowerBound }
    let most = problem.people.reduce(0) { $0 + $1.slots.upperBound }
    try master.addRows([fewest < most ? .between(Double(fewest), Double(most)) : .exactly(Double(fewest))])
  }

  private static func duties(_ problem: SlotProblem) -> SparseColumns {
    var columns = SparseColumns()
    for start in problem.starts.joined() {
      for length in problem.dutyLength where start >= 0 && start + length <= problem.slotCount {
        for slot in start..<start + length { columns.add(row: slot, coefficient: 1) }
        columns.add(row: problem.slotCount, coefficient: Double(length))
        columns.endColumn(cost: 0)
      }
    }
    return columns
  }

  /// The marginal costs of a slot's rows in ascending order, equal ones together.
  private static func coverCosts(_ problem: SlotProblem) -> SparseColumns {
    var columns = SparseColumns()
    for slot in 0..<problem.slotCount {
      var marginals: [Int] = []
      for row in rows(slot, problem) {
        for count in (problem.shortageIsHard ? row.least : 0)..<max(row.least, row.most) + 4 {
          marginals.append(
            problem.shortageIsHard
              ? row.over.cost(of: count + 1 - row.most) - row.over.cost(of: count - row.most)
              : row.cost(ofCover: count + 1) - row.cost(ofCover: count))
        }
      }
      marginals.sort()
      var first = 0
      for next in 1...marginals.count where next == marginals.count || marginals[next] != marginals[first] {
        columns.add(row: slot, coefficient: -1)
        // The last step is open: it only makes the prices poorer, never the bound wrong.
        columns.endColumn(
          cost: Double(marginals[first]), next == marginals.count ? .nonNegative : .between(0, Double(next - first)))
        first = next
      }
    }
    return columns
  }
}
