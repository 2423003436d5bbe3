import RotaEngine

/// The delivery side of the district bound: for each delivery slot the best run, or none, when crew seats, kits at each site, reaching
/// a trade and goods in stock have prices. All in units.
///
/// Runs are those of `RunList`, which are exact but for the stock; where there are too many of them to be listed, those of `SharedRun`,
/// which are relaxed.
struct RunRelaxation: Sendable {
  /// Prices of the links that `DistrictBound` moves into the objective.
  struct Prices: Sendable {
    /// By delivery slot: a seat in the crew.
    let seats: [Double]
    /// By site: a kit brought there.
    let kits: [Double]
    /// By priced trade: a stop at one of its sites.
    let trades: [Double]
    /// By goods: a kit out of stock.
    let stock: [Double]
    /// A yuan spent.
    let yuan: Double
  }

  /// How much of each link the best runs hold, less what sites and trades take and what is in stock.
  struct Links {
    var crew: [Double]
    var kits: [Double]
    var trades: [Double]
    var stock: [Double]
    /// Money of kits and driving, in yuan.
    var money = 0.0

    /// Nothing of the links that have these prices.
    init(_ prices: Prices) {
      func none(_ prices: [Double]) -> [Double] { prices.map { _ in 0 } }
      (crew, kits, trades, stock) = (none(prices.seats), none(prices.kits), none(prices.trades), none(prices.stock))
    }
  }

  private struct Need: Sendable {
    let first: Double
    let firstWeight: Double
    let second: Double
    let secondWeight: Double
  }

  /// The runs of a delivery slot.
  private enum Form: Sendable {
    /// An index into `lists`.
    case listed(Int)
    /// An index into `shared`.
    case shared(Int)
  }

  private let crewSize: Double
  /// By delivery slot; nil where no run is possible.
  private let forms: [Form?]
  private let lists: [RunList]
  private let shared: [SharedRun]
  /// Sets of goods that a stop may hand out.
  private let sets: [[Int]]
  /// By site; nil where no run can stop.
  private let needs: [Need?]
  /// Most kits by site.
  private let mostKits: [Double]
  /// By site: the priced trade; nil without.
  private let tradeOf: [Int?]
  /// In stock, and yuan of a kit, by goods.
  private let stock: [Double]
  private let unitCost: [Double]
  /// O4 without any kit.
  private let unmet: Double
  /// Delivery slots of each day with a pinned stop: one of them at least has a run.
  private let forced: [[Int]]

  /// Nil when `limits` end before everything is set up.
  /// - Parameter mostListed: Most sequences that are looked at for a list.
  init?(_ scenario: Scenario, mostListed: Int = 40_000, limits: SolveLimits = .none) {
    let delivery = scenario.delivery
    let runs = RunEnumerator(scenario)
    let sites = delivery.slots.indices.map { runs.sites(ofSlot: $0) }
    var maker = FormMaker(scenario, runs, mostListed, limits)
    forms = delivery.slots.indices.map { maker.form($0, sites[$0]) }
    if limits.stopNow != nil { return nil }
    (lists, shared, sets) = (maker.lists, maker.shared, maker.sets)
    crewSize = Double(delivery.crewSize)
    let trades = delivery.pricedTrades
    tradeOf = delivery.sites.indices.map { site in trades.firstIndex { $0.contains(site) } }
    let reachable = Set(sites.joined())
    needs = delivery.sites.indices.map { index in
      let site = delivery.sites[index]
      guard reachable.contains(index) else { return nil }
      return Need(
        first: Double(site.firstNeed), firstWeight: site.firstKitWeight.units, second: Double(site.secondNeed),
        secondWeight: site.secondKitWeight.units)
    }
    mostKits = delivery.sites.map { Double($0.firstNeed + $0.secondNeed) }
    stock = delivery.goods.map { Double($0.stock) }
    unitCost = delivery.goods.map(\.unitCost.yuan)
    let kits = delivery.sites.reduce(Score.zero) {
      $0 + $1.firstKitWeight * $1.firstNeed + $1.secondKitWeight * $1.secondNeed
    }
    unmet = kits.units
    let days = scenario.pins.compactMap { pin -> Int? in
      if case .stop(_, let day, _) = pin.demand { day } else { nil }
    }
    forced = Set(days).sorted().map { day in delivery.slots.indices.filter { delivery.slots[$0].day == day } }
  }

