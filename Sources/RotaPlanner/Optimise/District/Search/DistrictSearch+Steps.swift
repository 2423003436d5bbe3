extension DistrictSearch {
  /// Most people planned anew in one step: for the whole horizon, for two days and for one day.
  private static let mostPeople = 3
  private static let mostOnTwoDays = 3
  private static let mostOnADay = 5
  /// Steps of a hundred that plan two days anew.
  private static let pairSteps = 25
  /// Steps of a hundred among the others that plan one day anew.
  private static let daySteps = 90
  /// Steps of one day of a hundred that plan a chain of people anew.
  private static let chainSteps = 80
  /// How often worths are blurred, and by how much at most: what is best for one person alone is seldom best for all.
  private static let noiseShare = 0.7
  private static let mostNoise = 0.5
  /// The same for following the bound's multipliers.
  private static let pullShare = 0.5
  private static let mostPull = 0.5
  /// Steps of a hundred that may open a station which needs several people, where there is one.
  private static let jointSteps = 15
  /// Steps of a hundred that change a run, and those of them that plan only its day anew.
  private static let runSteps = 4
  private static let runDaySteps = 80

  /// Something to try, by chance; nil when chance finds nothing.
  func proposal() -> Proposal? {
    (noise, pull) = (0, 0)
    maker.pricing.yuan = scenario.weights.yuan.units + budgetPrice
    if !movableRuns.isEmpty, random.below(100) < Self.runSteps { return runProposal() }
    guard !movable.isEmpty else { return nil }
    if random.below(100) < Self.pairSteps { return pairProposal() }
    let isDay = random.below(100) < Self.daySteps
    let day = isDay ? random.below(scenario.horizon.days) : nil
    if !shared.isEmpty, random.below(100) < Self.jointSteps { return jointProposal(day) }
    let people =
      if let day, random.below(100) < Self.chainSteps {
        chain(at: day, from: movable[random.below(movable.count)])
      } else {
        group(at: day, most: isDay ? Self.mostOnADay : Self.mostPeople)
      }
    guard !people.isEmpty else { return nil }
    blur()
    pullTowardsGuide()
    return Proposal(people: people, runs: runs, crews: [:], days: day.map { [$0] } ?? [])
  }

  private func blur() { noise = random.unit() < Self.noiseShare ? Self.mostNoise * random.unit() : 0 }

  private func pullTowardsGuide() {
    pull = !guide.isEmpty && random.unit() < Self.pullShare ? Self.mostPull * random.unit() : 0
  }

  /// People who may open a station together, and others who may take their places.
  private func jointProposal(_ day: Int?) -> Proposal? {
    let (station, able) = shared[random.below(shared.count)]
    var free = able.filter { staff in day.map { maker.pricing.forms[staff][$0].count > 0 } ?? true }
    let needed = max(2, scenario.stations[station].minimumStaff)
    guard free.count >= needed else { return nil }
    free.shuffle(using: &random)
    var people = Array(free.prefix(needed))
    for staff in people {
      guard let day else { break }
      for other in chain(at: day, from: staff).prefix(2) where !people.contains(other) { people.append(other) }
    }
    blur()
    return Proposal(people: people, runs: runs, crews: [:], days: day.map { [$0] } ?? [], opening: station)
  }

  /// Two days of a person and perhaps of others, so that hours can go from one day to another.
  private func pairProposal() -> Proposal? {
    let first = movable[random.below(movable.count)]
    let open = maker.pricing.forms[first].filter { $0.count > 0 }.map(\.day)
    guard open.count > 1 else { return nil }
    let day = open[random.below(open.count)]
    let other = open[random.below(open.count)]
    guard day != other else { return nil }
    let people = Array(chain(at: day, from: first).prefix(1 + random.below(Self.mostOnTwoDays)))
    blur()
    pullTowardsGuide()
    return Proposal(people: people, runs: runs, crews: [:], days: [min(day, other), max(day, other)])
  }

  /// A person and people each of whom works on the day where the one before could work, so that each may take the place of the next;
  /// empty when the person cannot work on the day.
  private func chain(at day: Int, from first: Int) -> [Int] {
    guard maker.pricing.forms[first][day].count > 0 else { return [] }
    var people = [first]
    var last = first
    for _ in 0..<random.below(Self.mostOnADay) {
      let stations = scenario.staff[last].allowedStations
      guard !stations.isEmpty else { break }
      let place = Place.station(stations[random.below(stations.count)])
      let there = neighbours[last].filter { !people.contains($0) && works($0, at: place, on: day) }
      guard !there.isEmpty else { continue }
      last = there[random.below(there.count)]
      people.append(last)
    }
    return people
  }

  private func works(_ staff: Int, at place: Place, on day: Int) -> Bool {
    rosters[staff].contains { $0.day == day && $0.segments.contains { $0.place == place } }
  }

  /// A person and some of the neighbours, in any order; with a day only those who could work on it.
  private func group(at day: Int?, most: Int) -> [Int] {
    func isFree(_ staff: Int) -> Bool { day.map { maker.pricing.forms[staff][$0].count > 0 } ?? true }
    let first = movable[random.below(movable.count)]
    guard isFree(first) else { return [] }
    var people = [first]
    let near = neighbours[first].filter(isFree)
    for _ in 0..<(near.isEmpty ? 0 : random.below(most)) {
      let other = near[random.below(near.count)]
      if !people.contains(other) { people.append(other) }
    }
    people.shuffle(using: &random)
    return people
  }

  /// Drops a run, or makes it anew with another crew.
  private func runProposal() -> Proposal? {
    let slot = movableRuns[random.below(movableRuns.count)]
    let crew = rosters.indices.filter { rosters[$0].runSlots.contains(slot) }
    guard crew.allSatisfy(movable.contains) else { return nil }
    let others = runs.filter { $0.slot != slot }
    var next: [Int] = []
    var newRuns = others
    if crew.isEmpty || random.below(2) == 0 {
      guard let made = runMaker.run(slot: slot, after: others, wanted: [], money: nil),
        let found = crewProposal(slot, now: crew)
      else { return nil }
      next = found
      newRuns = (others + [made.run]).sorted { $0.slot < $1.slot }
    }
    var crews: [Int: [Int]] = [:]
    for staff in crew + next {
      crews[staff] = rosters[staff].runSlots.filter { $0 != slot } + (next.contains(staff) ? [slot] : [])
    }
    let isDay = random.below(100) < Self.runDaySteps
    let day = isDay ? scenario.delivery.slots[slot].day : nil
    let people = withOthersBeside(Set(crew + next).sorted(), day)
    return Proposal(people: people, runs: newRuns, crews: crews, days: day.map { [$0] } ?? [])
  }

  /// These people and others who make room for the hours that become free, or take over what nobody does now.
  private func withOthersBeside(_ crew: [Int], _ day: Int?) -> [Int] {
    var people = crew
    for staff in crew {
      let others =
        if let day {
          chain(at: day, from: staff)
        } else if neighbours[staff].isEmpty {
          [Int]()
        } else {
          (0..<random.below(Self.mostPeople)).map { _ in neighbours[staff][random.below(neighbours[staff].count)] }
        }
      for other in others where !people.contains(other) { people.append(other) }
    }
    if day == nil || random.below(2) == 0 { people.shuffle(using: &random) }
    return people
  }

  /// A driver and others by chance, among those who could come; whether they can, their rosters tell.
  private func crewProposal(_ slot: Int, now crew: [Int]) -> [Int]? {
    let delivery = scenario.delivery
    let able = movable.filter { staff in
      let person = scenario.staff[staff]
      guard person.mayDeliver, person.available.covers(delivery.slots[slot].interval) else { return false }
      return crew.contains(staff)
        || !rosters[staff].runSlots.contains { delivery.slots[$0].day == delivery.slots[slot].day }
    }
    let drivers = able.filter { delivery.driverSkill.map(scenario.staff[$0].skills.contains) ?? true }
    guard !drivers.isEmpty, able.count >= delivery.crewSize, delivery.crewSize > 0 else { return nil }
    var next = [drivers[random.below(drivers.count)]]
    while next.count < delivery.crewSize {
      let other = able[random.below(able.count)]
      if !next.contains(other) { next.append(other) }
    }
    return next
  }

  /// The best plan found, with its duties.
  func bestPlan() -> (plan: Plan, duties: [DutyCandidate]) { plan(of: best) }

  /// A plan on the way, with its duties.
  func plan(of snapshot: Snapshot) -> (plan: Plan, duties: [DutyCandidate]) {
    let tables = service.tables
    var present = scenario.carriedNumbers
    let duties = snapshot.rosters.flatMap { $0 }
    for cell in duties.flatMap(\.segments).lazy.flatMap(cells) { present[cell] += 1 }
    let served = tables.options.indices.filter { snapshot.served[$0] > 0 }.map { number in
      let option = tables.options[number]
      return ServedVisits(
        item: Int(option.item), station: Int(option.cell) / tables.slotCount, slot: Int(option.cell) % tables.slotCount,
        count: Int(snapshot.served[number]))
    }
    let openings = scenario.stations.indices.map { station in
      (0..<tables.slotCount).map { slot -> Opening in
        let cell = station * tables.slotCount + slot
        return present[cell] > 0 ? .staffed : tables.isSelfService[cell] ? .selfService : .closed
      }
    }
    let plan = Plan(
      openings: openings,
      duties: duties.map(\.duty).sorted { ($0.span.start, $0.staff) < ($1.span.start, $1.staff) }, served: served,
      runs: snapshot.runs)
    return (plan, duties)
  }
}
