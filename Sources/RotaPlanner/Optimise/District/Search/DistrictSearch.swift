import Foundation

/// Improves a lawful plan by planning a few people anew: their duties are taken out, what a person is worth in each cell is read off
/// what is left, and each gets the best roster at these worths (the large neighbourhood search of Shaw 1998, with an exact insertion).
/// A change is kept when it helps, or by chance while the temperature is high (Kirkpatrick and others 1983). `SearchTeam` asks for
/// trials and says which of them to make.
final class DistrictSearch {
  /// A plan on the way.
  struct Snapshot {
    /// The objective less what no decision changes, in micro units.
    var objective: Int
    var rosters: [[DutyCandidate]]
    var runs: [Run]
    /// Visits served, by option of the service tables.
    var served: [Int32]
  }

  /// A proposal: whom to plan anew, with the runs there are then and whose crew changes.
  struct Proposal: Sendable {
    var people: [Int]
    var runs: [Run]
    /// Delivery slots of the people whose runs change.
    var crews: [Int: [Int]]
    /// The only day that is planned anew; nil: all.
    var day: Int?
  }

  /// A proposal that a trial found good enough.
  struct Move: Sendable {
    let proposal: Proposal
    /// The people's duties then, in the proposal's order.
    let rosters: [[DutyCandidate]]
    /// Most units that the objective may rise by.
    let allowed: Double
  }

  let scenario: Scenario
  let demand: DerivedDemand
  let service: ServiceState
  let runMaker: RunMaker
  let maker: RosterMaker
  /// People and delivery slots that no pin holds.
  let movable: [Int]
  let movableRuns: [Int]
  /// By person: movable people who share a station.
  let neighbours: [[Int]]
  private(set) var rosters: [[DutyCandidate]]
  private(set) var runs: [Run]
  private(set) var best: Snapshot
  private let seed: UInt64
  var random: SeededRandom
  /// How far worths are blurred in this step, and how far they are drawn towards `guide`, as shares.
  var noise = 0.0
  var pull = 0.0
  /// What the bound's multipliers say that a person is worth in a cell, in units; empty before they are known.
  var guide: [Double] = []

  private var prices: [Int]
  private var money: [Money]
  private var deliveryPrice = 0
  private var deliveryMoney = Money.zero
  private let worths: UnsafeMutablePointer<Double>

  init(_ draft: DistrictDraft, seed: UInt64) {
    let scenario = draft.scenario
    self.scenario = scenario
    demand = draft.demand
    let idle = DistrictDraft(scenario, demand: demand).plan().openings
    service = ServiceState(ServiceTables(scenario, demand: demand, openings: idle))
    let forms = scenario.staff.indices.map { staff in
      (0..<scenario.horizon.days).map { DayForm(staff: staff, day: $0, law: draft.law, runs: []) }
    }
    maker = RosterMaker(pricing: RosterPricing(law: draft.law, forms: forms))
    runMaker = RunMaker(scenario)
    rosters = draft.roster.duties
    runs = draft.runs.sorted { $0.slot < $1.slot }
    self.seed = seed
    random = SeededRandom(seed: seed)
    let pinned = PinnedParts(scenario, runs: draft.runs)
    movable = scenario.staff.indices.filter { !pinned.staff.contains($0) }
    movableRuns = scenario.delivery.slots.indices.filter { !pinned.runs.contains($0) }
    neighbours = DistrictSearch.neighbours(scenario, movable)
    let worthCount = service.tables.cellCount + scenario.delivery.slots.count
    worths = .allocate(capacity: worthCount)
    worths.update(repeating: RosterMaker.forbidden, count: worthCount)
    best = Snapshot(objective: .max, rosters: rosters, runs: runs, served: [])
    (prices, money) = ([], [])
    for staff in rosters.indices { place(staff) }
    service.settle()
    service.commit()
    prices = rosters.indices.map { maker.price($0, rosters[$0]) }
    money = rosters.indices.map { maker.money($0, rosters[$0]) }
    readDelivery(runs)
    keepBest()
  }

