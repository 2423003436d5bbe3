/// Where a part of a draft comes from, so that a fault found later still names its cell.
enum Origin: Sendable {
  /// A row of a table, perhaps one that a variant changed or added.
  case row(Table, Table.Row)
  /// A key of a YAML file.
  case yaml(SourceLocation)
  /// Nothing the user wrote in a file: the program itself.
  case none

  /// The line of a row in its table's file; nil for what is in none.
  var line: Int? {
    if case .row(_, let row) = self { return row.record?.line }
    return nil
  }

  /// The place of a column's cell, or of the row or key where there are no columns.
  func location(_ column: Column? = nil) -> SourceLocation? {
    switch self {
    case .row(let table, let row):
      guard let column else { return table.place(of: row) }
      return table.location(column, in: row)
    case .yaml(let place): return place
    case .none: return nil
    }
  }
}

/// A row of a draft: how its table looks, and how one of its rows is read.
protocol DraftRow: Sendable {
  static var schema: TableSchema { get }
  /// Reads a row; nil when what identifies it is missing (which is reported).
  init?(_ row: TableRow)
}
