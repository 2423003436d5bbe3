/// Reasons why pins cannot hold that can be read from the scenario, each a proof by itself.
struct ClashReasons {
  let scenario: Scenario
  private let headcount: PinHeadcount
  private let law: DutyLaw

  init(_ scenario: Scenario) {
    self.scenario = scenario
    law = DutyLaw(scenario)
    headcount = PinHeadcount(scenario)
  }

  /// The pins of the first plain reason: single pins first, then pairs, then too few people. `mayGoOn` ends the search of very many pins.
  func plainClash(among pins: [Int], mayGoOn: () -> Bool = { true }) -> [Int]? {
    if let pin = pins.first(where: { !reasons(of: $0).isEmpty }) { return [pin] }
    let partners = Dictionary(grouping: pins.flatMap { pin in subjects(of: pin).map { ($0, pin) } }, by: \.0)
    for pin in pins {
      let others = Set(subjects(of: pin).flatMap { partners[$0, default: []].map(\.1) }).filter { $0 > pin }
      if let other = others.sorted().first(where: { !reasons(of: pin, $0).isEmpty }) { return [pin, other] }
    }
    for pin in pins where mayGoOn() {
      if let lack = headcount.lack(pin, among: pins) { return lack.pins }
    }
    return nil
  }

  /// Whom or what a pin binds; pins without a common one cannot clash as a pair.
  private enum Subject: Hashable {
    case staff(Int)
    case station(Int)
  }

  private func subjects(of pin: Int) -> [Subject] {
    switch scenario.pins[pin].demand {
    case .work(let staff, let station, _): [.staff(staff), .station(station)]
    case .crew(let staff, _), .off(let staff, _): [.staff(staff)]
    case .staffed(let station, _, _), .closed(let station, _): [.station(station)]
    case .stop: []
    }
  }

  /// Every plain reason among a few pins.
  func all(among pins: [Int]) -> [ClashReason] {
    let single = pins.flatMap { reasons(of: $0) }
    if !single.isEmpty { return single }
    let pairs = pins.flatMap { pin in pins.filter { $0 > pin }.flatMap { reasons(of: pin, $0) } }
    if !pairs.isEmpty { return pairs }
    return pins.compactMap { headcount.lack($0, among: pins).map(tooFew) }
  }

  // MARK: - One pin

  /// Why the pin cannot hold even alone.
  func reasons(of pin: Int) -> [ClashReason] {
    switch scenario.pins[pin].demand {
    case .work(let staff, let station, let interval): return work(pin, staff, station, interval)
    case .crew(let staff, let slot): return crew(pin, staff, scenario.delivery.slots[slot].interval)
    case .staffed(let station, let interval, let count): return staffed(pin, station, interval, count)
    case .stop(let site, let day, let kits): return stop(pin, site, day, kits)
    case .off, .closed: return []
    }
  }

  private func work(_ pin: Int, _ staff: Int, _ station: Int, _ interval: Interval) -> [ClashReason] {
    let person = scenario.staff[staff]
    var reasons: [ClashReason] = []
    if interval.length > 0, !scenario.stations[station].hostHours.covers(interval) {
      reasons.append(
        .hostClosed(pin: pin, station: station, missing(interval, in: scenario.stations[station].hostHours)))
    }
    if !person.allowedStations.contains(station) {
      reasons.append(.notAllowed(pin: pin, staff: staff, station: station))
    }
    if interval.length > 0, !person.available.covers(interval) {
      reasons.append(.notAvailable(pin: pin, staff: staff, missing(interval, in: person.available)))
    }
    if reasons.isEmpty, let lack = headcount.lack(pin, among: [pin]) { reasons.append(tooFew(lack)) }
    return reasons
  }

  private func crew(_ pin: Int, _ staff: Int, _ interval: Interval) -> [ClashReason] {
    let person = scenario.staff[staff]
    var reasons: [ClashReason] = []
    if !person.mayDeliver { reasons.append(.mayNotDeliver(pin: pin, staff: staff)) }
    if !person.available.covers(interval) {
      reasons.append(.notAvailable(pin: pin, staff: staff, missing(interval, in: person.available)))
    }
    return reasons
  }

  private func staffed(_ pin: Int, _ station: Int, _ interval: Interval, _ count: Int) -> [ClashReason] {
    guard count > 0, interval.length > 0 else { return [] }
    let place = scenario.stations[station]
    // A segment covers whole slots, so the host must be open for all of each.
    if !place.hostHours.covers(slots(interval)) {
      return [.hostClosed(pin: pin, station: station, missing(slots(interval), in: place.hostHours))]
    }
    if count > place.maximumStaff {
      return [.aboveMaximum(pin: pin, station: station, wanted: count, most: place.maximumStaff)]
    }
    return headcount.lack(pin, among: [pin]).map { [tooFew($0)] } ?? []
  }

  private func tooFew(_ lack: PinHeadcount.Lack) -> ClashReason {
    .tooFew(
      pin: lack.pin, station: lack.station, lack.slot, skill: lack.skill, wanted: lack.wanted, able: lack.able,
      elsewhere: lack.kept.map(\.staff))
  }

  private func stop(_ pin: Int, _ site: Int, _ day: Int, _ kits: Int) -> [ClashReason] {
    let place = scenario.delivery.sites[site]
    if !scenario.delivery.slots.contains(where: { $0.day == day }) { return [.noDelivery(pin: pin, day: day)] }
    let most = place.firstNeed + place.secondNeed
    if max(1, kits) > most { return [.aboveNeed(pin: pin, site: site, wanted: max(1, kits), most: most)] }
    return StopObstacle(scenario).rule(against: site, onDay: day).map { [.noStop(pin: pin, site: site, day: day, $0)] }
      ?? []
  }

