/// A delimited text split into records and fields by their places in the bytes; nothing is copied or interpreted yet.
struct DelimitedText: Sendable {
  /// One field: the bytes `start..<end`, without its quotes.
  struct Field: Sendable {
    let start: Int
    let end: Int
    let isQuoted: Bool
  }

  /// One record: a run of fields, and the offset and line where it begins.
  struct Record: Sendable {
    let fields: Range<Int>
    let start: Int
    let line: Int
  }

  let bytes: [UInt8]
  let fields: [Field]
  let records: [Record]
  /// What the marks in its numbers mean, as far as its delimiter tells.
  let decimalMark: DecimalMark
  private let places: PositionIndex

  init(
    bytes: [UInt8], fields: [Field], records: [Record], decimalMark: DecimalMark = .point, places: PositionIndex? = nil
  ) {
    self.bytes = bytes
    self.fields = fields
    self.records = records
    self.decimalMark = decimalMark
    self.places = places ?? PositionIndex(bytes)
  }

  /// The field's text: spaces around it removed unless it was quoted, doubled quotes made single.
  func text(_ field: Field) -> String {
    guard field.isQuoted else { return String(decoding: bytes[field.start..<field.end], as: UTF8.self) }
    var content = bytes[field.start..<field.end]
    if content.contains(quote) {
      var single: [UInt8] = []
      var wasQuote = false
      for byte in content {
        wasQuote = byte == quote && !wasQuote
        if !wasQuote { single.append(byte) }
      }
      content = single[...]
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Where a field begins.
  func position(of field: Field) -> TextPosition { places.position(of: field.start) }
}

let quote = UInt8(ascii: "\"")
let carriageReturn: UInt8 = 0x0D
let lineFeed: UInt8 = 0x0A

/// What separates the fields of a table.
enum Delimiter: Hashable, Sendable {
  case byte(UInt8)
  /// `，`, as typed with a Chinese keyboard; a plain comma separates as well then.
  case fullWidthComma
  /// `；`, likewise.
  case fullWidthSemicolon

  private static let commaBytes: [UInt8] = [0xEF, 0xBC, 0x8C]
  private static let semicolonBytes: [UInt8] = [0xEF, 0xBC, 0x9B]

  /// Where commas part off decimals, something else must part columns.
  var decimalMark: DecimalMark {
    switch self {
    case .fullWidthComma, .byte(UInt8(ascii: ",")): return .point
    default: return .pointOrComma
    }
  }

  /// The number of bytes of the delimiter at `offset`; 0 when there is none.
  @inline(__always)
  func length(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    switch self {
    case .byte(let byte): return bytes[offset] == byte ? 1 : 0
    case .fullWidthComma:
      if bytes[offset] == UInt8(ascii: ",") { return 1 }
      return bytes[offset...].prefix(3).elementsEqual(Self.commaBytes) ? 3 : 0
    case .fullWidthSemicolon:
      if bytes[offset] == UInt8(ascii: ";") { return 1 }
      return bytes[offset...].prefix(3).elementsEqual(Self.semicolonBytes) ? 3 : 0
    }
  }

  /// The delimiter that occurs most often on the first line that is neither blank nor a comment; comma if none does.
  static func sniffed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Delimiter {
    let candidates: [Delimiter] = [
      .byte(UInt8(ascii: ",")), .byte(UInt8(ascii: ";")), .byte(0x09), .fullWidthComma, .fullWidthSemicolon,
    ]
    var counts = candidates.map { _ in 0 }
    var inQuotes = false
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      if byte == quote { inQuotes.toggle() }
      if inQuotes { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      switch byte {
      case UInt8(ascii: ","): counts[0] += 1
      case UInt8(ascii: ";"): counts[1] += 1
      case 0x09: counts[2] += 1
      case 0xEF where Delimiter.fullWidthComma.length(bytes, index) == 3: counts[3] += 1
      case 0xEF where Delimiter.fullWidthSemicolon.length(bytes, index) == 3: counts[4] += 1
      default: break
      }
    }
    var best = 0
    for index in 1..<counts.count where counts[index] > counts[best] { best = index }
    return candidates[best]
  }
}
