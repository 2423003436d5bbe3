import RotaEngine

/// Finds the crew of a run: for each person the best duty that holds the run, alone or with service at a station before or after.
struct CrewFinder: Sendable {
  private let enumerator: DutyEnumerator
  private let offers: OfferFinder
  private let scenario: Scenario
  /// When to give up.
  private let limits: SolveLimits

  /// The law of single duties.
  var law: DutyLaw { enumerator.rules }

  init(law: DutyLaw, offers: OfferFinder, runnable: [Bool], limits: SolveLimits) {
    enumerator = DutyEnumerator(rules: law, runnable: runnable)
    self.limits = limits
    scenario = law.scenario
    self.offers = offers
  }

  /// One possible member of a crew.
  struct Member: Sendable {
    let duty: DutyCandidate
    /// Worth of the day's best other duty less the worth of this one's stations, in micro units.
    let loss: Int
  }

  /// The crew that loses least elsewhere, chosen one by one so that each fits what the others serve besides; nil when there are not
  /// enough people or no driver, or time is up. Those of `required` must be in it; those of `present` are, by duties of the draft, and
  /// are not listed again.
  func crew(
    of slot: Int, in draft: DistrictDraft, required: Set<Int>, present: Set<Int> = []
  ) -> [Member]? {
    var draft = draft
    var crew: [Member] = []
    for staff in required.sorted() {
      guard let member = member(staff, slot, draft) else { return nil }
      crew.append(member)
      draft.add(member.duty)
    }
    var staff: Set<Int> { present.union(crew.map(\.duty.staff)) }
    while staff.count < scenario.delivery.crewSize {
      let taken = staff
      let wantsDriver = !taken.contains(where: isDriver)
      let best = candidates(slot, draft) { !taken.contains($0) && (!wantsDriver || isDriver($0)) }
        .compactMap { member($0, slot, draft) }
        .min { ($0.loss, $0.duty.staff) < ($1.loss, $1.duty.staff) }
      guard let best else { return nil }
      crew.append(best)
      draft.add(best.duty)
    }
    let all = staff
    return !all.isEmpty && all.count == scenario.delivery.crewSize && all.contains(where: isDriver) ? crew : nil
  }

  private func isDriver(_ staff: Int) -> Bool {
    guard let skill = scenario.delivery.driverSkill else { return true }
    return scenario.staff[staff].skills.contains(skill)
  }

  /// Most people whose duties are looked at for a place in a crew.
  private static let mostCandidates = 48

  /// Those of `isMeant` who could go in the slot; of many, those who may work longest besides.
  private func candidates(_ slot: Int, _ draft: DistrictDraft, isMeant: (Int) -> Bool) -> [Int] {
    let all = scenario.staff.indices.filter { isMeant($0) && isFree($0, slot, draft) }
    guard all.count > Self.mostCandidates else { return all }
    let day = day(of: slot)
    return all.map { (-draft.roster.mostPaid($0, day: day), $0) }.sorted(by: <).prefix(Self.mostCandidates).map(\.1)
  }

  private func isFree(_ staff: Int, _ slot: Int, _ draft: DistrictDraft) -> Bool {
    let (day, interval) = (day(of: slot), scenario.delivery.slots[slot].interval)
    return scenario.staff[staff].mayDeliver && !draft.roster.hasDuty(staff, on: day)
      && scenario.staff[staff].available.covers(interval) && draft.roster.room(staff, day: day).contains(interval)
  }

  private func day(of slot: Int) -> Int { scenario.horizon.day(of: scenario.delivery.slots[slot].interval.start) }

  private func member(_ staff: Int, _ slot: Int, _ draft: DistrictDraft) -> Member? {
    guard limits.stopNow == nil, isFree(staff, slot, draft) else { return nil }
    let day = day(of: slot)
    guard let best = bestDuty(staff, slot, draft) else { return nil }
    let other = offers.best(staff, day: day, roster: draft.roster, stations: draft.stations, worths: draft.worths)
    return Member(duty: best.duty, loss: (other?.worth ?? 0) - best.worth)
  }

