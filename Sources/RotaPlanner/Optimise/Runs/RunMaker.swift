/// Builds one run for a delivery slot: always the stop next that gives most for the time it takes, first kits only.
struct RunMaker: Sendable {
  private let scenario: Scenario
  private let enumerator: RunEnumerator

  init(_ scenario: Scenario) {
    self.scenario = scenario
    enumerator = RunEnumerator(scenario)
  }

  /// Whether any run is possible, by delivery slot.
  var runnable: [Bool] { scenario.delivery.slots.indices.map { !enumerator.sites(ofSlot: $0).isEmpty } }

  /// The run and what it gains in micro units (kits and trades less metres and money), or nil when none is possible.
  /// - Parameters:
  ///   - runs: The runs made so far, whose kits are gone.
  ///   - wanted: Pinned stops of this slot, as sites with their fewest kits; they come first, in an order that fits.
  ///   - money: Most money to spend; nil: no cap.
  ///   - isBare: Whether the run has only the wanted stops with their fewest kits, or one kit at one stop.
  func run(
    slot: Int, after runs: [Run], wanted: [(site: Int, kits: Int)], money: Money?, isBare: Bool = false
  ) -> (run: Run, gain: Int, money: Money)? {
    guard enumerator.allowsRuns(inSlot: slot),
      wanted.allSatisfy({ enumerator.allowsStop($0.site, inSlot: slot) })
    else { return nil }
    let delivery = scenario.delivery
    var draft = RunDraft(slot: slot, of: delivery)
    var load = RunLoad(scenario, slot: slot, runs: runs, money: money)
    guard let order = fittingOrder(wanted, draft, load, isBare: isBare) else { return nil }
    for (next, offer) in order {
      draft = next
      load.take(offer)
    }
    if !isBare || wanted.isEmpty {
      let sites = enumerator.sites(ofSlot: slot)
      while let (next, offer) = bestStop(draft, load, sites, mostKits: isBare ? 1 : .max) {
        draft = next
        load.take(offer)
        if isBare { break }
      }
    }
    guard !draft.sites.isEmpty else { return nil }
    let sequence = draft.closed(of: delivery)
    let run = load.run(of: sequence)
    let driving = delivery.vehicles[delivery.slots[slot].vehicle].costPerMetre * sequence.metres
    if let money, money < driving + load.spent { return nil }
    return (run, load.gain(of: sequence), driving + load.spent)
  }

  private typealias Step = (draft: RunDraft, offer: RunLoad.Offer)

  /// The wanted stops in the first order that the times and goods allow, as given where that is one.
  private func fittingOrder(
    _ wanted: [(site: Int, kits: Int)], _ draft: RunDraft, _ load: RunLoad, isBare: Bool
  ) -> [Step]? {
    if wanted.isEmpty { return [] }
    for (index, want) in wanted.enumerated() {
      guard let next = draft.adding(want.site, of: scenario.delivery),
        let offer = load.offer(want.site, next, atLeast: want.kits, most: isBare ? want.kits : .max)
      else { continue }
      var rest = wanted
      rest.remove(at: index)
      var loaded = load
      loaded.take(offer)
      if let later = fittingOrder(rest, next, loaded, isBare: isBare) { return [(next, offer)] + later }
      // Many stops have too many orders.
      if wanted.count > Self.mostOrdered { return nil }
    }
    return nil
  }
  private static let mostOrdered = 5

  private func bestStop(_ draft: RunDraft, _ load: RunLoad, _ sites: [Int], mostKits: Int) -> Step? {
    var best: Step?
    var bestRate = 0.0
    for site in sites where !draft.sites.contains(site) {
      guard let next = draft.adding(site, of: scenario.delivery),
        let offer = load.offer(site, next, atLeast: 1, most: mostKits)
      else { continue }
      let minutes = max(1, next.readiness - draft.readiness)
      let rate = Double(offer.worth) / Double(minutes)
      if rate > bestRate || (best == nil && mostKits == 1) { (best, bestRate) = ((next, offer), rate) }
    }
    return best
  }
}

