import RotaEngine

/// Lists the stop sequences that a delivery slot allows (R24, R25 shelf life, R27).
///
/// Of sequences over the same sites one is dropped when another drives no more metres and may carry at least the same goods to each
/// site: exchanging it in any plan keeps every rule and makes no term of the objective worse, since money and metres cost 0 or more.
struct RunEnumerator: Sendable {
  private let delivery: Delivery
  private let heat: Heat
  private let bands: [HeatBand]

  init(_ scenario: Scenario) {
    delivery = scenario.delivery
    heat = scenario.heat
    bands = (0..<scenario.horizon.days).map { scenario.heat.band(ofDay: $0) }
  }

  /// Whether the heat lets any run out in the slot (R27).
  func allowsRuns(inSlot slot: Int) -> Bool {
    let band = bands[delivery.slots[slot].day]
    if band.bansRuns { return false }
    return !band.bansRunsInHottestWindow
      || heat.hottestWindow(ofDay: delivery.slots[slot].day).overlap(delivery.slots[slot].interval) == 0
  }

  /// Whether the slot's heat allows a stop at the site and the site may take some kit (R25, R26, R27).
  func allowsStop(_ site: Int, inSlot slot: Int) -> Bool {
    let site = delivery.sites[site]
    if site.firstNeed + site.secondNeed == 0 || !site.allowedGoods.contains(where: { delivery.goods[$0].stock > 0 }) {
      return false
    }
    guard let limit = bands[delivery.slots[slot].day].outdoorStopMinutes, !site.hasIndoorRest else { return true }
    return site.serviceMinutes <= limit
  }

  /// The sites that the slot's runs may stop at, alone or with others, sorted.
  func sites(ofSlot slot: Int) -> [Int] {
    guard allowsRuns(inSlot: slot) else { return [] }
    let empty = RunDraft(slot: slot, of: delivery)
    return delivery.sites.indices.filter { site in
      allowsStop(site, inSlot: slot) && empty.adding(site, of: delivery).map(everyStopHasGoods) == true
    }
  }

  /// All sequences of the slot worth having, by length, then sites; nil as soon as more than `limit` had to be looked at, or time is up.
  func sequences(ofSlot slot: Int, limit: Int, stop: SolveLimits = .none) -> [StopSequence]? {
    let sites = sites(ofSlot: slot)
    var found: [StopSequence] = []
    var drafts = [RunDraft(slot: slot, of: delivery)]
    let capacity = delivery.vehicles[delivery.slots[slot].vehicle].capacity
    while !drafts.isEmpty, drafts[0].sites.count < capacity {
      var longer: [RunDraft] = []
      for draft in drafts {
        if stop.stopNow != nil { return nil }
        longer += sites.filter { !draft.sites.contains($0) }.compactMap { draft.adding($0, of: delivery) }
          .filter(everyStopHasGoods)
        if found.count + longer.count > limit { return nil }
      }
      drafts = longer
      found += drafts.map { $0.closed(of: delivery) }
    }
    return stop.stopNow == nil ? undominated(found) : nil
  }

  private func everyStopHasGoods(_ draft: RunDraft) -> Bool {
    draft.goodsAtLastStop(of: delivery).contains { delivery.goods[$0].stock > 0 }
  }

  private func undominated(_ sequences: [StopSequence]) -> [StopSequence] {
    var rivals: [[Int]: [Int]] = [:]
    for (index, sequence) in sequences.enumerated() { rivals[sequence.sites.sorted(), default: []].append(index) }
    return sequences.enumerated().filter { index, sequence in
      !rivals[sequence.sites.sorted(), default: []].contains { other in
        other != index && dominates(sequences[other], sequence, isTieBroken: other < index)
      }
    }.map { $0.element }
  }

  private func dominates(_ better: StopSequence, _ worse: StopSequence, isTieBroken: Bool) -> Bool {
    guard better.metres <= worse.metres else { return false }
    var isStrict = better.metres < worse.metres
    for (stop, site) in worse.sites.enumerated() {
      let mine = better.goods(atStop: better.sites.firstIndex(of: site)!, of: delivery)
      let theirs = worse.goods(atStop: stop, of: delivery)
      guard Set(mine).isSuperset(of: theirs) else { return false }
      isStrict = isStrict || mine.count > theirs.count
    }
    return isStrict || isTieBroken
  }
}
