import RotaEngine

/// Solves the linear relaxation of a master by column generation: simplex for prices, pricing for columns, until none helps.
///
/// The prices asked for are a mixture of the master's and of those with the best bound so far (Wentges 1997; Pessoa,
/// Sadykov, Uchoa and Vanderbeck 2018), which spares most of the rounds that plain column generation wanders about.
struct ColumnGeneration {
  /// How a run ended.
  enum End: Sendable {
    /// The relaxation is solved.
    case converged
    /// The bound reached the cutoff: nothing better is to be found here.
    case cutOff
    /// Somebody has no lawful roster.
    case infeasible
    /// A limit on rounds, work or time.
    case stopped
    /// The turn is over (`pauseAt`); to be resumed.
    case paused
  }

  let master: RestrictedMaster
  let team: PricingTeam
  let scale: Int
  /// Weight of the best prices in the mixture.
  var smoothing = 0.7
  var limits = SolveLimits.none
  /// Columns asked for each person and round.
  var columnsPerPerson = 1
  /// Stop when objective and bound are so close (in objective units).
  var tolerance = 0.005
  /// Also stop when the rounded bound has reached the rounded objective: for a bound, nothing is left to gain.
  var stopsAtRounding = false
  /// Stop as soon as the master's objective is no higher: it is known then that the bound cannot end this node.
  var goal = -Double.infinity
  /// Work of the master's meter at which a run pauses.
  var pauseAt = Int.max
  /// Called after each round.
  var watch: ((ColumnGeneration) -> Void)?

  private(set) var bound = Int.min
  private(set) var rounds = 0
  /// The prices with the best bound so far; set them to begin with prices from elsewhere.
  var bestDuals: [Double] = []

  init(master: RestrictedMaster, team: PricingTeam, scale: Int) {
    self.master = master
    self.team = team
    self.scale = scale
  }

  /// The bound as a whole number of objective units, rounded up; all costs are whole numbers.
  var roundedBound: Int { bound == .min ? .min : Self.roundUp(bound, scale) }

  static func roundUp(_ value: Int, _ scale: Int) -> Int {
    let quotient = value / scale
    return value > 0 && value % scale != 0 ? quotient + 1 : quotient
  }

  /// Runs at most `most` rounds, the first linear program by `method`; `cutoff` is an objective that has to be beaten. A run that
  /// `resumes` goes on as if it had not paused.
  mutating func run(
    cutoff: Int = .max, rounds most: Int = .max, method: SimplexMethod = .primal, resumes: Bool = false
  ) throws -> End {
    var free = master.undecided
    // A dual simplex that takes longer than a turn is held up by ties, which the primal one gets past.
    var method = resumes ? .primal : method
    if !resumes { bound = .min }
    for _ in 0..<most {
      if limits.stopNow != nil || master.meter.isOver { return .stopped }
      guard try solve(method) else { return unsolved }
      method = .primal
      free = master.undecided
      if master.objective <= goal { return .converged }
      rounds += 1
      var mixed = bestDuals.isEmpty ? 0 : smoothing
      while true {
        let duals = prices(mixed)
        let asked = RosterPrices(problem: master.problem, scale: scale, duals: duals)
        let answers = team.price(free, prices: asked, count: columnsPerPerson, meter: master.meter)
        guard let value = lagrangian(asked, answers, free) else { return .infeasible }
        if value > bound {
          bound = value
          bestDuals = duals
        }
        if roundedBound >= cutoff { return .cutOff }
        if closed { return .converged }
        let added = try add(answers, free)
        master.meter.note(round: added)
        if added > 0 { break }
        if mixed == 0 { return .converged }
        mixed = 0
      }
      watch?(self)
      if master.meter.spent >= pauseAt { return .paused }
      try master.purge(above: 0.5 * Double(bestReach), most: 3000 + 40 * master.problem.people.count)
    }
    // The last round's columns belong to the values that are read next.
    _ = try master.solve(limits: limits)
    return .stopped
  }

  /// Dual simplex iterations for each row after which ties hold it up, since it begins at a basis that was optimal a step before. In one
  /// node of instance 12 it did not end in 143,000; `SimplexCure`, which knows nothing of the basis, would have waited longer.
  private static let dualIterationsPerRow = 10

  /// Solves the linear program, a dual simplex that is held up by ties going over to the primal one; false when a limit came first.
  private func solve(_ method: SimplexMethod) throws -> Bool {
    if method == .dual {
      var brief = limits
      brief.iterations = min(brief.iterations, Self.dualIterationsPerRow * master.simplex.rowCount)
      if try master.solve(.dual, limits: brief, until: pauseAt) { return true }
    }
    return try master.solve(.primal, limits: limits, until: pauseAt)
  }

  /// How a run ends whose linear program is not solved.
  private var unsolved: End {
    let isPause = master.meter.spent >= pauseAt && limits.stopNow == nil && !master.meter.isOver
    return isPause ? .paused : .stopped
  }

  private var bestReach: Double { max(4, master.objective - Double(bound) / Double(scale)) }

  private var closed: Bool {
    if master.objective - Double(bound) / Double(scale) < tolerance { return true }
    return stopsAtRounding && Double(roundedBound) >= (master.objective - 1e-6).rounded(.up)
  }

  private func prices(_ mixed: Double) -> [Double] {
    var duals = master.rowDuals
    if mixed == 0 { return duals }
    // Prices from elsewhere may know of no totals.
    for index in duals.indices {
      duals[index] = mixed * (index < bestDuals.count ? bestDuals[index] : 0) + (1 - mixed) * duals[index]
    }
    return duals
  }

  private func add(_ answers: [PersonPricer.Answer], _ free: [Int]) throws -> Int {
    var found: [RosterColumn] = []
    for (person, answer) in zip(free, answers) {
      for roster in answer.rosters {
        let column = RosterColumn(problem: master.problem, person: person, kinds: roster.kinds)
        if master.reducedCost(column) < -1e-6 { found.append(column) }
      }
    }
    return try master.add(found)
  }

  /// The Lagrangian bound at `prices`, times the scale.
  private func lagrangian(_ prices: RosterPrices, _ answers: [PersonPricer.Answer], _ free: [Int]) -> Int? {
    var sum = master.rowsTerm(prices, scale: scale)
    for column in master.decided {
      sum += column.cost * scale
      for row in column.rows { sum -= Int(prices.rows[Int(row)]) }
    }
    for answer in answers {
      guard let cost = answer.bound else { return nil }
      sum += cost
    }
    return sum
  }
}