  deinit { worths.deallocate() }

  private static func neighbours(_ scenario: Scenario, _ movable: [Int]) -> [[Int]] {
    scenario.staff.indices.map { staff in
      movable.filter { other in
        other != staff
          && scenario.staff[other].allowedStations.contains(where: scenario.staff[staff].allowedStations.contains)
      }
    }
  }

  /// The objective less what no decision changes, in micro units.
  private var objective: Int { service.price + prices.reduce(0, +) + deliveryPrice }

  private func keepBest() {
    let now = objective
    guard now < best.objective else { return }
    best = Snapshot(objective: now, rosters: rosters, runs: runs, served: service.servedCounts)
  }

  // MARK: - People in cells

  /// The cells that a station segment covers.
  func cells(_ segment: Segment) -> Range<Int> {
    guard case .station(let station) = segment.place else { return 0..<0 }
    let horizon = scenario.horizon
    let base = station * horizon.slotCount
    return base + segment.interval.start / horizon.slotMinutes..<base + segment.interval.end / horizon.slotMinutes
  }

  private func cells(of staff: Int) -> [Range<Int>] { rosters[staff].flatMap(\.segments).map(cells) }

  private func place(_ staff: Int, _ day: Int? = nil) {
    for duty in rosters[staff] where day == nil || duty.day == day {
      for cell in duty.segments.map(cells).joined() { service.add(cell, skills: scenario.staff[staff].skills) }
    }
  }

  /// Takes the person's duties out: those of `day`, or all.
  private func lift(_ staff: Int, _ day: Int?) {
    let lifted = rosters[staff].filter { day == nil || $0.day == day }
    for cell in lifted.flatMap(\.segments).map(cells).joined() {
      service.remove(cell, skills: scenario.staff[staff].skills)
    }
    rosters[staff] = day == nil ? [] : rosters[staff].filter { $0.day != day }
  }

  /// The delivery slots in which the person is crew.
  func runSlots(of duties: [DutyCandidate]) -> [Int] {
    duties.flatMap(\.segments).compactMap { if case .run(let slot) = $0.place { slot } else { nil } }
  }

  // MARK: - One change

  /// What the step of that number would do at a temperature in units; nil when that is nothing, or not good enough. Leaves the plan as
  /// it is; the answer depends on the plan, the seed and the arguments only.
  func trial(_ step: Int, temperature: Double) -> Move? {
    random = SeededRandom(seed: seed, step: step)
    guard let proposal = proposal() else { return nil }
    let allowed = -temperature * log(max(random.unit(), .leastNormalMagnitude))
    let slots = proposal.people.map { proposal.crews[$0] ?? runSlots(of: rosters[$0]) }
    let before = Before(self, proposal.people)
    defer { takeBack(proposal.people, before) }
    let isGood = change(proposal, allowed, from: before) {
      planAnew(proposal.people[$0], slots: slots[$0], proposal.day)
    }
    let found = proposal.people.map { rosters[$0] }
    return isGood && found != before.rosters ? Move(proposal: proposal, rosters: found, allowed: allowed) : nil
  }

  /// Makes the move if it is still lawful and good enough; true when the plan has changed. Its people must not have changed since its trial.
  func make(_ move: Move, keepsBest: Bool) -> Bool {
    let proposal = move.proposal
    let before = Before(self, proposal.people)
    guard change(proposal, move.allowed, from: before, roster: { move.rosters[$0] }) else {
      takeBack(proposal.people, before)
      return false
    }
    service.commit()
    if !proposal.crews.isEmpty { runs = proposal.runs }
    if keepsBest { keepBest() }
    return true
  }

  /// Takes over the plan and the guide of another search of the same scenario; its best plan is not taken.
  func adopt(_ other: DistrictSearch) {
    service.adopt(other.service)
    (rosters, runs, prices, money) = (other.rosters, other.runs, other.prices, other.money)
    (deliveryPrice, deliveryMoney, guide) = (other.deliveryPrice, other.deliveryMoney, other.guide)
  }

