import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct RosteringSolverTests {
  /// The least penalty over all combinations of lawful rosters; nil when somebody has none.
  static func optimum(_ instance: ShiftSchedulingInstance) -> Int? {
    let choices = instance.people.indices.map { RandomShiftScheduling.lawfulRosters(instance, person: $0) }
    var best: Int?
    func extend(_ rosters: [[Int?]]) {
      if rosters.count == choices.count {
        let penalty = ShiftSchedulingCheck(instance, rosters: rosters).penalty
        best = min(best ?? penalty, penalty)
        return
      }
      for roster in choices[rosters.count] { extend(rosters + [roster]) }
    }
    extend([])
    return best
  }

  static func rosters(_ result: RosteringResult) -> [[Int?]] {
    result.rosters.map { $0.map { $0 < 0 ? nil : Int($0) } }
  }

  @Test(arguments: 1...40)
  func boundAndObjectiveEncloseTheOptimum(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed), days: 4, people: 2 + seed % 2, shifts: 1 + seed % 2)
    let optimum = Self.optimum(instance)
    let result = try RosteringSolver.solve(
      RosteringProblem(instance), options: RosteringOptions(limits: SolveLimits(deadline: .now + .milliseconds(300))))
    guard let optimum else {
      #expect(result.rosters.isEmpty)
      return
    }
    #expect(result.bound <= optimum)
    #expect(result.objective >= optimum)
    let check = ShiftSchedulingCheck(instance, rosters: Self.rosters(result))
    #expect(check.violations == [])
    #expect(check.penalty == result.objective)
  }
}
