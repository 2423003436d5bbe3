import RotaEngine

/// The whole search: greedy rosters, the relaxation at the root, a dive, neighbourhoods, and the proof.
///
/// After the first rosters two lanes run side by side: the main lane goes on from the root over the dive to the tree or to further
/// dives, the side lane searches neighbourhoods. They meet after equal work, so what is found does not depend on the number of threads.
final class RosteringSearch {
  let problem: RosteringProblem
  let options: RosteringOptions
  let scale: Int
  let team: PricingTeam
  /// What the main lane has done; the team and the root master book here.
  let meter: WorkMeter
  private(set) var best: RosterSolution?
  private(set) var bound = Int.min
  private var lanes: NeighbourhoodLanes
  /// What the side lane improves instead of the best solution: what a dive has found.
  private var descent: Descent?
  var random: SeededRandom
  private let begin = ContinuousClock.now
  private var foundAt = 0.0
  /// Nodes of the tree so far.
  private var nodes = 0

  init(problem: RosteringProblem, options: RosteringOptions) {
    self.problem = problem
    self.options = options
    scale = RosterPrices.scale(for: problem)
    team = PricingTeam(problem: problem, scale: scale, threads: options.threads)
    meter = WorkMeter(limit: options.workLimit ?? .max)
    random = SeededRandom(seed: options.seed)
    lanes = NeighbourhoodLanes(problem, options: options)
  }

  var isLarge: Bool { problem.rows.count > Self.mostMasterRows }
  var seconds: Double { begin.secondsUntilNow }
  private var spent: Int { meter.spent + lanes.meter.spent }
  /// The part of the limits that is used up.
  var usedPart: Double {
    let work = options.workLimit.map { Double(spent) / Double(max(1, $0)) } ?? 0
    guard let deadline = options.limits.deadline else { return work }
    return max(work, (ContinuousClock.now - begin) / (deadline - begin))
  }
  var isDone: Bool {
    options.limits.stopNow != nil || meter.isOver || (best.map { $0.objective <= bound } ?? false)
  }

  func run() throws -> RosteringResult {
    let greedy = GreedyRosters(problem: problem, team: team, scale: scale, meter: meter)
    // Neighbourhoods improve a large problem faster than one person at a time does.
    switch meter.turn({ greedy.build(sweeps: isLarge ? 0 : 3, limits: options.limits) }) {
    case .failure: return result()
    case .success(let solution): accept(solution, "greedy")
    }
    let prices = priced()
    if !isLarge {
      do {
        try prove(prices)
      } catch {
        // The solver gave up on the proof; rosters and bound stand, and neighbourhoods go on.
        hasFailedProof = true
        for (pricer, person) in zip(team.pricers, problem.people) { pricer.setMask(DayMask(person: person)) }
      }
    }
    if isLarge || hasFailedProof { try searchWithoutMaster(prices) }
    return result()
  }
  private var hasFailedProof = false

  /// Rows above which the simplex takes too long for one master of everything.
  static let mostMasterRows = 2000
  /// Work up to which the main lane has the machine to itself, because small problems are done by then.
  private static let aloneUntil = 1_500_000

  private func prove(_ prices: LagrangianPhase) throws {
    try GLPKSimplex.withMaster { simplex in
      let master = try firstMaster(simplex, prices)
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      generation.limits = options.limits
      generation.bestDuals = prices.duals
      var lane = ProofLane(generation, seed: options.seed)
      while !isDone { try turn(&lane) }
    }
  }

  private func firstMaster(_ simplex: GLPKSimplex, _ prices: LagrangianPhase) throws -> RestrictedMaster {
    try meter.turn {
      let master = try RestrictedMaster(problem: problem, simplex: simplex, branching: true, meter: meter)
      let columns = Array(prices.columns.joined())
      let known = Set(columns.map(\.person))
      // A large master with the incumbent in it stays there: thousands of degenerate iterations a round (20: no bound after 200 s).
      try master.add((best?.rosters ?? []).filter { nodesAreSolved || !known.contains($0.person) })
      try master.add(columns)
      return master
    }
  }

  /// One turn of the lane that proves, with neighbourhoods beside it.
  private func turn(_ lane: inout ProofLane) throws {
    guard let start = best else { return }
    if lane.isTree, nodesAreSolved, lane.unitsPerNode > Self.mostUnitsPerNode { try diveAgain(&lane, start) }
    if meter.spent < Self.aloneUntil, !lane.isTree {
      meter.limit = (options.workLimit ?? .max) - lanes.meter.spent
      team.threads = options.threads
      take(try meter.turn { try lane.step(units: Self.aloneUntil - meter.spent, best: start) }, lane)
    } else if lane.isTree, searchesTwice(lane) {
      if nodesAreSolved {
        try meter.turn { try lane.narrow(below: start.objective) }
        take(nil, lane)
      }
      try searchOnBothLanes(start)
    } else {
      let found = try beside(descent?.solution ?? start) { try lane.step(units: $0, best: start) }
      take(found, lane)
    }
  }

