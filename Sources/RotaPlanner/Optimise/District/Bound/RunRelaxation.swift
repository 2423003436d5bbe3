/// The delivery side of the district bound: kits are handed out at the best price that capacity, stock and needs allow, when a crew
/// seat in a delivery slot costs its multiplier.
///
/// Relaxed: routes, windows, metres and shelf life are left out, a run may be driven in part, kits of all kinds are one, and every
/// trade that any run can reach counts as reached.
struct RunRelaxation: Sendable {
  private let crewSize: Double
  /// Kits that one run of the slot holds; 0 where no run is possible.
  private let capacities: [Double]
  private let stock: Double
  /// What a kit gains and how many are wanted at that gain, best first.
  private let wants: [(gain: Double, count: Double)]
  /// O4 without any kit, and O5 of trades that no run can reach.
  private let unmet: Double

  init(_ scenario: Scenario, runnable: [Bool]) {
    let delivery = scenario.delivery
    let runs = RunEnumerator(scenario)
    let reachable = Set(delivery.slots.indices.flatMap { runs.sites(ofSlot: $0) })
    crewSize = Double(delivery.crewSize)
    capacities = delivery.slots.indices.map {
      runnable[$0] ? Double(delivery.vehicles[delivery.slots[$0].vehicle].capacity) : 0
    }
    stock = Double(delivery.goods.reduce(0) { $0 + $1.stock })
    var wants: [(gain: Double, count: Double)] = []
    for index in reachable.sorted() {
      let site = delivery.sites[index]
      let cheapest = site.allowedGoods.map { scenario.weights.micro(of: delivery.goods[$0].unitCost) }.min() ?? 0
      wants.append((Double(site.firstKitWeight.micro) - cheapest, Double(site.firstNeed)))
      wants.append((Double(site.secondKitWeight.micro) - cheapest, Double(site.secondNeed)))
    }
    self.wants = wants.filter { $0.gain > 0 && $0.count > 0 }.sorted { $0.gain > $1.gain }
    let kits = delivery.sites.reduce(Score.zero) {
      $0 + $1.firstKitWeight * $1.firstNeed + $1.secondKitWeight * $1.secondNeed
    }
    let lost = delivery.pricedTrades.count { sites in sites.allSatisfy { !reachable.contains($0) } }
    unmet = Double((kits + scenario.weights.tradeMissed * lost).micro)
  }

  /// Least cost; `crew` receives the people that each delivery slot takes.
  func minimise(seats: [Double], crew: inout [Double]) -> Double {
    for slot in crew.indices { crew[slot] = 0 }
    let slots = capacities.indices.filter { capacities[$0] > 0 }
      .sorted { seats[$0] / capacities[$0] < seats[$1] / capacities[$1] }
    var total = unmet
    var left = stock
    var used = 0.0
    var number = 0
    for (gain, count) in wants {
      var open = min(count, left)
      while open > 0, number < slots.count {
        let slot = slots[number]
        let price = crewSize * seats[slot] / capacities[slot]
        if price >= gain { return total }
        let kits = min(open, capacities[slot] - used)
        total -= (gain - price) * kits
        crew[slot] += crewSize * kits / capacities[slot]
        open -= kits
        left -= kits
        used += kits
        if used >= capacities[slot] { (number, used) = (number + 1, 0) }
      }
    }
    return total
  }
}
