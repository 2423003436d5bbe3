/// Work of one person that pins ask for, on the grid and joined where it touches: what the person's duties must cover.
struct PinnedWork: Hashable, Sendable {
  let place: Place
  /// Half-open, whole slots; for a run its delivery slot's interval.
  let interval: Interval

  /// The pinned work of each staff member by start, `work` pins at stations and `crew` pins alike; an empty row without pins.
  static func byStaff(_ scenario: Scenario) -> [[PinnedWork]] {
    var rows = [[PinnedWork]](repeating: [], count: scenario.staff.count)
    for pin in scenario.pins {
      switch pin.demand {
      case .work(let staff, let station, let interval) where interval.length > 0:
        rows[staff].append(PinnedWork(place: .station(station), interval: scenario.horizon.wholeSlots(interval)))
      case .crew(let staff, let slot):
        rows[staff].append(PinnedWork(place: .run(slot), interval: scenario.delivery.slots[slot].interval))
      case .work, .off, .staffed, .closed, .stop: continue
      }
    }
    return rows.map(joined)
  }

  private static func joined(_ row: [PinnedWork]) -> [PinnedWork] {
    var result: [PinnedWork] = []
    for work in row.sorted(by: { ($0.interval.start, $0.interval.end) < ($1.interval.start, $1.interval.end) }) {
      if let last = result.last, last.place == work.place, work.interval.start <= last.interval.end {
        let end = max(last.interval.end, work.interval.end)
        result[result.count - 1] = PinnedWork(place: last.place, interval: Interval(last.interval.start, end))
      } else {
        result.append(work)
      }
    }
    return result
  }

  /// Whether a segment of the duty does all of it (R29).
  func isDone(by duty: DutyCandidate) -> Bool {
    duty.segments.contains { $0.place == place && $0.interval.contains(interval) }
  }
}

extension Horizon {
  /// The interval widened to whole slots; what lies outside the horizon stays.
  func wholeSlots(_ interval: Interval) -> Interval {
    let start = interval.start >= 0 ? interval.start / slotMinutes * slotMinutes : interval.start
    return Interval(start, max(start, roundedUpToSlots(interval.end)))
  }
}
