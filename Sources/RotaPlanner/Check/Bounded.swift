/// Sums and products that stop at a bound instead of trapping: a plan typed by hand may hold any number.
///
/// The bound leaves room for adding up all terms of an objective. No lawful plan comes near it.
enum Bounded {
  static let limit = 1 << 58

  static func sum(_ left: Int, _ right: Int) -> Int {
    let (result, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left > 0 ? limit : -limit) : clamp(result)
  }

  static func product(_ left: Int, _ right: Int) -> Int {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? ((left > 0) == (right > 0) ? limit : -limit) : clamp(result)
  }

  /// `left x right / divisor`, rounded down, for a factor and a divisor above 0; exact where the product passes 64 bits.
  static func product(_ left: Int, _ right: Int, dividedBy divisor: Int) -> Int {
    guard left > 0, right > 0 else { return 0 }
    let (high, low) = left.magnitude.multipliedFullWidth(by: right.magnitude)
    guard high < divisor.magnitude else { return limit }
    let (quotient, _) = divisor.magnitude.dividingFullWidth((high, low))
    return quotient > UInt(limit) ? limit : Int(quotient)
  }

  static func clamp(_ value: Int) -> Int { min(limit, max(-limit, value)) }
}