  /// Makes the forms; slots of one shape share a form.
  private struct FormMaker {
    private let scenario: Scenario
    private let runs: RunEnumerator
    private let mostListed: Int
    private let limits: SolveLimits
    private var known: [RunShape: Form] = [:]
    private(set) var lists: [RunList] = []
    private(set) var shared: [SharedRun] = []
    private(set) var sets: [[Int]] = []

    init(_ scenario: Scenario, _ runs: RunEnumerator, _ mostListed: Int, _ limits: SolveLimits) {
      (self.scenario, self.runs, self.mostListed, self.limits) = (scenario, runs, mostListed, limits)
    }

    /// The form of the slot; nil where no run is possible, or when time is up.
    mutating func form(_ slot: Int, _ sites: [Int]) -> Form? {
      guard !sites.isEmpty, limits.stopNow == nil else { return nil }
      let shape = RunShape(slot, sites, scenario.delivery)
      let form = known[shape] ?? made(slot, sites)
      known[shape] = form
      return form
    }

    private mutating func made(_ slot: Int, _ sites: [Int]) -> Form {
      if let sequences = runs.sequences(ofSlot: slot, limit: mostListed, stop: limits) {
        lists.append(RunList(sequences, slot: slot, scenario, sets: &sets))
        return .listed(lists.count - 1)
      }
      shared.append(SharedRun(slot, sites, scenario, sets: &sets))
      return .shared(shared.count - 1)
    }
  }

  /// Least cost of runs, sites and trades; `links` tells what the minimum holds of each link.
  func minimise(_ prices: Prices, links: inout Links) -> Double {
    var total = unmet + prices.trades.reduce(0, +)
    for trade in links.trades.indices { links.trades[trade] = 1 }
    for goods in stock.indices {
      total -= prices.stock[goods] * stock[goods]
      links.stock[goods] = -stock[goods]
    }
    for (site, need) in needs.enumerated() {
      guard let need else { continue }
      let (first, second) = (need.firstWeight - prices.kits[site], need.secondWeight - prices.kits[site])
      total -= max(0, first) * need.first + max(0, second) * need.second
      links.kits[site] = (first > 0 ? need.first : 0) + (second > 0 ? need.second : 0)
    }
    let runs = bestRuns(prices)
    let net = forms.indices.map { runs[$0].worth - crewSize * prices.seats[$0] }
    var chosen = Set(net.indices.filter { net[$0] > 0 })
    for slots in forced where slots.allSatisfy({ !chosen.contains($0) }) {
      // Any other choice of slots for the pinned stops costs at least as much.
      if let least = slots.filter({ forms[$0] != nil }).max(by: { net[$0] < net[$1] }) { chosen.insert(least) }
    }
    for slot in chosen.sorted() {
      total -= net[slot]
      links.crew[slot] += crewSize
      links.money += runs[slot].money
      for stop in runs[slot].stops {
        links.kits[stop.site] -= stop.kits
        links.stock[stop.goods] += stop.kits
        links.money += stop.kits * unitCost[stop.goods]
        if let trade = tradeOf[stop.site] { links.trades[trade] -= 1 }
      }
    }
    return total
  }

  /// The best run of each slot; where none is possible, one that is worth nothing.
  private func bestRuns(_ prices: Prices) -> [RunList.Best] {
    let cost = unitCost.indices.map { unitCost[$0] * prices.yuan + prices.stock[$0] }
    let offers = sets.map { set -> [RunList.KitOffer] in
      let goods = set.min { cost[$0] < cost[$1] } ?? 0
      return prices.kits.map { RunList.KitOffer(worth: set.isEmpty ? 0 : $0 - cost[goods], goods: goods) }
    }
    let visit = tradeOf.map { $0.map { prices.trades[$0] } ?? 0 }
    let listed = lists.map { $0.best(offers: offers, most: mostKits, visit: visit, yuan: prices.yuan) }
    let relaxed = shared.map { $0.best(offers: offers, most: mostKits, visit: visit, yuan: prices.yuan) }
    return forms.map { form in
      switch form {
      case nil: RunList.Best()
      case .listed(let list): listed[list]
      case .shared(let run): relaxed[run]
      }
    }
  }
}
