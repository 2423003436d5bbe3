/// The pricing problem of one person: the cheapest lawful rosters at given prices.
///
/// Limits on the number of duties of a group are left out at first and become counters of the dynamic program when a cheapest
/// roster breaks them (decremental state space relaxation, Boland, Dethridge and Dumitrescu 2006; Righini and Salani 2008).
final class PersonPricer: @unchecked Sendable {
  /// The rosters found, cheapest first, with their cost at the prices (times the scale).
  struct Answer: Sendable {
    /// No lawful roster costs less than this; nil when there is no lawful roster at all.
    var bound: Int?
    var rosters: [(cost: Int, kinds: [Int32])]
  }

  let problem: RosteringProblem
  let person: Int
  let scale: Int
  private let unit: Int
  private let weekendRole: [UInt8]
  private var graph: RosterGraph
  private var corridor: RosterCorridor
  private var isStale = false
  /// For each limit group, the calls since a cheapest roster stood at its limit.
  private var idle: [Int]
  private(set) var mask: DayMask
  /// Sweeps made so far: the unit of deterministic work.
  private(set) var sweeps = 0

  init(problem: RosteringProblem, person: Int, scale: Int) {
    self.problem = problem
    self.person = person
    self.scale = scale
    unit = max(1, problem.kinds.reduce(0) { Self.divisor($0, $1.minutes) })
    let weekend = problem.weekendOfDay
    weekendRole = weekend.indices.map { day in
      weekend[day] < 0 ? 0 : (day > 0 && weekend[day - 1] == weekend[day] ? 2 : 1)
    }
    idle = [Int](repeating: 0, count: problem.limitGroups.count)
    let owner = problem.people[person]
    mask = DayMask(person: owner)
    graph = RosterGraph(problem: problem, person: owner, activeGroups: [], unit: unit)
    corridor = RosterCorridor(graph: graph, problem: problem, person: owner, mask: mask)
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

  func setMask(_ mask: DayMask) {
    if mask == self.mask { return }
    self.mask = mask
    isStale = true
  }

  /// Whether every limit group that the kinds use is kept.
  private func brokenGroup(_ kinds: [Int32]) -> Int? {
    let most = problem.people[person].limits.mostByGroup
    for (group, members) in problem.limitGroups.enumerated() where most[group] < problem.dayCount {
      let count = kinds.reduce(0) { $0 + (members.contains(Int($1)) ? 1 : 0) }
      if count > most[group] { return group }
    }
    return nil
  }

  /// The cheapest rosters at `prices`, at most `count` of them, each with another number of minutes.
  func price(_ prices: RosterPrices, work: PricingWorkspace, count: Int) -> Answer {
    while true {
      if isStale {
        corridor = RosterCorridor(graph: graph, problem: problem, person: problem.people[person], mask: mask)
        isStale = false
      }
      guard corridor.isFeasible else { return Answer(bound: nil, rosters: []) }
      fill(prices, work)
      let sweep = RosterSweep(
        graph: graph, corridor: corridor, start: problem.people[person].start, weekendRole: weekendRole, work: work)
      sweep.run()
      sweeps += 1
      let ends = sweep.ends()
      guard let first = ends.first else { return Answer(bound: nil, rosters: []) }
      let best = sweep.roster(to: first)
      if let group = brokenGroup(best) {
        activate(group)
        continue
      }
      dropIdleGroup(best)
      var rosters = [(cost: Int(first.cost), kinds: best)]
      for end in ends.dropFirst() where rosters.count < count {
        let kinds = sweep.roster(to: end)
        if brokenGroup(kinds) == nil { rosters.append((Int(end.cost), kinds)) }
      }
      return Answer(bound: Int(first.cost), rosters: rosters)
    }
  }

  private func activate(_ group: Int) {
    idle[group] = 0
    count(groups: (graph.activeGroups + [group]).sorted())
  }

  private func count(groups: [Int]) {
    graph = RosterGraph(problem: problem, person: problem.people[person], activeGroups: groups, unit: unit)
    isStale = true
  }

  /// Stops counting a group that has not been at its limit for a few calls: early prices ask for much that later ones do not.
  private func dropIdleGroup(_ kinds: [Int32]) {
    let most = problem.people[person].limits.mostByGroup
    for group in graph.activeGroups {
      let members = problem.limitGroups[group]
      let used = kinds.reduce(0) { $0 + (members.contains(Int($1)) ? 1 : 0) }
      idle[group] = used < most[group] ? idle[group] + 1 : 0
    }
    let kept = graph.activeGroups.filter { idle[$0] < 2 }
    if kept.count < graph.activeGroups.count { count(groups: kept) }
  }

  /// Writes the cheapest kind of each bundle and day, and reserves the layers.
  private func fill(_ prices: RosterPrices, _ work: PricingWorkspace) {
    let days = problem.dayCount
    let bundles = graph.bundles.count
    let flags = (days + 1) * graph.rowCount * graph.counterCount
    work.reserve(
      cells: corridor.size, flags: flags, minima: graph.levels.upperBound + 1, arcs: days * bundles, days: days)
    let owner = problem.people[person]
    let kindCount = problem.kindCount
    owner.cost.withUnsafeBufferPointer { own in
      mask.duty.withUnsafeBufferPointer { allowed in
        prices.duty.withUnsafeBufferPointer { duty in
          for day in 0..<days {
            work.offCost[day] =
              mask.off[day] ? Int32(truncatingIfNeeded: owner.offCost[day] * scale) : RosterSweep.unreached
            for bundle in 0..<bundles {
              var least = RosterSweep.unreached
              var chosen: Int32 = -1
              for kind in graph.kindsOfBundle[bundle] {
                let arc = day * kindCount + kind
                guard allowed[arc] else { continue }
                let cost = Int32(truncatingIfNeeded: own[arc] * scale) &+ duty[arc]
                if cost < least {
                  least = cost
                  chosen = Int32(kind)
                }
              }
              work.bundleCost[day * bundles + bundle] = least
              work.bundleKind[day * bundles + bundle] = chosen
            }
          }
        }
      }
    }
  }
}
