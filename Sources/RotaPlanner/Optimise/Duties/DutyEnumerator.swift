import RotaEngine

/// Lists every lawful duty of a staff member on a day.
///
/// The only duties left out are those in a delivery slot in which no run is possible: R23 forbids staff there. Nothing else is
/// dropped, because a longer or shorter duty, another order of places, or another place of the meal break may each be the only
/// one that fits the others' rests, wishes or hours.
struct DutyEnumerator: Sendable {
  let rules: DutyLaw
  /// Whether a run with a stop is possible, by delivery slot.
  private let runnable: [Bool]
  private let horizon: Horizon
  /// The only stations to look at; nil: all.
  private let stations: Set<Int>?
  /// When to give up.
  private let limits: SolveLimits

  init(rules: DutyLaw, runnable: [Bool], stations: Set<Int>? = nil, limits: SolveLimits = .none) {
    self.rules = rules
    self.runnable = runnable
    self.stations = stations
    self.limits = limits
    horizon = rules.scenario.horizon
  }

  /// All lawful duties that start on `day`, by start, then places and ends; nil as soon as more than `limit` partial duties had
  /// to be looked at, or time is up. That number is an upper estimate of the count, so a district stops early instead of exploding.
  /// `starts` leaves out duties that start before or after it.
  func candidates(
    staff: Int, day: Int, limit: Int, starts: ClosedRange<Minutes> = 0...Minutes.max
  ) -> [DutyCandidate]? {
    guard !rules.scenario.staff[staff].available.isEmpty else { return [] }
    if limits.stopNow != nil { return nil }
    var search = DutySearch(enumerator: self, staff: staff, limit: limit, mayGoOn: { limits.stopNow == nil })
    let first = max(day * horizon.slotsPerDay, rules.earliestStart(of: staff) / horizon.slotMinutes)
    for slot in first..<max(first, (day + 1) * horizon.slotsPerDay)
    where starts.contains(slot * horizon.slotMinutes) {
      search.begin(at: slot * horizon.slotMinutes)
    }
    return search.isExhausted ? nil : search.found
  }

  /// The places at which the staff member may have segments.
  func places(of staff: Int) -> [Place] {
    let person = rules.scenario.staff[staff]
    let places = person.allowedStations.filter { stations?.contains($0) ?? true }.map { Place.station($0) }
    return person.mayDeliver ? places + runnable.indices.filter { runnable[$0] }.map { .run($0) } : places
  }

  /// The segments of the staff member at `place` that start at `start`, lawful by themselves and at most `longest` minutes long.
  func segments(staff: Int, at place: Place, start: Minutes, longest: Minutes) -> [Segment] {
    if case .run(let slot) = place {
      let segment = Segment(place: place, interval: rules.scenario.delivery.slots[slot].interval)
      let fits = segment.interval.start == start && segment.interval.length <= longest
      return fits && rules.allows(segment, staff: staff) ? [segment] : []
    }
    var result: [Segment] = []
    // A segment over a doubled hour lasts longer than it looks.
    let least = rules.leastSegment(rules.scenario.contract(of: staff)) - horizon.mostDoubled
    var end = start + max(horizon.slotMinutes, least)
    while end - start <= longest, end <= horizon.reach.end {
      let segment = Segment(place: place, interval: Interval(start, end))
      // A longer segment asks for more of the same hours, so the first unlawful one ends the row.
      guard rules.allows(segment, staff: staff) else { break }
      result.append(segment)
      end += horizon.slotMinutes
    }
    return result
  }
}
