/// Where a part of a draft comes from, so that a fault found later still names its cell.
enum Origin: Sendable {
  /// A row of a table.
  case row(Table, DelimitedText.Record)
  /// A key of a YAML file.
  case yaml(SourceLocation)
  /// Nothing the user wrote in a file: a variant or the program itself.
  case none

  /// The place of a column's cell, or of the row or key where there are no columns.
  func location(_ column: Column? = nil) -> SourceLocation? {
    switch self {
    case .row(let table, let record):
      guard let column else { return SourceLocation(file: table.file, line: record.line) }
      return table.location(column, in: record)
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
