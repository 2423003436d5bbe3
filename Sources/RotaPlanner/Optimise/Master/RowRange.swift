/// What branching leaves possible of the cover of one row, or of a total of missing people; both ends count.
struct RowRange: Sendable, Hashable {
  var low: Int
  var high: Int

  /// What both allow.
  func intersection(_ other: RowRange) -> RowRange { RowRange(low: max(low, other.low), high: min(high, other.high)) }

  /// What lies on either side of a value between two whole numbers, and by how much the value is above the lower one.
  struct Sides: Sendable {
    var below: RowRange
    var above: RowRange
    var part: Double

    /// Whether both sides leave something of `range`. The linear program may break a branched row at a price; a value outside its range is
    /// then nothing to branch on.
    func isBetween(_ range: RowRange) -> Bool { range.low <= below.high && above.low <= range.high }
  }

  /// The two sides of a value, without other limits; nil for a whole number, which is nothing to branch on.
  static func sides(of value: Double) -> Sides? {
    let below = (value + 1e-6).rounded(.down)
    let part = value - below
    if part < 1e-6 || part > 1 - 1e-6 { return nil }
    return Sides(
      below: RowRange(low: 0, high: Int(below)), above: RowRange(low: Int(below) + 1, high: .max / 4), part: part)
  }
}
