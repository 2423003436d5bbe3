/// The cover that branching leaves possible on one row; both ends count.
struct RowRange: Sendable, Hashable {
  var low: Int
  var high: Int

  /// What both allow.
  func intersection(_ other: RowRange) -> RowRange { RowRange(low: max(low, other.low), high: min(high, other.high)) }

  /// The two parts beside a value between two whole numbers, without other limits.
  static func sides(of value: Double) -> Sides {
    let below = Int((value + 1e-6).rounded(.down))
    return Sides(below: RowRange(low: 0, high: below), above: RowRange(low: below + 1, high: .max / 4))
  }

  /// What lies on either side of a fraction.
  struct Sides: Sendable {
    var below: RowRange
    var above: RowRange
  }

  /// By how much a value lies above the whole number below it; nil for a whole number, which is nothing to branch on.
  static func part(of value: Double) -> Double? {
    let part = value - (value + 1e-6).rounded(.down)
    return part < 1e-6 || part > 1 - 1e-6 ? nil : part
  }
}
