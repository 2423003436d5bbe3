import RotaEngine

/// Prices for the cover rows by the volume algorithm, before any simplex: the bound of the master's relaxation to within a few per
/// cent after some hundreds of passes, each of which is only pricing.
///
/// Limits on groups of duties that the pricing cannot count have prices too (`GroupCharges`); where it counts them, these stay 0.
struct LagrangianPhase {
  let problem: RosteringProblem
  let team: PricingTeam
  let scale: Int
  let meter: WorkMeter
  var limits = SolveLimits.none
  /// Rosters of the last so many passes are kept as columns.
  var keep = 12

  private(set) var bound = Int.min
  private(set) var columns: [[RosterColumn]] = []
  /// By person, the cover that the rosters of the last passes give to each row on average, the newest counting most.
  private(set) var meanCover: [[Float]]
  private(set) var passes = 0
  /// Whether more passes would bring nothing.
  private(set) var isDone = false
  /// Where it began, with limits charged for.
  private(set) var first: IncrementalPrices?
  /// The best prices: of the rows, then less the charge of each person and group.
  private var prices: [Double]
  private let low: [Double]
  private let high: [Double]
  private var steps = VolumeSteps(share: 0.1, patience: 20, factor: 1)

  /// Part of the newest rosters in the mean cover.
  private static let meanShare: Float = 0.1
  /// Length of a step along the price of a group, against one along that of a row: a roster has many duties of a group.
  private static let groupStep = 0.3

  init(problem: RosteringProblem, team: PricingTeam, scale: Int, meter: WorkMeter) {
    self.problem = problem
    self.meter = meter
    self.team = team
    self.scale = scale
    let charges = problem.people.count * problem.limitGroups.count
    let highest = GroupCharges.highest(problem)
    low = problem.rows.map { -Double($0.over.marginal(1)) } + [Double](repeating: -highest, count: charges)
    high = problem.rows.map { Double($0.under.marginal(1)) } + [Double](repeating: 0, count: charges)
    prices = zip(low, high).map { min($1, max($0, 0)) }
    meanCover = problem.people.map { _ in [Float](repeating: 0, count: problem.rows.count) }
  }

  /// Begins at prices, means and a bound that are there already.
  mutating func begin(at first: IncrementalPrices) {
    (bound, meanCover, self.first) = (first.bound, first.meanCover, first)
    let charges = first.charges.flatMap(\.groups)
    prices = zip(low, first.duals + charges.map { -$0 }).map { max($0, $1) }
  }

  /// The rows' prices with the best bound.
  var duals: [Double] { Array(prices.prefix(problem.rows.count)) }
  /// The charges with the best bound.
  var charges: GroupCharges { charges(at: prices) }

  private func charges(at prices: [Double]) -> GroupCharges {
    GroupCharges(problem, amounts: prices.dropFirst(problem.rows.count).map { -$0 }, scale: scale)
  }

  /// Runs until there are `most` passes in all, towards `target`, an objective that is known to be reachable.
  mutating func run(passes most: Int, target: Int) {
    while passes < most, !isDone {
      if limits.stopNow != nil || meter.isOver { return }
      pass(target)
    }
  }

  private mutating func pass(_ target: Int) {
    var trial = steps.trial(from: prices, target: Double(target))
    for index in trial.indices { trial[index] = min(high[index], max(low[index], trial[index])) }
    let asked = RosterPrices(problem: problem, scale: scale, duals: Array(trial.prefix(problem.rows.count)))
    let charges = charges(at: trial)
    let people = Array(problem.people.indices)
    let answers = team.price(people, prices: asked, charges: charges, count: 1, meter: meter)
    passes += 1
    var value = problem.rowTerms(at: asked, scale: scale).reduce(problem.constant * scale, +)
    var found: [RosterColumn] = []
    var rosters: [RosterColumn] = []
    for (person, answer) in zip(people, answers) {
      guard let cost = answer.bound, let cheapest = answer.cheapest else {
        isDone = true
        return
      }
      value += cost - charges.allowance(of: person)
      rosters.append(RosterColumn(problem: problem, person: person, kinds: cheapest))
      if answer.rosters.first?.kinds == cheapest { found.append(rosters[person]) }
    }
    columns.append(found)
    if columns.count > keep { columns.removeFirst() }
    mix(rosters)
    if steps.learn(bound: Double(value) / Double(scale), subgradient: subgradient(rosters, charges)) {
      bound = max(bound, value)
      prices = trial
    }
    isDone = steps.isDone
  }

  /// People wanted less those on duty, and duties allowed less those that rosters have.
  private func subgradient(_ rosters: [RosterColumn], _ charges: GroupCharges) -> [Double] {
    var slope = problem.rows.map { Double($0.least) }
    for roster in rosters {
      for row in roster.rows { slope[Int(row)] -= 1 }
    }
    for roster in rosters {
      var counts = [Int](repeating: 0, count: problem.kindCount)
      for kind in roster.kinds where kind >= 0 { counts[Int(kind)] += 1 }
      for (group, members) in problem.limitGroups.enumerated() {
        let limit = charges.limit(roster.person * problem.limitGroups.count + group)
        slope.append(limit.map { most in Self.groupStep * Double(most - members.reduce(0) { $0 + counts[$1] }) } ?? 0)
      }
    }
    return slope
  }

  private mutating func mix(_ rosters: [RosterColumn]) {
    let share = passes == 1 ? 1 : Self.meanShare
    for roster in rosters {
      meanCover[roster.person].withUnsafeMutableBufferPointer { cover in
        for row in cover.indices { cover[row] *= 1 - share }
        for row in roster.rows { cover[Int(row)] += share }
      }
    }
  }
}
