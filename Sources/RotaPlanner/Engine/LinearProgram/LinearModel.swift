/// A mixed integer linear program to be minimised, as a plain value: no solver is involved until one is asked to solve it.
///
/// Columns and rows are numbered from 0 in the order in which they were added. Everything is stored as one array per property, so
/// that a model of 200,000 columns costs a few dozen bytes for each.
package struct LinearModel: Sendable {
  /// One product of a coefficient and a column in a row.
  package typealias Term = (column: Int, coefficient: Double)

  private(set) var columnNames: [String] = []
  private(set) var columnBounds: [LinearBounds] = []
  private(set) var costs: [Double] = []
  private(set) var integerFlags: [Bool] = []

  private(set) var rowNames: [String] = []
  private(set) var rowBounds: [LinearBounds] = []
  private(set) var rowStarts: [Int] = [0]
  private(set) var termColumns: [Int32] = []
  private(set) var coefficients: [Double] = []

  /// The column fixed at 1 whose cost is the objective's constant, or nil while there is none. GLPK's own constant is lost in LP
  /// files and changes its sign in MPS files, so a column carries it.
  package private(set) var constantColumn: Int?

  /// An empty model: no columns, no rows, objective 0.
  package init() {}

  /// The number of columns, including the one that carries the constant.
  package var columnCount: Int { costs.count }
  /// The number of rows.
  package var rowCount: Int { rowBounds.count }
  /// The number of terms over all rows, after merging.
  package var termCount: Int { coefficients.count }
  /// Whether any column must be integer.
  var hasIntegerColumns: Bool { integerFlags.contains(true) }
  /// The part of the objective that no decision changes.
  var objectiveConstant: Double { constantColumn.map { costs[$0] } ?? 0 }

  /// Adds a column and returns its number.
  /// - Parameter name: Used in model files; when empty, `c` and the number count from 1 there.
  @discardableResult
  package mutating func addColumn(
    name: String = "", _ bounds: LinearBounds = .nonNegative, cost: Double = 0, isInteger: Bool = false
  ) -> Int {
    columnNames.append(name)
    columnBounds.append(bounds)
    costs.append(cost)
    integerFlags.append(isInteger)
    return costs.count - 1
  }

  /// Adds a row and returns its number; terms of the same column are added up.
  /// - Parameter name: Used in model files; when empty, `r` and the number count from 1 there.
  @discardableResult
  package mutating func addRow(name: String = "", _ bounds: LinearBounds, _ terms: [Term]) -> Int {
    rowNames.append(name)
    rowBounds.append(bounds)
    let start = coefficients.count
    for term in terms {
      termColumns.append(Int32(term.column))
      coefficients.append(term.coefficient)
    }
    mergeTerms(from: start)
    rowStarts.append(coefficients.count)
    return rowBounds.count - 1
  }

  /// Adds to the objective's constant.
  package mutating func addConstant(_ value: Double) {
    let column = constantColumn ?? addColumn(name: "objective_constant", .exactly(1))
    constantColumn = column
    costs[column] += value
  }

  /// Replaces a column's bounds.
  package mutating func setBounds(ofColumn column: Int, _ bounds: LinearBounds) { columnBounds[column] = bounds }

  /// Replaces a column's cost.
  mutating func setCost(ofColumn column: Int, _ cost: Double) { costs[column] = cost }

  /// Replaces a row's bounds.
  package mutating func setBounds(ofRow row: Int, _ bounds: LinearBounds) { rowBounds[row] = bounds }

  /// The positions of a row's terms in `termColumns` and `coefficients`.
  func terms(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

  private mutating func mergeTerms(from start: Int) {
    if isStrictlyAscending(from: start) { return }
    let sorted = (start..<coefficients.count)
      .map { (column: termColumns[$0], position: $0, coefficient: coefficients[$0]) }
      .sorted { ($0.column, $0.position) < ($1.column, $1.position) }
    termColumns.removeSubrange(start...)
    coefficients.removeSubrange(start...)
    for term in sorted {
      if coefficients.count > start, termColumns[termColumns.count - 1] == term.column {
        coefficients[coefficients.count - 1] += term.coefficient
      } else {
        termColumns.append(term.column)
        coefficients.append(term.coefficient)
      }
    }
  }

  private func isStrictlyAscending(from start: Int) -> Bool {
    var position = start + 1
    while position < termColumns.count {
      if termColumns[position - 1] >= termColumns[position] { return false }
      position += 1
    }
    return true
  }
}
