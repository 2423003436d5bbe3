/// How long the duties of one staff member on one day and their parts may be, in slots (R05-R09). Slots are of the wall clock: limits are
/// as wide as a clock change in reach can make them, and the law judges each duty anew.
struct DutyLengths: Sendable {
  /// Shortest station segment.
  let least: Int
  let mostPlaces: Int
  /// Slots of segments and travel.
  let paid: ClosedRange<Int>?
  /// Paid slots that every duty has beside these.
  let credit: Int
  let longestStretch: Int
  let longestSpan: Int
  /// Longest unpaid gaps of a duty together.
  let longestGap: Int
  /// Length of a meal break and the paid slots that a duty with one must pass; nil without.
  let meal: (gap: Int, after: Int)?
  /// Lengths of a split.
  let splits: [Int]

  init(staff: Int, day: Int, law: DutyLaw) {
    let contract = law.scenario.contract(of: staff)
    let slot = law.scenario.horizon.slotMinutes
    let (skipped, doubled) = DutyLengths.slack(day, contract, law.scenario.horizon)
    longestSpan = (contract.maximumSpanMinutes + skipped) / slot
    least = max(1, (law.leastSegment(contract) - doubled) / slot)
    mostPlaces = max(1, contract.maximumPlaces)
    let fewest = max(0, contract.minimumDutyMinutes - contract.creditMinutes - doubled + slot - 1) / slot
    let most = max(0, law.mostWorked(staff, day: day) + skipped) / slot
    credit = contract.creditMinutes / slot
    paid = max(1, fewest) <= most ? max(1, fewest)...most : nil
    longestStretch = min(most, contract.mealBreakAfterMinutes.map { ($0 + skipped) / slot } ?? .max)
    meal = law.mealBreak(of: contract).map {
      ($0 / slot, max(0, (contract.mealBreakAfterMinutes ?? 0) - doubled) / slot)
    }
    longestGap =
      ((law.mealBreak(of: contract) ?? 0) + (contract.allowsSplit ? contract.maximumSplitMinutes : 0)) / slot
    let breakGap = meal?.gap
    if contract.allowsSplit {
      let from = max(1, (contract.minimumSplitMinutes + slot - 1) / slot)
      splits = (from...max(from, contract.maximumSplitMinutes / slot)).filter {
        $0 * slot <= contract.maximumSplitMinutes && $0 != breakGap
      }
    } else {
      splits = []
    }
  }

  /// Minutes by which a duty of the day may last less, or more, than the wall clock says.
  private static func slack(
    _ day: Int, _ contract: Contract, _ horizon: Horizon
  ) -> (skipped: Minutes, doubled: Minutes) {
    let midnight = day * minutesPerDay
    let near = Interval(midnight, midnight + minutesPerDay + contract.maximumSpanMinutes + horizon.mostSkipped)
    return horizon.clockChanges.filter { $0.piece.overlap(near) > 0 }.reduce(into: (0, 0)) { sum, change in
      if change.isSkipped { sum.0 += change.piece.length } else { sum.1 += change.piece.length }
    }
  }
}
