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
  ///   - wanted: Pinned stops of this slot, as sites with their fewest kits; they come first.
  ///   - money: Most money to spend; nil: no cap.
  func run(
    slot: Int, after runs: [Run], wanted: [(site: Int, kits: Int)], money: Money?
  ) -> (run: Run, gain: Int, money: Money)? {
    let delivery = scenario.delivery
    let load = RunLoad(scenario, slot: slot, runs: runs, money: money)
    var state = (draft: RunDraft(slot: slot, of: delivery), load: load)
    for want in wanted {
      guard let next = state.draft.adding(want.site, of: delivery),
        let loaded = state.load.loading(want.site, next, atLeast: want.kits)
      else { return nil }
      state = (next, loaded)
    }
    let sites = enumerator.sites(ofSlot: slot)
    while let next = bestStop(state, sites) { state = next }
    guard !state.draft.sites.isEmpty else { return nil }
    let sequence = state.draft.closed(of: delivery)
    let run = state.load.run(of: sequence)
    let driving = delivery.vehicles[delivery.slots[slot].vehicle].costPerMetre * sequence.metres
    if let money, money < driving + state.load.spent { return nil }
    return (run, state.load.gain(of: sequence), driving + state.load.spent)
  }

  private func bestStop(
    _ state: (draft: RunDraft, load: RunLoad), _ sites: [Int]
  ) -> (draft: RunDraft, load: RunLoad)? {
    var best: (draft: RunDraft, load: RunLoad)?
    var bestRate = 0.0
    for site in sites where !state.draft.sites.contains(site) {
      guard let draft = state.draft.adding(site, of: scenario.delivery),
        let load = state.load.loading(site, draft, atLeast: 1)
      else { continue }
      let minutes = max(1, draft.readiness - state.draft.readiness)
      let rate = Double(load.worth - state.load.worth) / Double(minutes)
      if rate > bestRate { (best, bestRate) = ((draft, load), rate) }
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

  /// The load with a stop at the site, the last one of `draft`: as many first kits as are needed and there, cheap goods first. Nil
  /// when fewer than `least` can be given.
  func loading(_ site: Int, _ draft: RunDraft, atLeast least: Int) -> RunLoad? {
    let delivery = scenario.delivery
    let sequence = draft.closed(of: delivery)
    let fresh = sequence.goods(atStop: sequence.sites.count - 1, of: delivery)
      .sorted { (delivery.goods[$0].unitCost, $0) < (delivery.goods[$1].unitCost, $1) }
    var load = self
    var given = 0
    var own: [KitCount] = []
    for goods in fresh {
      var count = min(load.needs[site], load.room, load.stock[goods])
      let cost = delivery.goods[goods].unitCost
      if let money, cost > .zero { count = min(count, max(0, (money - load.spent).milliFen / cost.milliFen)) }
      guard count > 0 else { continue }
      own.append(KitCount(goods: goods, count: count))
      load.stock[goods] -= count
      load.needs[site] -= count
      load.room -= count
      load.spent += cost * count
      given += count
    }
    guard given >= least else { return nil }
    load.kits[site] = own.sorted { $0.goods < $1.goods }
    load.worth += given * delivery.sites[site].firstKitWeight.micro
    if load.reached.insert(delivery.sites[site].trade).inserted { load.worth += scenario.weights.tradeMissed.micro }
    return load
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
