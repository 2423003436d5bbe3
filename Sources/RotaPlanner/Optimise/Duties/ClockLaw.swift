/// Clock changes as planning sees them (docs/model.md section 1): a duty works through such a piece or keeps away from it, and all lengths
/// are those of a stop watch.
extension Horizon {
  /// Whether each segment holds every changed piece wholly or not at all, and no gap touches one. Runs keep away.
  func worksThroughChanges(_ segments: [Segment]) -> Bool {
    clockChanges.allSatisfy { change in
      let piece = change.piece
      let span = Interval(segments[0].interval.start, segments[segments.count - 1].interval.end)
      guard span.overlap(piece) > 0 else { return true }
      return segments.contains { segment in
        if case .run = segment.place { return false }
        return segment.interval.contains(piece)
      }
    }
  }

  /// The first minute at which a rest of that length after `end` is over.
  func restOver(after end: Minutes, _ rest: Minutes) -> Minutes {
    guard !clockChanges.isEmpty else { return end + rest }
    var over = end
    while lasting(Interval(end, over)) < rest { over += 1 }
    return over
  }

  /// The last minute from which a rest of that length is over at `start`.
  func restBegins(before start: Minutes, _ rest: Minutes) -> Minutes {
    guard !clockChanges.isEmpty else { return start - rest }
    var begin = start
    while lasting(Interval(begin, start)) < rest { begin -= 1 }
    return begin
  }

  /// Most minutes by which a span of the wall clock may be longer, or shorter, than it lasts.
  var mostSkipped: Minutes { clockChanges.reduce(0) { $0 + max(0, -$1.shift) } }
  var mostDoubled: Minutes { clockChanges.reduce(0) { $0 + max(0, $1.shift) } }
}
