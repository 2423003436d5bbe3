/// Where the multipliers of the district bound lie in one list, and between which limits: people by cell, seats by delivery slot, visits
/// by item, points by person and burden, holders by skill row, seats taken by cell, kits by site, stops by priced trade, kits out of stock by goods, and a yuan of the
/// budget where there is one. All in units.
struct MultiplierLayout: Sendable {
  let cellCount: Int
  /// First multiplier of the visits, the points, the skill rows, the seats taken, the kits, the trades, the stock and the budget; people begin at 0,
  /// seats in crews at `cellCount`.
  let visits: Int
  let points: Int
  let skills: Int
  let seatTime: Int
  let kits: Int
  let trades: Int
  let stock: Int
  let budget: Int
  private let most: [Double]

  init(_ scenario: Scenario, demand: DerivedDemand, skillRows: Int) {
    cellCount = scenario.stations.count * scenario.horizon.slotCount
    visits = cellCount + scenario.delivery.slots.count
    points = visits + demand.items.count
    skills = points + scenario.staff.count * BurdenClass.allCases.count
    seatTime = skills + skillRows
    kits = seatTime + cellCount
    trades = kits + scenario.delivery.sites.count
    stock = trades + scenario.delivery.pricedTrades.count
    budget = stock + scenario.delivery.goods.count
    // What cells and runs earn is less than that, so no price needs to be higher; without an end, prices at pinned cells would go up until
    // sums lose their last digits.
    let ceiling = max(1, PlanAccount.emptyObjective(scenario, demand).units)
    // Rosters do not count hot points, so these may not be priced.
    let burdens = BurdenClass.allCases.map { $0 == .hot ? 0 : scenario.weights.burdenPoint[$0.rawValue].units }
    most =
      [Double](repeating: ceiling, count: visits) + demand.items.map(\.weight.units)
      + scenario.staff.flatMap { _ in burdens } + [Double](repeating: ceiling, count: skillRows + cellCount)
      + scenario.delivery.sites.map(\.firstKitWeight.units)
      + scenario.delivery.pricedTrades.map { _ in scenario.weights.tradeMissed.units }
      + scenario.delivery.goods.map { _ in scenario.delivery.sites.map(\.firstKitWeight.units).max() ?? 0 }
      + (scenario.budget == nil ? [] : [ceiling])
  }

  /// Multipliers to begin with: nine tenths of what people are worth, half of the most that visits, points, kits and trades are, else 0.
  /// `worths` are those of one more person, by cell, in micro units.
  func start(worths: [Int]) -> [Double] {
    most.indices.map { index in
      if index < cellCount { return min(most[index], max(0, Double(worths[index])) / 1_000_000 * 0.9) }
      return visits..<skills ~= index || kits..<stock ~= index ? most[index] / 2 : 0
    }
  }

  /// How far a multiplier moves for each unit by which its link is broken, against the people's: links of visits are broken by tens
  /// where a cell's is broken by one, and their prices are small; seats cost as much as many cells; a budget is broken by hundreds.
  func stride(_ index: Int) -> Double {
    if index < cellCount { return 1 }
    if index < visits { return 10 }
    if index < points { return 0.02 }
    if index < skills { return 0.1 }
    if index < seatTime { return 1 }
    if index < kits { return 0.05 }
    if index < trades { return 0.001 }
    if index < stock { return 5 }
    return index < budget ? 1e-4 : 5e-5
  }

  /// The value within the multiplier's limits.
  func clamped(_ index: Int, _ value: Double) -> Double { min(most[index], max(0, value)) }

  /// Whether a step along `slope` changes the multiplier at all.
  func mayMove(_ index: Int, from value: Double, along slope: Double) -> Bool {
    slope < 0 ? value > 0 : value < most[index]
  }
}
