/// What a point and a comma in a number mean where a text comes from.
enum DecimalMark: Hashable, Sendable {
  /// The point parts off decimals, the comma thousands.
  case point
  /// So the program reads it, but spreadsheets of many countries that part columns by semicolons or tabs write it the other way round.
  case pointOrComma
}

/// Numbers that mean another amount where the comma parts off decimals.
enum NumberDoubt {
  /// The doubt about a number with three digits behind its only mark; nil when there is none. `other` is the number it would be instead, as text,
  /// and has to be one that the type takes.
  static func find(_ text: String, _ mark: DecimalMark, isPossible: (String) -> Bool) -> Doubt? {
    guard mark == .pointOrComma else { return nil }
    let plain = CellText.normalised(text)
    let marks = plain.filter { ",.".contains($0) }
    let digits = plain.filter { !",.".contains($0) }
    guard marks.count == 1, digits.allSatisfy({ $0.isASCII && $0.isNumber }), plain.first != "0" else { return nil }
    let parts = plain.split(whereSeparator: { ",.".contains($0) })
    guard parts.count == 2, (1...3).contains(parts[0].count), parts[1].count == 3 else { return nil }
    let (whole, fraction) = (digits, "\(parts[0]).\(parts[1])")
    let (reading, other) = marks == "," ? (whole, fraction) : (fraction, whole)
    guard isPossible(other), let value = FixedPoint.read(other, decimals: 3, exact: false),
      let read = FixedPoint.read(reading, decimals: 3, exact: false)
    else { return nil }
    let (shown, otherShown) = (FixedPoint.text(read, decimals: 3), FixedPoint.text(value, decimals: 3))
    return Doubt(
      reading: shown, other: otherShown,
      fix: Message("fix.writeEither", ["other": unmistakable(otherShown), "reading": unmistakable(shown)]))
  }

  /// A fourth decimal is no mark of thousands.
  private static func unmistakable(_ number: String) -> String {
    let decimals = number.firstIndex(of: ".").map { number[$0...].count - 1 }
    return decimals == 3 ? number + "0" : number
  }

  /// What to write for a number that can only have been typed with a comma before its decimals; nil for any other.
  static func pointForComma(_ text: String) -> Message? {
    let plain = CellText.normalised(text)
    guard plain.filter({ $0 == "," }).count == 1, !plain.contains(".") else { return nil }
    let number = plain.replacing(",", with: ".")
    return FixedPoint.read(number, decimals: 6, exact: false) == nil
      ? nil : Message("fix.decimalPoint", ["number": number])
  }
}
