import Testing

@testable import RotaPlanner

@Suite struct SolutionExcessTests {
  /// At any prices, what people and rows cost above their least adds up to the objective above the Lagrangian bound.
  @Test(arguments: 1...30)
  func excessesAddUpToTheObjectiveAboveTheBound(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed) &+ 900, days: 5, people: 3, shifts: 1 + seed % 3)
    let problem = RosteringProblem(instance)
    var random = SeededRandom(seed: UInt64(seed) &* 17)
    let rosters = instance.people.indices.compactMap { person in
      RandomShiftScheduling.lawfulRosters(instance, person: person).randomElement(using: &random).map {
        RosterColumn(problem: problem, person: person, kinds: $0.map { Int32($0 ?? -1) })
      }
    }
    guard rosters.count == problem.people.count else { return }
    let solution = RosterSolution(problem: problem, rosters: rosters)
    let duals = problem.rows.map { _ in Double(Int.random(in: -3...12, using: &random)) / 4 }
    let scale = RosterPrices.scale(for: problem)
    let team = PricingTeam(problem: problem, scale: scale, threads: 1)
    let meter = WorkMeter()
    let excess = try #require(SolutionExcess(problem, duals: duals, team: team, scale: scale, meter: meter))

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
}
