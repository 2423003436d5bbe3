/// A table for people: aligned columns, numbers to the right, nothing wrapped or cut.
///
/// ```
/// Stations
/// id   name      visits
/// ---  --------  ------
/// S01  暖心驿站      120
/// ```
public struct TextTable: Sendable {
  /// A heading and the side on which the cells below it line up.
  public struct Column: Sendable {
    /// Shown above the column.
    public let heading: String
    /// Whether cells line up on their right end.
    public let isNumeric: Bool

    /// A column that lines up on the left.
    public static func text(_ heading: String) -> Column { Column(heading: heading, isNumeric: false) }
    /// A column that lines up on the right.
    public static func number(_ heading: String) -> Column { Column(heading: heading, isNumeric: true) }
  }

  /// A line above the table; nil: none.
  public let title: String?
  /// From left to right, at least one.
  public let columns: [Column]
  /// Each with one cell per column.
  public let rows: [[String]]

  /// Makes a table; each row must have as many cells as there are columns.
  public init(title: String? = nil, columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row needs one cell per column.")
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines without trailing spaces, each ended by a line feed. Control characters in cells become spaces,
  /// so that data can neither break the lines nor steer the terminal.
  public var text: String {
    let head = columns.map { Self.cleaned($0.heading) }
    let body = rows.map { $0.map(Self.cleaned) }
    let widths = columns.indices.map { column in
      body.reduce(DisplayWidth.of(head[column])) { max($0, DisplayWidth.of($1[column])) }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    var lines = title.map { [Self.cleaned($0)] } ?? []
    lines += ([head, rule] + body).map { line($0, widths) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "  " }
      let space = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
      line += columns[index].isNumeric ? space + cell : cell + space
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private static func cleaned(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: \.isControl) else { return cell }
    return String(cell.map { $0.unicodeScalars.contains(where: \.isControl) ? " " : $0 })
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }
}
