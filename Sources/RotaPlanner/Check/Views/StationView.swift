/// One station over the horizon, slot by slot.
struct StationView {
  let index: Int
  let station: Station
  let openings: [Opening]
  /// Staff with a segment here that covers the slot, each once, by slot.
  let present: [[Int]]
  /// Promised minutes by slot.
  let promised: [Minutes]
  /// Whether the slot lies wholly in host hours.
  let inHostHours: [Bool]
  /// Whether the slot lies wholly in self-service hours.
  let inSelfServiceHours: [Bool]
  /// Visits that arrive, by slot.
  let arrivals: [Int]
  /// Minutes of seats that visits take, by slot.
  let seatMinutes: [Int]
  private let slotMinutes: Minutes

  var subject: ViolationSubject { ViolationSubject(station: index) }

  init(
    _ index: Int, _ scenario: Scenario, openings: [Opening], present: [[Int]], arrivals: [Int], seatMinutes: [Int]
  ) {
    let horizon = scenario.horizon
    let station = scenario.stations[index]
    self.index = index
    self.station = station
    self.openings = openings
    self.present = present
    self.arrivals = arrivals
    self.seatMinutes = seatMinutes
    slotMinutes = horizon.slotMinutes
    // Changed pieces of the clock are whole slots: all minutes of a slot pass alike.
    promised = horizon.minutesBySlot(station.promisedHours).enumerated().map { slot, minutes in
      minutes * horizon.clockChanges.minutes(of: horizon.interval(ofSlot: slot)) / horizon.slotMinutes
    }
    inHostHours = horizon.minutesBySlot(station.hostHours).map { $0 == horizon.slotMinutes }
    inSelfServiceHours = horizon.minutesBySlot(station.selfServiceHours).map { $0 == horizon.slotMinutes }
  }

  func isOpen(_ slot: Int) -> Bool { openings[slot] != .closed }

  /// Most minutes of seats in a slot (R21).
  func seatCapacity(_ slot: Int) -> Int { isOpen(slot) ? station.seats * slotMinutes : 0 }

  /// Most arrivals in a slot (R22).
  func arrivalCapacity(_ slot: Int) -> Int {
    let byStaff = present[slot].count * arrivalsDue(station.visitsPerStaffHour, slot)
    guard isOpen(slot), inSelfServiceHours[slot] else { return byStaff }
    return byStaff + arrivalsDue(station.visitsPerSelfServiceHour, slot)
  }

  /// Arrivals at an hourly rate that fall due in the slot, with the part of one that the day had left over at the slot's start.
  private func arrivalsDue(_ hourly: Int, _ slot: Int) -> Int {
    let start = slot * slotMinutes % minutesPerDay
    let left = hourly * start % 60
    return (left + hourly * slotMinutes) / 60
  }
}

extension Horizon {
  /// Minutes of disjoint intervals in each slot; what lies outside the horizon is left out.
  func minutesBySlot(_ intervals: [Interval]) -> [Minutes] {
    var result = Array(repeating: 0, count: slotCount)
    for whole in intervals {
      let start = max(whole.start, 0)
      let end = min(whole.end, reach.end)
      guard start < end else { continue }
      for slot in slots(touching: Interval(start, end)) {
        result[slot] += interval(ofSlot: slot).overlap(Interval(start, end))
      }
    }
    return result
  }

  /// The slots that share a minute with `interval`.
  func slots(touching interval: Interval) -> Range<Int> {
    let start = max(0, interval.start)
    let end = min(reach.end, interval.end)
    guard start < end else { return 0..<0 }
    return (start / slotMinutes)..<((end + slotMinutes - 1) / slotMinutes)
  }

  /// The slots that lie wholly in `interval`.
  func slots(inside interval: Interval) -> Range<Int> {
    let first = (max(0, interval.start) + slotMinutes - 1) / slotMinutes
    let end = min(reach.end, interval.end) / slotMinutes
    return first < end ? first..<end : 0..<0
  }
}
