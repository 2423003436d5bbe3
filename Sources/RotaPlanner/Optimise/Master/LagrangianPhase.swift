/// Prices for the cover rows by a deflected subgradient, before any simplex: the bound of the master's relaxation to within a few
/// per cent after some dozens of passes, each of which is only pricing (Held, Wolfe and Crowder 1974; Camerini, Fratta and
/// Maffioli 1975).
struct LagrangianPhase {
  let problem: RosteringProblem
  let team: PricingTeam
  let scale: Int
  let meter: WorkMeter
  var limits = SolveLimits.none
  /// Rosters of the last so many passes are kept as columns.
  var keep = 12

  private(set) var bound = Int.min
  private(set) var duals: [Double]
  private(set) var columns: [[RosterColumn]] = []
  private(set) var passes = 0
  /// Whether more passes would bring nothing.
  private(set) var isDone = false
  private let low: [Double]
  private let high: [Double]
  private var prices: [Double]
  private var direction: [Double]
  private var step = 1.0
  private var stall = 0

  init(problem: RosteringProblem, team: PricingTeam, scale: Int, meter: WorkMeter) {
    self.problem = problem
    self.meter = meter
    self.team = team
    self.scale = scale
    let low = problem.rows.map { -Double($0.over.marginal(1)) }
    let high = problem.rows.map { Double($0.under.marginal(1)) }
    self.low = low
    self.high = high
    prices = problem.rows.indices.map { min(high[$0], max(low[$0], 0.3 * high[$0])) }
    direction = [Double](repeating: 0, count: prices.count)
    duals = prices
  }

  /// Runs until there are `most` passes, or the meter shows `units`, towards `target`, an objective that is known to be reachable.
  mutating func run(passes most: Int, target: Int, units: Int = .max) {
    while passes < most, !isDone {
      if limits.stopNow != nil || meter.isOver || meter.spent >= units { return }
      pass(target)
    }
    isDone = true
  }

  private mutating func pass(_ target: Int) {
    let people = Array(problem.people.indices)
    let asked = RosterPrices(problem: problem, scale: scale, duals: prices)
    let answers = team.price(people, prices: asked, count: 1, meter: meter)
    passes += 1
    let anyCover = RowRange(low: 0, high: people.count)
    var value = problem.constant * scale
    for (index, row) in problem.rows.enumerated() {
      value += row.lagrangianTerm(price: Int(asked.rows[index]), scale: scale, fixed: 0, range: anyCover)
    }
    var slope = problem.rows.map { Double($0.least) }
    var found: [RosterColumn] = []
    for (person, answer) in zip(people, answers) {
      guard let cost = answer.bound, let cheapest = answer.cheapest else {
        isDone = true
        return
      }
      value += cost
      let column = RosterColumn(problem: problem, person: person, kinds: cheapest)
      for row in column.rows { slope[Int(row)] -= 1 }
      if answer.rosters.first?.kinds == cheapest { found.append(column) }
    }
    columns.append(found)
    if columns.count > keep { columns.removeFirst() }
    judge(value)
    move(slope, target)
  }

  private mutating func judge(_ value: Int) {
    if value > bound {
      bound = value
      duals = prices
      stall = 0
      return
    }
    stall += 1
    if stall < 4 { return }
    step *= 0.7
    stall = 0
    prices = duals
    direction = [Double](repeating: 0, count: prices.count)
  }

  private mutating func move(_ slope: [Double], _ target: Int) {
    var norm = 0.0
    for row in prices.indices {
      direction[row] = slope[row] + 0.7 * direction[row]
      norm += direction[row] * direction[row]
    }
    guard norm > 0, step > 0.005 else {
      isDone = true
      return
    }
    let length = step * max(1, Double(target) - Double(bound) / Double(scale)) / norm
    for row in prices.indices { prices[row] = min(high[row], max(low[row], prices[row] + length * direction[row])) }
  }
}
