/// A table read against its schema: rows whose cells are reached by column.
struct Table: Sendable {
  let file: String
  let schema: TableSchema
  /// The rows that can be read, and those a variant added; rows of the wrong length are left out and reported.
  var rows: [Row]

  /// One row; its cells are reached through the `TableRow` that `Table.forEachRow` makes.
  struct Row: Sendable {
    /// Where the file has the row; nil: a variant added it.
    var record: DelimitedText.Record?
    /// What a variant wrote into the row; nil: nothing.
    var edits: RowEdits?
  }

  let text: DelimitedText
  /// The position in the file of each column present, by column id.
  let positions: [String: Int]
  /// The heading as written of each position.
  let headings: [String]

  /// Whether the file has the column.
  func has(_ column: Column) -> Bool { positions[column.id] != nil }

  /// The place of a column's cell in a row; the row itself when it has no such cell. What a variant wrote is in its file.
  func location(_ column: Column, in row: Row) -> SourceLocation {
    if let place = row.edits?.cells[column.id]?.place { return place }
    guard let record = row.record else {
      let place = self.place(of: row)
      return SourceLocation(file: place.file, line: place.line, column: place.column, heading: column.id)
    }
    guard let position = positions[column.id] else {
      return SourceLocation(file: file, line: record.line, heading: column.id)
    }
    let field = text.fields[record.fields.lowerBound + position]
    return text.position(of: field).location(in: file, heading: headings[position])
  }

  /// The place of a row: in the table's file, or in the variant that added it.
  func place(of row: Row) -> SourceLocation {
    if let record = row.record { return SourceLocation(file: file, line: record.line) }
    return row.edits?.place ?? SourceLocation(file: file)
  }

  /// Calls `body` for each row, with faults of its cells going to `issues`.
  func forEachRow(_ issues: IssueCollector, _ body: (TableRow) -> Void) {
    let memory = CellMemory()
    for row in rows { body(TableRow(table: self, row: row, issues: issues, memory: memory)) }
  }
}

extension Table {
  /// Reads the bytes of a table; what is wrong with its layout goes to `issues`.
  static func read(
    _ bytes: [UInt8], file: String, schema: TableSchema, beside encoding: TextEncoding? = nil, issues: IssueCollector
  ) -> Table? {
    let decoded: DecodedText
    do { decoded = try TextDecoder.decode(bytes, file: file, beside: encoding) } catch {
      issues.add(error.issue)
      return nil
    }
    if let doubt = decoded.doubt { issues.add(doubt) }
    let (text, faults) = DelimitedTextReader.read(decoded.utf8, file: file)
    issues.add(contentsOf: faults)
    guard let heading = text.records.first else {
      issues.add(Issue(.tableEmpty, at: SourceLocation(file: file), subject: schema.name))
      return nil
    }
    let layout = TableLayout(heading, text, file: file, schema: schema)
    issues.add(contentsOf: layout.issues)
    let quoteFaults = Set(faults.compactMap { $0.location?.line })
    let rows = layout.rows(text.records.dropFirst(), issues, quoteFaults: quoteFaults)
    return Table(
      file: file, schema: schema, rows: rows, text: text, positions: layout.positions, headings: layout.headings)
  }

  /// A table that the scenario's folder does not have, for rows that a variant adds.
  static func empty(_ schema: TableSchema) -> Table {
    Table(
      file: schema.name + ".csv", schema: schema, rows: [], text: DelimitedText(bytes: [], fields: [], records: []),
      positions: [:], headings: [])
  }
}

/// The meaning of a table's first line, and the check of every row's length against it.
private struct TableLayout {
  let text: DelimitedText
  let file: String
  let schema: TableSchema
  let headings: [String]
  private(set) var positions: [String: Int] = [:]
  private(set) var issues: [Issue] = []
  /// The positions that have no heading.
  private let bare: [Int]

  init(_ heading: DelimitedText.Record, _ text: DelimitedText, file: String, schema: TableSchema) {
    self.text = text
    self.file = file
    self.schema = schema
    let headings = heading.fields.map { CellText.trimmed(text.text(text.fields[$0])) }
    self.headings = headings
    bare = headings.indices.filter { headings[$0].isEmpty }
    for (position, name) in headings.enumerated() where !name.isEmpty {
      take(name, position, text.fields[heading.fields.lowerBound + position])
    }
    for column in schema.columns where column.isRequired && positions[column.id] == nil {
      let place = SourceLocation(file: file, line: heading.line)
      issues.append(
        Issue(.tableMissingColumn, at: place, subject: column.id, ["chinese": column.chinese, "table": schema.name]))
    }
  }

