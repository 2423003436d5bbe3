/// A length of time, or a local wall-clock time counted from the horizon's first midnight, in whole minutes.
public typealias Minutes = Int

/// Minutes of one calendar day.
let minutesPerDay: Minutes = 1440

/// A half-open span of time [start, end) in minutes from the horizon's first midnight; it may cross midnight.
struct Interval: Hashable, Comparable, Sendable {
  /// First minute inside.
  let start: Minutes
  /// First minute after; never before `start`.
  let end: Minutes

  /// Makes [start, end). The end must not lie before the start.
  init(_ start: Minutes, _ end: Minutes) {
    precondition(start <= end, "An interval cannot end before it starts.")
    self.start = start
    self.end = end
  }

  /// Length in minutes.
  var length: Minutes { end - start }

  /// Minutes that both spans share; 0 when they only touch.
  func overlap(_ other: Interval) -> Minutes { max(0, min(end, other.end) - max(start, other.start)) }

  /// Whether `other` lies wholly inside.
  func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }

  /// The same span moved by `offset` minutes.
  func shifted(by offset: Minutes) -> Interval { Interval(start + offset, end + offset) }

  /// Earlier start first, then earlier end.
  static func < (left: Interval, right: Interval) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension [Interval] {
  /// The same minutes as sorted, disjoint, non-touching, non-empty intervals. Complexity: O(n log n).
  func normalised() -> [Interval] {
    var result: [Interval] = []
    for interval in sorted() where interval.length > 0 {
      if let last = result.last, interval.start <= last.end {
        result[result.count - 1] = Interval(last.start, Swift.max(last.end, interval.end))
      } else {
        result.append(interval)
      }
    }
    return result
  }

  /// Whether one of the (normalised) intervals holds `interval` wholly.
  func covers(_ interval: Interval) -> Bool { contains { $0.contains(interval) } }

  /// Minutes of `interval` that lie in these (normalised) intervals.
  func overlap(_ interval: Interval) -> Minutes { reduce(0) { $0 + $1.overlap(interval) } }

  /// The minutes of these intervals that lie in none of `others`, normalised.
  func subtracting(_ others: [Interval]) -> [Interval] {
    var rest = normalised()
    for hole in others.normalised() {
      rest = rest.flatMap { piece -> [Interval] in
        guard piece.overlap(hole) > 0 else { return [piece] }
        return [
          Interval(piece.start, Swift.max(piece.start, hole.start)),
          Interval(Swift.min(piece.end, hole.end), piece.end),
        ].filter { $0.length > 0 }
      }
    }
    return rest
  }
}
