import RotaEngine

/// The master problem over the columns known so far: one roster for each of some people, cover priced around what the rest gives.
///
/// Its linear program has an equality for each cover row (rosters + missing - surplus = wanted), one for each person, and a row for
/// each total of missing people, free until it is branched on.
final class RestrictedMaster {
  let problem: RosteringProblem
  let simplex: GLPKSimplex
  /// People on each cover row who are not part of the problem.
  let fixedCover: [Int]
  /// Objective of what is not decided here, at the point where each row has just what it wants.
  private(set) var base = 0
  let firstRoster: Int
  /// The roster columns; linear program column `firstRoster + i`.
  private(set) var columns: [RosterColumn] = []
  private var known: Set<RosterColumn> = []
  /// Whether branching leaves each roster column on.
  var isUsable: [Bool] = []
  /// How often columns were deleted.
  private var purges = 0
  /// The cover that branching leaves possible on each row.
  var ranges: [RowRange]
  /// Totals of missing people, what branching leaves possible of each, the first of their rows, and the first of the two columns for
  /// each that let a branched one be broken.
  let totals: MissingTotals
  var totalRanges: [RowRange]
  let firstTotal: Int
  let firstElastic: Int
  /// The slack columns of rows with linear prices, for branching: missing, free and surplus people.
  var slacks: [Slacks] = []
  /// The person's fixed column, if any, by person.
  var chosen: [Int?]
  private var batch = SparseColumns()

  private(set) var objective = 0.0
  private(set) var iterations = 0
  let meter: WorkMeter
  /// Numbers in the roster columns, for the meter.
  private var nonZeros = 0
  private(set) var duals: [Double] = []
  private(set) var values: [Double] = []
  /// Price of leaving a person without a roster: above anything a roster can cost.
  let missingRoster: Double

  init(
    problem: RosteringProblem, simplex: GLPKSimplex, fixedCover: [Int]? = nil, branching: Bool = false,
    meter: WorkMeter
  ) throws {
    let people = Array(problem.people.indices)
    let fixedCover = fixedCover ?? [Int](repeating: 0, count: problem.rows.count)
    self.problem = problem
    self.meter = meter
    self.simplex = simplex
    self.fixedCover = fixedCover
    chosen = [Int?](repeating: nil, count: people.count)
    ranges = fixedCover.map { RowRange(low: $0, high: $0 + people.count) }
    missingRoster = Double(max(1000, 10 * problem.highestMarginal * problem.dayCount))
    totals = MissingTotals(problem, branching: branching)
    totalRanges = totals.ranges
    let firstTotal = problem.rows.count + people.count
    self.firstTotal = firstTotal

    try simplex.addRows(
      problem.rows.indices.map { .exactly(Double(max(0, problem.rows[$0].least - fixedCover[$0]))) })
    try simplex.addRows(people.map { _ in .exactly(1) } + totals.rows.map { _ in .free })
    var start: [Int?] = []
    for row in problem.rows.indices {
      base += problem.rows[row].over.cost(of: fixedCover[row] - problem.rows[row].most)
      let total = totals.ofRow[row].map { firstTotal + $0 }
      var added = Self.addSlacks(of: problem.rows[row], fixed: fixedCover[row], row: row, total: total, to: &batch)
      if branching, problem.rows[row].isPlain {
        added.elastic = Self.addElastic(row: row, price: missingRoster, to: &batch)
      }
      slacks.append(added)
      start.append(added.missing)
    }
    base += problem.constant
    firstElastic = batch.count
    for total in totals.rows.indices {
      _ = Self.addElastic(row: firstTotal + total, price: missingRoster, to: &batch)
    }
    for index in people.indices {
      start.append(batch.count)
      batch.append(cost: missingRoster, bounds: .nonNegative, terms: [(problem.rows.count + index, 1)])
    }
    firstRoster = batch.count
    try simplex.addColumns(batch)
    for (row, column) in start.enumerated() {
      guard let column else { continue }
      try simplex.setStatus(ofColumn: column, .basic)
      try simplex.setStatus(ofRow: row, .fixed)
    }
  }

  struct Slacks {
    var missing: Int?
    var free: Int?
    var surplus: Int
    /// The first of two columns that let a branched row be broken at a price no solution pays; off until then.
    var elastic: Int?
  }

  /// Adds the slack columns of one row; the last of each kind is unbounded, and `missing` can be basic at the start.
  private static func addSlacks(
    of row: CoverRow, fixed: Int, row index: Int, total: Int?, to batch: inout SparseColumns
  ) -> Slacks {
    let wanted = max(0, row.least - fixed)
    var slacks = Slacks(surplus: 0)
    if wanted > 0 {
      let pieces = row.under.isLinear ? 1 : min(wanted, 6)
      for piece in 1...pieces {
        slacks.missing = batch.count
        let bounds = piece < pieces ? LinearBounds.unit : .nonNegative
        let terms = [(index, 1.0)] + (total.map { [($0, 1.0)] } ?? [])
        batch.append(cost: Double(row.under.marginal(piece)), bounds: bounds, terms: terms)
      }
    }
    let free = row.most - max(row.least, fixed)
    if free > 0 {
      slacks.free = batch.count
      batch.append(cost: 0, bounds: .between(0, Double(free)), terms: [(index, -1)])
    }
    let already = max(0, fixed - row.most)
    let pieces = row.over.isLinear ? 1 : 4
    for piece in 1...pieces {
      slacks.surplus = batch.count
      let bounds = piece < pieces ? LinearBounds.unit : .nonNegative
      batch.append(cost: Double(row.over.marginal(already + piece)), bounds: bounds, terms: [(index, -1)])
    }
    return slacks
  }

