/// Writes a linear model as text that other solvers read. It needs no solver, and the same model always gives the same bytes.
///
/// Numbers are the shortest decimals that read back as the same value. The objective's constant is the cost of a column fixed at 1,
/// because solvers disagree about every other way to state it. Rows without limits are left out. Columns and rows keep their
/// names; nameless ones are called `c1`, `c2` and `r1`, `r2`, by their place.
package enum ModelWriter {
  /// The most bytes a name may have in model files.
  static let longestName = 255

  static let objectiveName = "objective"

  /// Words that the LP format keeps for itself, in lower case.
  private static let reservedNames: Set<String> = [
    "bin", "binaries", "binary", "bound", "bounds", "end", "free", "gen", "general", "generals", "inf", "infinity",
    "int",
    "integer", "integers", "max", "maximise", "maximize", "maximum", "min", "minimise", "minimize", "minimum", "nan",
    "semi",
    "sin", "sos", "st", "subject", "such",
  ]

  static func columnNames(_ model: LinearModel) throws(LinearModelFault) -> [String] {
    let names = named(model.columnNames, prefix: "c")
    try checkNames(names, reserving: []) { model.describe(column: $0) }
    return names
  }

  static func rowNames(_ model: LinearModel) throws(LinearModelFault) -> [String] {
    let names = named(model.rowNames, prefix: "r")
    try checkNames(names, reserving: [objectiveName]) { model.describe(row: $0) }
    return names
  }

  /// Whether every solver reads `name` as it is: a letter or `_` first, then letters, digits and `_`, no word of the LP format, and
  /// nothing that looks like the exponent of a number.
  static func isUsable(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, bytes.count <= longestName else { return false }
    if !bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }) || isDigit(first) { return false }
    let looksLikeExponent = (first | 0x20) == UInt8(ascii: "e") && bytes.dropFirst().first.map(isDigit) ?? true
    return !looksLikeExponent && !reservedNames.contains(name.lowercased())
  }

  /// The shortest decimal that reads back as `value`, without a point when it is whole.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func named(_ names: [String], prefix: String) -> [String] {
    names.enumerated().map { $0.element.isEmpty ? "\(prefix)\($0.offset + 1)" : $0.element }
  }

  private static func checkNames(
    _ names: [String], reserving reserved: Set<String>, _ describe: (Int) -> String
  ) throws(LinearModelFault) {
    var seen = reserved
    for (number, name) in names.enumerated() {
      if !isUsable(name) { throw LinearModelFault(kind: .unusableName, subject: describe(number)) }
      if !seen.insert(name).inserted { throw LinearModelFault(kind: .duplicateName, subject: describe(number)) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
