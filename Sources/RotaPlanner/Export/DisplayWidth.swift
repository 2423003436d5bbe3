/// How many columns of a terminal a text takes: 2 for East Asian wide characters and emoji, 0 for combining marks.
///
/// Characters of ambiguous width (`°`, `→`) count 1, as terminals show them outside East Asian legacy encodings.
/// Source of the ranges: Unicode Standard Annex 11, classes W and F.
public enum DisplayWidth {
  /// Columns of the whole text, which should be one line; control characters count 0.
  public static func of(_ text: String) -> Int {
    ofASCII(text) ?? ofPlain(text) ?? text.reduce(0) { $0 + of($1) }
  }

  /// Columns of a text of printable ASCII; nil when there is anything else in it.
  static func ofASCII(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? text.utf8.count : nil
  }

  /// Columns of a text of printable ASCII, Han characters and full-width forms, each a character by itself; nil when there is
  /// anything else in it. Most names are such, and finding characters' ends takes far longer than this.
  private static func ofPlain(_ text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: width += 1
      case 0x4E00...0x9FFF, 0xFF01...0xFF5E: width += 2
      default: return nil
      }
    }
    return width
  }

  /// Columns of one character as a person sees it: a base with all its marks, a flag, or joined emoji.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains("\u{FE0F}") || isFlag(scalars) { return 2 }
    return scalars.reduce(0) { max($0, width($1)) }
  }

  /// The longest beginning of the text that fits into `columns`, with `…` for what was cut off.
  public static func clipped(_ text: String, to columns: Int) -> String {
    if of(text) <= columns { return text }
    var kept = ""
    var width = 1
    for character in text {
      width += of(character)
      if width > columns { break }
      kept.append(character)
    }
    return columns > 0 ? kept + "…" : ""
  }

  private static func isFlag(_ scalars: Character.UnicodeScalarView) -> Bool {
    scalars.count == 2 && scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return (0x20..<0x7F).contains(scalar.value) || scalar.value >= 0xA0 ? 1 : 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100
      && (scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) })
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
