/// A piece of the wall clock that does not exist, or happens twice, because clocks are changed there (summer time begins or ends).
struct ClockChange: Hashable, Sendable {
  /// The piece, in minutes of the horizon's wall clock.
  var piece: Interval
  /// Whether clocks skip the piece (spring); otherwise it happens twice (autumn).
  var isSkipped: Bool

  /// Minutes by which a time that holds the piece is longer than the wall clock says; negative where it is skipped.
  var shift: Minutes { isSkipped ? -piece.length : piece.length }
}

extension Horizon {
  /// How long a span of the wall clock lasts in truth.
  func lasting(_ span: Interval) -> Minutes {
    clockChanges.reduce(span.length) { $0 + ($1.isSkipped ? -1 : 1) * span.overlap($1.piece) }
  }

  /// Minutes that slot `slot` lasts in truth.
  func lasting(ofSlot slot: Int) -> Minutes {
    clockChanges.isEmpty ? slotMinutes : lasting(interval(ofSlot: slot))
  }
}
