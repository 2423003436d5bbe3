import RotaEngine

/// Lawful rosters where limits on groups of duties cost too many states to be counted: days are closed to a group instead.
extension PersonPricer {
  /// A lawful roster: the cheapest at `prices` where it keeps the limits on groups of duties, else the cheapest without some of its
  /// duties of the groups that have too many, drawn by chance. Nil when this way finds none. `meter` books the sweeps.
  func thinned(
    _ prices: RosterPrices, work: PricingWorkspace, meter: WorkMeter, random: inout SeededRandom
  ) -> [Int32]? {
    refresh()
    return closing(prices, work, graph, corridor, book: { meter.note(alone: sweepWork) }) { days, _ in
      days.shuffled(using: &random)
    }
  }

  /// A lawful roster: like `thinned`, but the duties of a group that go first are those for which other kinds cost least more.
  /// Good where `prices` have charges that keep the groups near their limits (`GroupCharges`).
  func rationed(_ prices: RosterPrices, work: PricingWorkspace, meter: WorkMeter) -> [Int32]? {
    refresh()
    return rationed(prices, work, graph, corridor) { meter.note(sweep: sweepWork) }
  }

  /// Like `rationed`, among the rosters whose minutes and weekends run like those of a mean (`RosterPace`): a narrow band, so weekends
  /// can be counted where all of them would be too many.
  func near(_ duties: [Float], _ prices: RosterPrices, work: PricingWorkspace, meter: WorkMeter) -> [Int32]? {
    let owner = problem.people[person]
    let graph = graphForBands
    let pace = RosterPace(graph: graph, problem: problem, along: duties, band: Self.band)
    let corridor = RosterCorridor(graph: graph, problem: problem, person: owner, mask: mask, pace: pace)
    return rationed(prices, work, graph, corridor) { meter.note(sweep: 20 + corridor.size / 1000) }
  }
  private static let band = 6

  private func rationed(
    _ prices: RosterPrices, _ work: PricingWorkspace, _ graph: RosterGraph, _ corridor: RosterCorridor,
    book: () -> Void
  ) -> [Int32]? {
    closing(prices, work, graph, corridor, book: book) { days, group in
      let losses = days.map { (loss: loss(of: group, on: $0, prices), day: $0) }
      return losses.sorted { ($0.loss, $0.day) < ($1.loss, $1.day) }.map(\.day)
    }
  }

  private static let mostThinnings = 12

  /// The cheapest roster, again and again with as many days fewer open to a group as it has duties of it too many, the first ones of
  /// `order`.
  private func closing(
    _ prices: RosterPrices, _ work: PricingWorkspace, _ graph: RosterGraph, _ corridor: RosterCorridor,
    book: () -> Void, order: (_ days: [Int], _ group: Int) -> [Int]
  ) -> [Int32]? {
    guard corridor.isFeasible else { return nil }
    var mask = self.mask
    for _ in 0..<Self.mostThinnings {
      let sweep = swept(prices, work, graph, corridor, mask)
      book()
      guard let first = sweep.ends().first else { return nil }
      let kinds = sweep.roster(to: first)
      switch brokenLimit(kinds, graph) {
      case nil: return kinds
      case .weekends: return nil
      case .group(let group):
        let members = problem.limitGroups[group]
        let days = kinds.indices.filter { members.contains(Int(kinds[$0])) }
        let surplus = days.count - problem.people[person].limits.mostByGroup[group]
        for day in order(days, group).prefix(surplus) {
          for kind in members { mask.duty[day * problem.kindCount + kind] = false }
        }
      }
    }
    return nil
  }

  /// What the cheapest other kind costs more than the cheapest of the group on a day.
  private func loss(of group: Int, on day: Int, _ prices: RosterPrices) -> Int {
    let members = problem.limitGroups[group]
    let owner = problem.people[person]
    var inside = Int.max
    var outside = Int.max
    for kind in 0..<problem.kindCount {
      let arc = day * problem.kindCount + kind
      guard mask.duty[arc] else { continue }
      let cost = cost(ofArc: arc, prices)
      if members.contains(kind) { inside = min(inside, cost) } else { outside = min(outside, cost) }
    }
    if inside == .max { return 0 }
    return (outside == .max ? owner.offCost[day] * scale : outside) - inside
  }
}
