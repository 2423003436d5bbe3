import RotaEngine

/// Keeps the pins when a plan is built: runs with pinned stops or crews, pinned people, then pinned numbers of staff.
struct PinKeeper: Sendable {
  /// How the pins are kept, in the order in which it is tried.
  enum Manner: CaseIterable, Sendable {
    /// Each person's duties one after the other, always the one that is worth most: the better plan, where it comes off.
    case worthMost
    /// All of a person's pins at once with the shortest duties (`PinnedRosters`).
    case shortest
    /// The same with no more in the runs than their pins ask for.
    case bare
  }

  private let scenario: Scenario
  private let offers: OfferFinder
  private let runs: RunMaker
  private let crews: CrewFinder
  /// When to give up.
  private let limits: SolveLimits
  /// Partial duties to look at for one pinned person and day.
  private static let enumerationLimit = 200_000

  init(_ scenario: Scenario, offers: OfferFinder, runs: RunMaker, crews: CrewFinder, limits: SolveLimits) {
    self.scenario = scenario
    self.limits = limits
    self.offers = offers
    self.runs = runs
    self.crews = crews
  }

  /// Adds what the pins want; false when some pin could not be kept in this manner.
  func keep(in draft: inout DistrictDraft, _ manner: Manner) -> Bool {
    guard closesNobodyCarried else { return false }
    return switch manner {
    case .worthMost: addRunsOfPins(&draft, manner) && addPinnedWork(&draft) && complete(&draft)
    case .shortest, .bare: addPinnedRosters(&draft) && addRunsOfPins(&draft, manner) && complete(&draft)
    }
  }

  /// Whether no pin closes a station while a duty of the plan before still runs there.
  private var closesNobodyCarried: Bool {
    let cells = scenario.carriedPresence.map(\.cell)
    return cells.isEmpty
      || scenario.pins.allSatisfy { pin in
        guard case .closed(let station, let interval) = pin.demand else { return true }
        return cells.allSatisfy { cell in
          let slot = scenario.horizon.interval(ofSlot: cell % scenario.horizon.slotCount)
          return cell / scenario.horizon.slotCount != station || slot.overlap(interval) == 0
        }
      }
  }

  // MARK: - Runs

  private func addRunsOfPins(_ draft: inout DistrictDraft, _ manner: Manner) -> Bool {
    var crewOf: [Int: Set<Int>] = [:]
    for pin in scenario.pins {
      if case .crew(let staff, let slot) = pin.demand { crewOf[slot, default: []].insert(staff) }
    }
    guard let stopsOf = slotsOfStops(draft, manner, first: Set(crewOf.keys)) else { return false }
    for slot in Set(crewOf.keys).union(stopsOf.keys).sorted() {
      let required = crewOf[slot] ?? []
      // The shortest duties hold their runs already.
      let present = manner == .worthMost ? [] : required
      guard let made = run(slot, stopsOf[slot] ?? [], draft, manner),
        let crew = crews.crew(of: slot, in: draft, required: required.subtracting(present), present: present),
        draft.addRun(made.run, money: made.money, crew: crew.map(\.duty))
      else { return false }
    }
    return true
  }

  /// The slot of each pinned stop: the first one of its day in which it fits; nil when one fits nowhere.
  /// - Parameter first: Slots that are tried before the others, because they have a run anyway.
  private func slotsOfStops(
    _ draft: DistrictDraft, _ manner: Manner, first: Set<Int>
  ) -> [Int: [(site: Int, kits: Int)]]? {
    var stopsOf: [Int: [(site: Int, kits: Int)]] = [:]
    for pin in scenario.pins {
      guard case .stop(let site, let day, let kits) = pin.demand else { continue }
      let own = scenario.delivery.slots.indices.filter { scenario.delivery.slots[$0].day == day }
      let order = manner == .worthMost ? own : own.filter(first.contains) + own.filter { !first.contains($0) }
      let want = (site: site, kits: max(1, kits))
      let slot = order.first { run($0, stopsOf[$0, default: []] + [want], draft, manner) != nil }
      guard let slot else { return nil }
      stopsOf[slot, default: []].append(want)
    }
    return stopsOf
  }

