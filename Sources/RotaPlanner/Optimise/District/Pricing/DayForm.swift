/// What a duty of one staff member on one day may look like, whatever it is worth: where, when, how long. In slots counted from
/// `first`, the first slot of the window.
///
/// Holds every duty of docs/model.md section 3 and R02-R09; pins and heat are the law's to judge.
struct DayForm: Sendable {
  /// One place of work in the window.
  struct Spot: Sendable {
    let place: Place
    /// Number of the worth of the window's first slot: a cell, or for a run `cellCount` + delivery slot.
    let base: Int
    /// Lawful slots in a row from each slot on; for a run its whole length at its start, else 0.
    let reach: [Int]
    /// Shortest segment.
    let least: Int
    /// O10 of a slot.
    let away: Double
    /// Whether the worth is one number for the whole segment rather than one a slot.
    let isRun: Bool
  }

  let staff: Int
  let day: Int
  /// Number of the window's first slot on the horizon.
  let first: Int
  /// Slots of the window.
  let count: Int
  /// Slots at which a duty may start: those below belong to the day.
  let starts: Range<Int>
  let spots: [Spot]
  /// Slots of travel, `[from * spots.count + to]`.
  let travel: [Int]
  /// Slots in a row in which the person is available, from each slot on.
  let available: [Int]
  let mostPlaces: Int
  let paid: ClosedRange<Int>?
  let longestStretch: Int
  let longestSpan: Int
  /// Length of a meal break and the paid slots that a duty with one must pass; nil without.
  let meal: (gap: Int, after: Int)?
  /// Lengths of a split.
  let splits: [Int]

  /// The form of the staff member's day. `runs` are the delivery slots in which the person may be crew.
  init(staff: Int, day: Int, law: DutyLaw, runs: [Int]) {
    let scenario = law.scenario
    let horizon = scenario.horizon
    let slot = horizon.slotMinutes
    let contract = scenario.contract(of: staff)
    let person = scenario.staff[staff]
    self.staff = staff
    self.day = day
    longestSpan = contract.maximumSpanMinutes / slot
    let earliest = max(day * horizon.slotsPerDay, (law.earliestStart(of: staff) + slot - 1) / slot)
    let last = min(horizon.slotCount, (day + 1) * horizon.slotsPerDay + longestSpan)
    let isFree = (earliest..<max(earliest, last)).map { law.isAvailable(staff, in: horizon.interval(ofSlot: $0)) }
    let lead = isFree.firstIndex(of: true) ?? isFree.count
    first = earliest + lead
    let dayEnd = (day + 1) * horizon.slotsPerDay
    // Beyond the day a window ends with the stretch of availability that crosses midnight, or the longest span.
    let end =
      earliest
      + DayForm.end(isFree, from: lead, dayEnd: dayEnd - earliest, longestGap: DayForm.longestGap(contract, law))
    count = first < dayEnd ? max(0, end - first) : 0
    starts = 0..<max(0, min(count, dayEnd - first))
    available = DayForm.rows(Array(isFree[lead..<lead + count]))
    let least = law.leastSegment(contract) / slot
    mostPlaces = max(1, contract.maximumPlaces)
    let fewest = (contract.minimumDutyMinutes + slot - 1) / slot
    let most = law.mostPaid(contract) / slot
    paid = max(1, fewest) <= most ? max(1, fewest)...most : nil
    longestStretch = min(most, (contract.mealBreakAfterMinutes ?? .max) / slot)
    meal = law.mealBreak(of: contract).map { ($0 / slot, (contract.mealBreakAfterMinutes ?? 0) / slot) }
    let breakGap = meal?.gap
    if contract.allowsSplit {
      let from = max(1, (contract.minimumSplitMinutes + slot - 1) / slot)
      splits = (from...max(from, contract.maximumSplitMinutes / slot)).filter {
        $0 * slot <= contract.maximumSplitMinutes && $0 != breakGap
      }
    } else {
      splits = []
    }
    let (from, length) = (first, count)
    let perSlot = scenario.weights.awayHour.units * Double(slot) / 60
    var spots = person.allowedStations.map { station -> Spot in
      let allowed = (from..<from + length).map {
        law.allows(Segment(place: .station(station), interval: horizon.interval(ofSlot: $0)), staff: staff)
      }
      return Spot(
        place: .station(station), base: station * horizon.slotCount + from, reach: DayForm.rows(allowed), least: least,
        away: person.homeStations.contains(station) ? 0 : perSlot, isRun: false)
    }
    for run in runs {
      let interval = scenario.delivery.slots[run].interval
      let (start, size) = (interval.start / slot - from, interval.length / slot)
      guard start >= 0, start + size <= length, law.allows(Segment(place: .run(run), interval: interval), staff: staff)
      else { continue }
      var reach = [Int](repeating: 0, count: length)
      reach[start] = size
      spots.append(
        Spot(
          place: .run(run), base: scenario.stations.count * horizon.slotCount + run, reach: reach, least: size, away: 0,
          isRun: true))
    }
    self.spots = spots.filter { spot in spot.reach.contains { $0 >= spot.least } }
    let kept = self.spots
    travel = kept.flatMap { a in kept.map { law.travel(from: a.place, to: $0.place) / slot } }
  }

  /// Longest unpaid gap of a duty, in slots.
  private static func longestGap(_ contract: Contract, _ law: DutyLaw) -> Int {
    let gaps = (law.mealBreak(of: contract) ?? 0, contract.allowsSplit ? contract.maximumSplitMinutes : 0)
    return (gaps.0 + gaps.1) / law.scenario.horizon.slotMinutes
  }

  /// The end of what a duty that starts before `dayEnd` can reach: beyond it no hole is longer than the gaps.
  private static func end(_ isFree: [Bool], from lead: Int, dayEnd: Int, longestGap: Int) -> Int {
    var end = (lead..<min(max(lead, dayEnd), isFree.count)).last { isFree[$0] }.map { $0 + 1 } ?? lead
    var slot = end
    while slot < isFree.count, slot - end <= longestGap {
      if isFree[slot] { end = slot + 1 }
      slot += 1
    }
    return end
  }

  /// Trues in a row from each index on.
  private static func rows(_ flags: [Bool]) -> [Int] {
    var result = [Int](repeating: 0, count: flags.count)
    var run = 0
    for index in flags.indices.reversed() {
      run = flags[index] ? run + 1 : 0
      result[index] = run
    }
    return result
  }
}

extension DutyLaw {
  /// Whether the person may work in the slot at all: availability, pinned time off, protected nights.
  func isAvailable(_ staff: Int, in slot: Interval) -> Bool {
    let person = scenario.staff[staff]
    guard person.available.covers(slot) else { return false }
    let contract = scenario.contract(of: staff)
    let isProtected = person.isPregnant || person.isNursing || person.isMinor
    return !(contract.bansProtectedNights && isProtected && contract.overlapsNight(slot))
  }
}
