/// Prices for the cover rows by a deflected subgradient, before any simplex: the bound of the master's relaxation to within a few
/// per cent after some dozens of passes, each of which is only pricing (Held, Wolfe and Crowder 1974; Camerini, Fratta and
/// Maffioli 1975).
struct LagrangianPhase {
  let problem: RosteringProblem
  let team: PricingTeam
  let scale: Int
  var limits = SolveLimits.none
  /// Rosters of the last so many passes are kept as columns.
  var keep = 12

  private(set) var bound = Int.min
  private(set) var duals: [Double] = []
  private(set) var columns: [[RosterColumn]] = []
  private(set) var passes = 0

  init(problem: RosteringProblem, team: PricingTeam, scale: Int) {
    self.problem = problem
    self.team = team
    self.scale = scale
  }

  /// Runs at most `most` passes towards `target`, an objective that is known to be reachable.
  mutating func run(passes most: Int, target: Int) {
    let people = Array(problem.people.indices)
    let anyCover = RowRange(low: 0, high: people.count)
    let low = problem.rows.map { -Double($0.over.marginal(1)) }
    let high = problem.rows.map { Double($0.under.marginal(1)) }
    var prices = problem.rows.indices.map { min(high[$0], max(low[$0], 0.3 * high[$0])) }
    var direction = [Double](repeating: 0, count: prices.count)
    duals = prices
    var step = 1.0
    var stall = 0
    for _ in 0..<most {
      if limits.stopNow != nil { return }
      let asked = RosterPrices(problem: problem, scale: scale, duals: prices)
      let answers = team.price(people, prices: asked, count: 1)
      passes += 1
      var value = problem.constant * scale
      for (index, row) in problem.rows.enumerated() {
        value += row.lagrangianTerm(price: Int(asked.rows[index]), scale: scale, fixed: 0, range: anyCover)
      }
      var slope = problem.rows.map { Double($0.least) }
      var found: [RosterColumn] = []
      for (person, answer) in zip(people, answers) {
        guard let cost = answer.bound, let roster = answer.rosters.first else { return }
        value += cost
        let column = RosterColumn(problem: problem, person: person, kinds: roster.kinds)
        for row in column.rows { slope[Int(row)] -= 1 }
        found.append(column)
      }
      columns.append(found)
      if columns.count > keep { columns.removeFirst() }
      if value > bound {
        bound = value
        duals = prices
        stall = 0
      } else {
        stall += 1
        if stall >= 4 {
          step *= 0.7
          stall = 0
          prices = duals
          direction = [Double](repeating: 0, count: prices.count)
        }
      }
      var norm = 0.0
      for row in prices.indices {
        direction[row] = slope[row] + 0.7 * direction[row]
        norm += direction[row] * direction[row]
      }
      guard norm > 0, step > 0.005 else { return }
      let length = step * max(1, Double(target) - Double(bound) / Double(scale)) / norm
      for row in prices.indices { prices[row] = min(high[row], max(low[row], prices[row] + length * direction[row])) }
    }
  }
}