  private func run(
    _ slot: Int, _ wanted: [(site: Int, kits: Int)], _ draft: DistrictDraft, _ manner: Manner
  ) -> (run: Run, gain: Int, money: Money)? {
    guard limits.stopNow == nil else { return nil }
    return runs.run(
      slot: slot, after: draft.runs, wanted: wanted, money: draft.moneyLeft, isBare: manner == .bare)
  }

  // MARK: - Whole rosters

  private func addPinnedRosters(_ draft: inout DistrictDraft) -> Bool {
    let rosters = PinnedRosters(law: draft.law, limits: limits)
    for (staff, work) in PinnedWork.byStaff(scenario).enumerated() where !work.isEmpty {
      guard let duties = rosters.duties(of: staff, for: work, beside: draft.roster) else { return false }
      for duty in duties {
        guard draft.accepts(duty, allowsOvertime: true) else { return false }
        draft.add(duty)
      }
    }
    return true
  }

  // MARK: - Pinned work

  private struct Work {
    let station: Int
    let interval: Interval
  }

  private func addPinnedWork(_ draft: inout DistrictDraft) -> Bool {
    for staff in scenario.staff.indices {
      var byDay: [Int: [Work]] = [:]
      for pin in scenario.pins {
        guard case .work(staff, let station, let interval) = pin.demand, interval.length > 0 else { continue }
        let isKept = draft.roster.duties[staff].contains { covers($0, Work(station: station, interval: interval)) }
        if isKept { continue }
        byDay[scenario.horizon.day(of: interval.start), default: []].append(Work(station: station, interval: interval))
      }
      for day in byDay.keys.sorted() {
        guard let duty = duty(staff, day, byDay[day]!, draft) else { return false }
        draft.add(duty)
      }
    }
    return true
  }

  private func covers(_ duty: DutyCandidate, _ work: Work) -> Bool {
    duty.segments.contains { $0.place == .station(work.station) && $0.interval.contains(work.interval) }
  }

  /// The duty worth most that does all the pinned work, at the pinned stations alone where there is one: with all other stations there
  /// are a thousand times as many, and the search after this one looks at those.
  private func duty(_ staff: Int, _ day: Int, _ work: [Work], _ draft: DistrictDraft) -> DutyCandidate? {
    switch duty(staff, day, work, at: Set(work.map(\.station)), draft) {
    case .found(let duty): return duty
    // Where the pinned stations alone have too many, all have more.
    case .tooMany: return nil
    case .none:
      guard case .found(let duty) = duty(staff, day, work, at: nil, draft) else { return nil }
      return duty
    }
  }

  private enum Choice {
    case found(DutyCandidate)
    case none
    /// More duties than are looked at.
    case tooMany
  }

  /// An interval after midnight may belong to the duty of the day before.
  private func duty(
    _ staff: Int, _ day: Int, _ work: [Work], at stations: Set<Int>?, _ draft: DistrictDraft
  ) -> Choice {
    let enumerator = DutyEnumerator(
      rules: draft.law, runnable: scenario.delivery.slots.map { _ in false }, stations: stations, limits: limits)
    let span = scenario.contract(of: staff).maximumSpanMinutes
    guard let first = work.map(\.interval.start).min(), let last = work.map(\.interval.end).max(), last - span <= first
    else { return .none }
    var best: (duty: DutyCandidate, worth: Int)?
    for start in [day, day - 1] where (0..<scenario.horizon.days).contains(start) && best == nil {
      let duties = enumerator.candidates(
        staff: staff, day: start, limit: Self.enumerationLimit, starts: last - span...first)
      guard let duties else { return .tooMany }
      for duty in duties {
        guard work.allSatisfy({ covers(duty, $0) }), draft.accepts(duty, allowsOvertime: true) else { continue }
        let worth = duty.segments.flatMap { draft.stations.cells(of: $0) }.reduce(0) { $0 + draft.worths[$1] }
        if worth > best?.worth ?? .min { best = (duty, worth) }
      }
    }
    return best.map { .found($0.duty) } ?? .none
  }

  // MARK: - Numbers of staff

  /// Adds people until pinned numbers, least staff and needed skills hold in every slot; false when nobody can come.
  func complete(_ draft: inout DistrictDraft) -> Bool {
    let pinned = pinnedNumbers(draft)
    while let lack = firstLack(draft, pinned) {
      // Somebody for all of a pinned time before somebody for its first slot: whoever leaves in between may leave nobody to follow.
      let help =
        bestHelp(lack, pinnedSlots(lack, draft, pinned), draft) ?? bestHelp(lack, lack.slot..<lack.slot + 1, draft)
      guard limits.stopNow == nil, let (staff, offer) = help, draft.add(offer, staff: staff) else { return false }
    }
    return true
  }