  /// What a change can be taken back to.
  private struct Before {
    let objective: Int
    let rosters: [[DutyCandidate]]
    let prices: [Int]
    let money: [Money]
    let delivery: (price: Int, money: Money)

    init(_ search: DistrictSearch, _ people: [Int]) {
      objective = search.objective
      rosters = people.map { search.rosters[$0] }
      prices = people.map { search.prices[$0] }
      money = people.map { search.money[$0] }
      delivery = (search.deliveryPrice, search.deliveryMoney)
    }
  }

  private func takeBack(_ people: [Int], _ before: Before) {
    service.rollBack()
    for (index, staff) in people.enumerated() {
      (rosters[staff], prices[staff], money[staff]) = (before.rosters[index], before.prices[index], before.money[index])
    }
    (deliveryPrice, deliveryMoney) = before.delivery
  }

  /// Gives the people of the proposal, one by one, the roster that `roster` has for their position; true when all is lawful then and the
  /// objective has risen by `allowed` units at most.
  private func change(
    _ proposal: Proposal, _ allowed: Double, from before: Before, roster: (Int) -> [DutyCandidate]?
  ) -> Bool {
    let touched = proposal.people.flatMap(cells(of:))
    for staff in proposal.people { lift(staff, proposal.day) }
    service.settle()
    for (index, staff) in proposal.people.enumerated() {
      guard let roster = roster(index) else { return false }
      rosters[staff] = roster
      prices[staff] = maker.price(staff, roster)
      money[staff] = maker.money(staff, roster)
      place(staff, proposal.day)
      service.settle()
    }
    if !proposal.crews.isEmpty { readDelivery(proposal.runs) }
    return isAffordable && Double(objective - before.objective) / 1_000_000 <= allowed
      && (touched + proposal.people.flatMap(cells(of:))).joined().allSatisfy(service.isLawful)
  }

  /// The person's best roster as things stand; nil when it does not hold the runs it must.
  private func planAnew(_ staff: Int, slots: [Int], _ day: Int?) -> [DutyCandidate]? {
    readWorths(staff, slots, day)
    let roster =
      if let day {
        maker.roster(staff, anewOn: day, with: rosters[staff], worths: worths, runs: slots)
      } else {
        maker.roster(staff, worths: worths, runs: slots)
      }
    return runSlots(of: roster).sorted() == slots.sorted() ? roster : nil
  }

  private func readDelivery(_ runs: [Run]) {
    let account = PlanAccount.delivery(runs, scenario)
    (deliveryPrice, deliveryMoney) = (account.price.micro, account.money)
  }

  private var isAffordable: Bool {
    guard let budget = scenario.budget else { return true }
    return money.reduce(service.money + deliveryMoney, +) <= budget
  }

  private func readWorths(_ staff: Int, _ slots: [Int], _ day: Int?) {
    let skills = scenario.staff[staff].skills
    let forms = maker.pricing.forms[staff]
    for spot in (day.map { forms[$0].spots } ?? forms.flatMap(\.spots)) {
      for slot in spot.reach.indices where spot.reach[slot] > 0 {
        let worth = service.worth(
          spot.base + slot, skills: skills, forbidden: RosterMaker.forbidden, needed: RosterMaker.needed)
        worths[spot.base + slot] = worth > RosterMaker.forbidden ? judged(worth, spot.base + slot) : worth
      }
    }
    for run in scenario.delivery.slots.indices {
      worths[service.tables.cellCount + run] = slots.contains(run) ? 5 * RosterMaker.needed : RosterMaker.forbidden
    }
  }

  /// A worth as this step sees it: where nobody is, it may follow the bound's multipliers, which know what the cell is worth to all people
  /// together; and it may be blurred.
  private func judged(_ worth: Double, _ cell: Int) -> Double {
    let isFree = pull > 0 && worth < RosterMaker.needed / 2 && service.present(cell) == 0
    let seen = isFree ? worth + pull * (guide[cell] - worth) : worth
    return noise > 0 ? seen * (1 + noise * (random.unit() - 0.5)) : seen
  }
}