  /// Unknown headings for which a likely meaning is looked for; a table with more is of another kind.
  private static let guesses = 100

  private mutating func take(_ name: String, _ position: Int, _ field: DelimitedText.Field) {
    if let column = schema.column(heading: name), positions[column.id] == nil {
      positions[column.id] = position
      guard let doubt = HeadingUnit.doubt(name, column) else { return }
      issues.append(doubt.issue(at: text.position(of: field).location(in: file, heading: name), found: name))
      return
    }
    guard issues.count < IssueCollector.limit else { return }
    let place = text.position(of: field).location(in: file, heading: name)
    guard let column = schema.column(heading: name) else {
      let known = issues.count < Self.guesses ? schema.columns.flatMap(\.headings) : []
      let guess = didYouMean(name, among: known)
      let fix = guess.map { Message("fix.didYouMean", ["guess": $0]) }
      issues.append(
        Issue(
          .tableUnknownColumn, at: place, found: name, fix: fix,
          ["table": schema.name, "known": schema.columns.map(\.id)]))
      return
    }
    issues.append(Issue(.tableDuplicateColumn, at: place, subject: column.id, found: name))
  }

  /// The rows of the right length; the others are reported, unless a fault of the quoting on their line explains it.
  func rows(
    _ records: ArraySlice<DelimitedText.Record>, _ issues: IssueCollector, quoteFaults: Set<Int>
  ) -> [Table.Row] {
    var rows: [Table.Row] = []
    rows.reserveCapacity(records.count)
    var withoutHeading: Set<Int> = []
    for record in records where !isEmpty(record) && !quoteFaults.contains(record.line) {
      let extra = record.fields.dropFirst(headings.count)
      if let field = extra.first(where: { text.fields[$0].end > text.fields[$0].start }) {
        report(.tableRowTooLong, record, field, issues)
      } else if let field = foreignMark(record) {
        reportForeign(record, field, issues)
      } else if record.fields.count < headings.count {
        report(.tableRowTooShort, record, record.fields.upperBound - 1, issues)
      } else {
        rows.append(Table.Row(record: record))
      }
      for position in bare where position < record.fields.count && !withoutHeading.contains(position) {
        let field = record.fields.lowerBound + position
        let cell = CellText.trimmed(text.text(text.fields[field]))
        if cell.isEmpty { continue }
        withoutHeading.insert(position)
        issues.add(
          Issue(
            .tableDataWithoutHeading, at: text.position(of: text.fields[field]).location(in: file),
            found: CellFault.shortened(cell)))
      }
    }
    return rows
  }

  /// The field that shows a row to be none of the table: the first, where it is the only one that is filled, or one that says "total"
  /// or "prepared by" where rows have their name, or alone. nil in a row of the table.
  private func foreignMark(_ record: DelimitedText.Record) -> Int? {
    if let key = schema.columns.first.flatMap({ positions[$0.id] }), key < record.fields.count,
      isFooter(record.fields.lowerBound + key)
    {
      return record.fields.lowerBound + key
    }
    // In a table of two columns, one of them optional, rows with a name alone are usual.
    guard headings.count - bare.count > 2 else { return nil }
    var filled: Int?
    for field in record.fields where text.fields[field].end > text.fields[field].start {
      guard filled == nil else { return nil }
      filled = field
    }
    return filled.flatMap { isFooter($0) || ($0 == record.fields.lowerBound && !schema.takesBareRows) ? $0 : nil }
  }

  private func isFooter(_ field: Int) -> Bool {
    SheetFooter.begins(text.bytes[text.fields[field].start..<text.fields[field].end])
  }

  private func reportForeign(_ record: DelimitedText.Record, _ field: Int, _ issues: IssueCollector) {
    let place = text.position(of: text.fields[field]).location(in: file)
    let cell = CellFault.shortened(CellText.trimmed(text.text(text.fields[field])))
    issues.add(Issue(.tableForeignRow, at: place, found: cell, ["table": schema.name]))
  }

  /// Whether every field is empty, as in the rows below the last that spreadsheets export.
  private func isEmpty(_ record: DelimitedText.Record) -> Bool {
    record.fields.allSatisfy { text.fields[$0].end == text.fields[$0].start }
  }

  private func report(_ code: IssueCode, _ record: DelimitedText.Record, _ field: Int, _ issues: IssueCollector) {
    let place = text.position(of: text.fields[field]).location(in: file)
    let width = record.fields.count
    issues.add(Issue(code, at: place, found: width, expected: headings.count))
  }
}