  /// The slots from the lack on in which more people are pinned there than are present.
  private func pinnedSlots(_ lack: Lack, _ draft: DistrictDraft, _ pinned: [Int: Int]) -> Range<Int> {
    let base = lack.station * draft.stations.slotCount
    var end = lack.slot + 1
    while end < draft.stations.slotCount, let number = pinned[base + end], draft.stations.present[base + end] < number {
      end += 1
    }
    return lack.slot..<end
  }

  private struct Lack {
    let station: Int
    let slot: Int
    let skill: String?
  }

  private func pinnedNumbers(_ draft: DistrictDraft) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    let length = scenario.horizon.slotMinutes
    for pin in scenario.pins {
      guard case .staffed(let station, let interval, let count) = pin.demand else { continue }
      for slot in 0..<draft.stations.slotCount
      where Interval(slot * length, (slot + 1) * length).overlap(interval) > 0 {
        let cell = station * draft.stations.slotCount + slot
        numbers[cell] = max(numbers[cell] ?? 0, count)
      }
    }
    return numbers
  }

  private func firstLack(_ draft: DistrictDraft, _ pinned: [Int: Int]) -> Lack? {
    let carried = scenario.carriedNumbers
    for cell in draft.stations.present.indices {
      let present = draft.stations.present[cell]
      let station = cell / draft.stations.slotCount
      let place = scenario.stations[station]
      let least = max(pinned[cell] ?? 0, present > 0 ? place.minimumStaff : 0)
      let slot = cell % draft.stations.slotCount
      if present < least { return Lack(station: station, slot: slot, skill: nil) }
      guard present > 0, carried[cell] == 0, !place.neededSkills.isEmpty else { continue }
      let there = Set(staffPresent(draft, station, slot).flatMap { scenario.staff[$0].skills })
      if let skill = place.neededSkills.first(where: { !there.contains($0) }) {
        return Lack(station: station, slot: slot, skill: skill)
      }
    }
    return nil
  }

  private func staffPresent(_ draft: DistrictDraft, _ station: Int, _ slot: Int) -> [Int] {
    let interval = scenario.horizon.interval(ofSlot: slot)
    return draft.roster.all.filter { duty in
      duty.segments.contains { $0.place == .station(station) && $0.interval.contains(interval) }
    }.map(\.staff)
  }

  /// The person with most of the needed skills whose best duty over the slots leaves least to complete, then is worth most.
  private func bestHelp(_ lack: Lack, _ slots: Range<Int>, _ draft: DistrictDraft) -> (Int, DutyOffer)? {
    let day = lack.slot / scenario.horizon.slotsPerDay
    var best: (staff: Int, offer: DutyOffer, open: Int)?
    for staff in scenario.staff.indices {
      if let skill = lack.skill, !scenario.staff[staff].skills.contains(skill) { continue }
      for start in [day, day - 1] where (0..<scenario.horizon.days).contains(start) {
        let offer = offers.best(
          staff, day: start, roster: draft.roster, stations: draft.stations, worths: draft.worths,
          covering: (lack.station, slots))
        guard let offer, let duty = draft.duty(of: offer, staff: staff), draft.accepts(duty) else { continue }
        // A skill that nobody brings would have to be brought in every slot that the duty opens.
        let missing = scenario.stations[lack.station].neededSkills.count { !scenario.staff[staff].skills.contains($0) }
        let open = (isSingle(lack.station) ? 0 : freshCells(duty, draft)) + missing * draft.stations.slotCount
        let isBetter = best.map { (open, -offer.worth) < ($0.open, -$0.offer.worth) } ?? true
        if isBetter { best = (staff, offer, open) }
      }
    }
    return best.map { ($0.staff, $0.offer) }
  }

  private func isSingle(_ station: Int) -> Bool {
    scenario.stations[station].minimumStaff == 1 && scenario.stations[station].neededSkills.isEmpty
  }

  private func freshCells(_ duty: DutyCandidate, _ draft: DistrictDraft) -> Int {
    duty.segments.flatMap { draft.stations.cells(of: $0) }.count { draft.stations.present[$0] == 0 }
  }
}
