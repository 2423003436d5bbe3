import Foundation

/// The bytes of a text file as UTF-8 without a byte order mark, whatever encoding they came in.
struct DecodedText: Sendable {
  /// Valid UTF-8.
  let utf8: [UInt8]

  /// The text as a string.
  var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Finds out a file's encoding: UTF-8 with or without mark, UTF-16 with mark, else GB18030 (which includes GBK).
enum TextDecoder {
  /// Decodes the bytes of `file`.
  ///
  /// - Throws: an issue with line and column of the first byte that fits no encoding.
  static func decode(_ bytes: [UInt8], file: String) throws(FileFault) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try unicode(Array(bytes.dropFirst(3)), file) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, .utf16LittleEndian, file) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, .utf16BigEndian, file) }
    guard let fault = firstInvalidUTF8(bytes) else { return try unicode(bytes, file) }
    if !looksLikeDamagedUTF8(bytes), let text = gb18030(bytes) { return try unicode(Array(text.utf8), file) }
    throw undecodable(bytes, at: fault, file)
  }

  private static func unicode(_ bytes: [UInt8], _ file: String) throws(FileFault) -> DecodedText {
    if let fault = firstInvalidUTF8(bytes) { throw undecodable(bytes, at: fault, file) }
    if let zero = bytes.firstIndex(of: 0) {
      throw FileFault(Issue(.textBinary, at: TextPosition(of: zero, in: bytes).location(in: file)))
    }
    return DecodedText(utf8: bytes)
  }

  private static func utf16(_ bytes: [UInt8], _ encoding: String.Encoding, _ file: String) throws(FileFault)
    -> DecodedText
  {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      encoding == .utf16LittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw FileFault(Issue(.textUndecodable, at: SourceLocation(file: file), found: "UTF-16"))
    }
    return try unicode(Array(text.utf8), file)
  }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    guard GB18030.isWellFormed(bytes) else { return nil }
    return String(data: Data(bytes), encoding: GB18030.encoding)
  }

  private static func undecodable(_ bytes: [UInt8], at offset: Int, _ file: String) -> FileFault {
    let hexadecimal = String(bytes[offset], radix: 16, uppercase: true)
    let byte = hexadecimal.count == 1 ? "0x0" + hexadecimal : "0x" + hexadecimal
    return FileFault(
      Issue(.textUndecodable, at: TextPosition(of: offset, in: bytes).location(in: file), found: byte))
  }

  /// The offset of the first byte that does not belong to valid UTF-8; nil when all do.
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      guard let length = UTF8Sequence.length(in: bytes, at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  /// Whether most characters beyond ASCII are valid UTF-8, so that the rest is damage and not another encoding.
  private static func looksLikeDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var valid = 0
    var invalid = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let length = UTF8Sequence.length(in: bytes, at: offset) {
        // Two-byte sequences also turn up by chance in GBK text, longer ones hardly ever.
        if length > 2 { valid += 1 }
        offset += length
      } else {
        invalid += 1
        offset += 1
      }
    }
    return valid > invalid
  }
}

/// The encoding of Chinese text on older office computers.
private enum GB18030 {
  /// The number Foundation knows it by.
  static let encoding = String.Encoding(rawValue: 0x8000_0632)

  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard let length = length(bytes, offset) else { return false }
      offset += length
    }
    return true
  }

  private static func length(_ bytes: [UInt8], _ offset: Int) -> Int? {
    func byte(_ index: Int) -> UInt8 { offset + index < bytes.count ? bytes[offset + index] : 0 }
    if byte(0) < 0x80 { return 1 }
    guard (0x81...0xFE).contains(byte(0)) else { return nil }
    if (0x40...0xFE).contains(byte(1)), byte(1) != 0x7F { return 2 }
    let isFour =
      (0x30...0x39).contains(byte(1)) && (0x81...0xFE).contains(byte(2)) && (0x30...0x39).contains(byte(3))
    return isFour ? 4 : nil
  }
}

/// The shape of one character in UTF-8.
private enum UTF8Sequence {
  /// The number of bytes of the character that begins at `offset`; nil when it is not well formed.
  static func length(in bytes: [UInt8], at offset: Int) -> Int? {
    let lead = bytes[offset]
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continues(bytes, offset, 1) ? 2 : nil
    case 0xE0...0xEF: return continues(bytes, offset, 2) && second(bytes[offset + 1], after: lead) ? 3 : nil
    case 0xF0...0xF4: return continues(bytes, offset, 3) && second(bytes[offset + 1], after: lead) ? 4 : nil
    default: return nil
    }
  }

  private static func continues(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Bool {
    guard offset + count < bytes.count else { return false }
    for index in 1...count where bytes[offset + index] & 0xC0 != 0x80 { return false }
    return true
  }

  /// Rules out overlong forms, surrogates and numbers beyond Unicode.
  private static func second(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte < 0xA0
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte < 0x90
    default: return true
    }
  }
}
