import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct DutyFixingTests {
  /// The cheapest roster through each duty and each day off, by trying all lawful rosters.
  @Test(arguments: 1...30)
  func theBackwardSweepMeetsTheCheapestRosterThroughEachDuty(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed), days: seed % 2 == 0 ? 6 : 7, people: 1, shifts: seed % 3 == 0 ? 3 : 2)
    let problem = RosteringProblem(instance)
    var random = SeededRandom(seed: UInt64(seed) &* 31)
    let duals = problem.rows.indices.map { _ in Double(Int.random(in: -3...12, using: &random)) }
    let scale = RosterPrices.scale(for: problem)
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let pricer = PersonPricer(problem: problem, person: 0, scale: scale)
    let rosters = RandomShiftScheduling.lawfulRosters(instance, person: 0)
    let costs = rosters.map { roster -> Int in
      let column = RosterColumn(problem: problem, person: 0, kinds: roster.map { Int32($0 ?? -1) })
      return scale * column.cost - column.rows.reduce(0) { $0 + Int(prices.rows[Int($1)]) }
    }
    let through = pricer.through(prices, work: PricingWorkspace())
    #expect(through?.bound == costs.min())
    guard let through else { return }
    for day in 0..<problem.dayCount {
      for kind in -1..<problem.kindCount {
        let exact = rosters.indices.filter { (rosters[$0][day] ?? -1) == kind }.map { costs[$0] }.min()
        let found = kind < 0 ? through.off[day] : through.duty[day * problem.kindCount + kind]
        // Limits that the cheapest roster keeps are not counted, so the sweep may be too low, never too high.
        #expect(found <= exact ?? .max)
        if let exact, found < exact { #expect(found >= through.bound) }
      }
    }
  }

  /// No solution better than the cutoff is lost by forbidding duties.
  @Test(arguments: 1...30)
  func everyBetterSolutionKeepsToTheMasks(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed) &+ 500, days: 4, people: 2, shifts: 1 + seed % 2)
    let problem = RosteringProblem(instance)
    let choices = RandomShiftScheduling.lawfulColumns(instance, problem)
    let solutions = choices[0].flatMap { first in
      choices[1].map { RosterSolution(problem: problem, rosters: [first, $0]) }
    }
    guard let optimum = solutions.map(\.objective).min() else { return }
    let scale = RosterPrices.scale(for: problem)
    let team = PricingTeam(problem: problem, scale: scale, threads: 1)
    let meter = WorkMeter()
    try GLPKSimplex.withMaster { simplex in
      let master = try RestrictedMaster(problem: problem, simplex: simplex, meter: meter)
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      _ = try generation.run()
      let fixing = DutyFixing(master: master, team: team, scale: scale)
      for cutoff in [optimum, optimum + 1, optimum + 5] {
        let masks = fixing.masks(duals: generation.bestDuals, cutoff: cutoff)
        for solution in solutions where solution.objective < cutoff {
          for roster in solution.rosters {
            #expect(masks?[roster.person].allows(roster.kinds, kindCount: problem.kindCount) == true)
          }
        }
      }
    }
  }
}