  /// The best duty that holds the run; among equals the run alone, then that with the first station. Stations that promise most are looked
  /// at first, so that most of many need no look.
  private func bestDuty(_ staff: Int, _ slot: Int, _ draft: DistrictDraft) -> (duty: DutyCandidate, worth: Int)? {
    let run = Segment(place: .run(slot), interval: scenario.delivery.slots[slot].interval)
    let bonus = scenario.staff[staff].wishes.reduce(0) { $0 + $1.weight.micro }
    let promises = offers.stations.of(staff).map { station in
      (promise: promise(of: station, beside: run, staff, draft) + bonus, station: station)
    }.sorted { ($1.promise, $0.station) < ($0.promise, $1.station) }
    var best: (duty: DutyCandidate, worth: Int, station: Int)?
    func look(_ forms: [[Segment]], at station: Int) {
      for segments in forms {
        guard let duty = draft.law.candidate(staff: staff, segments: segments) else { continue }
        let worth = worth(of: duty, draft)
        let isBetter = best.map { worth > $0.worth || (worth == $0.worth && station < $0.station) } ?? true
        if isBetter, isStationLawful(duty, draft), draft.accepts(duty) { best = (duty, worth, station) }
      }
    }
    look([[run]], at: -1)
    for (promise, station) in promises {
      if let best, promise < best.worth { break }
      look(forms(staff, run, station), at: station)
    }
    return best.map { ($0.duty, $0.worth) }
  }

  /// At least what any service at the station right after the run or right before it is worth, in micro units.
  private func promise(of station: Int, beside run: Segment, _ staff: Int, _ draft: DistrictDraft) -> Int {
    let (length, slots) = (scenario.horizon.slotMinutes, draft.stations.slotCount)
    let travel = enumerator.rules.travel(from: .station(station), to: run.place)
    let count = max(1, longest(staff, beside: run, travel: travel) / length)
    let (after, before) = ((run.interval.end + travel) / length, (run.interval.start - travel) / length)
    func most(_ range: some Sequence<Int>) -> Int {
      var (sum, most) = (0, 0)
      for slot in range {
        sum += draft.worths[station * slots + slot]
        most = max(most, sum)
      }
      return most
    }
    let later = after..<max(after, min(slots, after + count))
    let earlier = max(0, before - count)..<max(0, before)
    return max(most(later), most(earlier.reversed()))
  }

  /// Most minutes at a station beside the run.
  private func longest(_ staff: Int, beside run: Segment, travel: Minutes) -> Minutes {
    enumerator.rules.mostWorked(scenario.contract(of: staff)) - run.interval.length - travel
  }

  /// The duties with the run and service at the station after it or before it.
  private func forms(_ staff: Int, _ run: Segment, _ station: Int) -> [[Segment]] {
    let place = Place.station(station)
    let travel = enumerator.rules.travel(from: place, to: run.place)
    let longest = longest(staff, beside: run, travel: travel)
    var forms = enumerator.segments(staff: staff, at: place, start: run.interval.end + travel, longest: longest)
      .map { [run, $0] }
    let step = scenario.horizon.slotMinutes
    for length in stride(from: step, through: max(step, longest), by: step) {
      let end = run.interval.start - travel
      guard end - length >= 0 else { break }
      let before = Segment(place: place, interval: Interval(end - length, end))
      if enumerator.rules.allows(before, staff: staff) { forms.append([before, run]) }
    }
    return forms
  }

  private func worth(of duty: DutyCandidate, _ draft: DistrictDraft) -> Int {
    let gained = duty.segments.flatMap { draft.stations.cells(of: $0) }.reduce(0) { $0 + draft.worths[$1] }
    let pay = Double(duty.pay.milliFen) * scenario.weights.yuan.units * 10
    return gained - duty.wishes.micro - duty.away.micro - Int(pay)
  }

  /// Whether nobody is left below a station's least staff or without a needed skill.
  private func isStationLawful(_ duty: DutyCandidate, _ draft: DistrictDraft) -> Bool {
    duty.segments.allSatisfy { segment in
      guard case .station(let station) = segment.place else { return true }
      let place = scenario.stations[station]
      let isAlone =
        place.minimumStaff == 1 && place.neededSkills.allSatisfy(scenario.staff[duty.staff].skills.contains)
      return isAlone || draft.stations.cells(of: segment).allSatisfy { draft.stations.present[$0] > 0 }
    }
  }
}
