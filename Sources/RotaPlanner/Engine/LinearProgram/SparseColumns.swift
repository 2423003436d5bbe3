/// Columns with their terms, one array per property: a batch to be added to a solver, or the solver's own copy of its problem.
///
/// Fill a column with `add(row:coefficient:)` and close it with `endColumn`; `removeAll` keeps the memory for the next batch.
package struct SparseColumns {
  private(set) var costs: [Double] = []
  private(set) var lowers: [Double] = []
  private(set) var uppers: [Double] = []
  private(set) var starts: [Int] = [0]
  private(set) var rows: [Int32] = []
  private(set) var coefficients: [Double] = []

  /// No columns.
  package init() {}

  package var count: Int { costs.count }

  package mutating func removeAll() {
    costs.removeAll(keepingCapacity: true)
    lowers.removeAll(keepingCapacity: true)
    uppers.removeAll(keepingCapacity: true)
    starts.removeSubrange(1...)
    rows.removeAll(keepingCapacity: true)
    coefficients.removeAll(keepingCapacity: true)
  }

  /// Adds a term to the column that is being filled. Rows may repeat and come in any order.
  package mutating func add(row: Int, coefficient: Double) {
    rows.append(Int32(row))
    coefficients.append(coefficient)
  }

  /// Closes the column that is being filled, which may have no terms.
  package mutating func endColumn(cost: Double, _ bounds: LinearBounds = .nonNegative) {
    costs.append(cost)
    lowers.append(bounds.lower)
    uppers.append(bounds.upper)
    starts.append(rows.count)
  }

  /// Adds one whole column.
  package mutating func append(
    cost: Double, bounds: LinearBounds = .nonNegative, terms: [(row: Int, coefficient: Double)]
  ) {
    for term in terms { add(row: term.row, coefficient: term.coefficient) }
    endColumn(cost: cost, bounds)
  }

  func terms(ofColumn column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

  func bounds(ofColumn column: Int) -> LinearBounds { LinearBounds(lower: lowers[column], upper: uppers[column]) }

  mutating func setBounds(ofColumn column: Int, _ bounds: LinearBounds) {
    lowers[column] = bounds.lower
    uppers[column] = bounds.upper
  }

  mutating func setCost(ofColumn column: Int, _ cost: Double) { costs[column] = cost }

  /// Adds the columns of `batch` behind the existing ones, with repeated rows of a column added up.
  /// - Throws: `LinearModelFault` for a value that is not a number, crossed bounds, or a missing row; nothing is added then.
  mutating func append(merging batch: SparseColumns, rowCount: Int, scratch: inout [Int]) throws(LinearModelFault) {
    try batch.validate(rowCount: rowCount)
    if scratch.count < rowCount { scratch.append(contentsOf: repeatElement(-1, count: rowCount - scratch.count)) }
    for column in 0..<batch.count {
      let start = rows.count
      for position in batch.terms(ofColumn: column) {
        let row = Int(batch.rows[position])
        // A position of this very column means that the row came up before; older entries of the scratch are below `start`.
        let earlier = scratch[row]
        if earlier >= start, earlier < rows.count, rows[earlier] == batch.rows[position] {
          coefficients[earlier] += batch.coefficients[position]
        } else {
          scratch[row] = rows.count
          rows.append(batch.rows[position])
          coefficients.append(batch.coefficients[position])
        }
      }
      endColumn(cost: batch.costs[column], batch.bounds(ofColumn: column))
    }
  }

  /// Keeps the columns whose flag is true, in their order.
  mutating func keep(_ flags: [Bool]) {
    var kept = SparseColumns()
    for column in 0..<count where flags[column] {
      kept.rows.append(contentsOf: rows[terms(ofColumn: column)])
      kept.coefficients.append(contentsOf: coefficients[terms(ofColumn: column)])
      kept.endColumn(cost: costs[column], bounds(ofColumn: column))
    }
    self = kept
  }

  /// Adds a term to columns that exist already; `added` holds at most one for each column and row.
  mutating func insert(_ added: [(column: Int, row: Int, coefficient: Double)]) {
    if added.isEmpty { return }
    var heads = [Int](repeating: -1, count: count)
    var links = [Int](repeating: -1, count: added.count)
    for index in added.indices.reversed() {
      links[index] = heads[added[index].column]
      heads[added[index].column] = index
    }
    var merged = SparseColumns()
    for column in 0..<count {
      merged.rows.append(contentsOf: rows[terms(ofColumn: column)])
      merged.coefficients.append(contentsOf: coefficients[terms(ofColumn: column)])
      var index = heads[column]
      while index >= 0 {
        merged.add(row: added[index].row, coefficient: added[index].coefficient)
        index = links[index]
      }
      merged.endColumn(cost: costs[column], bounds(ofColumn: column))
    }
    self = merged
  }

  /// Hands out the arrays for a C call: those with one entry a column begin at `column`, and so do the starts.
  func withPointers(
    from column: Int,
    _ body: (
      _ lowers: UnsafePointer<Double>?, _ uppers: UnsafePointer<Double>?, _ costs: UnsafePointer<Double>?,
      _ starts: UnsafePointer<Int>?, _ rows: UnsafePointer<Int32>?, _ coefficients: UnsafePointer<Double>?
    ) throws -> Void
  ) rethrows {
    try lowers.withUnsafeBufferPointer { lowers in
      try uppers.withUnsafeBufferPointer { uppers in
        try costs.withUnsafeBufferPointer { costs in
          try starts.withUnsafeBufferPointer { starts in
            try rows.withUnsafeBufferPointer { rows in
              try coefficients.withUnsafeBufferPointer { coefficients in
                try body(
                  lowers.baseAddress.map { $0 + column }, uppers.baseAddress.map { $0 + column },
                  costs.baseAddress.map { $0 + column }, starts.baseAddress.map { $0 + column }, rows.baseAddress,
                  coefficients.baseAddress)
              }
            }
          }
        }
      }
    }
  }

  private func validate(rowCount: Int) throws(LinearModelFault) {
    for column in 0..<count {
      if let kind = fault(column, rowCount) { throw LinearModelFault(kind: kind, subject: "new column \(column)") }
    }
  }

  private func fault(_ column: Int, _ rowCount: Int) -> LinearModelFault.Kind? {
    if !costs[column].isFinite { return .notANumber }
    if let fault = bounds(ofColumn: column).fault { return fault }
    for position in terms(ofColumn: column) {
      if !coefficients[position].isFinite { return .notANumber }
      if rows[position] < 0 || rows[position] >= rowCount { return .outOfRange }
    }
    return nil
  }
}
