import RotaEngine

/// A proved lower bound on the objective of every lawful plan, by Lagrangian relaxation.
///
/// Ten links of the model are moved into the objective with multipliers: staff present in a cell are the people rostered there, a staffed
/// cell has somebody with each needed skill, crews of a delivery slot are the people rostered in it, visits served of an item are
/// at most those wanted, visits sit on the seats of open cells (R21), points above a person's fair share are priced, kits at a site are those
/// that runs bring, a trade is reached by a stop, kits handed out are in stock (R25), and the budget (R28) holds what is spent. What
/// remains falls apart into the cells of each station (with O12 and O13 over its days), rosters and runs, and each part is minimised over a set that holds every lawful choice, at a cost never
/// above the true one. So for any multipliers at all the sum is at most the objective of every lawful plan. Pins other than of numbers of
/// staff, and what the parts say they leave out can only raise a plan's objective. Rounding: O8 rounds down by less than 1 micro, O9 by at
/// most half a micro a person and week, O10 by half a micro a segment; the sum of doubles is cut by a billionth.
///
/// The multipliers are found by the volume algorithm (Barahona and Anbil 2000): steps go along an average of the subgradients, from the
/// best multipliers so far. The first rounds leave out the duties with two gaps, which take most of the time: what they find is no bound, but
/// the multipliers they lead to are nearly the right ones.
struct DistrictBound: Sendable {
  private let cells: CellRelaxation
  private let rosters: RosterRelaxation
  private let runs: RunRelaxation
  private let skills: SkillRows
  private let layout: MultiplierLayout
  private let wanted: [Double]
  private let yuan: Double
  /// In yuan.
  private let budget: Double?
  /// By person and `BurdenClass.rawValue`.
  private let shares: [[Double]]
  /// O3 without any visit and O7 without any duty.
  private let constant: Double
  private let rounding: Double

  /// The best multipliers so far.
  private(set) var multipliers: [Double]
  /// The least cost at `multipliers`, in units: a bound when the rounds are exact.
  var best = -Double.infinity
  /// The best bound so far, in units.
  private var proved = -Double.infinity
  var isExact: Bool
  var direction: [Double] = []
  var factor = 0.1
  var idle = 0
  /// The bound when the steps were last made long again.
  private var cycleStart = -Double.infinity
  /// Whether more rounds promise next to nothing.
  private(set) var isSettled = false
  /// Who answers for the people in a dive; nil in a bound.
  var dive: RosterDive?
  /// Steps so far.
  private(set) var rounds = 0
  /// Rounds without a better bound after which steps become shorter.
  private static let patience = 5
  /// Most weight of a new subgradient in the average.
  private static let mostShare = 0.4
  private static let leastFactor = 1e-4
  /// Steps as short as this are worth exact rounds.
  private static let exactFactor = 5e-3
  /// Where steps begin again once they have become too short.
  private static let renewedFactor = 0.02
  /// Seconds beyond the limit for a first proved bound.
  private static let graceForFirst = 0.5
  /// The part of the gap that a cycle of ever shorter steps must gain for another one.
  private static let leastGain = 2e-3

  /// Nil when `limits` end before everything is set up.
  init?(
    _ scenario: Scenario, demand: DerivedDemand, worths: [Int], threads: Int, limits: SolveLimits = .none
  ) {
    let law = DutyLaw(scenario)
    let runnable = RunMaker(scenario).runnable
    cells = CellRelaxation(scenario, demand: demand, law: law)
    guard let rosters = RosterRelaxation(law: law, runnable: runnable, threads: threads, limits: limits),
      let runs = RunRelaxation(scenario, limits: limits)
    else { return nil }
    (self.rosters, self.runs) = (rosters, runs)
    skills = SkillRows(scenario)
    layout = MultiplierLayout(scenario, demand: demand, skillRows: skills.cells.count)
    yuan = scenario.weights.yuan.units
    budget = scenario.budget?.yuan
    wanted = demand.items.map { Double($0.visits) }
    shares = scenario.staff.indices.map { staff in
      BurdenClass.allCases.map { Double(scenario.fairAllowance(of: staff, $0)) }
    }
    let unserved = demand.items.reduce(0) { $0 + $1.weight.micro * $1.visits }
    let unmet = scenario.staff.flatMap(\.wishes).filter { $0.kind == .on }.reduce(0) { $0 + $1.weight.micro }
    constant = Double(unserved + unmet) / 1_000_000
    rounding = 2 + Double(scenario.staff.count * (scenario.horizon.weekCount + 3 * scenario.horizon.days))
    multipliers = layout.start(worths: worths)
    isExact = !rosters.hasTwoGaps
  }

