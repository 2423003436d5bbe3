/// The bytes of a text file as UTF-8 without a byte order mark, whatever encoding they came in.
struct DecodedText: Sendable {
  /// Valid UTF-8.
  let utf8: [UInt8]
  /// The warning that the encoding is a guess; nil when it is certain enough.
  var doubt: Issue?

  /// The text as a string.
  var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Finds out a file's encoding: that of its mark, else the one that its bytes fit best (docs/scenario-format.md, "How files are read").
enum TextDecoder {
  /// Decodes the bytes of `file`; where they alone leave several encodings, `common`, that of the files beside it, decides.
  ///
  /// - Throws: an issue with line and column of the first byte that fits no encoding.
  static func decode(
    _ bytes: [UInt8], file: String, beside common: TextEncoding? = nil
  ) throws(FileFault) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try unicode(Array(bytes.dropFirst(3)), file) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, isLittleEndian: true, file) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, isLittleEndian: false, file) }
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return try unicode(bytes, file) }
    let fault = firstInvalidUTF8(bytes)
    if let fault, looksLikeDamagedUTF8(bytes) { throw undecodable(bytes, at: fault, file) }
    let judgement = EncodingJudgement(bytes)
    let isLeft = !judgement.isSure && common.map(judgement.admits) ?? false
    guard let encoding = isLeft ? common : judgement.best, let text = encoding.text(bytes) else {
      throw undecodable(bytes, at: fault ?? first, file)
    }
    var decoded = try unicode(Array(text.utf8), file)
    if !judgement.isSure && !isLeft || encoding == .big5 || encoding == .windows1252 {
      decoded.doubt = doubt(decoded.utf8, text, encoding, judgement, file)
    }
    return decoded
  }

  /// Whether bytes begin with a mark that tells their encoding.
  static func hasMark(_ bytes: [UInt8]) -> Bool {
    [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
  }

  /// The guess with the first word that depends on it, at its place.
  private static func doubt(
    _ utf8: [UInt8], _ text: String, _ encoding: TextEncoding, _ judgement: EncodingJudgement, _ file: String
  ) -> Issue {
    // Code pages of one byte look alike, so the nearest other is none of the rest.
    let other = encoding == .windows1252 ? nil : judgement.fits.map(\.encoding).first { $0 != encoding }
    let offset = utf8.firstIndex { $0 >= 0x80 } ?? 0
    func isPart(_ character: Character) -> Bool { character.isLetter || !character.isASCII }
    let words = text.split { !isPart($0) }
    let sample = words.first { $0.contains { !$0.isASCII } }.map { String($0.prefix(12)) } ?? ""
    return Issue(
      .encodingGuessed, at: TextPosition(of: offset, in: utf8).location(in: file), found: sample,
      [
        "reading": encoding.rawValue,
        "other": other.map { $0.rawValue.messageValue } ?? Message("doubt.codePage").messageValue,
      ])
  }

  private static func unicode(_ bytes: [UInt8], _ file: String) throws(FileFault) -> DecodedText {
    if let fault = firstInvalidUTF8(bytes) { throw undecodable(bytes, at: fault, file) }
    if let zero = bytes.firstIndex(of: 0) {
      throw FileFault(Issue(.textBinary, at: TextPosition(of: zero, in: bytes).location(in: file)))
    }
    return DecodedText(utf8: bytes)
  }

  private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool, _ file: String) throws(FileFault)
    -> DecodedText
  {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw FileFault(Issue(.textUndecodable, at: SourceLocation(file: file), found: "UTF-16"))
    }
    return try unicode(Array(text.utf8), file)
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
        // Two-byte sequences also turn up by chance in GBK text, longer ones and those of western words hardly ever.
        if length > 2 || isInWesternWord(bytes, offset) { valid += 1 }
        offset += length
      } else {
        invalid += 1
        offset += 1
      }
    }
    return valid > invalid
  }

  /// Whether the two bytes are a letter with a mark, behind an ASCII letter.
  private static func isInWesternWord(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0, (0xC3...0xC9).contains(bytes[offset]) else { return false }
    return (0x41...0x5A).contains(bytes[offset - 1]) || (0x61...0x7A).contains(bytes[offset - 1])
  }
}

/// The shape of one character in UTF-8.
enum UTF8Sequence {
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
