/// What kits and trades are missing, and why.
struct KitReasons {
  private let context: CheckContext
  private let people: StaffingReasons
  private let left: Money?
  /// Kits left per goods.
  private let remaining: [Int]
  /// By delivery slot: why no crew can be found for it; nil where that is not certain, or where nobody asks.
  private let crewReasons: [ShortageReason?]

  init(_ context: CheckContext, _ people: StaffingReasons, spent: Money) {
    self.context = context
    self.people = people
    left = context.scenario.budget.map { $0 - spent }
    var remaining = context.delivery.goods.map(\.stock)
    for kit in context.form.runs.flatMap(\.stops).flatMap(\.kits) {
      remaining[kit.goods] = Bounded.sum(remaining[kit.goods], -kit.count)
    }
    self.remaining = remaining
    // The same for every site: asked once for each slot, where anything is missing at all.
    let isMissing = context.delivery.sites.indices.contains { site in
      let missing = context.missingKits(site)
      return missing.first + missing.second > 0
    }
    crewReasons = context.deliveries.map { view in
      isMissing && view.runs.isEmpty ? Self.crewReason(view, context, people) : nil
    }
  }

  private var delivery: Delivery { context.delivery }

  /// Shortages of kits by site, then of trades.
  func shortages() -> [Shortage] {
    delivery.sites.indices.compactMap(kits) + context.missedTrades().map(trade)
  }

  private func kits(_ index: Int) -> Shortage? {
    let (site, missing) = (delivery.sites[index], context.missingKits(index))
    guard missing.first + missing.second > 0 else { return nil }
    let price = Bounded.sum(
      Bounded.product(missing.first, site.firstKitWeight.micro),
      Bounded.product(missing.second, site.secondKitWeight.micro))
    return Shortage(
      term: .kits, subject: .site(index), interval: nil, wanted: site.firstNeed + site.secondNeed,
      missing: missing.first + missing.second, price: Score(micro: price), reason: reason(index), isOnlyReason: true)
  }

  private func trade(_ trade: String) -> Shortage {
    let sites = delivery.sites.indices.filter { delivery.sites[$0].trade == trade && delivery.sites[$0].firstNeed > 0 }
    let (reason, isOnly) = sites.map(reason).mostFrequent()
    return Shortage(
      term: .trades, subject: .trade(trade), interval: nil, wanted: 1, missing: 1,
      price: context.scenario.weights.tradeMissed, reason: reason, isOnlyReason: isOnly)
  }

  private func reason(_ index: Int) -> ShortageReason {
    let site = delivery.sites[index]
    let usable = site.allowedGoods.filter { remaining[$0] > 0 }
    if usable.isEmpty { return .noStock }
    // Not one kit more can be paid, whoever might bring it.
    if let left, usable.allSatisfy({ delivery.goods[$0].unitCost > left }) { return .budget }
    let isFirstMissing = context.missingKits(index).first > 0
    let othersWait = delivery.sites.indices.contains { context.missingKits($0).first > 0 }
    if !isFirstMissing && othersWait { return .firstKitsFirst }
    let views = context.deliveries
    let reachable = views.indices.filter { isReachable(site, index, usable, views[$0]) }
    if reachable.isEmpty { return .noVehicleSlot }
    let cool = reachable.filter { isAllowedByHeat(site, views[$0]) }
    if cool.isEmpty { return .heat }
    let open = cool.filter { views[$0].runs.isEmpty }
    if open.isEmpty { return .slotsTaken }
    let crews = open.map { crewReasons[$0] }
    if crews.allSatisfy({ $0 != nil }) { return crews.compactMap { $0 }.mostFrequent().0 }
    return .otherChoices
  }

  /// Whether a run to this site alone would fit in the delivery slot.
  private func isReachable(_ site: Site, _ index: Int, _ usable: [Int], _ view: RunView) -> Bool {
    let depot = delivery.sites.count + view.slot.vehicle
    let way = delivery.travelMinutes[depot][index]
    let arrival = view.slot.interval.start + way
    guard usable.contains(where: { (delivery.goods[$0].shelfMinutes ?? .max) >= way }) else { return false }
    return site.windows.contains { window in
      let end = max(arrival, window.start) + site.serviceMinutes
      return end <= window.end && end + delivery.travelMinutes[index][depot] <= view.slot.interval.end
    }
  }

  private func isAllowedByHeat(_ site: Site, _ view: RunView) -> Bool {
    let band = view.band
    if band.bansRuns { return false }
    let window = context.scenario.heat.hottestWindow(ofDay: view.slot.day)
    if band.bansRunsInHottestWindow && window.overlap(view.slot.interval) > 0 { return false }
    return site.hasIndoorRest || site.serviceMinutes <= (band.outdoorStopMinutes ?? .max)
  }

  /// Why no crew can be found for the slot; nil where that is not certain.
  private static func crewReason(
    _ view: RunView, _ context: CheckContext, _ people: StaffingReasons
  ) -> ShortageReason? {
    let barred = view.band.barsProtected
    let allowed = context.rosters.filter { roster in
      roster.member.mayDeliver && !(barred && (roster.member.isPregnant || roster.member.isMinor))
    }
    let skills = context.delivery.driverSkill.map { [$0] } ?? []
    return people.reason(
      allowed.map(\.staff), need: context.delivery.crewSize, skills: skills,
      slots: context.horizon.slots(touching: view.slot.interval))
  }
}
