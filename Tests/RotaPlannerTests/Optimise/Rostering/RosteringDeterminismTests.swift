import Testing

@testable import RotaPlanner

@Suite struct RosteringDeterminismTests {
  @Test(arguments: [3, 11])
  func equalWorkGivesEqualRostersWithOneAndWithTwoThreads(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed), days: 14, people: 6, shifts: 2)
    let problem = RosteringProblem(instance)
    let results = try [1, 2, 2].map { threads in
      try RosteringSolver.solve(problem, options: RosteringOptions(workLimit: 120_000, seed: 7, threads: threads))
    }
    #expect(results[0].rosters.count == problem.people.count)
    for result in results.dropFirst() {
      #expect(result.rosters == results[0].rosters)
      #expect(result.objective == results[0].objective)
      #expect(result.bound == results[0].bound)
      #expect(result.work == results[0].work)
    }
  }
}
