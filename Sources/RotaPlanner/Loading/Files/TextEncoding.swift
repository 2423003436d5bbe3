import Foundation

/// An encoding of text that office programs write without a mark.
enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// Simplified Chinese; includes GBK and GB2312.
  case gb18030 = "GB18030"
  /// Traditional Chinese, with the extensions of code page 950.
  case big5 = "Big5"
  /// Western European ("ANSI"); other code pages of one byte look alike.
  case windows1252 = "Windows-1252"

  /// The text in bytes; nil when they are none of this encoding.
  func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .gb18030: return WideCharacter.fill(bytes, .gb18030) ? Self.text(bytes, 0x8000_0632) : nil
    case .big5:
      return WideCharacter.fill(bytes, .big5) ? Self.text(bytes, 0x8000_0A03) ?? Self.text(bytes, 0x8000_0423) : nil
    case .windows1252: return String(data: Data(bytes), encoding: .windowsCP1252)
    }
  }

  private static func text(_ bytes: [UInt8], _ number: UInt) -> String? {
    String(data: Data(bytes), encoding: String.Encoding(rawValue: number))
  }
}

/// The shape of characters of several bytes in the encodings of Chinese text.
enum WideCharacter {
  /// The number of bytes of the character that begins at `offset`, 1 for ASCII; nil when it is not well formed.
  static func length(_ bytes: [UInt8], _ offset: Int, _ encoding: TextEncoding) -> Int? {
    func byte(_ index: Int) -> UInt8 { offset + index < bytes.count ? bytes[offset + index] : 0 }
    if byte(0) < 0x80 { return 1 }
    guard (0x81...0xFE).contains(byte(0)) else { return nil }
    if encoding == .big5 {
      return (0x40...0x7E).contains(byte(1)) || (0xA1...0xFE).contains(byte(1)) ? 2 : nil
    }
    if (0x40...0xFE).contains(byte(1)), byte(1) != 0x7F { return 2 }
    let isFour =
      (0x30...0x39).contains(byte(1)) && (0x81...0xFE).contains(byte(2)) && (0x30...0x39).contains(byte(3))
    return isFour ? 4 : nil
  }

  /// Whether bytes consist of well-formed characters.
  static func fill(_ bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard let length = length(bytes, offset, encoding) else { return false }
      offset += length
    }
    return true
  }

  /// How common the character at `offset` is where its encoding is at home, 0 to 10: the rows of everyday characters and of punctuation, the rows of
  /// rarer ones, extensions.
  static func commonness(_ bytes: [UInt8], _ offset: Int, _ length: Int, _ encoding: TextEncoding) -> Int {
    guard length == 2 else { return 2 }
    let (lead, trail) = (bytes[offset], bytes[offset + 1])
    if encoding == .big5 {
      // Row A3: Greek and the bopomofo of textbooks.
      if lead == 0xA3 { return 3 }
      return (0xA1...0xC6).contains(lead) ? 10 : (0xC9...0xF9).contains(lead) ? 5 : 0
    }
    guard trail >= 0xA1 else { return 2 }
    // Letters of pinyin, which western names share.
    if lead == 0xA8, trail <= 0xC0 { return 6 }
    return (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) ? 10 : (0xD8...0xF7).contains(lead) ? 7 : 2
  }
}
