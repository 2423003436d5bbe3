extension SlotProblem {
  /// Slots of an hour, as the published instances count in quarters.
  private static let hour = 4

  /// The rostering problem of a published multi-activity instance (rules in docs/optimiser.md). Slot 0 begins at 06:00 of day 1.
  init(_ instance: MultiActivityInstance) {
    self.init(
      slotCount: instance.quarterCount, placeCount: instance.taskCount, starts: Self.starts(instance),
      dutyLength: 6 * Self.hour...10 * Self.hour, leastSegment: Self.hour, rest: 14 * Self.hour, mostDaysInARow: 5,
      people: instance.people.map { Person(slots: Self.slots($0.minutes, of: instance)) },
      rows: instance.covers.map {
        CoverRow(least: $0.least, most: $0.most, under: .linear(0), over: .quadratic(1))
      },
      shortageIsHard: true)
  }

  /// Duties are whole quarters: what is asked for is rounded up, what is allowed down. Where nothing remains between, nothing is
  /// lawful, which a demand for more than the horizon says.
  private static func slots(_ minutes: ClosedRange<Int>, of instance: MultiActivityInstance) -> ClosedRange<Int> {
    let fewest = (minutes.lowerBound + 14) / 15
    let most = min(minutes.upperBound / 15, instance.quarterCount)
    return fewest <= most ? fewest...most : instance.quarterCount + 1...instance.quarterCount + 1
  }

  /// Midnight, 06:00-10:00, 14:00-18:00 and 20:00-23:45 of each calendar day that the horizon touches.
  private static func starts(_ instance: MultiActivityInstance) -> [[Int]] {
    let ofDay = [0] + Array(6 * hour...10 * hour) + Array(14 * hour...18 * hour) + Array(20 * hour..<24 * hour)
    return (0...instance.dayCount).map { day in
      ofDay.map { day * 24 * hour - 6 * hour + $0 }.filter { $0 >= 0 && $0 < instance.quarterCount }
    }
  }
}
