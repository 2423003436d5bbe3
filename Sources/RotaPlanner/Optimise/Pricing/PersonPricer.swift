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
    /// The cheapest roster, also where limits that could not be counted make it unlawful.
    var cheapest: [Int32]?
    /// The work of the sweeps behind it, in the units of `WorkMeter`.
    var work = 0
  }

  /// Cells of a sweep above which a limit is rather left out: 128 MiB a thread. The bound then holds all the same.
  private static let mostCells = 1 << 25
  /// Cells above which rosters are better built at an even pace.
  private static let heavyCells = 1 << 21

  let problem: RosteringProblem
  let person: Int
  let scale: Int
  /// Whether a sweep of the whole horizon takes long.
  let isHeavy: Bool
  private let countsWeekends: Bool
  let unit: Int
  let weekendRole: [UInt8]
  private(set) var graph: RosterGraph
  /// Counts weekends, whatever that takes, and no groups: for bands.
  private(set) lazy var graphForBands = RosterGraph(
    problem: problem, person: problem.people[person], activeGroups: [], unit: unit)
  private(set) var corridor: RosterCorridor
  private var isStale = false
  /// For each limit group, the calls since a cheapest roster stood at its limit.
  private var idle: [Int]
  private(set) var mask: DayMask

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
    var graph = RosterGraph(problem: problem, person: owner, activeGroups: [], unit: unit)
    var corridor = RosterCorridor(graph: graph, problem: problem, person: owner, mask: mask)
    isHeavy = corridor.size > Self.heavyCells
    countsWeekends = corridor.size <= Self.mostCells
    if !countsWeekends {
      graph = RosterGraph(problem: problem, person: owner, activeGroups: [], unit: unit, countsWeekends: false)
      corridor = RosterCorridor(graph: graph, problem: problem, person: owner, mask: mask)
    }
    self.graph = graph
    self.corridor = corridor
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

  func setMask(_ mask: DayMask) {
    if mask == self.mask { return }
    self.mask = mask
    isStale = true
  }

  /// A limit that the sweep may have left out.
  enum Limit {
    case group(Int)
    case weekends
  }

  /// A limit that a roster of `graph` breaks.
  func brokenLimit(_ kinds: [Int32], _ graph: RosterGraph) -> Limit? {
    let limits = problem.people[person].limits
    if !graph.limitsWeekends, limits.mostWeekends < problem.dayCount {
      var weekends = 0
      var last = -1
      for (day, kind) in kinds.enumerated() where kind >= 0 && problem.weekendOfDay[day] >= 0 {
        if problem.weekendOfDay[day] != last { weekends += 1 }
        last = problem.weekendOfDay[day]
      }
      if weekends > limits.mostWeekends { return .weekends }
    }
    for (group, members) in problem.limitGroups.enumerated() where limits.mostByGroup[group] < problem.dayCount {
      let used = kinds.reduce(0) { $0 + (members.contains(Int($1)) ? 1 : 0) }
      if used > limits.mostByGroup[group] { return .group(group) }
    }
    return nil
  }

  /// The cheapest rosters at `prices`, at most `count` of them, each with another number of minutes.
  func price(_ prices: RosterPrices, work: PricingWorkspace, count: Int) -> Answer {
    var answer = Answer(bound: nil, rosters: [])
    while true {
      refresh()
      guard corridor.isFeasible else { return answer }
      let sweep = swept(prices, work, graph, corridor, mask)
      answer.work += sweepWork
      let ends = sweep.ends()
      guard let first = ends.first else { return answer }
      let best = sweep.roster(to: first)
      if let broken = brokenLimit(best, graph) {
        if begin(counting: broken) { continue }
      } else {
        dropIdleGroup(best)
        answer.rosters = [(cost: Int(first.cost), kinds: best)]
      }
      answer.bound = Int(first.cost)
      answer.cheapest = best
      for end in ends.dropFirst().prefix(3 * count) where answer.rosters.count < count {
        let kinds = sweep.roster(to: end)
        if brokenLimit(kinds, graph) == nil { answer.rosters.append((Int(end.cost), kinds)) }
      }
      return answer
    }
  }

  /// The work of one sweep.
  var sweepWork: Int {
    20 + corridor.size / 1000 + problem.dayCount * graph.rowCount * graph.counterCount / 1000
  }

  /// The least cost of a lawful roster, and of one with each kind of duty and each day off.
  struct Through: Sendable {
    var bound: Int
    /// At `day * kindCount + kind`; at least `RosterSweep.unreached` where there is none.
    var duty: [Int]
    var off: [Int]
    var work: Int
  }

  /// Sweeps forward and backward at `prices`; nil when there is no lawful roster.
  func through(_ prices: RosterPrices, work: PricingWorkspace) -> Through? {
    while true {
      refresh()
      guard corridor.isFeasible else { return nil }
      let sweep = swept(prices, work, graph, corridor, mask)
      guard let first = sweep.ends().first else { return nil }
      if let broken = brokenLimit(sweep.roster(to: first), graph), begin(counting: broken) { continue }
      work.reserveBack(cells: corridor.size)
      return spread(sweep.through(), best: Int(first.cost), prices)
    }
  }

  /// From bundles to kinds: within a bundle only the day's cost differs.
  private func spread(_ through: RosterSweep.Through, best: Int, _ prices: RosterPrices) -> Through {
    let width = problem.kindCount
    var duty = [Int](repeating: Int(RosterSweep.unreached), count: mask.duty.count)
    for day in 0..<problem.dayCount {
      for (index, kinds) in graph.kindsOfBundle.enumerated() {
        let least = through.bundle[day * graph.bundles.count + index]
        if least >= RosterSweep.threshold { continue }
        let costs = kinds.filter { mask.duty[day * width + $0] }.map { kind in
          (kind: kind, cost: cost(ofArc: day * width + kind, prices))
        }
        let cheapest = costs.map(\.cost).min() ?? 0
        for (kind, cost) in costs { duty[day * width + kind] = least - cheapest + cost }
      }
    }
    return Through(bound: best, duty: duty, off: through.off, work: 20 + corridor.size / 150)
  }

  /// What a duty costs at `prices`, times the scale; `arc` is `day * kindCount + kind`.
  func cost(ofArc arc: Int, _ prices: RosterPrices) -> Int {
    problem.people[person].cost[arc] * scale + Int(prices.duty[arc])
  }

  func refresh() {
    guard isStale else { return }
    corridor = RosterCorridor(graph: graph, problem: problem, person: problem.people[person], mask: mask)
    isStale = false
  }

  /// Counts a limit from now on; false where the states would be too many, and the limit stays out.
  private func begin(counting limit: Limit) -> Bool {
    switch limit {
    case .weekends: return false
    case .group(let group):
      let values = min(problem.people[person].limits.mostByGroup[group], problem.dayCount) + 1
      if corridor.size * values > Self.mostCells { return false }
      idle[group] = 0
      count(groups: (graph.activeGroups + [group]).sorted())
      return true
    }
  }

  private func count(groups: [Int]) {
    graph = RosterGraph(
      problem: problem, person: problem.people[person], activeGroups: groups, unit: unit,
      countsWeekends: countsWeekends)
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

  /// The forward sweep at `prices` over what `mask` leaves of `corridor`.
  func swept(
    _ prices: RosterPrices, _ work: PricingWorkspace, _ graph: RosterGraph, _ corridor: RosterCorridor, _ mask: DayMask
  ) -> RosterSweep {
    fill(prices, work, graph, corridor, mask)
    let sweep = RosterSweep(
      graph: graph, corridor: corridor, start: problem.people[person].start, weekendRole: weekendRole, work: work)
    sweep.run()
    return sweep
  }

  /// Writes the cheapest kind of each bundle and day, and reserves the layers.
  private func fill(
    _ prices: RosterPrices, _ work: PricingWorkspace, _ graph: RosterGraph, _ corridor: RosterCorridor, _ mask: DayMask
  ) {
    let days = problem.dayCount
    let bundles = graph.bundles.count
    let flags = (days + 1) * graph.rowCount * graph.counterCount
    work.reserve(
      cells: corridor.size, flags: flags, minima: graph.levels.upperBound + 1, arcs: days * bundles, days: days)
    let owner = problem.people[person]
    let kindCount = problem.kindCount
    let (bundleCost, bundleKind, offCost) = (work.bundleCost, work.bundleKind, work.offCost)
    owner.cost.withUnsafeBufferPointer { own in
      mask.duty.withUnsafeBufferPointer { allowed in
        prices.duty.withUnsafeBufferPointer { duty in
          for day in 0..<days {
            offCost[day] =
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
              bundleCost[day * bundles + bundle] = least
              bundleKind[day * bundles + bundle] = chosen
            }
          }
        }
      }
    }
  }
}