  /// The bound as a score, never below 0.
  var score: Score {
    let micro = proved * 1_000_000
    return Score(micro: proved.isFinite ? max(0, Int((micro - rounding - abs(micro) * 1e-9).rounded(.down))) : 0)
  }

  /// What the best multipliers say that a person is worth, by cell, in units.
  var worths: [Double] { Array(multipliers[0..<layout.cellCount]) }

  /// What they say that a yuan of the budget is worth besides its price, in units.
  var budgetPrice: Double { budget == nil ? 0 : multipliers[layout.budget] }

  /// Some rounds, until the clock is over, and a bound at what they have led to. `target` is the objective of a known plan, in units.
  mutating func improve(rounds: Int, target: Double, _ clock: SearchClock) {
    for _ in 0..<rounds where !isSettled && !clock.isOver { step(target, clock.limits) }
    guard !direction.isEmpty, !clock.isOver || proved == -.infinity else { return }
    // Without any proved bound yet, one more evaluation is worth a moment beyond the limit.
    let limits = clock.limits.extended(bySeconds: Self.graceForFirst)
    if isExact {
      proved = max(proved, best)
    } else if let now = evaluate(multipliers, isExact: true, limits) {
      proved = max(proved, now.value)
    }
  }

  /// A step from the best multipliers; none when time is up before it is done.
  mutating func step(_ target: Double, _ limits: SolveLimits) {
    rounds += 1
    guard !direction.isEmpty else {
      if let now = evaluate(multipliers, isExact: isExact, limits) { (best, direction) = now }
      return
    }
    if !isExact && factor < Self.exactFactor {
      guard let now = evaluate(multipliers, isExact: true, limits) else { return }
      isExact = true
      best = now.value
      if factor == 0 { (direction, factor) = (now.gradient, Self.renewedFactor) }
    }
    var norm = 0.0
    for index in direction.indices where layout.mayMove(index, from: multipliers[index], along: direction[index]) {
      norm += layout.stride(index) * direction[index] * direction[index]
    }
    guard norm > 0 else {
      // No link is broken: the best multipliers there are, or time for exact rounds.
      if isExact { isSettled = true } else { factor = 0 }
      return
    }
    let length = factor * max(1, target - best) / norm
    var next = multipliers
    for index in next.indices {
      next[index] = layout.clamped(index, next[index] + length * layout.stride(index) * direction[index])
    }
    guard let (value, gradient) = evaluate(next, isExact: isExact, limits) else { return }
    let isAligned = zip(gradient, direction).reduce(0) { $0 + $1.0 * $1.1 } > 0
    turn(towards: gradient)
    guard value > best else {
      idle += 1
      if idle >= Self.patience { (factor, idle) = (factor / 2, 0) }
      if factor < Self.leastFactor { beginCycle(target) }
      return
    }
    if isAligned && value - best > abs(best) * 1e-5 { factor = min(2, factor * 1.3) }
    (best, multipliers, idle) = (value, next, 0)
  }

  /// Makes the steps long again; where that helped little the last time, this is the end of it.
  private mutating func beginCycle(_ target: Double) {
    isSettled = best - cycleStart <= Self.leastGain * (target - best)
    (cycleStart, factor) = (best, Self.renewedFactor)
  }

  /// Moves the average a little towards the new subgradient: as far as makes it shortest, within limits.
  mutating func turn(towards gradient: [Double]) {
    var (old, mixed, new) = (0.0, 0.0, 0.0)
    for index in gradient.indices where multipliers[index] > 0 || direction[index] > 0 || gradient[index] > 0 {
      let weight = layout.stride(index)
      old += weight * direction[index] * direction[index]
      mixed += weight * direction[index] * gradient[index]
      new += weight * gradient[index] * gradient[index]
    }
    let spread = old - 2 * mixed + new
    let share = spread > 0 ? min(Self.mostShare, max(Self.mostShare / 10, (old - mixed) / spread)) : Self.mostShare
    for index in gradient.indices { direction[index] += share * (gradient[index] - direction[index]) }
  }