/// What a run that is being built carries, and what that is worth.
private struct RunLoad {
  private let scenario: Scenario
  private let slot: Int
  private var room: Int
  private var stock: [Int]
  private var needs: [Int]
  private var reached: Set<String>
  private var kits: [Int: [KitCount]] = [:]
  private let money: Money?
  private(set) var spent = Money.zero
  /// Kits and trades, in micro units.
  private(set) var worth = 0

  init(_ scenario: Scenario, slot: Int, runs: [Run], money: Money?) {
    let delivery = scenario.delivery
    self.scenario = scenario
    self.slot = slot
    self.money = money
    room = delivery.vehicles[delivery.slots[slot].vehicle].capacity
    stock = delivery.goods.map(\.stock)
    needs = delivery.sites.map(\.firstNeed)
    reached = Set(delivery.sites.filter { $0.servedBefore > 0 }.map(\.trade))
    for stop in runs.flatMap(\.stops) {
      reached.insert(delivery.sites[stop.site].trade)
      for kit in stop.kits {
        stock[kit.goods] -= kit.count
        needs[stop.site] -= kit.count
      }
    }
  }

  /// What a stop hands out and gains.
  struct Offer {
    let site: Int
    /// Sorted by goods.
    let kits: [KitCount]
    let cost: Money
    /// In micro units.
    let worth: Int
  }

  /// A stop at the site, the last one of `draft`: as many first kits as are needed and there, at most `most`, cheap goods first. Nil when
  /// fewer than `least` can be given.
  func offer(_ site: Int, _ draft: RunDraft, atLeast least: Int, most: Int) -> Offer? {
    let delivery = scenario.delivery
    var left = min(needs[site], room, most)
    guard left >= least else { return nil }
    let fresh = draft.goodsAtLastStop(of: delivery)
      .sorted { (delivery.goods[$0].unitCost, $0) < (delivery.goods[$1].unitCost, $1) }
    var given: [KitCount] = []
    var cost = Money.zero
    for goods in fresh {
      var count = min(left, stock[goods])
      let each = delivery.goods[goods].unitCost
      if let money, each > .zero { count = min(count, max(0, (money - spent - cost).milliFen / each.milliFen)) }
      guard count > 0 else { continue }
      given.append(KitCount(goods: goods, count: count))
      left -= count
      cost += each * count
    }
    let count = given.reduce(0) { $0 + $1.count }
    guard count >= least else { return nil }
    let isNewTrade = !reached.contains(delivery.sites[site].trade)
    return Offer(
      site: site, kits: given.sorted { $0.goods < $1.goods }, cost: cost,
      worth: count * delivery.sites[site].firstKitWeight.micro + (isNewTrade ? scenario.weights.tradeMissed.micro : 0))
  }

  /// Loads what the offer hands out.
  mutating func take(_ offer: Offer) {
    for kit in offer.kits {
      stock[kit.goods] -= kit.count
      needs[offer.site] -= kit.count
      room -= kit.count
    }
    spent += offer.cost
    worth += offer.worth
    kits[offer.site] = offer.kits
    reached.insert(scenario.delivery.sites[offer.site].trade)
  }

  func run(of sequence: StopSequence) -> Run {
    let stops = sequence.sites.indices.map { index in
      Stop(
        site: sequence.sites[index], arrival: sequence.arrivals[index], serviceStart: sequence.serviceStarts[index],
        kits: kits[sequence.sites[index]] ?? [])
    }
    return Run(slot: slot, stops: stops)
  }

  func gain(of sequence: StopSequence) -> Int {
    let vehicle = scenario.delivery.vehicles[scenario.delivery.slots[slot].vehicle]
    let money = spent + vehicle.costPerMetre * sequence.metres
    let cost = Double(money.milliFen) * scenario.weights.yuan.units * 10
    return worth - scenario.weights.metre.micro * sequence.metres - Int(cost)
  }
}
