/// How long the duties of one staff member on one day and their parts may be, in slots (R05-R09).
struct DutyLengths: Sendable {
  /// Shortest station segment.
  let least: Int
  let mostPlaces: Int
  let paid: ClosedRange<Int>?
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
    longestSpan = contract.maximumSpanMinutes / slot
    least = law.leastSegment(contract) / slot
    mostPlaces = max(1, contract.maximumPlaces)
    let fewest = (contract.minimumDutyMinutes + slot - 1) / slot
    let most = law.mostPaid(contract) / slot
    paid = max(1, fewest) <= most ? max(1, fewest)...most : nil
    longestStretch = min(most, (contract.mealBreakAfterMinutes ?? .max) / slot)
    meal = law.mealBreak(of: contract).map { ($0 / slot, (contract.mealBreakAfterMinutes ?? 0) / slot) }
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
}
