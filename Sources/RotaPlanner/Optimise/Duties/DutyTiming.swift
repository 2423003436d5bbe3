/// How the gaps of a duty read (docs/model.md section 3): what is paid, and which unbroken stretches of work there are.
struct DutyTiming: Hashable, Sendable {
  /// Segments and travel.
  let workedMinutes: Minutes
  /// The paid time between unpaid gaps, in time order; these are the work intervals.
  let stretches: [Interval]
  /// Whether one of the gaps is a meal break.
  let hasMealBreak: Bool

  /// What a gap between two segments is.
  private enum Gap { case travel, mealBreak, split }

  /// Reads the gaps of `segments`; nil when one of them is unlawful or there are too many (R07, R08), or when the same place
  /// follows itself without a gap. The length of the duty is not judged here.
  init?(segments: [Segment], contract: Contract, rules: DutyLaw) {
    let horizon = rules.scenario.horizon
    guard horizon.worksThroughChanges(segments) else { return nil }
    var paid = horizon.lasting(segments[0].interval)
    var stretches: [Interval] = []
    var stretchStart = segments[0].interval.start
    var (mealBreaks, splits) = (0, 0)
    for (before, after) in zip(segments, segments.dropFirst()) {
      let travel = rules.travel(from: before.place, to: after.place)
      let free = after.interval.start - before.interval.end - travel
      if before.place == after.place && free == 0 { return nil }
      guard let gap = DutyTiming.gap(free: free, contract: contract, rules: rules) else { return nil }
      paid += horizon.lasting(after.interval) + travel
      switch gap {
      case .travel: continue
      case .mealBreak: mealBreaks += 1
      case .split: splits += 1
      }
      stretches.append(Interval(stretchStart, before.interval.end))
      stretchStart = after.interval.start - travel
    }
    if mealBreaks > 1 || splits > 1 { return nil }
    stretches.append(Interval(stretchStart, segments[segments.count - 1].interval.end))
    self.workedMinutes = paid
    self.stretches = stretches
    self.hasMealBreak = mealBreaks == 1
  }

  private static func gap(free: Minutes, contract: Contract, rules: DutyLaw) -> Gap? {
    if free == 0 { return .travel }
    if free < 0 { return nil }
    if free == rules.mealBreak(of: contract) { return .mealBreak }
    let isSplit =
      contract.allowsSplit && free >= contract.minimumSplitMinutes && free <= contract.maximumSplitMinutes
    return isSplit ? .split : nil
  }
}
