/// What a duty of one staff member on one day may look like, whatever it is worth: when, how long, and, worked out when asked for, where.
/// In slots counted from `first`, the first slot of the window.
///
/// Holds every duty of docs/model.md section 3 and R02-R09; pins and heat are the law's to judge. The places are no part of it: where
/// everybody may serve everywhere they would take more memory than everything else together.
struct DayForm: Sendable {
  /// One place of work in the window.
  struct Spot: Sendable {
    let place: Place
    /// Number of the worth of the window's first slot: a cell, or for a run `cellCount` + delivery slot.
    let base: Int
    /// Shortest segment; a run's only one.
    let least: Int
    /// O10 of a slot.
    let away: Double
    /// The only slot at which a run's segment starts; nil at a station, whose worth is one number a slot rather than one for the
    /// whole segment.
    let runStart: Int?

    var isRun: Bool { runStart != nil }
  }

  let staff: Int
  let day: Int
  let tables: PlaceTables
  let lengths: DutyLengths
  /// Number of the window's first slot on the horizon.
  let first: Int
  /// Slots of the window.
  let count: Int
  /// Slots at which a duty may start: those below belong to the day.
  let starts: Range<Int>
  /// Slots in a row in which the person may work at all, from each slot on (`DutyLaw.isAvailable`).
  let available: [Int]
  /// The same without the nights closed to protected people, which are no matter of one segment.
  private let free: [Int]
  /// Delivery slots in which the person may be crew.
  private let runs: [Int]

  /// The form of the staff member's day. `runs` are the delivery slots in which the person may be crew.
  init(staff: Int, day: Int, tables: PlaceTables, runs: [Int]) {
    let law = tables.law
    let horizon = law.scenario.horizon
    let slot = horizon.slotMinutes
    let person = law.scenario.staff[staff]
    self.staff = staff
    self.day = day
    self.tables = tables
    self.runs = runs
    lengths = DutyLengths(staff: staff, day: day, law: law)
    let earliest = max(day * horizon.slotsPerDay, (law.earliestStart(of: staff) + slot - 1) / slot)
    let last = min(horizon.slotCount, (day + 1) * horizon.slotsPerDay + lengths.longestSpan)
    let isFree = (earliest..<max(earliest, last)).map { law.isAvailable(staff, in: horizon.interval(ofSlot: $0)) }
    let lead = isFree.firstIndex(of: true) ?? isFree.count
    let first = earliest + lead
    let dayEnd = (day + 1) * horizon.slotsPerDay
    // Beyond the day a window ends with the stretch of availability that crosses midnight, or the longest span.
    let end = earliest + DayForm.end(isFree, from: lead, dayEnd: dayEnd - earliest, longestGap: lengths.longestGap)
    self.first = first
    count = first < dayEnd ? max(0, end - first) : 0
    starts = 0..<max(0, min(count, dayEnd - first))
    available = DayForm.rows(Array(isFree[lead..<lead + count]))
    free = DayForm.rows((first..<first + count).map { person.available.covers(horizon.interval(ofSlot: $0)) })
  }

  /// The same day with other delivery slots in which the person may be crew.
  func with(runs: [Int]) -> DayForm { DayForm(staff: staff, day: day, tables: tables, runs: runs) }

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

  // MARK: - Places

  /// The places with some lawful segment: stations in order, then runs.
  func spots() -> [Spot] {
    guard count > 0 else { return [] }
    let scenario = tables.law.scenario
    let person = scenario.staff[staff]
    let perSlot = scenario.weights.awayHour.units * Double(scenario.horizon.slotMinutes) / 60
    let stations = person.allowedStations.compactMap { station -> Spot? in
      let spot = Spot(
        place: .station(station), base: station * scenario.horizon.slotCount + first, least: lengths.least,
        away: person.isHome(station) ? 0 : perSlot, runStart: nil)
      return (0..<count).contains { reach(spot, from: $0) >= spot.least } ? spot : nil
    }
    return stations + runs.compactMap(runSpot)
  }

  private func runSpot(_ run: Int) -> Spot? {
    let scenario = tables.law.scenario
    let interval = scenario.delivery.slots[run].interval
    let slot = scenario.horizon.slotMinutes
    let (start, size) = (interval.start / slot - first, interval.length / slot)
    guard start >= 0, start + size <= count,
      tables.law.allows(Segment(place: .run(run), interval: interval), staff: staff)
    else { return nil }
    return Spot(
      place: .run(run), base: scenario.stations.count * scenario.horizon.slotCount + run, least: size, away: 0,
      runStart: start)
  }

  /// The cells of a station in which the person may work.
  func cells(of spot: Spot) -> some Sequence<Int> {
    (0..<count).lazy.filter { reach(spot, from: $0) > 0 }.map { spot.base + $0 }
  }

  /// Lawful slots in a row at the place, from that slot of the window on; for a run its whole length at its start, else 0.
  func reach(_ spot: Spot, from slot: Int) -> Int {
    guard case .station(let station) = spot.place else { return slot == spot.runStart ? spot.least : 0 }
    return min(free[slot], tables.openSlots(station, from: first + slot))
  }
}

extension DutyLaw {
  /// Whether the person may work in the slot at all: availability, pinned time off, protected nights.
  func isAvailable(_ staff: Int, in slot: Interval) -> Bool {
    let person = scenario.staff[staff]
    guard person.available.covers(slot) else { return false }
    let contract = scenario.contract(of: staff)
    return !(closesNights(to: staff) && contract.overlapsNight(slot))
  }
}
