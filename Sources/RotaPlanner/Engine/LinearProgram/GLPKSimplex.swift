internal import CGLPK

/// A linear program inside GLPK that grows column by column and is solved again and again: the restricted master of column
/// generation. Columns and rows count from 0; the objective is minimised.
///
/// It lives in the body of `withMaster`, on the thread that called it. Used later or on another thread it throws instead of
/// touching GLPK. It keeps its own copy of the problem, and builds GLPK's anew from it when a fault has destroyed that.
package final class GLPKSimplex {
  /// A row that is added together with its terms in columns that exist already.
  struct NewRow {
    var bounds: LinearBounds
    var terms: [LinearModel.Term] = []
  }

  /// How the simplex runs; the defaults suit 0/1 masters.
  package struct Options: Sendable {
    /// Iterations between two looks at the cancel flag and the clock. Below 500 the solve takes up to twice as long.
    var sliceIterations: Int
    /// Whether rows and columns are scaled before the first solve. Masters of zeros and ones need none.
    var scales: Bool

    /// The defaults, unless given otherwise.
    package init(sliceIterations: Int = 500, scales: Bool = false) {
      self.sliceIterations = sliceIterations
      self.scales = scales
    }
  }

  let options: Options
  var store = SparseColumns()
  var rowLowers: [Double] = []
  var rowUppers: [Double] = []
  /// Whether GLPK holds the result of a solve that no later change of rows or columns has made stale.
  var isSolved = false
  var isScaled = false
  /// How often the problem had to be built anew after a fault.
  var rebuilds = 0
  private var problem: OpaquePointer?
  private var generation: UInt64 = 0
  private var isClosed = false
  private let thread = cglpk_thread_id()
  private var mergeScratch: [Int] = []

  package var rowCount: Int { rowLowers.count }
  package var columnCount: Int { store.count }

  /// Runs `body` with an empty linear program and disposes of it afterwards. Several may be alive on one thread, also nested.
  package static func withMaster<Result>(
    options: Options = Options(), _ body: (GLPKSimplex) throws -> Result
  ) throws -> Result {
    try GLPKEnvironment.scope {
      let master = GLPKSimplex(options: options)
      defer { master.close() }
      return try body(master)
    }
  }

  private init(options: Options) { self.options = options }

  private func close() {
    if let problem, generation == cglpk_generation() { _ = cglpk_delete(problem) }
    problem = nil
    isClosed = true
  }

  /// The problem in GLPK, built from the copy when there is none or when a fault has destroyed it.
  func live() throws -> OpaquePointer {
    if isClosed { throw GLPKError.closed }
    if thread != cglpk_thread_id() { throw GLPKError.wrongThread }
    if let problem, generation == cglpk_generation() { return problem }
    return try build()
  }

  /// Gives up the problem in GLPK and loads the copy into a new one with a new starting basis.
  func rebuild() throws {
    if let problem, generation == cglpk_generation() { try GLPKEnvironment.check(cglpk_delete(problem)) }
    problem = nil
    _ = try live()
  }

  private func build() throws -> OpaquePointer {
    if generation != 0 { rebuilds += 1 }
    var made: OpaquePointer?
    try GLPKEnvironment.check(cglpk_create(&made))
    guard let made else { throw GLPKError.outOfMemory }
    problem = made
    generation = cglpk_generation()
    isSolved = false
    isScaled = false
    let noTerms = [Int](repeating: 0, count: rowCount + 1)
    try GLPKEnvironment.check(cglpk_append_rows(made, Int32(rowCount), rowLowers, rowUppers, noTerms, [], []))
    try load(made, columns: 0..<columnCount)
    if rebuilds > 0 { try useAdvancedBasis() }
    return made
  }

  private func load(_ problem: OpaquePointer, columns: Range<Int>) throws {
    try store.withPointers(from: columns.lowerBound) { lowers, uppers, costs, starts, rows, coefficients in
      try GLPKEnvironment.check(
        cglpk_append_columns(problem, Int32(columns.count), lowers, uppers, costs, starts, rows, coefficients))
    }
  }

  // MARK: Shape

  /// Adds rows, basic at first, and returns their numbers.
  /// - Throws: `GLPKError.invalidModel` for unusable bounds or terms; nothing is added then.
  @discardableResult
  func addRows(_ rows: [NewRow]) throws -> Range<Int> {
    let problem = try live()
    let first = rowCount
    let (starts, merged) = try mergedTerms(of: rows, first: first)
    rowLowers.append(contentsOf: rows.map(\.bounds.lower))
    rowUppers.append(contentsOf: rows.map(\.bounds.upper))
    store.insert(merged)
    isSolved = false
    try GLPKEnvironment.check(
      cglpk_append_rows(
        problem, Int32(rows.count), rows.map(\.bounds.lower), rows.map(\.bounds.upper), starts,
        merged.map { Int32($0.column) }, merged.map(\.coefficient)))
    return first..<rowCount
  }

  /// Adds rows without terms, basic at first, and returns their numbers.
  @discardableResult
  package func addRows(_ bounds: [LinearBounds]) throws -> Range<Int> { try addRows(bounds.map { NewRow(bounds: $0) }) }

  /// Adds the columns of `batch`, non-basic at first, and returns their numbers. The basis and its factorisation stay valid.
  /// - Throws: `GLPKError.invalidModel` for unusable costs, bounds or terms; nothing is added then.
  @discardableResult
  package func addColumns(_ batch: SparseColumns) throws -> Range<Int> {
    let problem = try live()
    let first = columnCount
    do {
      try store.append(merging: batch, rowCount: rowCount, scratch: &mergeScratch)
    } catch {
      throw GLPKError.invalidModel(error)
    }
    isSolved = false
    try load(problem, columns: first..<columnCount)
    return first..<columnCount
  }

  /// Deletes those of the columns flagged in `doomed` that are not basic, so that the factorisation stays valid.
  /// - Returns: For each old column its new number, or -1 when it is gone; the order is kept.
  package func deleteColumns(_ doomed: [Bool]) throws -> [Int] {
    precondition(doomed.count == columnCount, "One flag for each column is needed.")
    let problem = try live()
    var statuses = [UInt8](repeating: 0, count: columnCount)
    try GLPKEnvironment.check(cglpk_column_statuses(problem, Int32(columnCount), &statuses))
    var kept = [Bool](repeating: true, count: columnCount)
    var numbers = [Int](repeating: -1, count: columnCount)
    var gone: [Int32] = []
    for column in 0..<columnCount {
      kept[column] = !doomed[column] || statuses[column] == BasisStatus.basic.rawValue
      if kept[column] { numbers[column] = column - gone.count } else { gone.append(Int32(column)) }
    }
    if gone.isEmpty { return numbers }
    store.keep(kept)
    isSolved = false
    try GLPKEnvironment.check(cglpk_delete_columns(problem, Int32(gone.count), gone))
    return numbers
  }

  /// Replaces a row's bounds. The last solution can be read until the next solve.
  package func setBounds(ofRow row: Int, _ bounds: LinearBounds) throws {
    let problem = try live()
    if let kind = bounds.fault { throw GLPKError.invalidModel(LinearModelFault(kind: kind, subject: "row \(row)")) }
    rowLowers[row] = bounds.lower
    rowUppers[row] = bounds.upper
    try GLPKEnvironment.check(cglpk_set_row_bounds(problem, Int32(row), bounds.lower, bounds.upper))
  }

  /// Replaces a column's bounds. The last solution can be read until the next solve.
  package func setBounds(ofColumn column: Int, _ bounds: LinearBounds) throws {
    let problem = try live()
    if let kind = bounds.fault {
      throw GLPKError.invalidModel(LinearModelFault(kind: kind, subject: "column \(column)"))
    }
    store.setBounds(ofColumn: column, bounds)
    try GLPKEnvironment.check(cglpk_set_column_bounds(problem, Int32(column), bounds.lower, bounds.upper))
  }

  /// Replaces a column's cost. The last solution can be read until the next solve.
  func setCost(ofColumn column: Int, _ cost: Double) throws {
    let problem = try live()
    if !cost.isFinite {
      throw GLPKError.invalidModel(LinearModelFault(kind: .notANumber, subject: "the cost of column \(column)"))
    }
    store.setCost(ofColumn: column, cost)
    try GLPKEnvironment.check(cglpk_set_cost(problem, Int32(column), cost))
  }

  private func mergedTerms(
    of rows: [NewRow], first: Int
  ) throws -> (starts: [Int], terms: [(column: Int, row: Int, coefficient: Double)]) {
    var model = LinearModel()
    for row in rows { model.addRow(row.bounds, row.terms) }
    var terms: [(column: Int, row: Int, coefficient: Double)] = []
    for row in 0..<model.rowCount {
      if let kind = model.rowFault(row, columnCount: columnCount) {
        throw GLPKError.invalidModel(LinearModelFault(kind: kind, subject: "new row \(row)"))
      }
      for position in model.terms(ofRow: row) {
        terms.append((Int(model.termColumns[position]), first + row, model.coefficients[position]))
      }
    }
    return (model.rowStarts, terms)
  }
}

@available(*, unavailable)
extension GLPKSimplex: Sendable {}
