extension LinearModel {
  /// The columns with their terms sorted by row, as a simplex wants them.
  /// - Complexity: O(columns + terms).
  func sparseColumns() -> SparseColumns {
    var heads = [Int](repeating: 0, count: columnCount + 1)
    for column in termColumns { heads[Int(column) + 1] += 1 }
    for column in 0..<columnCount { heads[column + 1] += heads[column] }
    var next = heads
    var rows = [Int32](repeating: 0, count: termCount)
    var values = [Double](repeating: 0, count: termCount)
    for row in 0..<rowCount {
      for position in terms(ofRow: row) {
        let column = Int(termColumns[position])
        rows[next[column]] = Int32(row)
        values[next[column]] = coefficients[position]
        next[column] += 1
      }
    }
    var columns = SparseColumns()
    for column in 0..<columnCount {
      for position in heads[column]..<heads[column + 1] {
        columns.add(row: Int(rows[position]), coefficient: values[position])
      }
      columns.endColumn(cost: costs[column], columnBounds[column])
    }
    return columns
  }
}
