import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct RosterAnnealingTests {
  private struct Case {
    let instance: ShiftSchedulingInstance
    let problem: RosteringProblem
    let start: RosterSolution

    init(seed: Int, days: Int, people: Int) throws {
      instance = try RandomShiftScheduling.instance(seed: UInt64(seed) &+ 70, days: days, people: people, shifts: 2)
      problem = RosteringProblem(instance)
      let scale = RosterPrices.scale(for: problem)
      let greedy = GreedyRosters(
        problem: problem, team: PricingTeam(problem: problem, scale: scale, threads: 1), scale: scale,
        meter: WorkMeter())
      start = try greedy.build(sweeps: 0, limits: .none).get()
    }
  }

  private func annealed(_ given: Case, units: Int, seed: UInt64 = 5) -> RosterAnnealing {
    let annealing = RosterAnnealing(
      given.problem, rosters: given.start.rosters,
      schedule: RosterAnnealing.Schedule(hot: 20, cold: 1, units: units), seed: seed)
    annealing.run(meter: WorkMeter(), limits: .none)
    return annealing
  }

  /// The objective that is kept step by step is that of the rosters, which are lawful and never worse than the start.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 8, 9, 10, 12])
  func theBestRostersAreLawfulAndCostWhatIsSaid(seed: Int) throws {
    guard let given = try? Case(seed: seed, days: 14, people: 6) else { return }
    let annealing = annealed(given, units: 60_000)
    let solution = RosterSolution(problem: given.problem, rosters: annealing.best)
    #expect(solution.objective == annealing.bestObjective)
    #expect(solution.objective <= given.start.objective)
    let check = ShiftSchedulingCheck(
      given.instance, rosters: solution.rosters.map { $0.kinds.map { $0 < 0 ? nil : Int($0) } })
    #expect(check.violations == [])
    #expect(check.penalty == solution.objective)
  }

  /// Long enough, it finds the optimum of two people, known from all pairs of lawful rosters.
  @Test(arguments: 1...12)
  func itFindsTheOptimumOfTwoPeople(seed: Int) throws {
    guard let given = try? Case(seed: seed, days: 6, people: 2) else { return }
    let choices = RandomShiftScheduling.lawfulColumns(given.instance, given.problem)
    let objectives = choices[0].flatMap { first in
      choices[1].map { RosterSolution(problem: given.problem, rosters: [first, $0]).objective }
    }
    #expect(annealed(given, units: 300_000).bestObjective == objectives.min())
  }

  @Test(arguments: 1...4)
  func equalSeedsGiveEqualRosters(seed: Int) throws {
    guard let given = try? Case(seed: seed, days: 14, people: 6) else { return }
    let runs = [5, 5].map { annealed(given, units: 30_000, seed: $0) }
    #expect(runs[0].best == runs[1].best)
  }
}

@Suite struct CostlessShortageTests {
  /// Where only surplus costs, the neighbourhoods still have a temperature.
  @Test func aProblemWithoutPricesForMissingPeopleIsSearched() throws {
    let instance = try RandomShiftScheduling.instance(seed: 11, days: 14, people: 6, shifts: 2)
    var problem = RosteringProblem(instance)
    problem.rows = problem.rows.map { _ in CoverRow(least: 1, most: 1, under: .linear(0), over: .linear(10)) }
    #expect(problem.highestMarginal == 0)
    let scale = RosterPrices.scale(for: problem)
    let greedy = GreedyRosters(
      problem: problem, team: PricingTeam(problem: problem, scale: scale, threads: 1), scale: scale, meter: WorkMeter())
    let start = try greedy.build(sweeps: 0, limits: .none).get()
    let turn = try NeighbourhoodSearch(problem, seed: 1).searching(
      start, among: Array(problem.people.indices),
      NeighbourhoodLanes.Turn(units: 60_000, bound: .min, limits: .none))
    #expect(turn.solution.objective <= start.objective)
  }
}

@Suite struct PausingTests {
  /// A run that pauses inside linear programs ends where one without a pause does.
  @Test(arguments: 1...8)
  func pausesChangeNeitherBoundNorObjective(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed) &+ 40, days: 14, people: 8, shifts: 3)
    let problem = RosteringProblem(instance)
    let scale = RosterPrices.scale(for: problem)
    func solved(turn: Int) throws -> (bound: Int, objective: Double, turns: Int, end: ColumnGeneration.End) {
      try GLPKSimplex.withMaster { simplex in
        let master = try RestrictedMaster(problem: problem, simplex: simplex, meter: WorkMeter())
        let team = PricingTeam(problem: problem, scale: scale, threads: 1)
        var generation = ColumnGeneration(master: master, team: team, scale: scale)
        var turns = 0
        while true {
          generation.pauseAt = turn == .max ? .max : master.meter.spent + turn
          let end = try generation.run(resumes: turns > 0)
          turns += 1
          if end != .paused { return (generation.roundedBound, master.objective, turns, end) }
        }
      }
    }
    let whole = try solved(turn: .max)
    let parts = try solved(turn: 40)
    #expect(parts.end == whole.end)
    #expect(parts.turns > 3 || whole.end == .infeasible)
    #expect(parts.bound == whole.bound)
    if whole.end == .converged { #expect(abs(parts.objective - whole.objective) < 0.01) }
  }
}
