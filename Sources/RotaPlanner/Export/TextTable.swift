/// A table for people: aligned columns, numbers to the right, nothing wrapped or cut.
///
/// ```
/// Stations
/// id   name      visits
/// ---  --------  ------
/// S01  暖心驿站      120
/// ```
struct TextTable: Sendable {
  /// A heading and the side on which the cells below it line up.
  struct Column: Sendable {
    /// Shown above the column.
    let heading: String
    /// Whether cells line up on their right end.
    let isNumeric: Bool

    /// A column that lines up on the left.
    static func text(_ heading: String) -> Column { Column(heading: heading, isNumeric: false) }
    /// A column that lines up on the right.
    static func number(_ heading: String) -> Column { Column(heading: heading, isNumeric: true) }
  }

  /// A line above the table; nil: none.
  let title: String?
  /// From left to right, at least one.
  let columns: [Column]
  /// Each with one cell per column.
  let rows: [[String]]

  /// Makes a table; each row must have as many cells as there are columns.
  init(title: String? = nil, columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row needs one cell per column.")
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines without trailing spaces, each ended by a line feed. Control characters in cells are
  /// escaped, so that data can neither break the lines nor steer the terminal.
  var text: String {
    let head = columns.map { Cell($0.heading) }
    let body = rows.map { $0.map(Cell.init) }
    let widths = columns.indices.map { column in body.reduce(head[column].width) { max($0, $1[column].width) } }
    let rule = widths.map { Cell(String(repeating: "-", count: $0)) }
    // Bytes, as taking spaces off a string's end looks for whole characters each time.
    var bytes = title.map { Array(Cell($0).text.utf8) + [Self.lineFeed] } ?? []
    for line in [head, rule] { append(line, widths, to: &bytes) }
    for line in body { append(line, widths, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  private func append(_ cells: [Cell], _ widths: [Int], to bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes += [Self.space, Self.space] }
      let room = repeatElement(Self.space, count: widths[index] - cell.width)
      if columns[index].isNumeric { bytes += room }
      bytes += cell.text.utf8
      if !columns[index].isNumeric { bytes += room }
    }
    while bytes.count > start, bytes.last == Self.space { bytes.removeLast() }
    bytes.append(Self.lineFeed)
  }

  /// A cell's text as it is shown, with its width.
  private struct Cell {
    let text: String
    let width: Int

    init(_ cell: String) {
      if let width = DisplayWidth.ofASCII(cell) {
        (text, self.width) = (cell, width)
        return
      }
      text = VisibleText.line(cell)
      width = DisplayWidth.of(text)
    }
  }
}
