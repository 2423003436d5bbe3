import Testing

@testable import RotaPlanner

@Suite struct RosteringDeterminismTests {
  private func expectEqual(_ problem: RosteringProblem, work: Int) throws -> RosteringResult {
    let results = try [1, 2, 2].map { threads in
      try RosteringSolver.solve(problem, options: RosteringOptions(workLimit: work, seed: 7, threads: threads))
    }
    #expect(results[0].rosters.count == problem.people.count)
    for result in results.dropFirst() {
      #expect(result.rosters == results[0].rosters)
      #expect(result.objective == results[0].objective)
      #expect(result.bound == results[0].bound)
      #expect(result.work == results[0].work)
    }
    return results[0]
  }

  @Test(arguments: [3, 11])
  func equalWorkGivesEqualRostersWithOneAndWithTwoThreads(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed), days: 14, people: 6, shifts: 2)
    _ = try expectEqual(RosteringProblem(instance), work: 120_000)
  }

  /// Long horizons have ways of their own: above 500 rows prices with limits charged for, above 2,000 no master of everything.
  @Test(arguments: [(90, 6), (175, 12)])
  func longHorizonsToo(days: Int, shifts: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: 2, days: days, people: 10, shifts: shifts)
    let problem = RosteringProblem(instance)
    #expect(problem.rows.count == days * shifts)
    let result = try expectEqual(problem, work: 800_000)
    let check = ShiftSchedulingCheck(instance, rosters: RosteringSolverTests.rosters(result))
    #expect(check.violations == [])
    #expect(check.penalty == result.objective)
    #expect(result.bound > 0 && result.bound <= result.objective)
  }
}
