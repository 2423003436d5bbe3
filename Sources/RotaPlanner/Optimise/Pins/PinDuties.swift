import RotaEngine

/// The duties by which staff can help to keep pins; of duties that touch the same cells only the easiest to fit in are listed.
final class PinDuties {
  /// How widely duties are looked for.
  enum Width: Hashable {
    /// At pinned places only and without splits: few, and mostly enough to find a plan.
    case narrow
    /// All that the contract allows: enough to prove that there is no plan.
    case wide
  }

  /// Partial duties to look at for one staff member and day.
  private static let limits: [Width: Int] = [.narrow: 100_000, .wide: 1_000_000]

  private struct Key: Hashable {
    let staff: Int
    let width: Width
  }

  private let scenario: Scenario
  private let cells: PinCells
  private let runnable: [Bool]
  private let stop: SolveLimits
  private var enumerators: [Width: DutyEnumerator] = [:]
  private var known: [Key: [DutyCandidate]?] = [:]

  init(_ scenario: Scenario, cells: PinCells, limits: SolveLimits) {
    self.scenario = scenario
    stop = limits
    self.cells = cells
    let runs = RunEnumerator(scenario)
    runnable = scenario.delivery.slots.indices.map { !runs.sites(ofSlot: $0).isEmpty }
  }

  /// The duties of the staff member that touch a cell, by day; nil when there are too many to look at, or time is up.
  func duties(of staff: Int, _ width: Width) -> [DutyCandidate]? {
    let key = Key(staff: staff, width: width)
    if let found = known[key] { return found }
    let found = listed(staff, width)
    known[key] = .some(found)
    return found
  }

  private func listed(_ staff: Int, _ width: Width) -> [DutyCandidate]? {
    let enumerator = enumerator(width)
    var result: [DutyCandidate] = []
    for day in 0..<scenario.horizon.days {
      guard let duties = enumerator.candidates(staff: staff, day: day, limit: Self.limits[width]!) else { return nil }
      var easiest = EasiestDuties(cells: cells, scenario: scenario, staff: staff)
      for duty in duties where duty.segments.contains(where: cells.touches) { easiest.add(duty) }
      result += easiest.duties
    }
    return result
  }

  private func enumerator(_ width: Width) -> DutyEnumerator {
    if let made = enumerators[width] { return made }
    let pinned = Set(cells.stations)
    let places = scenario.staff.map { person in
      width == .wide ? person.allowedStations : person.allowedStations.filter(pinned.contains)
    }
    let law = scenario.forDuties(
      reach: scenario.staff.indices.map(cells.reach), places: places, splits: width == .wide)
    // A run without a pin may fill up a wide duty; whether it can be driven is not asked.
    let open = runnable.indices.map { runnable[$0] && (width == .wide || cells.runs[$0]) }
    let made = DutyEnumerator(rules: DutyLaw(law), runnable: open, limits: stop)
    enumerators[width] = made
    return made
  }
}

/// Keeps, of the duties of one staff member and day that touch the same cells, those to which no other is at least as good in every rule.
private struct EasiestDuties {
  private let cells: PinCells
  private let countsMoney: Bool
  /// No rest of the week fits into a gap of a duty, so that the span says enough.
  private let spanDecides: Bool
  private var positions: [[Int]: Int] = [:]
  private var groups: [[DutyCandidate]] = []

  init(cells: PinCells, scenario: Scenario, staff: Int) {
    self.cells = cells
    countsMoney = scenario.budget != nil
    let contract = scenario.contract(of: staff)
    let rest =
      switch contract.weeklyRestKind {
      case nil: Int.max
      case .calendarDay: minutesPerDay
      case .continuous: contract.weeklyRestMinutes
      }
    let gap = max(contract.allowsSplit ? contract.maximumSplitMinutes : 0, contract.mealBreakMinutes + 60)
    spanDecides = gap + minutesPerDay / 4 < rest
  }

  var duties: [DutyCandidate] { groups.flatMap { $0 } }

  mutating func add(_ duty: DutyCandidate) {
    let signature = cells.signature(duty.segments)
    guard let position = positions[signature] else {
      positions[signature] = groups.count
      groups.append([duty])
      return
    }
    if groups[position].contains(where: { isAsGood($0, as: duty) }) { return }
    groups[position] = groups[position].filter { !isAsGood(duty, as: $0) } + [duty]
  }

  private func isAsGood(_ duty: DutyCandidate, as other: DutyCandidate) -> Bool {
    duty.paidMinutes <= other.paidMinutes && other.span.contains(duty.span)
      && (!duty.touchesNight || other.touchesNight) && (!countsMoney || duty.pay <= other.pay)
      && (spanDecides || duty.stretches.allSatisfy(other.stretches.covers))
      && other.runSlots == duty.runSlots
  }
}
