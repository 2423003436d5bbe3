import RotaEngine

/// The main lane of the search: the relaxation at the root, totals of missing people made whole there, a dive from it, then the tree
/// that proves or more dives.
struct ProofLane {
  private enum Stage {
    case root
    /// Whether this total, rounded down, leaves anything better than the incumbent.
    case rounding(total: Int, RowRange.Sides)
    case dive(Dive)
    case tree
  }

  private var stage = Stage.root
  private var generation: ColumnGeneration
  private var random: SeededRandom
  private var resumes = false
  /// The tree, once the first dive is over.
  private var tree: BranchAndPrice?
  /// What the last dive found, however good it is.
  private(set) var dived: RosterSolution?
  private let state: BranchingState
  /// The incumbent's objective when duties were last fixed at the root.
  private var fixedAt = Int.max
  /// The least incumbent at which a total was rounded up at the root.
  private var roundedAt = Int.max
  /// Totals that have been tried.
  private var totalsTried = 0
  private var rootDuals: [Double] = []
  private var rootBasis: RestrictedMaster.Basis?
  /// Lower bound on every solution.
  private(set) var bound = Int.min
  /// What a better solution may contain, once the root is solved.
  private(set) var masks: [DayMask]?
  /// The root's last columns by person, once it is solved; to be taken once.
  private(set) var pool: [[RosterColumn]]?

  private var master: RestrictedMaster { generation.master }

  init(_ generation: ColumnGeneration, seed: UInt64) {
    self.generation = generation
    random = SeededRandom(seed: seed)
    state = BranchingState(problem: generation.master.problem, master: generation.master, team: generation.team)
  }

  /// What it is doing.
  var phase: String {
    switch stage {
    case .root, .rounding: "root"
    case .dive: "dive"
    case .tree: "tree"
    }
  }

  var isTree: Bool { if case .tree = stage { true } else { false } }

  /// Nodes of the tree so far.
  var nodes: Int { tree?.nodes ?? 0 }

  /// Units that a node of the tree takes, 0 before the first one.
  var unitsPerNode: Int { nodes == 0 ? 0 : treeWork / nodes }
  private var treeWork = 0

  /// The best prices known.
  var duals: [Double] { rootDuals.isEmpty ? generation.bestDuals : rootDuals }

  /// Works for about `units`; a better solution than `best`, if one was found.
  mutating func step(units: Int, best: RosterSolution) throws -> RosterSolution? {
    let until = master.meter.spent + units
    pool = nil
    switch stage {
    case .root: return try solveRoot(until)
    case .rounding(let total, let sides):
      try round(total, sides, until, best)
      return nil
    case .dive(var dive):
      return try go(&dive, until, best)
    case .tree: return try branch(until, best)
    }
  }

  private mutating func branch(_ until: Int, _ best: RosterSolution) throws -> RosterSolution? {
    try narrow(below: best.objective)
    let begin = master.meter.spent
    let found = try tree?.run(units: until, cutoff: best.objective)
    treeWork += master.meter.spent - begin
    bound = max(bound, min(tree?.bound ?? .max, found?.objective ?? best.objective, best.objective))
    return found
  }

  private mutating func solveRoot(_ until: Int) throws -> RosterSolution? {
    generation.pauseAt = until
    let end = try generation.run(method: rootBasis == nil ? .primal : .dual, resumes: resumes)
    resumes = end == .paused
    bound = max(bound, min(generation.roundedBound, roundedAt))
    if resumes { return nil }
    rootDuals = generation.bestDuals
    rootBasis = try master.basis()
    var columns: [[RosterColumn]] = master.problem.people.map { _ in [] }
    for column in master.columns { columns[column.person].append(column) }
    pool = columns.map { Array($0.suffix(25)) }
    guard end == .converged else {
      stage = .dive(Dive(generation))
      return nil
    }
    let found = try rounded()
    if let next = try nextRounding() { stage = next } else { try beginDive() }
    return found
  }

  /// Begins a dive: in larger problems first one among what solutions that meet the bound may contain. Little is left for it, so it is
  /// short, and a solution that meets the bound ends the search.
  private mutating func beginDive() throws {
    stage = .dive(Dive(generation))
    if hasDivedAtBound || master.problem.rows.count <= Dive.fewRows { return }
    hasDivedAtBound = true
    try keep(below: bound + 1, duals: rootDuals)
  }
  private var hasDivedAtBound = false

  /// Narrows the next dive to what solutions below `target` may contain.
  private mutating func keep(below target: Int, duals: [Double]) throws {
    cutoffOfDive = target
    guard let masks = fixing.masks(duals: duals, cutoff: target) else { return }
    try state.narrow(masks)
    _ = try master.solve(limits: generation.limits)
  }
  /// What the dive has to beat, besides the incumbent where it is the first one.
  private var cutoffOfDive = Int.max

