/// The whole search: greedy rosters, the relaxation at the root, dives, neighbourhoods, and the proof.
final class RosteringSearch {
  let problem: RosteringProblem
  let options: RosteringOptions
  let scale: Int
  let team: PricingTeam
  var random: SeededRandom
  var best: RosterSolution?
  var bound = Int.min
  var pool: [[RosterColumn]]
  private let begin = ContinuousClock.now
  private var foundAt = 0.0
  var pivots = 0

  init(problem: RosteringProblem, options: RosteringOptions) {
    self.problem = problem
    self.options = options
    scale = RosterPrices.scale(for: problem)
    team = PricingTeam(problem: problem, scale: scale, threads: options.threads)
    random = SeededRandom(seed: options.seed)
    pool = problem.people.map { _ in [] }
  }

  var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }
  var isDone: Bool { options.limits.stopNow != nil || (best.map { $0.objective <= bound } ?? false) }

  func run() throws -> RosteringResult {
    let greedy = GreedyRosters(problem: problem, team: team, scale: scale)
    switch greedy.build(sweeps: 3, limits: options.limits) {
    case .failure: return result()
    case .success(let solution): accept(solution, "greedy")
    }
    try root()
    return result()
  }

  func result() -> RosteringResult {
    let work = team.pricers.reduce(0) { $0 + $1.sweeps } + pivots
    return RosteringResult(
      rosters: best?.rosters.map(\.kinds) ?? [], objective: best?.objective ?? .max, bound: bound,
      secondsToBest: foundAt, seconds: seconds, work: work)
  }

  func accept(_ solution: RosterSolution, _ phase: String) {
    if let best, best.objective <= solution.objective { return }
    best = solution
    foundAt = seconds
    tell(phase)
  }

  func tell(_ phase: String) {
    options.progress?(
      RosteringProgress(phase: phase, seconds: seconds, objective: best?.objective ?? .max, bound: bound))
  }

  func raiseBound(_ value: Int, _ phase: String) {
    if value > bound {
      bound = value
      tell(phase)
    }
  }

  private func root() throws {
    var phase = LagrangianPhase(problem: problem, team: team, scale: scale)
    phase.limits = options.limits
    phase.run(passes: 30, target: best?.objective ?? 0)
    raiseBound(ColumnGeneration.roundUp(phase.bound, scale), "lagrangian \(phase.passes)")
    try GLPKSimplex.withMaster { simplex in
      let master = try RestrictedMaster(
        problem: problem, simplex: simplex, people: Array(problem.people.indices),
        fixedCover: [Int](repeating: 0, count: problem.rows.count), fixedCost: 0, branching: true)
      try master.add(best?.rosters ?? [])
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      generation.limits = options.limits
      for column in phase.columns { try master.add(column) }
      generation.bestDuals = phase.duals
      generation.watch = { run in
        if run.rounds % 25 == 0 { self.tell("lp \(run.master.objective) \(Double(run.bound) / Double(self.scale))") }
      }
      _ = try generation.run()
      raiseBound(
        generation.roundedBound,
        "root lp \(master.objective) rounds \(generation.rounds) it \(master.iterations) cols \(master.columns.count)")
      for column in master.columns { pool[column.person].append(column) }
      generation.watch = nil
      let rootGeneration = generation
      var dive = Dive(generation)
      dive.generation.limits.deadline = diveDeadline
      if let rosters = try dive.run(cutoff: best?.objective ?? .max, random: &random) {
        accept(RosterSolution(problem: problem, rosters: rosters.sorted { $0.person < $1.person }), "dive")
      } else if case .success(let solution) = GreedyRosters(problem: problem, team: team, scale: scale)
        .build(sweeps: 2, limits: options.limits, settled: master.decided)
      {
        accept(solution, "unfinished dive of \(master.decided.count)")
      }
      for person in problem.people.indices { try master.unfix(person) }
      try alternate(rootGeneration)
      pivots += master.iterations
    }
  }

  /// A dive may use half of the time that is left; what it has settled by then is completed greedily.
  private var diveDeadline: ContinuousClock.Instant? {
    options.limits.deadline.map { .now + ($0 - .now) / 2 }
  }

  /// Neighbourhoods and the tree by turns, until the gap is closed.
  private func alternate(_ generation: ColumnGeneration) throws {
    var tree = BranchAndPrice(problem: problem, generation: generation, team: team)
    while !isDone {
      let until = seconds + max(0.3, 0.15 * seconds)
      while !isDone, seconds < until { try improve() }
      let treeUntil = seconds + max(0.3, 0.15 * seconds)
      while !isDone, seconds < treeUntil {
        if let solution = try tree.run(nodes: 1, cutoff: best?.objective ?? .max) { accept(solution, "tree") }
        raiseBound(min(tree.bound ?? .max, best?.objective ?? .max), "tree \(tree.nodes)")
      }
      try tree.state.leave()
    }
    tell("nodes \(tree.nodes)")
  }

  private var size = 6
  private var stall = 0

  private func improve() throws {
    guard let start = best else { return }
    let count = min(size, problem.people.count)
    let people = Array(problem.people.indices.shuffled(using: &random).prefix(count)).sorted()
    let found = try GLPKSimplex.withMaster { simplex -> Bool in
      let master = try RestrictedMaster(
        problem: problem, simplex: simplex, people: people, fixedCover: start.cover(without: people),
        fixedCost: start.cost(without: people))
      try master.add(people.map { start.rosters[$0] })
      for person in people { try master.add(Array(pool[person].suffix(25))) }
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      generation.limits = options.limits
      let end = try generation.run(cutoff: start.objective)
      defer { pivots += master.iterations }
      if end == .cutOff || end == .infeasible { return false }
      var dive = Dive(generation)
      dive.noise = 0.15
      guard let rosters = try dive.run(cutoff: start.objective, random: &random) else { return false }
      let solution = start.replacing(rosters, problem: problem)
      if solution.objective >= start.objective { return false }
      accept(solution, "neighbourhood of \(count)")
      return true
    }
    if found {
      stall = 0
    } else {
      stall += 1
      if stall > 12 {
        size = size >= 20 ? 6 : size + 2
        stall = 0
      }
    }
  }
}
