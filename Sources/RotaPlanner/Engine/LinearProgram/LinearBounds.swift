/// The closed interval a column's value or a row's sum must lie in; an infinite end is no limit.
package struct LinearBounds: Hashable, Sendable {
  /// The least allowed value, included; `-infinity` for none.
  package var lower: Double
  /// The greatest allowed value, included; `+infinity` for none.
  package var upper: Double

  /// No limit on either side.
  package static let free = LinearBounds(lower: -.infinity, upper: .infinity)
  /// Zero or more.
  package static let nonNegative = atLeast(0)
  /// From 0 to 1, both included.
  package static let unit = between(0, 1)

  /// `value` or more.
  package static func atLeast(_ value: Double) -> LinearBounds { LinearBounds(lower: value, upper: .infinity) }

  /// `value` or less.
  package static func atMost(_ value: Double) -> LinearBounds { LinearBounds(lower: -.infinity, upper: value) }

  /// Exactly `value`.
  package static func exactly(_ value: Double) -> LinearBounds { LinearBounds(lower: value, upper: value) }

  /// From `lower` to `upper`, both included.
  package static func between(_ lower: Double, _ upper: Double) -> LinearBounds {
    LinearBounds(lower: lower, upper: upper)
  }

  /// How far `value` lies outside, 0 when it lies inside.
  func distance(to value: Double) -> Double { max(lower - value, value - upper, 0) }

  /// What makes these bounds unusable, or nil: an end that is not a number, an infinity on the wrong side, or ends that cross.
  var fault: LinearModelFault.Kind? {
    if lower.isNaN || upper.isNaN || lower == .infinity || upper == -.infinity { return .notANumber }
    return lower > upper ? .crossedBounds : nil
  }
}
