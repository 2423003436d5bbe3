extension LinearModel {
  /// Makes sure that a solver gets only what it can take.
  /// - Throws: `LinearModelFault` for the first column or row that holds a value which is not a number, crossed bounds, a fractional
  ///   bound on an integer column, or a term of a missing column.
  /// - Complexity: O(columns + terms).
  func validate() throws(LinearModelFault) {
    for column in 0..<columnCount {
      if let kind = columnFault(column) { throw LinearModelFault(kind: kind, subject: describe(column: column)) }
    }
    for row in 0..<rowCount {
      if let kind = rowFault(row, columnCount: columnCount) {
        throw LinearModelFault(kind: kind, subject: describe(row: row))
      }
    }
  }

  private func columnFault(_ column: Int) -> LinearModelFault.Kind? {
    let bounds = columnBounds[column]
    if !costs[column].isFinite { return .notANumber }
    if let fault = bounds.fault { return fault }
    guard integerFlags[column] else { return nil }
    return isWhole(bounds.lower) && isWhole(bounds.upper) ? nil : .fractionalIntegerBound
  }

  private func isWhole(_ bound: Double) -> Bool { bound.isInfinite || bound == bound.rounded() }

  /// What makes a row unusable in a problem of `columnCount` columns, or nil.
  func rowFault(_ row: Int, columnCount: Int) -> LinearModelFault.Kind? {
    if let fault = rowBounds[row].fault { return fault }
    for position in terms(ofRow: row) {
      if !coefficients[position].isFinite { return .notANumber }
      if !(0..<columnCount).contains(Int(termColumns[position])) { return .outOfRange }
    }
    return nil
  }

  func describe(column: Int) -> String { describe("column", column, columnNames[column]) }

  func describe(row: Int) -> String { describe("row", row, rowNames[row]) }

  private func describe(_ kind: String, _ number: Int, _ name: String) -> String {
    name.isEmpty ? "\(kind) \(number)" : "\(kind) \(number) (\(name))"
  }
}
