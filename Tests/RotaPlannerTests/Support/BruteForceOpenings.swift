@testable import RotaPlanner

/// Every choice of self-service slots around a rota, each with the best visits that fit.
struct BruteForceOpenings {
  private struct Cell: Hashable {
    let station: Int
    let slot: Int
  }

  private let force: BruteForce
  private let scenario: Scenario
  /// Where self-service is lawful.
  private let selfService: [Cell]
  private var parts: [Cell: [Opening: BruteForce.Part]] = [:]
  private var known: [[Int]: (served: [ServedVisits], micro: Int)] = [:]

  init(_ force: BruteForce) {
    self.force = force
    scenario = force.scenario
    let cells = force.scenario.stations.indices.flatMap { station in
      (0..<force.scenario.horizon.slotCount).map { Cell(station: station, slot: $0) }
    }
    selfService = cells.filter { cell in
      let interval = force.scenario.horizon.interval(ofSlot: cell.slot)
      guard force.scenario.stations[cell.station].selfServiceHours.covers(interval) else { return false }
      let plan = force.plan(openings: Self.closed(force.scenario, but: cell, .selfService))
      return force.breaches(plan, of: [.r19, .r29]).allSatisfy { $0.kind != .pinClosed && $0.rule != .r19 }
    }
  }

  /// All openings for the rota, with their served visits and price.
  mutating func choices(
    for duties: [Duty]
  ) -> [(openings: [[Opening]], served: [ServedVisits], part: BruteForce.Part)] {
    let staffed = Self.staffedOnly(duties, scenario)
    var choices = [staffed]
    for cell in selfService where staffed[cell.station][cell.slot] == .closed {
      choices += choices.map { openings in
        var open = openings
        open[cell.station][cell.slot] = .selfService
        return open
      }
    }
    return choices.map { openings in
      let context = CheckContext(scenario, demand: force.demand, plan: force.plan(openings: openings, duties: duties))
      let visits = visits(context)
      let days = context.o12() + context.o13()
      return (openings, visits.served, price(openings) + BruteForce.Part(micro: days - visits.micro, money: 0))
    }
  }

  /// Staffed where somebody is present, closed elsewhere.
  static func staffedOnly(_ duties: [Duty], _ scenario: Scenario) -> [[Opening]] {
    var openings = Plan.empty(for: scenario).openings
    for segment in duties.flatMap(\.segments) {
      guard case .station(let station) = segment.place else { continue }
      for slot in openings[station].indices
      where segment.interval.contains(scenario.horizon.interval(ofSlot: slot)) { openings[station][slot] = .staffed }
    }
    return openings
  }

  private static func closed(_ scenario: Scenario, but cell: Cell, _ opening: Opening) -> [[Opening]] {
    var openings = Plan.empty(for: scenario).openings
    openings[cell.station][cell.slot] = opening
    return openings
  }

  private mutating func price(_ openings: [[Opening]]) -> BruteForce.Part {
    var sum = BruteForce.Part(micro: 0, money: 0)
    for station in openings.indices {
      for slot in openings[station].indices where openings[station][slot] != .closed {
        let cell = Cell(station: station, slot: slot)
        let opening = openings[station][slot]
        if let part = parts[cell]?[opening] {
          sum = sum + part
        } else {
          let part = force.part(force.plan(openings: Self.closed(scenario, but: cell, opening)))
          parts[cell, default: [:]][opening] = part
          sum = sum + part
        }
      }
    }
    return sum
  }

  // MARK: - Visits

  /// The visits of most weight that fit, and their weight: they depend on the openings and on how many people are where.
  private mutating func visits(
    _ context: CheckContext
  ) -> (served: [ServedVisits], micro: Int) {
    let rates = context.stations.flatMap { view in view.openings.indices.map(view.arrivalCapacity) }
    let seats = context.stations.flatMap { view in view.openings.indices.map(view.seatCapacity) }
    if let known = known[rates + seats] { return known }
    var search = VisitSearch(force.demand, scenario.horizon, rates: rates, seats: seats)
    search.run()
    let found = (search.best.served, search.best.micro)
    known[rates + seats] = found
    return found
  }
}

/// Tries every count of every option.
private struct VisitSearch {
  private let demand: DerivedDemand
  private let horizon: Horizon
  private let options: [(item: Int, option: ServiceOption)]
  private var rates: [Int]
  private var seats: [Int]
  private var left: [Int]
  private var served: [ServedVisits] = []
  private(set) var best: (served: [ServedVisits], micro: Int) = ([], 0)

  init(_ demand: DerivedDemand, _ horizon: Horizon, rates: [Int], seats: [Int]) {
    self.demand = demand
    self.horizon = horizon
    self.rates = rates
    self.seats = seats
    left = demand.items.map(\.visits)
    options = demand.items.indices.flatMap { item in demand.items[item].options.map { (item, $0) } }
      .filter { rates[$0.1.station * horizon.slotCount + $0.1.slot] > 0 }
  }

  mutating func run() { grow(0, worth: 0) }

  private mutating func grow(_ next: Int, worth: Int) {
    if worth > best.micro { best = (served, worth) }
    guard next < options.count else { return }
    var hope = 0
    for item in Set(options[next...].map(\.item)) { hope += left[item] * demand.items[item].weight.micro }
    guard worth + hope > best.micro else { return }
    let (item, option) = options[next]
    let base = option.station * horizon.slotCount
    let stay = Interval(option.arrival, option.arrival + demand.items[item].dwellMinutes)
    let pieces = horizon.slots(touching: stay).map { (base + $0, horizon.interval(ofSlot: $0).overlap(stay)) }
    let room = pieces.reduce(min(left[item], rates[base + option.slot])) { min($0, seats[$1.0] / max(1, $1.1)) }
    for count in stride(from: max(0, room), through: 0, by: -1) {
      take(count, item, base + option.slot, pieces)
      if count > 0 {
        served.append(ServedVisits(item: item, station: option.station, slot: option.slot, count: count))
      }
      grow(next + 1, worth: worth + count * demand.items[item].weight.micro)
      if count > 0 { served.removeLast() }
      take(-count, item, base + option.slot, pieces)
    }
  }

  private mutating func take(_ count: Int, _ item: Int, _ slot: Int, _ pieces: [(Int, Minutes)]) {
    left[item] -= count
    rates[slot] -= count
    for (cell, minutes) in pieces { seats[cell] -= count * minutes }
  }
}
