import RotaEngine

/// Builds a lawful plan step by step, always the duty next that is worth most: pins, then runs, then stations that want several
/// people at once, then everything else. No step is taken back, except a team that cannot be completed.
struct DistrictPlanner: Sendable {
  private let scenario: Scenario
  private let demand: DerivedDemand
  private let offers: OfferFinder
  private let runs: RunMaker
  private let crews: CrewFinder
  /// A person in a crew is away from the stations. This part of what the day's best duty was worth counts as lost, because somebody
  /// else may take it, or the person may work another day instead.
  private static let lostShare = 0.6
  /// By delivery slot.
  private let runnable: [Bool]
  private let limits: SolveLimits

  init(_ scenario: Scenario, demand: DerivedDemand, limits: SolveLimits = .none) {
    let law = DutyLaw(scenario)
    self.scenario = scenario
    self.demand = demand
    self.limits = limits
    offers = OfferFinder(law: law)
    runs = RunMaker(scenario)
    runnable = runs.runnable
    crews = CrewFinder(law: law, offers: offers, runnable: runnable, limits: limits)
  }

  /// The plan as a draft; nil when the pins could not be kept this way, which does not mean that they clash.
  func draft() -> DistrictDraft? {
    let pins = PinKeeper(scenario, offers: offers, runs: runs, crews: crews, limits: limits)
    guard var draft = pinned() else { return nil }
    addRuns(&draft)
    addTeams(&draft, pins)
    addDuties(&draft)
    return draft
  }

  /// A draft that keeps the pins and holds little else; nil when no manner of keeping them comes off.
  private func pinned() -> DistrictDraft? {
    for manner in PinKeeper.Manner.allCases {
      // What is worth most may take long on a fine grid; the others are quick and need their time.
      let limits = manner == .worthMost ? self.limits.part(Self.partForWorth) : self.limits
      let crews = CrewFinder(law: crews.law, offers: offers, runnable: runnable, limits: limits)
      let pins = PinKeeper(scenario, offers: offers, runs: runs, crews: crews, limits: limits)
      let isFirst = manner == .worthMost
      var draft = DistrictDraft(scenario, demand: demand, opensSelfService: isFirst)
      guard pins.keep(in: &draft, manner) else { continue }
      if !isFirst { draft.openSelfService() }
      return draft
    }
    return nil
  }
  /// The part of the time left that the first manner of keeping pins may take.
  private static let partForWorth = 0.2

  /// A draft that goes on from a lawful plan; nil when its duties are not lawful by themselves.
  func draft(from plan: Plan) -> DistrictDraft? {
    var draft = DistrictDraft(scenario, demand: demand, opensSelfService: false)
    for duty in plan.duties {
      guard let candidate = draft.law.candidate(staff: duty.staff, segments: duty.segments) else { return nil }
      draft.add(candidate)
    }
    draft.adopt(plan.runs)
    draft.openSelfService()
    addDuties(&draft)
    return draft
  }

  // MARK: - Runs

  private func addRuns(_ draft: inout DistrictDraft) {
    // The stations want their part of a short time.
    let limits = limits.part(Self.partForRuns)
    for slot in scenario.delivery.slots.indices where !draft.runs.contains(where: { $0.slot == slot }) {
      if limits.stopNow != nil { return }
      guard let made = runs.run(slot: slot, after: draft.runs, wanted: [], money: draft.moneyLeft),
        let crew = crews.crew(of: slot, in: draft, required: [])
      else { continue }
      let loss = crew.reduce(0.0) { $0 + Double($1.loss) } * Self.lostShare
      guard Double(made.gain) > loss else { continue }
      var next = draft
      guard next.addRun(made.run, money: made.money, crew: crew.map(\.duty)) else { continue }
      draft = next
    }
  }

  /// The part of the time left that runs may take.
  private static let partForRuns = 0.3

  // MARK: - Stations with teams

  private func addTeams(_ draft: inout DistrictDraft, _ pins: PinKeeper) {
    for station in scenario.stations.indices where needsTeam(station) {
      for day in 0..<scenario.horizon.days {
        if limits.stopNow != nil { return }
        guard let (staff, offer) = bestLead(station, day, draft) else { continue }
        var next = draft
        guard next.add(offer, staff: staff), pins.complete(&next) else { continue }
        draft = next
      }
    }
  }

  private func needsTeam(_ station: Int) -> Bool {
    let place = scenario.stations[station]
    let skilled = scenario.staff.contains { place.neededSkills.allSatisfy($0.skills.contains) }
    return place.minimumStaff > 1 || !skilled
  }

  private func bestLead(_ station: Int, _ day: Int, _ draft: DistrictDraft) -> (Int, DutyOffer)? {
    var best: (staff: Int, offer: DutyOffer)?
    for staff in scenario.staff.indices {
      let offer = offers.best(
        staff, day: day, roster: draft.roster, stations: draft.stations, worths: draft.worths, asLeadAt: station)
      if let offer, offer.worth > best?.offer.worth ?? 0 { best = (staff, offer) }
    }
    return best
  }

  // MARK: - Everything else

  /// Lazy greedy: worths mostly fall as the plan fills, so only the best offer needs to be looked at again before it is taken.
  private func addDuties(_ draft: inout DistrictDraft) {
    var board = OfferBoard(scenario, offers.stations)
    while let (staff, day) = board.next() {
      if limits.stopNow != nil { return }
      let offer = offers.best(
        staff, day: day, roster: draft.roster, stations: draft.stations, worths: draft.worths)
      guard board.confirm(offer, staff, day), let offer else { continue }
      guard let duty = draft.duty(of: offer, staff: staff), draft.accepts(duty) else {
        board.close(staff, day)
        continue
      }
      let changed = draft.add(duty)
      board.close(staff, day)
      board.reopen(staff)
      for station in changed { board.reopen(station: station, near: day) }
    }
  }
}

extension DistrictDraft {
  /// The offer as a lawful duty.
  func duty(of offer: DutyOffer, staff: Int) -> DutyCandidate? {
    law.candidate(
      staff: staff,
      segments: offer.template.segments(
        station: offer.station, start: offer.start, slotMinutes: scenario.horizon.slotMinutes))
  }

  /// Adds the offer when it is lawful.
  mutating func add(_ offer: DutyOffer, staff: Int) -> Bool {
    guard let duty = duty(of: offer, staff: staff), accepts(duty) else { return false }
    add(duty)
    return true
  }

  /// Takes over runs whose crews are in the draft already.
  mutating func adopt(_ runs: [Run]) {
    self.runs = runs
    for run in runs {
      let vehicle = scenario.delivery.vehicles[scenario.delivery.slots[run.slot].vehicle]
      let kits = run.stops.flatMap(\.kits).reduce(Money.zero) {
        $0 + scenario.delivery.goods[$1.goods].unitCost * $1.count
      }
      moneyLeft = moneyLeft.map { $0 - vehicle.costPerMetre * run.metres(in: scenario.delivery) - kits }
    }
  }

  /// Adds a run with its crew; false when money does not reach.
  mutating func addRun(_ run: Run, money: Money, crew: [DutyCandidate]) -> Bool {
    moneyLeft = moneyLeft.map { $0 - money }
    for duty in crew {
      guard accepts(duty) else { return false }
      add(duty)
    }
    runs.append(run)
    return moneyLeft.map { $0 >= .zero } ?? true
  }
}
