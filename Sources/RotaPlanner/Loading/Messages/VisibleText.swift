/// Text of users' data made safe to print: what would move a terminal's cursor, colour it, ring it, or turn lines around is written out.
///
/// Names, cells and paths come from files that others made, so none of them may speak for the program. Escaped are the
/// controls of ASCII (`\n`, `\t`, `\r`, else `\x1B`), DEL, C1 (`\u009B`), the line separators and everything that sets a
/// direction of writing (`\u202E`), and a path's bytes that are no text (`\xE9`).
/// Source: Unicode Standard Annex 9; ECMA-48; "Trojan Source", CVE-2021-42574.
public enum VisibleText {
  /// The text on one line.
  public static func line(_ text: String) -> String { escaped(text, keepingLines: false) }

  /// The text with its line feeds kept, for what the program itself has laid out.
  public static func lines(_ text: String) -> String { escaped(text, keepingLines: true) }

  /// The text on one line, cut to `limit` characters with `…` at the end.
  static func shortened(_ text: String, to limit: Int = 80) -> String {
    // Counted in scalars, as one character may have any number of marks.
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return line(text) }
    return line(String(scalars[..<scalars.index(before: end)])) + "…"
  }

  private static func escaped(_ text: String, keepingLines: Bool) -> String {
    if isPlain(text, keepingLines) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSafe(scalar) || (keepingLines && scalar == "\n") {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// Whether nothing has to be looked at closely: most texts are such.
  private static func isPlain(_ text: String, _ keepingLines: Bool) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || (keepingLines && $0 == 0x0A) }
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    case SystemPath.escapes: false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    default: break
    }
    if SystemPath.escapes.contains(scalar.value) { return "\\x" + hexadecimal(scalar.value & 0xFF, 2) }
    return scalar.value < 0x80 ? "\\x" + hexadecimal(scalar.value, 2) : "\\u" + hexadecimal(scalar.value, 4)
  }

  private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
