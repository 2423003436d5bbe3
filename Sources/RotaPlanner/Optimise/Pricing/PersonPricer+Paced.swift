/// Rosters for long horizons, quickly: minutes and weekends spread as the need is or evenly, limit groups kept by leaving out days.
extension PersonPricer {
  /// A lawful and cheap, not cheapest, roster at `prices`; nil when this way finds none.
  func paced(_ prices: RosterPrices, work: PricingWorkspace, meter: WorkMeter) -> [Int32]? {
    paced(prices, .need, band: 4, work, meter) ?? paced(prices, .days, band: 4, work, meter)
      ?? paced(prices, .days, band: 16, work, meter)
  }

  private func paced(
    _ prices: RosterPrices, _ measure: RosterPace.Measure, band: Int, _ work: PricingWorkspace, _ meter: WorkMeter
  ) -> [Int32]? {
    let owner = problem.people[person]
    let graph = graphForBands
    let pace = RosterPace(graph: graph, problem: problem, mask: mask, measure: measure, band: band)
    var mask = self.mask
    // Each pass takes days from at least one group.
    for _ in 0...problem.limitGroups.count {
      let corridor = RosterCorridor(graph: graph, problem: problem, person: owner, mask: mask, pace: pace)
      guard corridor.isFeasible else { return nil }
      let sweep = swept(prices, work, graph, corridor, mask)
      meter.note(sweep: 20 + corridor.size / 4000)
      guard let end = sweep.ends().first else { return nil }
      let kinds = sweep.roster(to: end)
      if !thinOut(&mask, kinds, owner.limits.mostByGroup) { return kinds }
    }
    return nil
  }

  /// Where a group has too many duties, leaves only as many of their days, evenly spread, open to it.
  private func thinOut(_ mask: inout DayMask, _ kinds: [Int32], _ most: [Int]) -> Bool {
    var changed = false
    for (group, members) in problem.limitGroups.enumerated() where most[group] < problem.dayCount {
      let days = kinds.indices.filter { members.contains(Int(kinds[$0])) }
      if days.count <= most[group] { continue }
      changed = true
      let kept = Set((0..<most[group]).map { days[$0 * days.count / most[group]] })
      for day in 0..<problem.dayCount where !kept.contains(day) {
        for kind in members { mask.duty[day * problem.kindCount + kind] = false }
      }
    }
    return changed
  }
}
