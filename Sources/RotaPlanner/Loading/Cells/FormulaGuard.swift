/// Keeps spreadsheets from running text that looks like a formula, and takes the protection off again on reading.
///
/// A cell that begins with `=`, `+`, `-`, `@`, their full-width forms, tab or carriage return gets a leading apostrophe, unless it is a
/// number or a single dash, which no spreadsheet runs and which is how rosters write a day off. A spreadsheet of another country
/// takes other separators and cuts a cell `x;=1+1` in two, so what follows a separator inside a cell is guarded likewise.
/// What already has apostrophes before such a character gets one more, so reading gives every text back.
/// Source: OWASP, "CSV injection".
enum FormulaGuard {
  /// The cell as it is written into a file.
  static func guarded(_ cell: String) -> String {
    guard mayNeedCare(cell) else { return cell }
    let bytes = Array(cell.utf8)
    var result: [UInt8] = []
    for start in pieceStarts(bytes) {
      let end = pieceEnd(bytes, from: start)
      // The whole cell must be a number, as only a spreadsheet that knows our separator sees all of it.
      let isHarmless = start == 0 ? isNumberOrDash(bytes[...]) : isNumberOrDash(bytes[start..<end])
      if looksLikeFormula(bytes, from: start), !isHarmless { result.append(apostrophe) }
      result += bytes[start..<min(end + 1, bytes.count)]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The cell that was written as `cell`.
  static func unguarded(_ cell: String) -> String {
    guard cell.utf8.contains(apostrophe), mayNeedCare(cell) else { return cell }
    let bytes = Array(cell.utf8)
    var result: [UInt8] = []
    for start in pieceStarts(bytes) {
      let isGuarded = start < bytes.count && bytes[start] == apostrophe && looksLikeFormula(bytes, from: start)
      result += bytes[(isGuarded ? start + 1 : start)..<min(pieceEnd(bytes, from: start) + 1, bytes.count)]
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether there is a character in it that begins a formula; most cells have none.
  private static func mayNeedCare(_ cell: String) -> Bool {
    cell.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0xEF: true
      default: false
      }
    }
  }

  /// The offsets after each separator that some spreadsheet knows, the cell's own beginning first.
  private static func pieceStarts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.filter { isSeparator(bytes[$0]) }.map { $0 + 1 }
  }

  private static func pieceEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(where: isSeparator) ?? bytes.count
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private static func looksLikeFormula(_ bytes: [UInt8], from start: Int) -> Bool {
    // Inside a cell a quote begins a quoted one for whoever cuts there.
    let first = bytes[start...].firstIndex { $0 != apostrophe && !($0 == quote && start > 0) }
    guard let first else { return false }
    switch bytes[first] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case 0x09, 0x0D: return start == 0
    case 0xEF: return wide.contains { bytes[first...].starts(with: $0) }
    default: return false
    }
  }

  /// `＝`, `＋`, `－` and `＠`, which spreadsheets in East Asian languages take for the narrow ones.
  private static let wide: [[UInt8]] = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// A dash, or an optional sign, digits, and perhaps a decimal point or comma with more digits.
  private static func isNumberOrDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.elementsEqual("-".utf8) { return true }
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let parts = (isSigned ? bytes.dropFirst() : bytes).split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
