/// Reads JSON after RFC 8259, from bytes that are valid UTF-8. A key that stands twice in an object is a fault.
struct JSONParser {
  /// Deeper texts are refused, so that none can exhaust the stack.
  static let depthLimit = 64

  private let bytes: [UInt8]
  private var offset = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the whole text is.
  static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    var parser = JSONParser(bytes)
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.offset == bytes.count else { throw parser.fault }
    return node
  }

  private var fault: JSONFault { JSONFault(offset: offset) }
  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    skipSpace()
    let start = offset
    guard depth < Self.depthLimit else { throw fault }
    switch next {
    case UInt8(ascii: "{"): return JSONNode(content: .object(try members(depth)), offset: start)
    case UInt8(ascii: "["): return JSONNode(content: .array(try elements(depth)), offset: start)
    case UInt8(ascii: "\""): return JSONNode(content: .string(try string()), offset: start)
    case UInt8(ascii: "t"): return JSONNode(content: try word("true", .bool(true)), offset: start)
    case UInt8(ascii: "f"): return JSONNode(content: try word("false", .bool(false)), offset: start)
    case UInt8(ascii: "n"): return JSONNode(content: try word("null", .null), offset: start)
    default: return JSONNode(content: .number(try number()), offset: start)
    }
  }

  private mutating func word(_ word: String, _ content: JSONNode.Content) throws(JSONFault) -> JSONNode.Content {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault }
    offset += word.utf8.count
    return content
  }

  private mutating func elements(_ depth: Int) throws(JSONFault) -> [JSONNode] {
    offset += 1
    skipSpace()
    var elements: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }

  private mutating func members(_ depth: Int) throws(JSONFault) -> [JSONNode.Member] {
    offset += 1
    skipSpace()
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      let start = offset
      guard next == UInt8(ascii: "\"") else { throw fault }
      let key = try string()
      guard keys.insert(key).inserted else { throw JSONFault(offset: start) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault }
      members.append(JSONNode.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    guard offset > start else { throw fault }
  }

  private mutating func string() throws(JSONFault) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw fault
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    let start = offset
    offset += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let byte = next, let meant = plain[byte] {
      text.append(meant)
      offset += 1
      return
    }
    let first = try codeUnit()
    var number = UInt32(first)
    if (0xD800..<0xDC00).contains(first) {
      guard take(UInt8(ascii: "\\")) else { throw JSONFault(offset: start) }
      let second = try codeUnit()
      guard (0xDC00..<0xE000).contains(second) else { throw JSONFault(offset: start) }
      number = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(number) else { throw JSONFault(offset: start) }
    text += String(scalar).utf8
  }

  /// The four digits of `\u`, read from the `u` on.
  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    guard take(UInt8(ascii: "u")), offset + 4 <= bytes.count else { throw fault }
    let digits = bytes[offset..<offset + 4]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard isHexadecimal, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else { throw fault }
    offset += 4
    return unit
  }
}
