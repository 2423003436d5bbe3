import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct SolutionExcessTests {
  /// At any prices, what people and rows cost above their least adds up to the objective above the Lagrangian bound; there is none where
  /// someone has no lawful roster.
  @Test(arguments: 1...30)
  func excessesAddUpToTheObjectiveAboveTheBound(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed) &+ 900, days: 5, people: 3, shifts: 1 + seed % 3)
    let problem = RosteringProblem(instance)
    var random = SeededRandom(seed: UInt64(seed) &* 17)
    let rosters = RandomShiftScheduling.lawfulColumns(instance, problem).compactMap {
      $0.randomElement(using: &random)
    }
    let duals = problem.rows.map { _ in Double(Int.random(in: -3...12, using: &random)) / 4 }
    let scale = RosterPrices.scale(for: problem)
    let team = PricingTeam(problem: problem, scale: scale, threads: 1)
    let meter = WorkMeter()
    let found = SolutionExcess(problem, duals: duals, team: team, scale: scale, meter: meter)
    guard rosters.count == problem.people.count else {
      #expect(found == nil)
      return
    }
    let excess = try #require(found)
    let solution = RosterSolution(problem: problem, rosters: rosters)

    let ofPeople = rosters.map(excess.ofRoster)
    let ofRows = problem.rows.enumerated().map { excess.ofRow($0, $1, cover: solution.cover[$0]) }
    #expect((ofPeople + ofRows).allSatisfy { $0 >= 0 })

    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let least = team.price(Array(problem.people.indices), prices: prices, count: 1, meter: meter)
    let bound = try GLPKThread.runBlocking {
      try GLPKSimplex.withMaster { simplex in
        let master = try RestrictedMaster(problem: problem, simplex: simplex, meter: meter)
        return try least.reduce(master.rowsTerm(prices, scale: scale)) { $0 + (try #require($1.bound)) }
      }
    }
    let sum = (ofPeople + ofRows).reduce(0, +)
    #expect(abs(sum - (Double(solution.objective) - Double(bound) / Double(scale))) < 1e-6)
  }

  /// Neighbourhoods that are passed over hold nothing better, by trying all rosters of their people.
  @Test func whatIsPassedOverHoldsNothingBetter() throws {
    var passedOver = 0
    for seed in 1...30 {
      let instance = try RandomShiftScheduling.instance(
        seed: UInt64(seed) &+ 900, days: 4, people: 3, shifts: 1 + seed % 2)
      let problem = RosteringProblem(instance)
      let choices = RandomShiftScheduling.lawfulColumns(instance, problem)
      guard choices.allSatisfy({ !$0.isEmpty }) else { continue }
      var random = SeededRandom(seed: UInt64(seed) &* 13)
      let scale = RosterPrices.scale(for: problem)
      let team = PricingTeam(problem: problem, scale: scale, threads: 1)
      let duals = try GLPKThread.runBlocking {
        try GLPKSimplex.withMaster { simplex in
          let master = try RestrictedMaster(problem: problem, simplex: simplex, meter: WorkMeter())
          var generation = ColumnGeneration(master: master, team: team, scale: scale)
          _ = try generation.run()
          return generation.bestDuals
        }
      }
      var plan = NeighbourhoodPlan(problem)
      plan.excess = SolutionExcess(problem, duals: duals, team: team, scale: scale, meter: WorkMeter())
      let drawn = (0..<40).map { _ in
        RosterSolution(problem: problem, rosters: choices.map { $0[random.below($0.count)] })
      }
      guard let start = drawn.min(by: { $0.objective < $1.objective }) else { continue }
      for _ in 0..<10 {
        let choice = plan.next(start, among: [0, 1, 2], random: &random)
        if plan.mayGain(choice, start) { continue }
        passedOver += 1
        #expect(best(of: choices, from: start, free: choice.people, problem) >= start.objective)
      }
    }
    #expect(passedOver > 0)
  }

  /// The least objective with any rosters for `free` people, the others as in `start`.
  private func best(
    of choices: [[RosterColumn]], from start: RosterSolution, free: [Int], _ problem: RosteringProblem
  ) -> Int {
    var solutions = [start]
    for person in free {
      solutions = solutions.flatMap { solution in
        choices[person].map { solution.replacing([$0], problem: problem) }
      }
    }
    return solutions.map(\.objective).min() ?? start.objective
  }
}
