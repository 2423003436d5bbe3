internal import CGLPK

extension GLPKSimplex {
  /// Sets where a column stands in the starting basis. In all, as many rows and columns must be basic as there are rows. For a
  /// non-basic column with two bounds `atLower` and `atUpper` differ; for others the bounds decide.
  package func setStatus(ofColumn column: Int, _ status: BasisStatus) throws {
    try GLPKEnvironment.check(cglpk_set_column_status(live(), Int32(column), Int32(status.rawValue)))
  }

  /// Sets where a row stands in the starting basis; see `setStatus(ofColumn:_:)`.
  package func setStatus(ofRow row: Int, _ status: BasisStatus) throws {
    try GLPKEnvironment.check(cglpk_set_row_status(live(), Int32(row), Int32(status.rawValue)))
  }

  func status(ofColumn column: Int) throws -> BasisStatus {
    var status: Int32 = 0
    try GLPKEnvironment.check(cglpk_column_status(live(), Int32(column), &status))
    return try decode(status)
  }

  func status(ofRow row: Int) throws -> BasisStatus {
    var status: Int32 = 0
    try GLPKEnvironment.check(cglpk_row_status(live(), Int32(row), &status))
    return try decode(status)
  }

  /// The whole basis, to be put back by `useBasis` while rows and columns stay the same.
  package func basis() throws -> SimplexBasis {
    let problem = try live()
    var basis = SimplexBasis(
      rows: [UInt8](repeating: 0, count: rowCount), columns: [UInt8](repeating: 0, count: columnCount))
    try GLPKEnvironment.check(cglpk_row_statuses(problem, Int32(rowCount), &basis.rows))
    try GLPKEnvironment.check(cglpk_column_statuses(problem, Int32(columnCount), &basis.columns))
    return basis
  }

  /// Puts a basis back. What was non-basic stands at the bounds it has now.
  package func useBasis(_ basis: SimplexBasis) throws {
    precondition(basis.rows.count == rowCount && basis.columns.count == columnCount, "The basis is of another problem.")
    try GLPKEnvironment.check(
      cglpk_set_statuses(live(), Int32(rowCount), basis.rows, Int32(columnCount), basis.columns))
  }

  /// Makes every row basic and every column non-basic at the bound next to zero.
  func useStandardBasis() throws { try GLPKEnvironment.check(cglpk_standard_basis(live())) }

  /// Makes GLPK's triangular starting basis, which takes columns in where it can.
  func useAdvancedBasis() throws {
    let problem = try live()
    if rowCount == 0 || columnCount == 0 { return }
    try GLPKEnvironment.check(cglpk_advanced_basis(problem))
  }

  private func decode(_ status: Int32) throws -> BasisStatus {
    guard let status = BasisStatus(rawValue: UInt8(clamping: status)) else {
      throw GLPKError.unexpectedReturn(call: "glp_get_col_stat", code: status)
    }
    return status
  }
}
