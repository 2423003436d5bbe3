import Foundation
import RotaEngine

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
    /// The one or two days that are planned anew; empty: all.
    var days: [Int]
    /// A station that several people are needed to open: the first person may begin there for the others to join.
    var opening: Int?
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
  /// Movable people who share a station.
  let neighbours: Neighbours
  /// Stations that need several people at once, with the movable people who may work there.
  let shared: [(station: Int, people: [Int])]
  var rosters: [[DutyCandidate]]
  var runs: [Run]
  private(set) var best: Snapshot
  let seed: UInt64
  var random: SeededRandom
  /// How far worths are blurred in this step, and how far they are drawn towards `guide`, as shares.
  var noise = 0.0
  var pull = 0.0
  /// What the bound's multipliers say that a person is worth in a cell, in units; empty before they are known.
  var guide: [Double] = []
  /// What the bound's multipliers say that a yuan of the budget is worth besides, in units.
  var budgetPrice = 0.0

  var prices: [Int]
  var money: [Money]
  var deliveryPrice = 0
  var deliveryMoney = Money.zero
  let worths: UnsafeMutablePointer<Double>

  /// Nil when `limits` end before everything is set up.
  init?(_ draft: DistrictDraft, seed: UInt64, limits: SolveLimits = .none) {
    let scenario = draft.scenario
    self.scenario = scenario
    demand = draft.demand
    service = ServiceState(ServiceTables(scenario, demand: demand, openings: draft.stations.idleOpenings))
    let tables = PlaceTables(draft.law)
    let forms = scenario.staff.indices.map { staff in
      limits.stopNow != nil
        ? [] : (0..<scenario.horizon.days).map { DayForm(staff: staff, day: $0, tables: tables, runs: []) }
    }
    if limits.stopNow != nil { return nil }
    maker = RosterMaker(law: draft.law, forms: forms)
    maker.limits = limits
    runMaker = RunMaker(scenario)
    rosters = draft.roster.duties
    runs = draft.runs.sorted { $0.slot < $1.slot }
    self.seed = seed
    random = SeededRandom(seed: seed)
    let pinned = PinnedParts(scenario, runs: draft.runs)
    movable = scenario.staff.indices.filter { !pinned.staff.contains($0) }
    movableRuns = scenario.delivery.slots.indices.filter { !pinned.runs.contains($0) }
    neighbours = Neighbours(scenario, movable)
    shared = DistrictSearch.sharedStations(scenario, movable)
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

  /// A search of the same scenario that stands where `other` does; what never changes they share.
  init(beside other: DistrictSearch) {
    (scenario, demand, runMaker, seed) = (other.scenario, other.demand, other.runMaker, other.seed)
    (movable, movableRuns, neighbours, shared) = (other.movable, other.movableRuns, other.neighbours, other.shared)
    service = ServiceState(other.service.tables)
    maker = RosterMaker(law: other.maker.pricing.law, forms: other.maker.pricing.forms)
    maker.limits = other.maker.limits
    random = SeededRandom(seed: seed)
    (rosters, runs, best, prices, money) = (other.rosters, other.runs, other.best, other.prices, other.money)
    let worthCount = service.tables.cellCount + scenario.delivery.slots.count
    worths = .allocate(capacity: worthCount)
    worths.update(repeating: RosterMaker.forbidden, count: worthCount)
    adopt(other)
  }

  deinit { worths.deallocate() }

  private static func sharedStations(_ scenario: Scenario, _ movable: [Int]) -> [(station: Int, people: [Int])] {
    scenario.stations.indices.compactMap { station in
      let (least, skills) = (scenario.stations[station].minimumStaff, scenario.stations[station].neededSkills.count)
      guard max(least, skills) > 1 else { return nil }
      let able = movable.filter { scenario.staff[$0].mayServe(at: station) }
      return able.count >= max(2, least) ? (station, able) : nil
    }
  }

  /// The objective less what no decision changes, in micro units.
  var objective: Int { service.price + prices.reduce(0, +) + deliveryPrice }

  func keepBest() {
    if objective < best.objective { best = snapshot }
  }

  /// The plan as it stands.
  var snapshot: Snapshot {
    Snapshot(objective: objective, rosters: rosters, runs: runs, served: service.servedCounts)
  }

  // MARK: - People in cells

  /// The cells that a station segment covers.
  func cells(_ segment: Segment) -> Range<Int> { scenario.horizon.cells(of: segment) }

  func cells(of staff: Int) -> [Range<Int>] { rosters[staff].flatMap(\.segments).map(cells) }

  func place(_ staff: Int, _ days: [Int] = []) {
    for duty in rosters[staff] where days.isEmpty || days.contains(duty.day) {
      for cell in duty.segments.map(cells).joined() { service.add(cell, skills: scenario.staff[staff].skills) }
    }
  }

  /// Takes the person's duties out: those of the days, or all.
  func lift(_ staff: Int, _ days: [Int]) {
    let lifted = rosters[staff].filter { days.isEmpty || days.contains($0.day) }
    for cell in lifted.flatMap(\.segments).map(cells).joined() {
      service.remove(cell, skills: scenario.staff[staff].skills)
    }
    rosters[staff] = days.isEmpty ? [] : rosters[staff].filter { !days.contains($0.day) }
  }
}