  // MARK: - Two pins

  /// Why two pins, each possible alone, cannot hold together.
  func reasons(of pin: Int, _ other: Int) -> [ClashReason] {
    switch (scenario.pins[pin].demand, scenario.pins[other].demand) {
    case (.off(let staff, let off), let demand):
      return onDuty(demand, staff, off).map { offAndOn(other, pin, staff, $0) } ?? []
    case (let demand, .off(let staff, let off)):
      return onDuty(demand, staff, off).map { offAndOn(pin, other, staff, $0) } ?? []
    case (.closed(let station, let shut), let demand):
      return isStaffed(demand, station, shut) ? [.closedAndStaffed(pin: other, closed: pin, station: station)] : []
    case (let demand, .closed(let station, let shut)):
      return isStaffed(demand, station, shut) ? [.closedAndStaffed(pin: pin, closed: other, station: station)] : []
    case (let first, let second): return twoDuties(pin, first, other, second)
    }
  }

  private func offAndOn(_ pin: Int, _ off: Int, _ staff: Int, _ isOn: Bool) -> [ClashReason] {
    isOn ? [.offAndOn(pin: pin, off: off, staff: staff)] : []
  }

  /// Whether the demand wants this person on duty in `off`; nil when it is about somebody else.
  private func onDuty(_ demand: Pin.Demand, _ staff: Int, _ off: Interval) -> Bool? {
    guard let wanted = attendance(demand), wanted.staff == staff else { return nil }
    return wanted.interval.overlap(off) > 0
  }

  private func isStaffed(_ demand: Pin.Demand, _ station: Int, _ shut: Interval) -> Bool {
    switch demand {
    case .work(_, station, let interval): return interval.length > 0 && slots(interval).overlap(slots(shut)) > 0
    case .staffed(station, let interval, let count):
      return count > 0 && interval.length > 0 && slots(interval).overlap(slots(shut)) > 0
    default: return false
    }
  }

  /// Where and when a demand wants a person.
  struct Attendance {
    let staff: Int
    let place: Place
    let interval: Interval
  }

  func attendance(_ demand: Pin.Demand) -> Attendance? {
    switch demand {
    case .work(let staff, let station, let interval) where interval.length > 0:
      return Attendance(staff: staff, place: .station(station), interval: interval)
    case .crew(let staff, let slot):
      return Attendance(staff: staff, place: .run(slot), interval: scenario.delivery.slots[slot].interval)
    default: return nil
    }
  }

  private func twoDuties(_ pin: Int, _ first: Pin.Demand, _ other: Int, _ second: Pin.Demand) -> [ClashReason] {
    guard let one = attendance(first), let two = attendance(second), one.staff == two.staff else { return [] }
    if one.place != two.place, one.interval.overlap(two.interval) > 0 {
      return [.twoPlaces(pin: pin, other: other, staff: one.staff)]
    }
    let (early, late) = one.interval.start <= two.interval.start ? (one, two) : (two, one)
    let between =
      late.interval.start < early.interval.end
      ? late.interval.start - early.interval.end
      : scenario.horizon.lasting(Interval(early.interval.end, late.interval.start))
    let contract = scenario.contract(of: one.staff)
    let whole = Interval(early.interval.start, max(early.interval.end, late.interval.end))
    let isTooFar = scenario.horizon.lasting(whole) > contract.maximumSpanMinutes
    if let rest = contract.dailyRestMinutes, between < rest {
      // Too far apart for one duty, too close together for two.
      if isTooFar { return [.dailyRest(pin: pin, other: other, staff: one.staff, between: between, wanted: rest)] }
      let travel = law.travel(from: early.place, to: late.place)
      // Hours at one place may overlap: one segment holds both.
      if one.place != two.place, between < travel, !leavesRoom(between, contract) {
        return [.travel(pin: pin, other: other, staff: one.staff, between: between, wanted: travel)]
      }
    }
    guard isTooFar, let day = onlyDay(early, contract), day == onlyDay(late, contract) else { return [] }
    return [.oneDuty(pin: pin, other: other, staff: one.staff, day: day)]
  }

  /// Whether a stay at a third place, over which the way might be shorter, could fit between two others.
  private func leavesRoom(_ between: Minutes, _ contract: Contract) -> Bool {
    between >= law.leastSegment(contract) || scenario.delivery.slots.contains { $0.interval.length <= between }
  }

  /// The day on which every duty starts that holds the attendance; nil when there are two.
  private func onlyDay(_ wanted: Attendance, _ contract: Contract) -> Int? {
    let day = scenario.horizon.day(of: wanted.interval.start)
    let longest = contract.maximumSpanMinutes + scenario.horizon.mostSkipped
    return scenario.horizon.day(of: wanted.interval.end - longest) == day ? day : nil
  }

  // MARK: - Times

  /// The first part of the interval that lies outside the hours.
  private func missing(_ interval: Interval, in hours: [Interval]) -> Interval {
    [interval].subtracting(hours).first ?? interval
  }

  /// The interval widened to whole slots.
  func slots(_ interval: Interval) -> Interval {
    let length = scenario.horizon.slotMinutes
    return Interval(interval.start / length * length, (interval.end + length - 1) / length * length)
  }
}