  /// The bound at these multipliers, and for each of them how much its link is broken in the minimum; nil when time is up before.
  func evaluate(_ at: [Double], isExact: Bool, _ limits: SolveLimits) -> (value: Double, gradient: [Double])? {
    var gradient = [Double](repeating: 0, count: at.count)
    let price = yuan + (budget == nil ? 0 : at[layout.budget])
    let cells = cellCost(at, yuan: price, &gradient)
    guard let rosters = rosterCost(at, yuan: price, isExact: isExact, limits, &gradient) else { return nil }
    let runs = dive == nil ? runCost(at, yuan: price, &gradient) : (cost: 0, money: 0)
    var value = constant + cells.cost + rosters.cost + runs.cost
    if let budget {
      gradient[layout.budget] = cells.money + rosters.money + runs.money - budget
      value -= at[layout.budget] * budget
    }
    return (value, gradient)
  }

  private func cellCost(
    _ at: [Double], yuan: Double, _ gradient: inout [Double]
  ) -> (cost: Double, money: Double) {
    var staffing = [Double](repeating: 0, count: layout.cellCount)
    for (row, cell) in skills.cells.enumerated() { staffing[cell] += at[layout.skills + row] * 1_000_000 }
    func micro(_ range: Range<Int>) -> [Double] { at[range].map { $0 * 1_000_000 } }
    let prices = CellRelaxation.Prices(
      people: micro(0..<layout.cellCount), staffing: staffing, visits: micro(layout.visits..<layout.points),
      seats: micro(layout.seatTime..<layout.kits), yuan: yuan * 1_000_000)
    let none = [Double](repeating: 0, count: layout.cellCount)
    var links = CellRelaxation.Links(staff: none, served: wanted.map { _ in 0 }, seats: none)
    var value = cells.minimise(prices, links: &links)
    for cell in 0..<layout.cellCount {
      gradient[cell] += links.staff[cell]
      gradient[layout.seatTime + cell] = links.seats[cell]
    }
    for (row, cell) in skills.cells.enumerated() where links.staff[cell] > 0 { gradient[layout.skills + row] += 1 }
    for item in wanted.indices {
      gradient[layout.visits + item] = links.served[item] - wanted[item]
      value -= at[layout.visits + item] * wanted[item] * 1_000_000
    }
    return (value / 1_000_000, links.money)
  }

  private func rosterCost(
    _ at: [Double], yuan: Double, isExact: Bool, _ limits: SolveLimits, _ gradient: inout [Double]
  ) -> (cost: Double, money: Double)? {
    let worths = skills.heldRows.map { rows -> [Double] in
      var own = Array(at[0..<layout.visits])
      for row in rows { own[skills.cells[row]] += at[layout.skills + row] }
      return own
    }
    let width = BurdenClass.allCases.count
    let points = shares.indices.map { Array(at[layout.points + $0 * width..<layout.points + ($0 + 1) * width]) }
    let answers =
      dive?.answers(worths, skills.kinds, yuan: yuan, limits)
      ?? rosters.minimise(
        worths: worths, kinds: skills.kinds, points: points, yuan: yuan, isExact: isExact, limits: limits)
    guard let answers else { return nil }
    var (value, money) = (0.0, 0.0)
    var holders = skills.heldRows.map { _ in [Double](repeating: 0, count: layout.cellCount) }
    for (staff, answer) in answers.enumerated() {
      value += answer.cost
      money += answer.money
      for place in answer.presence {
        gradient[place] -= 1
        if place < layout.cellCount { holders[skills.kinds[staff]][place] += 1 }
      }
      for burden in 0..<width {
        let index = layout.points + staff * width + burden
        gradient[index] = answer.points[burden] - shares[staff][burden]
        value -= at[index] * shares[staff][burden]
      }
    }
    for (kind, rows) in skills.heldRows.enumerated() {
      for row in rows { gradient[layout.skills + row] -= holders[kind][skills.cells[row]] }
    }
    return (value, money)
  }

  private func runCost(_ at: [Double], yuan: Double, _ gradient: inout [Double]) -> (cost: Double, money: Double) {
    let prices = RunRelaxation.Prices(
      seats: Array(at[layout.cellCount..<layout.visits]), kits: Array(at[layout.kits..<layout.trades]),
      trades: Array(at[layout.trades..<layout.stock]), stock: Array(at[layout.stock..<layout.budget]), yuan: yuan)
    var links = RunRelaxation.Links(prices)
    let value = runs.minimise(prices, links: &links)
    for (slot, crew) in links.crew.enumerated() { gradient[layout.cellCount + slot] += crew }
    for (site, kits) in links.kits.enumerated() { gradient[layout.kits + site] = kits }
    for (trade, stops) in links.trades.enumerated() { gradient[layout.trades + trade] = stops }
    for (goods, over) in links.stock.enumerated() { gradient[layout.stock + goods] = over }
    return (value, links.money)
  }
}
