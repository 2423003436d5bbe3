import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct LaterDiveTests {
  /// One dive after the other from the same root: each ends, what it finds is lawful and costs what it says, and no bound is above it.
  @Test func everyDiveFindsLawfulRostersAboveTheBound() throws {
    var found = 0
    for seed in 1...12 {
      let instance = try RandomShiftScheduling.instance(seed: UInt64(seed), days: 14, people: 6, shifts: 2)
      let problem = RosteringProblem(instance)
      let scale = RosterPrices.scale(for: problem)
      let team = PricingTeam(problem: problem, scale: scale, threads: 1)
      let meter = WorkMeter()
      let greedy = GreedyRosters(problem: problem, team: team, scale: scale, meter: meter)
      guard case .success(let start) = greedy.build(sweeps: 0, limits: .none) else { continue }
      try GLPKSimplex.withMaster { simplex in
        let master = try RestrictedMaster(problem: problem, simplex: simplex, branching: true, meter: meter)
        try master.add(start.rosters)
        var lane = ProofLane(ColumnGeneration(master: master, team: team, scale: scale), seed: UInt64(seed))
        for dive in 1...4 {
          for _ in 0..<200 where !lane.isTree { _ = try lane.step(units: 100_000, best: start) }
          #expect(lane.isTree, "seed \(seed), dive \(dive)")
          if let dived = lane.dived {
            found += 1
            let rosters = dived.rosters.map { $0.kinds.map { $0 < 0 ? nil : Int($0) } }
            let check = ShiftSchedulingCheck(instance, rosters: rosters)
            #expect(check.violations == [], "seed \(seed), dive \(dive)")
            #expect(check.penalty == dived.objective, "seed \(seed), dive \(dive)")
            #expect(lane.bound <= min(dived.objective, start.objective), "seed \(seed), dive \(dive)")
          }
          try lane.narrow(below: start.objective)
          try lane.diveAgain()
        }
      }
    }
    #expect(found > 12)
  }

  /// Trying out a roster leaves the linear program as it was.
  @Test(arguments: 1...5)
  func aTrialChangesNothing(seed: Int) throws {
    let problem = RosteringProblem(
      try RandomShiftScheduling.instance(seed: UInt64(seed), days: 14, people: 6, shifts: 2))
    let scale = RosterPrices.scale(for: problem)
    let team = PricingTeam(problem: problem, scale: scale, threads: 1)
    try GLPKSimplex.withMaster { simplex in
      let master = try RestrictedMaster(problem: problem, simplex: simplex, meter: WorkMeter())
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      guard try generation.run() == .converged else { return }
      let before = (master.objective, try master.readValues())
      let basis = try master.basis()
      for index in master.columns.indices {
        let value = try master.trial(ofColumn: index, iterations: 100)
        #expect(value >= before.0 - 1e-6, "column \(index)")
        try master.useBasis(basis)
      }
      #expect(try master.solve(limits: .none))
      #expect(abs(master.objective - before.0) < 1e-6)
      #expect(try master.readValues().elementsEqual(before.1) { abs($0 - $1) < 1e-6 })
    }
  }
}

@Suite struct DescentTests {
  private func solution(_ problem: RosteringProblem, missing: Int) -> RosterSolution {
    RosterSolution(problem: problem, rosters: [], fixedCover: [10 - missing])
  }

  /// It goes on while gains are considerable, and ends after as much work as it has patience for.
  @Test func itEndsWhenGainsAreSmall() throws {
    var problem = RosteringProblem(try RandomShiftScheduling.instance(seed: 1, days: 4, people: 2, shifts: 1))
    problem.rows = [CoverRow(least: 10, most: 10, under: .linear(100), over: .linear(1))]
    problem.constant = 0
    var descent = Descent(from: solution(problem, missing: 9))
    #expect(descent.solution.objective == 900)
    descent.follow(solution(problem, missing: 5), units: 5_000_000, bound: 100)
    descent.follow(solution(problem, missing: 6), units: 2_900_000, bound: 100)
    #expect(descent.solution.objective == 500)
    #expect(!descent.isSpent)
    descent.follow(solution(problem, missing: 5), units: 200_000, bound: 100)
    #expect(descent.isSpent)
    descent.follow(solution(problem, missing: 4), units: 1, bound: 100)
    #expect(!descent.isSpent)
  }
}
