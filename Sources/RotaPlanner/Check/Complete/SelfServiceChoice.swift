/// Where stations open without staff when only the duties are given; see `completePlan`.
struct SelfServiceChoice {
  private let scenario: Scenario
  /// Staffed where staff is present, closed elsewhere.
  private let staffed: CheckContext
  /// The same with every lawful self-service slot open.
  private let widest: CheckContext

  init(_ scenario: Scenario, demand: DerivedDemand, duties: [Duty], runs: [Run]) {
    self.scenario = scenario
    func context(_ openings: [[Opening]]) -> CheckContext {
      CheckContext(scenario, demand: demand, plan: Plan(openings: openings, duties: duties, served: [], runs: runs))
    }
    let closed = context(Plan.closedOpenings(for: scenario))
    let byStaff = closed.stations.map { view in
      view.present.map { $0.isEmpty ? Opening.closed : .staffed }
    }
    staffed = context(byStaff)
    let pinned = Self.pinnedClosed(scenario)
    widest = context(
      closed.stations.map { view in
        byStaff[view.index].enumerated().map { slot, opening in
          let isAllowed = view.inHostHours[slot] && view.inSelfServiceHours[slot] && !pinned[view.index].contains(slot)
          return opening == .closed && isAllowed ? .selfService : opening
        }
      })
  }

  private static func pinnedClosed(_ scenario: Scenario) -> [Set<Int>] {
    var closed: [Set<Int>] = Array(repeating: [], count: scenario.stations.count)
    for pin in scenario.pins {
      guard case .closed(let station, let interval) = pin.demand else { continue }
      closed[station].formUnion(scenario.horizon.slots(touching: interval))
    }
    return closed
  }

  /// The openings chosen.
  func openings() -> [[Opening]] {
    var openings = widest.stations.map(\.openings)
    let costly = costlySlots()
    for candidate in costly { openings[candidate.station][candidate.slot] = .closed }
    var left = scenario.budget.map { $0.milliFen - MoneyAccount(staffed).byKind.total.milliFen } ?? Bounded.limit
    for candidate in costly where candidate.surplus > 0 && candidate.cost <= left {
      openings[candidate.station][candidate.slot] = .selfService
      left -= candidate.cost
    }
    return openings
  }

  private struct Candidate {
    let station: Int
    let slot: Int
    /// Money, thousandths of a fen.
    let cost: Int
    /// What it earns beyond its cost, millionths of a unit.
    let surplus: Int
  }

  /// Self-service slots that cost money, the most worthwhile first.
  private func costlySlots() -> [Candidate] {
    let visits = worthOfVisits()
    let found = widest.stations.flatMap { view -> [Candidate] in
      guard view.station.selfServiceCostPerMinute.milliFen > 0 else { return [] }
      return view.openings.indices.filter { view.openings[$0] == .selfService }.map { slot in
        let minutes = scenario.horizon.clockChanges.minutes(of: scenario.horizon.interval(ofSlot: slot))
        let cost = view.station.selfServiceCostPerMinute.milliFen * minutes
        let price = Bounded.product(cost, scenario.weights.yuan.micro, dividedBy: 100_000)
        let worth = visits[view.index][slot] + savedPrice(view, slot)
        return Candidate(station: view.index, slot: slot, cost: cost, surplus: worth - price)
      }
    }
    return found.sorted { ($1.surplus, $0.station, $0.slot) < ($0.surplus, $1.station, $1.slot) }
  }

  private func savedPrice(_ view: StationView, _ slot: Int) -> Int {
    let closed = staffed.stations[view.index]
    return staffed.promisePrice(closed, slot) - widest.promisePrice(view, slot) + staffed.refugePrice(closed, slot)
  }

  private func worthOfVisits() -> [[Int]] {
    var worth = widest.stations.map { $0.openings.map { _ in 0 } }
    for row in VisitDealer(widest).dealt() {
      worth[row.station][row.slot] += row.count * widest.demand.items[row.item].weight.micro
    }
    return worth
  }
}
