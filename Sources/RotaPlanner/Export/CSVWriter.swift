/// Writes tables as CSV after RFC 4180.
///
/// Cells that hold a comma, a quote, a line end, or a space at either end are quoted; cells that a spreadsheet would take
/// for a formula are guarded (`FormulaGuard`).
public struct CSVWriter: Sendable {
  /// What ends a line.
  public enum LineEnd: String, Sendable {
    /// As Unix tools expect.
    case lineFeed = "\n"
    /// As RFC 4180 and older spreadsheets expect.
    case carriageReturnLineFeed = "\r\n"
  }

  /// What ends every line, the last one too.
  public let lineEnd: LineEnd
  /// Whether the text begins with a byte order mark, without which Excel takes UTF-8 for the local code page.
  public let hasByteOrderMark: Bool

  /// Makes a writer; plain UTF-8 with line feeds unless told otherwise.
  public init(lineEnd: LineEnd = .lineFeed, hasByteOrderMark: Bool = false) {
    self.lineEnd = lineEnd
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// For Excel and WPS: byte order mark and CRLF.
  public static let excel = CSVWriter(lineEnd: .carriageReturnLineFeed, hasByteOrderMark: true)

  /// The heading line, then one line per row; each row has as many cells as there are headings.
  public func text(headings: [String], rows: [[String]]) -> String {
    precondition(rows.allSatisfy { $0.count == headings.count }, "A row needs one cell per heading.")
    var text = hasByteOrderMark ? "\u{FEFF}" : ""
    append(headings, to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  private func append(_ row: [String], to text: inout String) {
    // A single empty cell would make a blank line, which readers skip.
    if row == [""] { text += "\"\"" }
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "," }
      text += quoted(FormulaGuard.guarded(cell))
    }
    text += lineEnd.rawValue
  }

  private func quoted(_ cell: String) -> String {
    let bytes = cell.utf8
    let needsQuotes =
      bytes.first == 0x20 || bytes.last == 0x20 || bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return cell }
    // Byte by byte: in a Swift string "\r\n" is one character and a quote before a combining mark is hidden.
    var result: [UInt8] = [0x22]
    for byte in bytes {
      if byte == 0x22 { result.append(0x22) }
      result.append(byte)
    }
    result.append(0x22)
    return String(decoding: result, as: UTF8.self)
  }
}
