extension CellType where Value == Int {
  /// A whole number in a range, both ends included; `1,234` and full-width digits are taken.
  static func integer(in range: ClosedRange<Int> = 0...1_000_000_000) -> CellType {
    CellType(rangeMessage("expected.integer", "\(range.lowerBound)", "\(range.upperBound)")) { text throws(CellFault) in
      guard let value = FixedPoint.read(CellText.normalised(text), decimals: 0, exact: true) else {
        throw CellFault(
          .valueNotInteger, rangeMessage("expected.integer", "\(range.lowerBound)", "\(range.upperBound)"))
      }
      return try inside(range, value, "\(range.lowerBound)", "\(range.upperBound)")
    }.doubting { text, mark in
      // A count has no decimals, but its thousands may be marked by a point.
      NumberDoubt.find(text, mark) {
        !$0.contains(".") && FixedPoint.read($0, decimals: 0, exact: true).map(range.contains) ?? false
      }
    }
  }

  /// A number with up to three decimals as thousandths (12.5 is 12500), in a range of thousandths with both ends
  /// included; further decimals are rounded.
  static func thousandths(in range: ClosedRange<Int>) -> CellType { fixedPoint(decimals: 3, in: range) }

  /// A number as an integer count of 1/10^`decimals`, in a range of that unit with both ends included.
  static func fixedPoint(decimals: Int, in range: ClosedRange<Int>) -> CellType {
    @Sendable func shown(_ value: Int) -> String { FixedPoint.text(value, decimals: decimals) }
    @Sendable func expected() -> Message {
      rangeMessage("expected.decimal", shown(range.lowerBound), shown(range.upperBound))
    }
    return CellType(expected()) { text throws(CellFault) in
      guard let value = FixedPoint.read(CellText.normalised(text), decimals: decimals, exact: false) else {
        throw CellFault(.valueNotDecimal, expected(), fix: NumberDoubt.pointForComma(text))
      }
      return try inside(range, value, shown(range.lowerBound), shown(range.upperBound))
    }.doubting { text, mark in
      NumberDoubt.find(text, mark) {
        FixedPoint.read($0, decimals: decimals, exact: false).map(range.contains) ?? false
      }
    }
  }

  private static func inside(
    _ range: ClosedRange<Int>, _ value: Int, _ low: @autoclosure () -> String, _ high: @autoclosure () -> String
  ) throws(CellFault) -> Int {
    guard range.contains(value) else {
      throw CellFault(.valueOutOfRange, rangeMessage("expected.range", low(), high()))
    }
    return value
  }

  private static func rangeMessage(_ key: String, _ low: String, _ high: String) -> Message {
    Message(key, ["low": low, "high": high])
  }
}

extension CellType where Value == Bool {
  /// Yes or no, in English, Chinese, digits or ticks.
  static var boolean: CellType {
    CellType(Message("expected.boolean"), .valueNotBoolean) { text in
      switch text.lowercased() {
      case "yes", "true", "1", "y", "on", "是", "有", "对", "√", "✓", "✔": return true
      case "no", "false", "0", "n", "off", "否", "无", "没有", "不", "×", "✗": return false
      default: return nil
      }
    }
  }
}

/// Decimal numbers as integers of a fixed unit, so that nothing is lost to binary fractions.
enum FixedPoint {
  /// Reads a number as a count of 1/10^`decimals`; nil when it is no number, does not fit, or `exact` and it has more
  /// decimals than that. Otherwise further decimals are rounded half away from zero.
  static func read(_ text: String, decimals: Int, exact: Bool) -> Int? {
    var bytes = Substring(text).utf8
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = wholeDigits(whole) else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    if parts.count == 2, fraction.isEmpty || !fraction.allSatisfy(isDigit) { return nil }
    if exact, fraction.dropFirst(decimals).contains(where: { $0 != UInt8(ascii: "0") }) { return nil }
    guard let value = scaled(digits, fraction, decimals) else { return nil }
    return isNegative ? -value : value
  }

  /// The digits of the whole part; thousands may be marked by commas, each followed by exactly three digits. No thousands are none: `0,350` is
  /// a decimal of other countries.
  private static func wholeDigits(_ text: Substring.UTF8View.SubSequence) -> [UInt8]? {
    let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.joined().allSatisfy(isDigit) else { return nil }
    if groups.count > 1,
      first.count > 3 || first.first == UInt8(ascii: "0") || groups.dropFirst().contains(where: { $0.count != 3 })
    {
      return nil
    }
    return Array(groups.joined())
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func scaled(_ whole: [UInt8], _ fraction: [UInt8], _ decimals: Int) -> Int? {
    var value = 0
    let padded =
      fraction.prefix(decimals) + Array(repeating: UInt8(ascii: "0"), count: max(0, decimals - fraction.count))
    for digit in whole + padded {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit) - 48)
      if overflow || carry { return nil }
      value = sum
    }
    let roundsUp = fraction.count > decimals && fraction[decimals] >= UInt8(ascii: "5")
    return roundsUp ? value.addingReportingOverflow(1).partialValue : value
  }

  /// A count of 1/10^`decimals` as decimal text without idle zeros.
  static func text(_ value: Int, decimals: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = String(padded.dropLast(decimals))
    let fraction = padded.suffix(decimals)
    if let last = fraction.lastIndex(where: { $0 != "0" }) { text += "." + fraction[...last] }
    return (value < 0 ? "-" : "") + text
  }
}
