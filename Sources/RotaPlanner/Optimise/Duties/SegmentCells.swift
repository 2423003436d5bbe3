extension Horizon {
  /// The cells that a segment covers, numbered station x slots + slot; none for a run.
  func cells(of segment: Segment) -> Range<Int> {
    guard case .station(let station) = segment.place else { return 0..<0 }
    let base = station * slotCount
    return base + segment.interval.start / slotMinutes..<base + segment.interval.end / slotMinutes
  }
}

extension DutyCandidate {
  /// The delivery slots of its segments.
  var runSlots: [Int] { segments.compactMap { if case .run(let slot) = $0.place { slot } else { nil } } }
}

extension [DutyCandidate] {
  /// The delivery slots in which the person is crew.
  var runSlots: [Int] { flatMap(\.runSlots) }
}
