/// Text of a cell made plain for reading as a value.
enum CellText {
  /// Full-width digits, letters, punctuation and spaces made narrow, the many dashes and tildes made `-` and `~`, and
  /// spaces around the text removed.
  static func normalised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { narrow.append(self.narrow(scalar)) }
    return trimmed(String(narrow))
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: return " "
    case 0x2010...0x2015, 0x2212, 0xFF0D, 0x2500, 0xFE58, 0x30FC: return "-"
    case 0x301C, 0x223C, 0xFF5E, 0x02DC: return "~"
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2236: return ":"
    default: return scalar
    }
  }

  /// Whether a text is what spreadsheets show, and export, where a formula went wrong.
  static func isFormulaError(_ text: String) -> Bool { formulaErrors.contains(text.uppercased()) }

  private static let formulaErrors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!",
    "#GETTING_DATA",
  ]

  /// Whether a scalar separates the items of a list, where texts are as typed.
  static func separatesItems(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "；", "、", "|", "｜", "\n": true
    default: false
    }
  }

  /// Whether a scalar cannot be part of an id, which is normalised.
  static func endsID(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "|", "、", ",", "\n", "\r", "\t": true
    default: false
    }
  }

  /// The text without spaces, tabs, line ends, full-width and no-break spaces and byte order marks around it.
  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      // Han characters are most of what is not ASCII, and the table of properties is slow.
      if (0x4E00...0x9FFF).contains(scalar.value) { return false }
      return scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    if start == scalars.startIndex, scalars.index(after: end) == scalars.endIndex { return text }
    return String(scalars[start...end])
  }
}
