extension Table {
  /// What is worth saying about cells left empty in columns that decide law or demand, one issue a column: an empty cell means the
  /// column's usual value where the column is empty throughout, but among filled cells it may as well be a merged cell that came out
  /// of a workbook empty, or forgotten. Cells that a variant emptied are meant so.
  var emptyCellsAmongFilled: [Issue] {
    schema.columns.compactMap { column in
      guard let usual = column.told, has(column) else { return nil }
      return emptyCells(column).map { cells in
        Issue(
          .cellsBlankAmongFilled, at: location(column, in: cells.rows[0]), fix: cells.fix(usual),
          ["count": cells.rows.count, "lines": cells.lines, "usual": usual])
      }
    }
  }

  private struct EmptyCells {
    let rows: [Row]
    /// Whether the first row of the table is filled and at least half of the others are not, as where cells were merged downwards.
    let areLikeMerged: Bool

    /// The lines of the rows; the first ones when there are many.
    var lines: String {
      let shown = rows.prefix(8).compactMap { $0.record?.line }.map(String.init)
      return (shown + (rows.count > shown.count ? ["..."] : [])).joined(separator: ", ")
    }

    func fix(_ usual: String) -> Message? {
      areLikeMerged ? Message("fix.mergedCells", ["usual": usual]) : nil
    }
  }

  /// The rows of the file without a text in the column; nil when all have one or none has.
  private func emptyCells(_ column: Column) -> EmptyCells? {
    guard let position = positions[column.id] else { return nil }
    var empty: [Row] = []
    var filled = 0
    var isFirstFilled = false
    for (index, row) in rows.enumerated() {
      guard let record = row.record, row.edits?.cells[column.id] == nil else { continue }
      let field = text.fields[record.fields.lowerBound + position]
      let isEmpty = field.end == field.start || CellText.trimmed(text.text(field)).isEmpty
      if isEmpty {
        empty.append(row)
      } else {
        filled += 1
        if index == 0 { isFirstFilled = true }
      }
    }
    if empty.isEmpty || filled == 0 { return nil }
    return EmptyCells(rows: empty, areLikeMerged: isFirstFilled && empty.count > 1 && empty.count >= filled)
  }
}
