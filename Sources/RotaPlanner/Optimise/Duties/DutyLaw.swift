/// The rules that a single duty must keep whatever the rest of the plan is: R02-R09, the bans of R16 and R17, the rest after the
/// ledger's last duty (R10), and the pins that close hours to a person or a station (R29).
struct DutyLaw: Sendable {
  let scenario: Scenario
  /// By staff member: intervals in which pins forbid any duty.
  private let offs: [[Interval]]
  /// By station: intervals in which pins close it.
  private let closures: [[Interval]]
  /// By planned day.
  let bands: [HeatBand]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    var offs = [[Interval]](repeating: [], count: scenario.staff.count)
    var closures = [[Interval]](repeating: [], count: scenario.stations.count)
    for pin in scenario.pins {
      switch pin.demand {
      case .off(let staff, let interval): offs[staff].append(interval)
      case .closed(let station, let interval): closures[station].append(interval)
      case .work, .crew, .staffed, .stop: continue
      }
    }
    self.offs = offs
    self.closures = closures
    bands = (0..<scenario.horizon.days).map { scenario.heat.band(ofDay: $0) }
  }

  /// Travel minutes between two places of one duty, up to slots.
  func travel(from: Place, to: Place) -> Minutes {
    let delivery = scenario.delivery
    let minutes: Minutes
    switch (from, to) {
    case (.station(let a), .station(let b)): minutes = a == b ? 0 : scenario.staffTravelMinutes[a][b]
    case (.station, .run), (.run, .station): minutes = delivery.depotTravelMinutes
    case (.run(let a), .run(let b)):
      minutes = delivery.slots[a].vehicle == delivery.slots[b].vehicle ? 0 : delivery.depotTravelMinutes
    }
    return scenario.horizon.roundedUpToSlots(minutes)
  }

  /// The length of a meal break, up to slots; nil when there is none.
  func mealBreak(of contract: Contract) -> Minutes? {
    guard contract.mealBreakAfterMinutes != nil, contract.mealBreakMinutes > 0 else { return nil }
    return scenario.horizon.roundedUpToSlots(contract.mealBreakMinutes)
  }

  /// Most minutes of segments and travel of one duty (R05), its credit left room for.
  func mostWorked(_ contract: Contract) -> Minutes {
    min(contract.maximumDutyMinutes, contract.normalDayMinutes + contract.overtimeDayMinutes) - contract.creditMinutes
  }

  /// The same on a day of the staff member: antenatal visits count as well.
  func mostWorked(_ staff: Int, day: Int) -> Minutes {
    mostWorked(scenario.contract(of: staff)) - scenario.antenatalMinutes(of: staff, day: day)
  }

  /// Whether nights are closed to the staff member (R16).
  func closesNights(to staff: Int) -> Bool {
    let person = scenario.staff[staff]
    let contract = scenario.contract(of: staff)
    let isLate = contract.protection.isLate(pregnant: person.isPregnant, month: person.pregnantMonth)
    return contract.bansProtectedNights && (isLate || person.isNursing || person.isMinor)
  }

  /// Shortest station segment, up to slots (R06).
  func leastSegment(_ contract: Contract) -> Minutes {
    max(scenario.horizon.slotMinutes, scenario.horizon.roundedUpToSlots(contract.minimumSegmentMinutes))
  }

  /// Whether a pin closes the station in some slot that `interval` (on the grid) covers.
  func isClosed(_ station: Int, in interval: Interval) -> Bool {
    closures[station].contains { $0.overlap(interval) > 0 }
  }

  /// Whether the staff member may serve this segment at all: place, hours, availability, closures (R02, R03, R04, R27, R29).
  func allows(_ segment: Segment, staff: Int) -> Bool {
    let person = scenario.staff[staff]
    guard person.available.covers(segment.interval) else { return false }
    switch segment.place {
    case .station(let station):
      return person.mayServe(at: station)
        && scenario.stations[station].hostHours.covers(segment.interval)
        && !isClosed(station, in: segment.interval)
    case .run(let slot):
      let delivery = scenario.delivery.slots[slot]
      let isBarred = bands[delivery.day].barsProtected && (person.isPregnant || person.isMinor)
      return person.mayDeliver && delivery.interval == segment.interval && !isBarred
    }
  }

  /// The earliest start of any duty of the staff member (R01 and R10 with the ledger).
  func earliestStart(of staff: Int) -> Minutes {
    guard let end = scenario.staff[staff].ledger.lastDutyEnd else { return 0 }
    return max(0, scenario.horizon.restOver(after: end, scenario.contract(of: staff).dailyRestMinutes ?? 0))
  }

  /// The duty of these segments with its amounts, or nil when it breaks one of the rules. Segments are on the grid, in time order.
  func candidate(staff: Int, segments: [Segment]) -> DutyCandidate? {
    let contract = scenario.contract(of: staff)
    guard let timing = DutyTiming(segments: segments, contract: contract, rules: self) else { return nil }
    let span = Interval(segments[0].interval.start, segments[segments.count - 1].interval.end)
    guard segments.allSatisfy({ allows($0, staff: staff) && isLongEnough($0, contract) }),
      places(of: segments) <= contract.maximumPlaces,
      keepsLengths(timing, span: span, contract, most: mostWorked(staff, day: scenario.horizon.day(of: span.start))),
      keepsBans(timing, segments: segments, staff: staff),
      span.start >= earliestStart(of: staff), span.end <= scenario.horizon.reach.end,
      !offs[staff].contains(where: { $0.overlap(span) > 0 })
    else { return nil }
    return DutyCandidate(staff: staff, segments: segments, timing: timing, scenario: scenario, bands: bands)
  }

  /// R06: segments, counted once where the same place continues over a gap.
  func places(of segments: [Segment]) -> Int {
    1 + zip(segments, segments.dropFirst()).count { $0.place != $1.place }
  }

  private func isLongEnough(_ segment: Segment, _ contract: Contract) -> Bool {
    if case .run = segment.place { return true }
    return scenario.horizon.lasting(segment.interval) >= contract.minimumSegmentMinutes
  }

  /// R05, R08, R09.
  private func keepsLengths(_ timing: DutyTiming, span: Interval, _ contract: Contract, most: Minutes) -> Bool {
    let worked = timing.workedMinutes
    guard worked + contract.creditMinutes >= contract.minimumDutyMinutes, worked <= most,
      scenario.horizon.lasting(span) <= contract.maximumSpanMinutes
    else { return false }
    guard let limit = contract.mealBreakAfterMinutes else { return true }
    return timing.stretches.allSatisfy { scenario.horizon.lasting($0) <= limit }
      && (!timing.hasMealBreak || worked > limit)
  }

  /// R02 for travel, R16 and R17.
  private func keepsBans(_ timing: DutyTiming, segments: [Segment], staff: Int) -> Bool {
    let person = scenario.staff[staff]
    guard timing.stretches.allSatisfy(person.available.covers) else { return false }
    let contract = scenario.contract(of: staff)
    if closesNights(to: staff) && timing.stretches.contains(where: { contract.overlapsNight($0) }) { return false }
    let day = scenario.horizon.day(of: segments[0].interval.start)
    let paid = timing.workedMinutes + contract.creditMinutes + scenario.antenatalMinutes(of: staff, day: day)
    return keepsHeatLimits(segments, paid: paid, contract)
  }

  private func keepsHeatLimits(_ segments: [Segment], paid: Minutes, _ contract: Contract) -> Bool {
    for segment in segments {
      guard case .run(let slot) = segment.place else { continue }
      let day = scenario.delivery.slots[slot].day
      if bands[day].bansCrewOvertime && paid > contract.normalDayMinutes { return false }
      if let limit = bands[day].crewMinutes, runMinutes(segments, day: day) > limit { return false }
    }
    return true
  }

  /// Minutes of these segments in runs whose delivery slot is on `day`.
  func runMinutes(_ segments: [Segment], day: Int) -> Minutes {
    segments.reduce(0) { total, segment in
      guard case .run(let slot) = segment.place, scenario.delivery.slots[slot].day == day else { return total }
      return total + segment.interval.length
    }
  }
}

extension Contract {
  /// Whether `interval` shares a minute with a night, the one before the horizon included (R16).
  func overlapsNight(_ interval: Interval) -> Bool {
    guard nightStart != nightEnd else { return false }
    let length = nightEnd > nightStart ? nightEnd - nightStart : nightEnd + minutesPerDay - nightStart
    var start = (interval.start / minutesPerDay - 2) * minutesPerDay + nightStart
    while start < interval.end {
      if interval.overlap(Interval(start, start + length)) > 0 { return true }
      start += minutesPerDay
    }
    return false
  }
}
