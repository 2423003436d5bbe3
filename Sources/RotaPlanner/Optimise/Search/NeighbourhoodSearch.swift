import RotaEngine

/// A lane of the search that improves a solution by one neighbourhood after the other. It is a value that can run on any thread:
/// what it finds depends on its seed and on the work it may do, not on time.
struct NeighbourhoodSearch: Sendable {
  let problem: RosteringProblem
  private var plan: NeighbourhoodPlan
  private var random: SeededRandom
  private var failures = 0
  /// The rosters that may still be part of something better.
  var masks: [DayMask]
  /// Prices to begin with.
  var duals: [Double] = []
  /// Where a solution costs more than the bound, once that is known.
  var excess: SolutionExcess? {
    get { plan.excess }
    set { plan.excess = newValue }
  }
  /// Known rosters, by person.
  var pool: [[RosterColumn]]

  init(_ problem: RosteringProblem, seed: UInt64) {
    self.problem = problem
    plan = NeighbourhoodPlan(problem)
    random = SeededRandom(seed: seed)
    masks = problem.people.map { DayMask(person: $0) }
    pool = problem.people.map { _ in [] }
  }

  /// The lane after a turn, and what the turn brought.
  typealias Result = (search: NeighbourhoodSearch, solution: RosterSolution, meter: WorkMeter)

  /// Works on `start` for a turn, changing only people in `among`; a solution that is proved optimal ends it.
  func searching(_ start: RosterSolution, among: [Int], _ turn: NeighbourhoodLanes.Turn) throws -> Result {
    var search = self
    let meter = WorkMeter(limit: turn.units)
    let solution = try meter.turn {
      try search.run(start, among: among, meter, bound: turn.bound, limits: turn.limits)
    }
    return (search, solution, meter)
  }

  private mutating func run(
    _ start: RosterSolution, among: [Int], _ total: WorkMeter, bound: Int, limits: SolveLimits
  ) throws -> RosterSolution {
    var best = start
    while !total.isOver, limits.stopNow == nil, best.objective > bound {
      let choice = plan.next(best, among: among, random: &random)
      // Now and then an equally good solution is taken, so that the search does not stay where it is stuck.
      let cutoff = best.objective + (random.next() % 4 == 0 ? 1 : 0)
      total.noteChoice()
      if cutoff == best.objective, !plan.mayGain(choice, best) { continue }
      let neighbourhood = Neighbourhood(
        method: choice.method, whole: problem, start: best, cutoff: cutoff, people: choice.people, days: choice.days,
        masks: masks, duals: duals, pool: pool, seed: random.next(), limits: limits, workLimit: 4 * plan.target)
      // Where the solver gives up, this neighbourhood brought nothing; the next one is another.
      guard let outcome = try? neighbourhood.search() else {
        total.noteFailure()
        failures += 1
        continue
      }
      total.add(outcome.meter)
      let solution = best.replacing(outcome.rosters, problem: problem)
      plan.learn(choice, gain: best.objective - solution.objective, work: outcome.meter.spent)
      if solution.objective < best.objective {
        best = solution
        failures = 0
      } else {
        if solution.objective == best.objective { best = solution }
        failures += 1
        if failures % 25 == 0 { plan.grow() }
      }
    }
    return best
  }
}
