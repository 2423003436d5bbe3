/// One row of a table while it is read: gives typed values and reports what is wrong with a cell at the cell's place.
struct TableRow {
  let table: Table
  let row: Table.Row
  let issues: IssueCollector
  /// What the other rows of the same reading have told.
  private let memory: CellMemory

  init(table: Table, row: Table.Row, issues: IssueCollector, memory: CellMemory = CellMemory()) {
    self.table = table
    self.row = row
    self.issues = issues
    self.memory = memory
  }

  /// The place of a column's cell; the row itself when the table has no such column.
  func location(_ column: Column) -> SourceLocation {
    table.location(column, in: row)
  }

  /// The row itself, for faults found when the table is long read.
  var origin: Origin { .row(table, row) }

  /// The text of a cell as typed, without spaces around it or our protection against formulas; empty when the cell is or the column is not there.
  func text(_ column: Column) -> String {
    if let cell = row.edits?.cells[column.id] { return FormulaGuard.unguarded(CellText.trimmed(cell.text)) }
    guard let position = table.positions[column.id], let record = row.record else { return "" }
    let text = table.text.text(table.text.fields[record.fields.lowerBound + position])
    return FormulaGuard.unguarded(CellText.trimmed(text))
  }

  /// The value of a cell; nil when it is empty, or faulty and reported.
  func optional<Value>(_ column: Column, _ type: CellType<Value>) -> Value? {
    let text = text(column)
    if text.isEmpty { return nil }
    if text.utf8.first == UInt8(ascii: "#"), CellText.isFormulaError(text) {
      issues.add(Issue(.valueOfBrokenFormula, at: location(column), found: text))
      return nil
    }
    do {
      guard type.isRemembered else {
        let value = try type.read(text)
        tell(type.doubt?(text, table.text.decimalMark), column, text)
        return value
      }
      let known = try memory.value(column, text, type, table.text.decimalMark)
      tell(known.doubt, column, text)
      return known.value
    } catch {
      issues.add(error.issue(at: location(column), found: text))
      return nil
    }
  }

  private func tell(_ doubt: Doubt?, _ column: Column, _ text: String) {
    if let doubt { issues.add(doubt.issue(at: location(column), found: text)) }
  }

  /// The heading of a column as the file has it; nil when it has no such column, or a variant wrote the cell.
  func heading(_ column: Column) -> String? {
    guard row.edits?.cells[column.id] == nil, row.record != nil else { return nil }
    return table.positions[column.id].map { table.headings[$0] }
  }

  /// The value of a cell, or the default when it is empty (or faulty and reported).
  func value<Value>(_ column: Column, _ type: CellType<Value>, default fallback: Value) -> Value {
    optional(column, type) ?? fallback
  }

  /// The value of a cell that must not be empty; nil when it is empty or faulty, and reported.
  func required<Value>(_ column: Column, _ type: CellType<Value>) -> Value? {
    // A table without a required column is reported once, at its heading.
    if text(column).isEmpty {
      if table.has(column) || !column.isRequired || row.record == nil {
        issues.add(Issue(.valueMissing, at: location(column), subject: column.id, expected: type.expected))
      }
      return nil
    }
    return optional(column, type)
  }
}
