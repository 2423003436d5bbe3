/// Which rows of a table a change means.
extension VariantApplication {
  /// The positions of the rows chosen, rising; what matches no row is reported.
  func rows(_ choice: RowChoice) -> [Int] {
    let table = draft.tables[choice.schema]
    switch choice.rows {
    case .ids(let ids):
      let key = choice.schema.columns[0]
      if ids.count == 1, ids[0].meansAll { return Array(table.rows.indices) }
      var found: Set<Int> = []
      for id in ids {
        let matching = table.rows.indices.filter { table.holds(id.text, key, in: table.rows[$0]) }
        if matching.isEmpty { reportNoRow(table, key, id) }
        found.formUnion(matching)
      }
      return found.sorted()
    case .matching(let cells):
      let matching = table.rows.indices.filter { row in
        cells.allSatisfy { table.holds($0.value.text, $0.column, in: table.rows[row]) }
      }
      if matching.isEmpty { reportNoRow(table, cells, choice.place) }
      return matching
    }
  }

  /// The texts of the first column of the rows that ids choose.
  func ids(_ ids: [PlacedText], of schema: TableSchema) -> [PlacedText] {
    let table = draft.tables[schema]
    let place = ids[0].place
    return rows(RowChoice(schema: schema, rows: .ids(ids), place: place)).map { row in
      let text = table.text(schema.columns[0], in: table.rows[row])
      return PlacedText(text: text, place: ids.first { $0.text == text }?.place ?? place)
    }
  }

  private func reportNoRow(_ table: Table, _ key: Column, _ id: PlacedText) {
    let known = table.rows.map { table.text(key, in: $0) }
    let fix = didYouMean(id.text, among: known).map { Message("fix.didYouMean", ["guess": $0]) }
    let shown = known.count <= 12 ? known : known.prefix(12) + ["..."]
    issues.add(
      Issue(
        .variantNoRow, at: id.place, found: [key.id, id.text].joined(separator: " = "), fix: fix,
        ["table": table.schema.name, "known": shown]))
  }

  private func reportNoRow(_ table: Table, _ cells: [VariantCell], _ place: SourceLocation) {
    // The first cell that no row has is where the slip is; else each is there, but not together.
    let slip = cells.first { cell in !table.rows.contains { table.holds(cell.value.text, cell.column, in: $0) } }
    if let slip { return reportNoRow(table, slip.column, slip.value) }
    let wanted = cells.map { "\($0.column.id) = \($0.value.text)" }.joined(separator: ", ")
    issues.add(
      Issue(
        .variantNoRow, at: place, found: wanted, fix: Message("fix.noSuchRow"), ["table": table.schema.name]))
  }
}

extension Table {
  /// The text of a cell, as `TableRow.text`.
  func text(_ column: Column, in row: Row) -> String {
    TableRow(table: self, row: row, issues: IssueCollector()).text(column)
  }

  /// Columns of free words, which are the same when folded.
  private static let wordColumns = [
    StationDraft.Columns.street, StationDraft.Columns.type, StaffDraft.Columns.street, StaffDraft.Columns.contract,
    WorkerGroupDraft.Columns.trade, SiteDraft.Columns.trade,
  ]

  /// Whether a cell says the same as a text: as plain text, as a free word, or as a date.
  func holds(_ text: String, _ column: Column, in row: Row) -> Bool {
    let (cell, wanted) = (CellText.normalised(self.text(column, in: row)), CellText.normalised(text))
    if cell == wanted { return true }
    if Self.wordColumns.contains(column) { return FoldedWord(cell).key == FoldedWord(wanted).key }
    guard let date = try? CellType<CalendarDate>.date.read(wanted) else { return false }
    return (try? CellType<CalendarDate>.date.read(cell)) == date
  }

  /// The position of the first row that has a text in a column.
  func firstRow(_ column: Column, _ text: String) -> Int? {
    rows.firstIndex { holds(text, column, in: $0) }
  }
}
