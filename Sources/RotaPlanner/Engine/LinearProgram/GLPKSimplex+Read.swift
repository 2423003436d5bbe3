internal import CGLPK

extension GLPKSimplex {
  /// The dual value of each row: by how much the objective changes for one unit more on the row's right side. The buffer is resized
  /// only when its count differs.
  /// - Throws: `GLPKError.noSolution` when rows or columns were added or deleted since the last solve.
  package func readDuals(into buffer: inout [Double]) throws {
    try read(into: &buffer, count: rowCount) { cglpk_row_duals($0, $1, $2) }
  }

  /// The sum of each row; buffer and errors as in `readDuals(into:)`.
  func readRowValues(into buffer: inout [Double]) throws {
    try read(into: &buffer, count: rowCount) { cglpk_row_values($0, $1, $2) }
  }

  /// The value of each column; buffer and errors as in `readDuals(into:)`.
  package func readValues(into buffer: inout [Double]) throws {
    try read(into: &buffer, count: columnCount) { cglpk_column_values($0, $1, $2) }
  }

  /// The reduced cost of each column; buffer and errors as in `readDuals(into:)`.
  func readReducedCosts(into buffer: inout [Double]) throws {
    try read(into: &buffer, count: columnCount) { cglpk_column_duals($0, $1, $2) }
  }

  private func read(
    into buffer: inout [Double], count: Int,
    _ call: (OpaquePointer, Int32, UnsafeMutablePointer<Double>) -> Int32
  ) throws {
    let problem = try live()
    if !isSolved { throw GLPKError.noSolution }
    if buffer.count != count { buffer = [Double](repeating: 0, count: count) }
    if count == 0 { return }
    try GLPKEnvironment.check(
      buffer.withUnsafeMutableBufferPointer { call(problem, Int32(count), $0.baseAddress!) })
  }
}
