/// Rosters for searches that need many good ones fast: limits on a group's duties are kept by closing days to the group, which spares
/// the states that would count them.
extension PersonPricer {
  /// A lawful roster: the cheapest at `prices` where it keeps the limits on groups of duties, else the cheapest without some of its
  /// duties of the groups that have too many, drawn by chance. Nil when this way finds none. `meter` books the sweeps.
  func thinned(
    _ prices: RosterPrices, work: PricingWorkspace, meter: WorkMeter, random: inout SeededRandom
  ) -> [Int32]? {
    refresh()
    guard corridor.isFeasible else { return nil }
    var mask = self.mask
    for _ in 0..<Self.mostThinnings {
      let sweep = swept(prices, work, graph, corridor, mask)
      meter.note(alone: sweepWork)
      guard let first = sweep.ends().first else { return nil }
      let kinds = sweep.roster(to: first)
      switch brokenLimit(kinds) {
      case nil: return kinds
      case .weekends: return nil
      case .group(let group): close(&mask, to: group, kinds, &random)
      }
    }
    return nil
  }

  private static let mostThinnings = 12

  /// Closes as many of the roster's days to a group as it has duties of it too many.
  private func close(_ mask: inout DayMask, to group: Int, _ kinds: [Int32], _ random: inout SeededRandom) {
    let members = problem.limitGroups[group]
    let days = kinds.indices.filter { members.contains(Int(kinds[$0])) }
    let surplus = days.count - problem.people[person].limits.mostByGroup[group]
    for day in days.shuffled(using: &random).prefix(surplus) {
      for kind in members { mask.duty[day * problem.kindCount + kind] = false }
    }
  }
}
