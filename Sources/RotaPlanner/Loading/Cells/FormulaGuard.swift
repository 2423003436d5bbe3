/// Keeps spreadsheets from running text that looks like a formula, and takes the protection off again on reading.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or carriage return gets a leading apostrophe, unless it is a number or a single dash,
/// which no spreadsheet runs and which is how rosters write a day off.
/// A cell that already begins with apostrophes before such a character gets one more, so reading gives every text back.
/// Source: OWASP, "CSV injection".
public enum FormulaGuard {
  /// The cell as it is written into a file.
  public static func guarded(_ cell: String) -> String {
    looksLikeFormula(cell.utf8) && !isNumber(cell.utf8) && cell != "-" ? "'" + cell : cell
  }

  /// The cell that was written as `cell`.
  public static func unguarded(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && looksLikeFormula(cell.utf8) ? String(cell.dropFirst()) : cell
  }

  private static func looksLikeFormula(_ cell: String.UTF8View) -> Bool {
    switch cell.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    default: return false
    }
  }

  /// An optional sign, digits, and perhaps a point with more digits.
  private static func isNumber(_ cell: String.UTF8View) -> Bool {
    let unsigned = cell.first == UInt8(ascii: "-") || cell.first == UInt8(ascii: "+") ? cell.dropFirst() : cell[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
