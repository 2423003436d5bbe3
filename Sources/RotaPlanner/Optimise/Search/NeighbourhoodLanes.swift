import RotaEngine

/// The two lanes that search neighbourhoods, beside other work or side by side. They meet after equal work, so what they find does not
/// depend on the number of threads.
struct NeighbourhoodLanes {
  private let problem: RosteringProblem
  private let threads: Int
  private var lanes: [NeighbourhoodSearch]
  /// Whether the last turn of both brought nothing.
  private var isStuck = false
  /// What both have done.
  let meter = WorkMeter()

  init(_ problem: RosteringProblem, options: RosteringOptions) {
    self.problem = problem
    threads = options.threads
    lanes = [1, 2].map { NeighbourhoodSearch(problem, seed: options.seed &* 2 &+ $0) }
  }

  /// One turn: units of work for each lane, and when it ends before.
  struct Turn: Sendable {
    var units: Int
    var bound: Int
    var limits: SolveLimits
  }

  /// Tells both lanes what is known; nil leaves what they know.
  mutating func know(
    duals: [Double], masks: [DayMask]? = nil, pool: [[RosterColumn]]? = nil, excess: SolutionExcess? = nil
  ) {
    for index in lanes.indices {
      lanes[index].duals = duals
      if let masks { lanes[index].masks = masks }
      if let pool { lanes[index].pool = pool }
      if let excess { lanes[index].excess = excess }
    }
  }

  /// Lets the first lane forget what has brought gains, for a start of another kind.
  mutating func beginAnew(seed: UInt64) {
    let old = lanes[0]
    lanes[0] = NeighbourhoodSearch(problem, seed: seed)
    (lanes[0].duals, lanes[0].masks, lanes[0].pool, lanes[0].excess) = (old.duals, old.masks, old.pool, old.excess)
  }

  /// Runs `main`, which should do the turn's units, and neighbourhoods of `start` beside it.
  mutating func beside<Main>(
    _ start: RosterSolution, _ turn: Turn, main: () throws -> Main
  ) throws -> (main: Main, side: RosterSolution, units: Int) {
    let side = lanes[0]
    let everybody = Array(problem.people.indices)
    let (found, (after, solution, work)) = try TwoLanes.run(threads: threads, main: main) {
      try side.searching(start, among: everybody, turn)
    }
    lanes[0] = after
    meter.add(work)
    return (found, solution, work.spent)
  }

  /// Neighbourhoods on both lanes, each with half of the people, so that what both find goes together; each with everybody once that
  /// has brought nothing.
  mutating func together(
    _ start: RosterSolution, _ turn: Turn, random: inout SeededRandom
  ) throws -> [RosterSolution] {
    let everybody = Array(problem.people.indices)
    let shuffled = everybody.shuffled(using: &random)
    let half = shuffled.count / 2
    let parts =
      isStuck ? [everybody, everybody] : [shuffled.prefix(half).sorted(), shuffled.dropFirst(half).sorted()]
    let (first, second) = (lanes[0], lanes[1])
    let results = try TwoLanes.run(threads: threads) {
      try second.searching(start, among: parts[1], turn)
    } side: {
      try first.searching(start, among: parts[0], turn)
    }
    lanes = [results.side.search, results.main.search]
    meter.add(results.side.meter)
    meter.add(results.main.meter)
    let (main, side) = (results.main.solution, results.side.solution)
    let others = everybody.filter { side.rosters[$0] == start.rosters[$0] }
    let both = side.replacing(others.map { main.rosters[$0] }, problem: problem)
    isStuck = min(both.objective, side.objective, main.objective) >= start.objective
    return [both, side, main]
  }
}