  /// Leaves whatever is in force for the root as it was solved last.
  private mutating func leaveForRoot() throws {
    try state.leave()
    if let rootBasis { try master.useBasis(rootBasis) }
    generation.bestDuals = rootDuals
  }

  /// Begins with the next total that is fractional, if there is one; the values have been read.
  private mutating func nextRounding() throws -> Stage? {
    while totalsTried < master.totals.rows.count {
      let total = totalsTried
      totalsTried += 1
      guard let sides = RowRange.sides(of: master.missing(total: total)),
        sides.isBetween(master.totalRanges[total])
      else { continue }
      try state.enter([.missing(total: total, sides.below)])
      return .rounding(total: total, sides)
    }
    return nil
  }

  /// Solves the relaxation with a total rounded down. Where that leaves nothing better than `best`, it is rounded up for good; else
  /// the tree may branch on it. Then the root is solved again.
  private mutating func round(
    _ total: Int, _ sides: RowRange.Sides, _ until: Int, _ best: RosterSolution
  ) throws {
    generation.pauseAt = until
    let end = try generation.run(cutoff: best.objective, method: .dual, resumes: resumes)
    resumes = end == .paused
    if resumes { return }
    if end == .cutOff || end == .infeasible {
      state.narrowRoot(total: total, sides.above)
      roundedAt = min(roundedAt, best.objective)
    }
    try leaveForRoot()
    stage = .root
  }

  /// The rosters that the relaxation is sure of, everybody else fitted in: a start for the neighbourhoods while the dive runs.
  private func rounded() throws -> RosterSolution? {
    let values = try master.readValues()
    let sure = master.columns.indices.filter { values[$0] > 0.5 }.map { master.columns[$0] }
    let greedy = GreedyRosters(
      problem: master.problem, team: generation.team, scale: generation.scale, meter: master.meter)
    guard case .success(let solution) = greedy.build(sweeps: 2, limits: generation.limits, settled: sure) else {
      return nil
    }
    return solution
  }

  private mutating func go(_ dive: inout Dive, _ until: Int, _ best: RosterSolution) throws -> RosterSolution? {
    dived = nil
    dive.generation.pauseAt = until
    // Neighbourhoods go on from what a later dive finds, so it may be worse than the best.
    let end = try dive.run(cutoff: tree == nil ? min(best.objective, cutoffOfDive) : cutoffOfDive, random: &random)
    if case .paused = end {
      stage = .dive(dive)
      return nil
    }
    for person in master.problem.people.indices { try master.unfix(person) }
    if case .found(let rosters) = end {
      dived = RosterSolution(problem: master.problem, rosters: rosters.sorted { $0.person < $1.person })
    }
    if tree == nil, cutoffOfDive < .max {
      try leaveForRoot()
      stage = .root
    } else {
      tree = tree ?? BranchAndPrice(problem: master.problem, generation: generation, state: state, basis: rootBasis)
      stage = .tree
    }
    cutoffOfDive = .max
    return dived
  }

  /// Leaves the tree for another dive from the root, with chance in it and with more care, among what solutions below `target` may
  /// contain.
  mutating func diveAgain(below target: Int = .max) throws {
    try leaveForRoot()
    generation.pauseAt = .max
    // Columns may have gone since, and solutions been ruled out, all of them no better than `fixedAt`.
    let end = try generation.run()
    bound = max(bound, min(end == .infeasible ? .max : generation.roundedBound, fixedAt, roundedAt))
    rootBasis = try master.basis()
    if target < .max { try keep(below: target, duals: generation.bestDuals) }
    var dive = Dive(generation)
    dive.noise = Self.noiseOfLaterDives
    dive.candidates = Self.candidatesOfLaterDives
    stage = .dive(dive)
  }
  private static let noiseOfLaterDives = 0.15
  private static let candidatesOfLaterDives = 8

  /// Forbids at the root, once the tree has begun, what only solutions of `cutoff` or more contain.
  mutating func narrow(below cutoff: Int) throws {
    guard isTree, cutoff < fixedAt else { return }
    fixedAt = cutoff
    try state.enter([])
    guard let found = fixing.masks(duals: rootDuals, cutoff: cutoff) else {
      bound = max(bound, cutoff)
      return
    }
    state.narrowRoot(found)
    masks = state.rootMasks
  }

  private var fixing: DutyFixing { DutyFixing(master: master, team: generation.team, scale: generation.scale) }
}