  /// The slow tree makes way for a few dives that look for what meets the bound, which mostly end soon where there is nothing; then,
  /// where the gap is too wide for it, for other dives.
  private func diveAgain(_ lane: inout ProofLane, _ start: RosterSolution) throws {
    if divesAtBound < Self.mostDivesAtBound {
      divesAtBound += 1
      let target = bound + 1
      try meter.turn { try lane.diveAgain(below: target) }
    } else if isGap(overOneIn: 125) {
      if let dived = lane.dived, dived.objective > start.objective { descend(from: dived) }
      try meter.turn { try lane.diveAgain() }
    }
  }
  private var divesAtBound = 0
  private static let mostDivesAtBound = 2

  /// Whether the gap is more than one in `parts` of the objective.
  private func isGap(overOneIn parts: Int) -> Bool {
    guard let best else { return false }
    return (best.objective - bound) * parts > abs(best.objective)
  }

  private func descend(from solution: RosterSolution) {
    descent = Descent(from: solution)
    lanes.beginAnew(seed: random.next())
  }

  /// Rows above which one node of the tree takes longer than a search has.
  private static let mostTreeRows = 500
  var nodesAreSolved: Bool { problem.rows.count <= Self.mostTreeRows }

  /// Units of work above which a node of the tree is slow.
  private static let mostUnitsPerNode = 250_000

  /// Whether the tree's turn goes to neighbourhoods: always where a node takes too long, never where the gap is very small, three of
  /// four times where nodes are slow, and else every other time while the gap is wide.
  private func searchesTwice(_ lane: ProofLane) -> Bool {
    if !nodesAreSolved { return true }
    if !isGap(overOneIn: 500) { return false }
    treeTurns += 1
    if lane.unitsPerNode > Self.mostUnitsPerNode { return treeTurns % 4 != 0 }
    return treeTurns % 2 == 0 && isGap(overOneIn: 50)
  }
  private var treeTurns = 0

  /// Where no master of everything can be solved: the bound is that of the Lagrangian prices.
  private func searchWithoutMaster(_ prices: LagrangianPhase) throws {
    let excess = meter.turn { SolutionExcess(problem, duals: prices.duals, team: team, scale: scale, meter: meter) }
    lanes.know(duals: prices.duals, excess: excess)
    while !isDone, let start = best { try searchOnBothLanes(start) }
  }

  /// Runs `main` and neighbourhoods of `start` for equal work.
  private func beside(
    _ start: RosterSolution, main: (_ units: Int) throws -> RosterSolution?
  ) throws -> RosterSolution? {
    team.threads = max(1, options.threads - 1)
    let turn = nextTurn()
    let (found, solution, units) = try lanes.beside(start, turn) { try meter.turn { try main(turn.units) } }
    descent?.follow(solution, units: units, bound: bound)
    accept(solution, "neighbourhoods")
    return found
  }

  private func searchOnBothLanes(_ start: RosterSolution) throws {
    for solution in try lanes.together(start, nextTurn(), random: &random) { accept(solution, "neighbourhoods") }
  }

  /// Units of work for each lane's next turn; turns grow with the search, so that short ones do not hold it up.
  private func nextTurn() -> NeighbourhoodLanes.Turn {
    meter.limit = (options.workLimit ?? .max) - lanes.meter.spent
    let units = max(1, min(max(300_000, spent / 20), meter.left / 2))
    return NeighbourhoodLanes.Turn(units: units, bound: bound, limits: options.limits)
  }

  /// Takes over what the main lane knows.
  private func take(_ solution: RosterSolution?, _ lane: ProofLane) {
    nodes = lane.nodes
    if let solution { accept(solution, lane.phase) }
    raiseBound(min(lane.bound, best?.objective ?? .max), lane.phase)
    let excess =
      lane.pool == nil
      ? nil : meter.turn { SolutionExcess(problem, duals: lane.duals, team: team, scale: scale, meter: meter) }
    lanes.know(duals: lane.duals, masks: lane.masks, pool: lane.pool, excess: excess)
    if let descent, let best, descent.isSpent || descent.solution.objective <= best.objective { self.descent = nil }
  }

  func result() -> RosteringResult {
    RosteringResult(
      rosters: best?.rosters.map(\.kinds) ?? [], objective: best?.objective ?? .max, bound: bound,
      secondsToBest: foundAt, seconds: seconds, work: spent, effort: effort)
  }

  func accept(_ solution: RosterSolution, _ phase: String) {
    if let best, best.objective < solution.objective { return }
    let isBetter = best.map { $0.objective > solution.objective } ?? true
    best = solution
    if !isBetter { return }
    foundAt = seconds
    tell(phase)
  }

  func raiseBound(_ value: Int, _ phase: String) {
    if value > bound {
      bound = value
      tell(phase)
    }
  }

  private func tell(_ phase: String) {
    options.progress?(
      RosteringProgress(
        phase: phase, seconds: seconds, objective: best?.objective ?? .max, bound: bound, work: spent, effort: effort))
  }

  /// What both lanes have done, to be read between their turns.
  private var effort: PlanningEffort {
    var effort = PlanningEffort().adding(meter.split).adding(lanes.meter.split)
    effort.rounds = meter.rounds + lanes.meter.rounds
    effort.columns = meter.columns + lanes.meter.columns
    effort.pivots = meter.pivots + lanes.meter.pivots
    effort.nodes = nodes
    return effort
  }
}
