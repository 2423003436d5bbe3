/// Splits delimited text as RFC 4180 says, and as spreadsheets really write it.
///
/// The delimiter is found out from the first line. Blank lines and comments are skipped; a line `sep=;` at the top is obeyed. A
/// quoted field may hold line breaks.
///
/// A comment begins with `#` and a space or another `#`. Above the headings, and where it has no delimiter but the table has, a
/// line with any other text behind `#` is one too. What else begins with `#` could as well be an id or a broken formula (`#3`,
/// `#N/A`): it is a fault.
struct DelimitedTextReader {
  private let file: String
  private let places: PositionIndex
  private var offset = 0
  private var line = 1
  private var delimiter = Delimiter.byte(UInt8(ascii: ","))
  private var fields: [DelimitedText.Field] = []
  private var records: [DelimitedText.Record] = []
  private var issues: [Issue] = []

  private init(file: String, places: PositionIndex) {
    self.file = file
    self.places = places
  }

  /// Splits the bytes, which must be valid UTF-8; faults of the quoting come as issues with their places.
  static func read(_ bytes: [UInt8], file: String) -> (text: DelimitedText, issues: [Issue]) {
    let places = PositionIndex(bytes)
    var reader = DelimitedTextReader(file: file, places: places)
    bytes.withUnsafeBufferPointer { reader.readAll($0) }
    let text = DelimitedText(
      bytes: bytes, fields: reader.fields, records: reader.records, decimalMark: reader.delimiter.decimalMark,
      places: places)
    return (text, reader.issues)
  }

  private mutating func readAll(_ bytes: UnsafeBufferPointer<UInt8>) {
    fields.reserveCapacity(bytes.count / 6)
    records.reserveCapacity(bytes.count / 40)
    skipIdleLines(bytes)
    if let named = namedDelimiter(bytes) {
      delimiter = named
      skipLine(bytes)
      skipIdleLines(bytes)
    } else {
      delimiter = Delimiter.sniffed(bytes, from: offset)
    }
    while offset < bytes.count {
      readRecord(bytes)
      skipIdleLines(bytes)
    }
  }

  /// The delimiter that a first line such as `sep=;` names, as Excel writes it.
  private func namedDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> Delimiter? {
    guard offset + 4 < bytes.count, bytes[offset..<(offset + 4)].elementsEqual("sep=".utf8) else { return nil }
    let end = offset + 5
    guard end == bytes.count || bytes[end] == lineFeed || bytes[end] == carriageReturn else { return nil }
    return .byte(bytes[offset + 4])
  }

  private mutating func skipIdleLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count {
      var end = offset
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.count, !isLineEnd(bytes[end]), !isComment(bytes, at: end) { return }
      // With tabs as delimiter a line of tabs is an empty row; it says as little as a blank one.
      skipLine(bytes)
    }
  }

  /// Whether the line whose first character lies at `mark` is a comment; one that only looks like it is reported.
  private mutating func isComment(_ bytes: UnsafeBufferPointer<UInt8>, at mark: Int) -> Bool {
    guard bytes[mark] == UInt8(ascii: "#") else { return false }
    guard let columns = records.first?.fields.count, !opensComment(bytes, at: mark + 1) else { return true }
    var end = mark
    while end < bytes.count, !isLineEnd(bytes[end]), delimiter.length(bytes, end) == 0 { end += 1 }
    if columns > 1, end == bytes.count || isLineEnd(bytes[end]) { return true }
    let cell = String(decoding: bytes[mark..<end], as: UTF8.self)
    report(.tableRowMarkedOut, at: mark, found: CellFault.shortened(CellText.trimmed(cell)))
    return false
  }

  /// Whether what follows a `#` makes it a comment whatever stands in the line.
  private func opensComment(_ bytes: UnsafeBufferPointer<UInt8>, at next: Int) -> Bool {
    guard next < bytes.count, !isLineEnd(bytes[next]) else { return true }
    if delimiter.length(bytes, next) > 0 { return false }
    let fullWidthSpace: [UInt8] = [0xE3, 0x80, 0x80]
    return [0x20, 0x09, UInt8(ascii: "#")].contains(bytes[next]) || bytes[next...].starts(with: fullWidthSpace)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
    takeLineEnd(bytes)
  }

  private mutating func takeLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard offset < bytes.count, isLineEnd(bytes[offset]) else { return }
    let isPair = bytes[offset] == carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == lineFeed
    offset += isPair ? 2 : 1
    line += 1
  }

  private mutating func readRecord(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = (offset: offset, line: line, field: fields.count)
    while true {
      skipSpaces(bytes)
      if offset < bytes.count, bytes[offset] == quote {
        readQuoted(bytes)
      } else {
        readPlain(bytes)
      }
      guard offset < bytes.count, !isLineEnd(bytes[offset]) else { break }
      offset += delimiter.length(bytes, offset)
    }
    takeLineEnd(bytes)
    records.append(
      DelimitedText.Record(fields: start.field..<fields.count, start: start.offset, line: start.line))
  }

  private mutating func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count, bytes[offset] == 0x20 || (bytes[offset] == 0x09 && delimiter != .byte(0x09)) {
      offset += 1
    }
  }

  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = offset
    skipToFieldEnd(bytes)
    var end = offset
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    fields.append(DelimitedText.Field(start: start, end: end, isQuoted: false))
  }

  private mutating func skipToFieldEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count, !isLineEnd(bytes[offset]), delimiter.length(bytes, offset) == 0 { offset += 1 }
  }

  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    let opening = offset
    offset += 1
    let start = offset
    while offset < bytes.count {
      if bytes[offset] == quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == quote else { break }
        offset += 2
      } else if isLineEnd(bytes[offset]) {
        takeLineEnd(bytes)
      } else {
        offset += 1
      }
    }
    fields.append(DelimitedText.Field(start: start, end: min(offset, bytes.count), isQuoted: true))
    guard offset < bytes.count else { return report(.tableQuoteOpen, at: opening) }
    offset += 1
    takeTextAfterQuote(bytes)
  }

  private mutating func takeTextAfterQuote(_ bytes: UnsafeBufferPointer<UInt8>) {
    skipSpaces(bytes)
    let start = offset
    skipToFieldEnd(bytes)
    guard offset > start else { return }
    report(.tableTextAfterQuote, at: start, found: String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func report(_ code: IssueCode, at offset: Int, found: String? = nil) {
    guard issues.count < IssueCollector.limit else { return }
    issues.append(Issue(code, at: places.position(of: offset).location(in: file), found: found))
  }
}
