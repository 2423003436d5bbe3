/// Money in thousandths of a fen (1 yuan = 100,000), so that a rate per minute is a whole number.
struct Money: Hashable, Comparable, Sendable {
  /// Thousandths of a fen.
  let milliFen: Int

  /// No money.
  static let zero = Money(milliFen: 0)

  /// Sum.
  static func + (left: Money, right: Money) -> Money { Money(milliFen: left.milliFen + right.milliFen) }
  /// Difference.
  static func - (left: Money, right: Money) -> Money { Money(milliFen: left.milliFen - right.milliFen) }
  /// A rate times a count (minutes, kits, metres).
  static func * (left: Money, right: Int) -> Money { Money(milliFen: left.milliFen * right) }
  /// Adds in place.
  static func += (left: inout Money, right: Money) { left = left + right }
  /// Less money first.
  static func < (left: Money, right: Money) -> Bool { left.milliFen < right.milliFen }

  /// `percent` hundredths of this, rounded half up.
  func percent(_ percent: Int) -> Money { Money(milliFen: (milliFen * percent + 50) / 100) }
}

/// An amount of the objective in millionths of a service unit; one unit is one ordinary visit.
public struct Score: Hashable, Comparable, Sendable {
  /// Millionths of a unit.
  let micro: Int

  /// Nothing.
  static let zero = Score(micro: 0)
  /// In units, for display and for linear programs.
  public var units: Double { Double(micro) / 1_000_000 }

  /// Sum.
  public static func + (left: Score, right: Score) -> Score { Score(micro: left.micro + right.micro) }
  /// Difference.
  public static func - (left: Score, right: Score) -> Score { Score(micro: left.micro - right.micro) }
  /// A score taken `count` times.
  public static func * (left: Score, right: Int) -> Score { Score(micro: left.micro * right) }
  /// Adds in place.
  public static func += (left: inout Score, right: Score) { left = left + right }
  /// Less first.
  public static func < (left: Score, right: Score) -> Bool { left.micro < right.micro }

  /// This amount per hour, for `minutes` minutes, rounded half up.
  func perHour(for minutes: Minutes) -> Score { Score(micro: (micro * minutes + 30) / 60) }
}

/// A point on the ground in metres on a local grid (east, north); scenario tables may give degrees instead.
struct Position: Hashable, Sendable {
  /// Metres east of the grid's origin.
  let east: Int
  /// Metres north of the grid's origin.
  let north: Int

  /// Straight-line distance in metres, rounded half up.
  func distance(to other: Position) -> Int {
    let dx = Double(east - other.east)
    let dy = Double(north - other.north)
    return Int((dx * dx + dy * dy).squareRoot().rounded())
  }
}
