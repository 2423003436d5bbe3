/// The cheapest roster of one person when the limits on minutes, weekends and groups of duties are charged for instead of kept.
///
/// Runs of days, successions and open days bind, so a state is a run state with the exit class of the last kind, and a year takes
/// some tenths of a millisecond where counting the limits takes a hundred times as long. At any charges the cost, with what the limits allow
/// taken off, is at most what a lawful roster costs (Lagrangian relaxation of the resources, Beasley and Christofides 1989).
final class RelaxedPricer: @unchecked Sendable {
  /// What a broken limit costs, in objective units; weekends and groups pay for each one, not negative.
  struct Charges: Sendable {
    /// Gain for each level of minutes; negative where the most minutes are what binds.
    var level = 0.0
    var weekend = 0.0
    var groups: [Double]
  }

  /// What a search for the charge for minutes ends with.
  struct Answer: Sendable {
    /// The best bound that was seen, times the scale.
    var bound: Int
    /// The cheapest roster at the last charges.
    var kinds: [Int32]
    var weekends: Int
    /// The charges to begin with next time.
    var charges: Charges
  }

  let problem: RosteringProblem
  let person: Int
  private let scale: Int
  private let graph: RosterGraph
  private let weekendRole: [UInt8]
  private let longest: Double

  init(problem: RosteringProblem, person: Int, unit: Int, weekendRole: [UInt8], scale: Int) {
    self.problem = problem
    self.person = person
    self.scale = scale
    self.weekendRole = weekendRole
    graph = RosterGraph(
      problem: problem, person: problem.people[person], activeGroups: [], unit: unit, countsWeekends: false)
    longest = Double(max(1, graph.bundles.map(\.length).max() ?? 1))
  }

  private var owner: RosterPerson { problem.people[person] }
  private var mostWeekends: Int? { owner.limits.mostWeekends < problem.dayCount ? owner.limits.mostWeekends : nil }
  private func most(_ group: Int) -> Int? {
    let most = owner.limits.mostByGroup[group]
    return most < problem.dayCount ? most : nil
  }

  /// Sweeps at `prices`, at most `tries` times, while the charge for minutes moves to where the minutes are lawful: first by `step` for the
  /// longest duty, in objective units. Nil when there is no roster at all.
  func answer(
    _ prices: RosterPrices, _ charges: Charges, tries: Int, step: Double, _ work: RelaxedWorkspace
  ) -> Answer? {
    fill(prices, charges, work)
    var charges = charges
    var step = step / longest
    var (low, high) = (-Double.infinity, Double.infinity)
    var best = Int.min
    for attempt in 1...max(1, tries) {
      guard let roster = swept(charges, work) else { return nil }
      best = max(best, roster.bound)
      let isShort = roster.level < graph.levels.lowerBound
      if graph.levels.contains(roster.level) || attempt >= tries {
        if !graph.levels.contains(roster.level) { charges.level += (isShort ? step : -step) / 5 }
        return Answer(bound: best, kinds: roster.kinds, weekends: roster.weekends, charges: charges)
      }
      if isShort { low = charges.level } else { high = charges.level }
      if low > -.infinity, high < .infinity {
        charges.level = (low + high) / 2
      } else {
        charges.level += isShort ? step : -step
        step *= 2
      }
    }
    return nil
  }

  /// The charges of an answer, those of weekends and groups moved towards what it breaks, by a step of `length` for each one.
  func charges(after answer: Answer, length: Double) -> Charges {
    var charges = answer.charges
    if let mostWeekends {
      let surplus = Double(answer.weekends - mostWeekends)
      charges.weekend = max(0, charges.weekend + Self.weekendStep * length * surplus)
    }
    var counts = [Int](repeating: 0, count: problem.kindCount)
    for kind in answer.kinds where kind >= 0 { counts[Int(kind)] += 1 }
    for (group, members) in problem.limitGroups.enumerated() {
      guard let most = most(group) else { continue }
      let surplus = Double(members.reduce(0) { $0 + counts[$1] } - most)
      charges.groups[group] = max(0, charges.groups[group] + Self.groupStep * length * surplus)
    }
    return charges
  }
  private static let weekendStep = 0.5
  private static let groupStep = 0.1

  /// The work of one sweep, in the units of `WorkMeter`.
  var sweepWork: Int { 20 + problem.dayCount * graph.rowCount / 250 }

  // MARK: - Sweeping

  private struct Swept {
    var bound: Int
    var kinds: [Int32]
    var level: Int
    var weekends: Int
  }

  /// The cheapest roster at the charges as they are.
  private func swept(_ charges: Charges, _ work: RelaxedWorkspace) -> Swept? {
    let (levelCharge, weekendCharge) = (scaled(charges.level), scaled(charges.weekend))
    let sweep = RelaxedSweep(
      graph: graph, start: owner.start, weekendRole: mostWeekends == nil ? nil : weekendRole, work: work,
      levelCharge: levelCharge, weekendCharge: weekendCharge)
    guard let found = sweep.run() else { return nil }
    var bound = found.cost + levelCharge * (levelCharge >= 0 ? graph.levels.lowerBound : graph.levels.upperBound)
    bound -= weekendCharge * (mostWeekends ?? 0)
    for (group, charge) in charges.groups.enumerated() { bound -= scaled(charge) * (most(group) ?? 0) }
    var (level, weekends) = (0, 0)
    for (day, kind) in found.kinds.enumerated() where kind >= 0 {
      level += problem.kinds[Int(kind)].minutes / graph.unit
      let isSecond = weekendRole[day] == 2 && found.kinds[day - 1] >= 0
      weekends += weekendRole[day] == 0 || isSecond ? 0 : 1
    }
    return Swept(bound: bound, kinds: found.kinds, level: level, weekends: weekends)
  }

  private func scaled(_ charge: Double) -> Int { Int((charge * Double(scale)).rounded()) }

  /// Writes the cheapest kind of each bundle and day, charges of groups included.
  private func fill(_ prices: RosterPrices, _ charges: Charges, _ work: RelaxedWorkspace) {
    let (days, width, bundles) = (problem.dayCount, problem.kindCount, graph.bundles.count)
    work.reserve(days: days, rows: graph.rowCount, bundles: bundles)
    var charge = [Int](repeating: 0, count: width)
    for (group, members) in problem.limitGroups.enumerated() {
      // What has no limit is not charged for.
      guard most(group) != nil else { continue }
      for kind in members { charge[kind] += scaled(charges.groups[group]) }
    }
    let owner = owner
    for day in 0..<days {
      work.offCost[day] = owner.offAllowed[day] ? owner.offCost[day] * scale : RelaxedSweep.unreached
      for bundle in 0..<bundles {
        var (least, chosen) = (RelaxedSweep.unreached, -1)
        for kind in graph.kindsOfBundle[bundle] where owner.allowed[day * width + kind] {
          let arc = day * width + kind
          let cost = owner.cost[arc] * scale + Int(prices.duty[arc]) + charge[kind]
          if cost < least { (least, chosen) = (cost, kind) }
        }
        work.bundleCost[day * bundles + bundle] = least
        work.bundleKind[day * bundles + bundle] = Int16(chosen)
      }
    }
  }
}
