/// Writes tables as CSV after RFC 4180.
///
/// Cells that hold the delimiter, a comma, a quote, a line end, or a space at either end are quoted, and so is a first cell that a
/// reader would take for a comment; cells that a spreadsheet would take for a formula are guarded (`FormulaGuard`).
public struct CSVWriter: Sendable {
  /// What ends a line.
  public enum LineEnd: String, Sendable {
    /// As Unix tools expect.
    case lineFeed = "\n"
    /// As RFC 4180 and older spreadsheets expect.
    case carriageReturnLineFeed = "\r\n"
  }

  /// What stands between cells.
  public enum Delimiter: String, Sendable {
    /// As RFC 4180 has it.
    case comma = ","
    /// As spreadsheets expect where the decimal mark is a comma.
    case semicolon = ";"
    /// As the clipboard has it.
    case tab = "\t"
  }

  /// What ends every line, the last one too.
  let lineEnd: LineEnd
  /// Whether the text begins with a byte order mark, without which Excel takes UTF-8 for the local code page.
  let hasByteOrderMark: Bool
  /// What stands between cells.
  public let delimiter: Delimiter
  /// Whether the first line names the delimiter (`sep=,`), which Excel then obeys whatever its language expects.
  let namesDelimiter: Bool
  /// Whether numbers have a decimal comma.
  public let hasDecimalComma: Bool

  /// Makes a writer; plain UTF-8 with commas, decimal points and line feeds unless told otherwise.
  public init(
    lineEnd: LineEnd = .lineFeed, hasByteOrderMark: Bool = false, delimiter: Delimiter = .comma,
    namesDelimiter: Bool = false, hasDecimalComma: Bool = false
  ) {
    self.lineEnd = lineEnd
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.namesDelimiter = namesDelimiter
    self.hasDecimalComma = hasDecimalComma
  }

  /// For Excel and WPS: byte order mark, a line that names the delimiter, and CRLF.
  public static func excel(delimiter: Delimiter = .comma, hasDecimalComma: Bool = false) -> CSVWriter {
    CSVWriter(
      lineEnd: .carriageReturnLineFeed, hasByteOrderMark: true, delimiter: delimiter, namesDelimiter: true,
      hasDecimalComma: hasDecimalComma)
  }

  /// The heading line, then one line per row; each row has as many cells as there are headings.
  public func text(headings: [String], rows: [[String]]) -> String {
    precondition(rows.allSatisfy { $0.count == headings.count }, "A row needs one cell per heading.")
    var text = hasByteOrderMark ? "\u{FEFF}" : ""
    if namesDelimiter { text += "sep=" + delimiter.rawValue + lineEnd.rawValue }
    append(headings, to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  /// A decimal number, written with a point, with the decimal mark of this writer.
  func number(_ text: String) -> String {
    hasDecimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  private func append(_ row: [String], to text: inout String) {
    // A single empty cell would make a blank line, which readers skip.
    if row == [""] { text += "\"\"" }
    for (index, cell) in row.enumerated() {
      if index > 0 { text += delimiter.rawValue }
      text += quoted(FormulaGuard.guarded(cell), isFirst: index == 0)
    }
    text += lineEnd.rawValue
  }

  private func quoted(_ cell: String, isFirst: Bool) -> String {
    let bytes = cell.utf8
    let needsQuotes =
      bytes.first == 0x20 || bytes.last == 0x20 || (isFirst && bytes.first == UInt8(ascii: "#"))
      || bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) || $0 == delimiter.byte }
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

extension CSVWriter.Delimiter {
  fileprivate var byte: UInt8 { rawValue.utf8.first ?? 0x2C }
}