  /// Adds the two columns that let a row be broken once it is branched on, and returns the first one's number.
  private static func addElastic(row: Int, price: Double, to batch: inout SparseColumns) -> Int {
    for sign in [1.0, -1] { batch.append(cost: price, bounds: .exactly(0), terms: [(row, sign)]) }
    return batch.count - 2
  }

  /// Adds those of `rosters` that are new, and says how many they were.
  @discardableResult
  func add(_ rosters: [RosterColumn]) throws -> Int {
    batch.removeAll()
    for roster in rosters where known.insert(roster).inserted {
      for row in roster.rows { batch.add(row: Int(row), coefficient: 1) }
      batch.add(row: problem.rows.count + roster.person, coefficient: 1)
      batch.endColumn(cost: Double(roster.cost))
      columns.append(roster)
      isUsable.append(true)
      nonZeros += roster.rows.count + 1
    }
    let count = batch.count
    if count > 0 { try simplex.addColumns(batch) }
    return count
  }

  /// Solves the linear program and reads the duals; false when a limit, or the meter at `end`, came first.
  func solve(_ method: SimplexMethod = .primal, limits: SolveLimits, until end: Int = .max) throws -> Bool {
    var limits = limits
    let left = max(0, min(meter.left, end - meter.spent))
    limits.iterations = min(limits.iterations, 1 + left / pivotUnits)
    let outcome = try run(method, limits)
    guard outcome.stop == .optimal else { return false }
    objective = outcome.objective + Double(base)
    try simplex.readDuals(into: &duals)
    return true
  }

  /// A basis to come back to.
  struct Basis: Sendable {
    fileprivate var statuses: SimplexBasis
    fileprivate let purges: Int
  }

  /// The basis now.
  func basis() throws -> Basis { Basis(statuses: try simplex.basis(), purges: purges) }

  /// Puts a basis back, with the columns that are new since then outside it. Does nothing where columns were deleted since.
  func useBasis(_ basis: Basis) throws {
    guard basis.purges == purges else { return }
    var statuses = basis.statuses
    let added = simplex.columnCount - statuses.columns.count
    statuses.columns.append(contentsOf: repeatElement(BasisStatus.atLower.rawValue, count: added))
    try simplex.useBasis(statuses)
  }

  /// The objective after a few dual simplex iterations: an estimate of what a branch costs.
  func trial(iterations most: Int) throws -> Double {
    let outcome = try run(.dual, SolveLimits(iterations: most))
    return outcome.objective + Double(base)
  }

  /// Work of one iteration. Numbers that no longer fit into the caches take twice as long to read.
  private var pivotUnits: Int {
    10 + (nonZeros + max(0, nonZeros - Self.cachedNumbers)) / 1000 + simplex.rowCount / 2
  }
  private static let cachedNumbers = 200_000

  private func run(_ method: SimplexMethod, _ limits: SolveLimits) throws -> SimplexOutcome {
    let outcome = try meter.simplex { try simplex.solve(method, limits: limits) }
    iterations += outcome.iterations
    meter.note(pivots: outcome.iterations, units: outcome.iterations * pivotUnits + 20)
    return outcome
  }

  /// Sets the objective back to that of the node after trials.
  func restoreObjective(_ value: Double) { objective = value }

  /// Reads the values of the roster columns.
  func readValues() throws -> [Double] {
    try simplex.readValues(into: &values)
    return Array(values[firstRoster...])
  }

  /// The dual value of a person's row.
  func personDual(_ person: Int) -> Double { duals[problem.rows.count + person] }

  /// The cost of a roster at the duals of the last solve.
  func reducedCost(_ roster: RosterColumn) -> Double {
    var sum = Double(roster.cost) - personDual(roster.person)
    for row in roster.rows { sum -= duals[Int(row)] }
    return sum
  }

  /// Deletes the columns with a reduced cost above `threshold` when there are more than `most`.
  func purge(above threshold: Double, most: Int) throws {
    guard columns.count > most else { return }
    var doomed = [Bool](repeating: false, count: firstRoster)
    let fixed = Set(chosen.compactMap { $0 })
    for (index, column) in columns.enumerated() {
      doomed.append(!fixed.contains(index) && reducedCost(column) > threshold)
    }
    let numbers = try simplex.deleteColumns(doomed)
    purges += 1
    var kept: [RosterColumn] = []
    var usable: [Bool] = []
    for (index, column) in columns.enumerated() {
      if numbers[firstRoster + index] >= 0 {
        kept.append(column)
        usable.append(isUsable[index])
      } else {
        known.remove(column)
        nonZeros -= column.rows.count + 1
      }
    }
    for index in chosen.indices {
      if let old = chosen[index] { chosen[index] = numbers[firstRoster + old] - firstRoster }
    }
    columns = kept
    isUsable = usable
  }
}
