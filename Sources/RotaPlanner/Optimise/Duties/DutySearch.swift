/// The depth-first search of `DutyEnumerator`: grows duties segment by segment and cuts only what no continuation can repair.
struct DutySearch {
  private let enumerator: DutyEnumerator
  private let staff: Int
  private let contract: Contract
  private let mostWorked: Minutes
  private let longestStretch: Minutes
  private let longestSpan: Minutes
  /// Unpaid gaps that the contract knows, shortest first.
  private let breaks: [Minutes]
  private let places: [Place]
  private let limit: Int
  private let mayGoOn: () -> Bool
  /// Partial duties between two looks at the clock.
  private static let patience = 256
  private var looked = 0
  private var isStopped = false
  private(set) var found: [DutyCandidate] = []

  /// - Parameters:
  ///   - limit: Partial duties to look at.
  ///   - mayGoOn: Asked now and then; false ends the search as if the limit was passed.
  init(enumerator: DutyEnumerator, staff: Int, limit: Int, mayGoOn: @escaping () -> Bool) {
    let rules = enumerator.rules
    self.enumerator = enumerator
    self.staff = staff
    self.limit = limit
    self.mayGoOn = mayGoOn
    places = enumerator.places(of: staff)
    contract = rules.scenario.contract(of: staff)
    // Cuts are by the wall clock, which may say more than a duty lasts.
    let skipped = rules.scenario.horizon.mostSkipped
    mostWorked = rules.mostWorked(contract) + skipped
    longestSpan = contract.maximumSpanMinutes + skipped
    longestStretch = contract.mealBreakAfterMinutes.map { $0 + skipped } ?? .max
    breaks = DutySearch.breaks(contract, rules)
  }

  /// Whether the limit was passed or time was up, so that `found` is not complete.
  var isExhausted: Bool { looked > limit || isStopped }

  mutating func begin(at start: Minutes) {
    for place in places {
      let longest = min(mostWorked, longestStretch, longestSpan)
      for segment in enumerator.segments(staff: staff, at: place, start: start, longest: longest) {
        grow([segment], paid: segment.interval.length, stretch: segment.interval.length)
      }
    }
  }

  /// Records the duty of `segments` if it is lawful and tries every continuation. `stretch` is the paid time since the last break.
  private mutating func grow(_ segments: [Segment], paid: Minutes, stretch: Minutes) {
    looked += 1
    if looked % Self.patience == 0, !mayGoOn() { isStopped = true }
    if isExhausted { return }
    if let duty = enumerator.rules.candidate(staff: staff, segments: segments) { found.append(duty) }
    let last = segments[segments.count - 1]
    for place in places {
      let travel = enumerator.rules.travel(from: last.place, to: place)
      if place != last.place {
        grow(segments, at: place, after: travel, paid: paid + travel, stretch: stretch + travel)
      }
      for free in breaks { grow(segments, at: place, after: free + travel, paid: paid + travel, stretch: travel) }
    }
  }

  private mutating func grow(
    _ segments: [Segment], at place: Place, after gap: Minutes, paid: Minutes, stretch: Minutes
  ) {
    let start = segments[segments.count - 1].interval.end + gap
    let span = longestSpan - (start - segments[0].interval.start)
    let longest = min(mostWorked - paid, longestStretch - stretch, span)
    guard longest > 0, !isExhausted else { return }
    for segment in enumerator.segments(staff: staff, at: place, start: start, longest: longest) {
      let grown = segments + [segment]
      guard enumerator.rules.places(of: grown) <= contract.maximumPlaces,
        // At most one meal break and one split: whatever has unlawful gaps by now stays unlawful.
        DutyTiming(segments: grown, contract: contract, rules: enumerator.rules) != nil
      else { continue }
      grow(grown, paid: paid + segment.interval.length, stretch: stretch + segment.interval.length)
    }
  }

  private static func breaks(_ contract: Contract, _ rules: DutyLaw) -> [Minutes] {
    let slot = rules.scenario.horizon.slotMinutes
    var lengths: [Minutes] = []
    if contract.allowsSplit {
      let first = max(slot, rules.scenario.horizon.roundedUpToSlots(contract.minimumSplitMinutes))
      lengths = Array(stride(from: first, through: max(first - 1, contract.maximumSplitMinutes), by: slot))
    }
    if let meal = rules.mealBreak(of: contract), !lengths.contains(meal) { lengths.append(meal) }
    return lengths.sorted()
  }
}
