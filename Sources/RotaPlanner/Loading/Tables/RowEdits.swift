/// What a variant wrote into one row of a table.
final class RowEdits: Sendable {
  /// Where the variant first speaks of the row.
  let place: SourceLocation
  /// The new text of cells and where the variant has it, by column id.
  let cells: [String: PlacedText]

  init(place: SourceLocation, cells: [String: PlacedText]) {
    self.place = place
    self.cells = cells
  }
}

/// A text and where it stands.
struct PlacedText: Hashable, Sendable {
  let text: String
  let place: SourceLocation
}

extension Table.Row {
  /// The row with new texts in cells, by column id; a cell edited before takes the newer text.
  func editing(_ cells: [String: PlacedText], at place: SourceLocation) -> Table.Row {
    let all = (edits?.cells ?? [:]).merging(cells) { _, new in new }
    return Table.Row(record: record, edits: RowEdits(place: edits?.place ?? place, cells: all))
  }
}
