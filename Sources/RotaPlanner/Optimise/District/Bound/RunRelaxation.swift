/// The delivery side of the district bound: for each delivery slot the best run, or none, when crew seats, kits at each site and reaching
/// a trade have prices. All in units.
///
/// Relaxed: stops of a run only share its time, counted in coarse units in the run's favour, and its load; a stop takes its service and
/// the shortest way to it from anywhere; windows, shelf life and stock are left out.
struct RunRelaxation: Sendable {
  /// Prices of the links that `DistrictBound` moves into the objective.
  struct Prices {
    /// By delivery slot: a seat in the crew.
    let seats: [Double]
    /// By site: a kit brought there.
    let kits: [Double]
    /// By priced trade: a stop at one of its sites.
    let trades: [Double]
    /// A yuan spent.
    let yuan: Double
  }

  /// How much of each link the best runs hold, less what sites and trades take.
  struct Links {
    var crew: [Double]
    var kits: [Double]
    var trades: [Double]
    /// Money of kits and driving, in yuan.
    var money = 0.0
  }

  private struct Stop: Sendable {
    let site: Int
    /// Index of the site's priced trade; nil without.
    let trade: Int?
    /// Units of time that it takes.
    let time: Int
    /// Most kits, and what each costs in yuan.
    let kits: Int
    let kitMoney: Double
    /// What the way there costs at least: in units, and besides in yuan.
    let wayCost: Double
    let wayMoney: Double
  }

  private struct Form: Sendable {
    let stops: [Stop]
    let time: Int
    let load: Double
  }

  private struct Need: Sendable {
    let first: Double
    let firstWeight: Double
    let second: Double
    let secondWeight: Double
  }

  /// Minutes in a unit.
  private static let timeUnit = 5

  private let crewSize: Double
  private let forms: [Form]
  /// By site; nil where no run can stop.
  private let needs: [Need?]
  /// O4 without any kit.
  private let unmet: Double
  /// Delivery slots of each day with a pinned stop: one of them at least has a run.
  private let forced: [[Int]]

  init(_ scenario: Scenario) {
    let delivery = scenario.delivery
    let runs = RunEnumerator(scenario)
    let sites = delivery.slots.indices.map { runs.sites(ofSlot: $0) }
    let reachable = Set(sites.joined())
    let tradeOf = RunRelaxation.trades(delivery)
    crewSize = Double(delivery.crewSize)
    forms = delivery.slots.indices.map { RunRelaxation.form($0, sites[$0], tradeOf, scenario) }
    needs = delivery.sites.indices.map { index in
      let site = delivery.sites[index]
      guard reachable.contains(index) else { return nil }
      return Need(
        first: Double(site.firstNeed), firstWeight: site.firstKitWeight.units, second: Double(site.secondNeed),
        secondWeight: site.secondKitWeight.units)
    }
    let kits = delivery.sites.reduce(Score.zero) {
      $0 + $1.firstKitWeight * $1.firstNeed + $1.secondKitWeight * $1.secondNeed
    }
    unmet = kits.units
    let days = scenario.pins.compactMap { pin -> Int? in
      if case .stop(_, let day, _) = pin.demand { day } else { nil }
    }
    forced = Set(days).sorted().map { day in delivery.slots.indices.filter { delivery.slots[$0].day == day } }
  }

  private static func trades(_ delivery: Delivery) -> [Int?] {
    let trades = delivery.pricedTrades
    return delivery.sites.indices.map { site in trades.firstIndex { $0.contains(site) } }
  }

  private static func form(_ slot: Int, _ sites: [Int], _ tradeOf: [Int?], _ scenario: Scenario) -> Form {
    let delivery = scenario.delivery
    let vehicle = delivery.vehicles[delivery.slots[slot].vehicle]
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    let stops = sites.map { index -> Stop in
      let site = delivery.sites[index]
      let others = [depot] + sites.filter { $0 != index }
      let way = others.map { delivery.travelMinutes[$0][index] }.min() ?? 0
      let metres = others.map { delivery.travelMetres[$0][index] }.min() ?? 0
      let kits = min(site.firstNeed + site.secondNeed, vehicle.capacity)
      let cost = site.allowedGoods.map { delivery.goods[$0].unitCost.yuan }.min() ?? 0
      return Stop(
        site: index, trade: tradeOf[index], time: (site.serviceMinutes + way) / timeUnit, kits: kits,
        kitMoney: cost, wayCost: Double(metres) * scenario.weights.metre.units,
        wayMoney: Double(metres) * vehicle.costPerMetre.yuan)
    }
    let home = sites.map { delivery.travelMinutes[$0][depot] }.min() ?? 0
    return Form(
      stops: stops, time: max(0, delivery.slots[slot].interval.length - home) / timeUnit,
      load: Double(vehicle.capacity))
  }

  /// Least cost of runs, sites and trades; `links` tells what the minimum holds of each link.
  func minimise(_ prices: Prices, links: inout Links) -> Double {
    var total = unmet + prices.trades.reduce(0, +)
    for trade in links.trades.indices { links.trades[trade] = 1 }
    for (site, need) in needs.enumerated() {
      guard let need else { continue }
      let (first, second) = (need.firstWeight - prices.kits[site], need.secondWeight - prices.kits[site])
      total -= max(0, first) * need.first + max(0, second) * need.second
      links.kits[site] = (first > 0 ? need.first : 0) + (second > 0 ? need.second : 0)
    }
    let runs = forms.indices.map { slot in
      RunKnapsack(forms[slot].stops.map { offer($0, prices) }, time: forms[slot].time, load: forms[slot].load)
    }
    let net = forms.indices.map { runs[$0].worth - crewSize * prices.seats[$0] }
    var chosen = Set(net.indices.filter { net[$0] > 0 && !forms[$0].stops.isEmpty })
    for slots in forced where slots.allSatisfy({ !chosen.contains($0) }) {
      // Any other choice of slots for the pinned stops costs at least as much.
      if let least = slots.filter({ !forms[$0].stops.isEmpty }).max(by: { net[$0] < net[$1] }) { chosen.insert(least) }
    }
    for slot in chosen.sorted() {
      total -= net[slot]
      links.crew[slot] += crewSize
      for (stop, kits) in runs[slot].stops {
        let stop = forms[slot].stops[stop]
        links.kits[stop.site] -= kits
        links.money += kits * stop.kitMoney + stop.wayMoney
        if let trade = stop.trade { links.trades[trade] -= 1 }
      }
    }
    return total
  }

  private func offer(_ stop: Stop, _ prices: Prices) -> RunKnapsack.Offer {
    RunKnapsack.Offer(
      time: stop.time,
      worth: (stop.trade.map { prices.trades[$0] } ?? 0) - stop.wayCost - stop.wayMoney * prices.yuan,
      kits: Double(stop.kits), each: max(0, prices.kits[stop.site] - stop.kitMoney * prices.yuan))
  }
}
