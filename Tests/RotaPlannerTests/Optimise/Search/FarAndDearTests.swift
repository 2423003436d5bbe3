import Testing

@testable import RotaPlanner

/// Published instances far larger or dearer than those that were published.
@Suite struct FarAndDearTests {
  @Test(arguments: [4_000, 40_000, 50_000, 1_000_000])
  func `the bound reaches the optimum at any weight`(weight: Int) throws {
    let text = """
      SECTION_HORIZON
      1
      SECTION_SHIFTS
      D,480,
      SECTION_STAFF
      A,D=1,480,0,5,1,1,1
      SECTION_COVER
      0,D,2,\(weight),1
      """
    let problem = RosteringProblem(try ShiftSchedulingInstance(text: text))
    let result = try RosteringSolver.solve(problem, options: RosteringOptions(workLimit: 200_000))
    #expect(result.objective == weight)
    #expect(result.bound == weight)
  }

  @Test func `a surplus may cost more than a missing person`() throws {
    let rows = [CoverRow(least: 0, most: 0, under: .linear(1), over: .linear(100_000))]
    let person = RosterPerson(
      limits: RosterLimits(minutes: 480...480, mostDutiesInARow: 5), allowed: [true], cost: [0], offAllowed: [true],
      offCost: [0])
    let problem = RosteringProblem(
      dayCount: 1, weekendOfDay: [-1], kinds: [DutyKind(minutes: 480)], mayFollow: [true], limitGroups: [], rows: rows,
      coverage: [[0]], people: [person], constant: 0)
    let result = try RosteringSolver.solve(problem, options: RosteringOptions(workLimit: 200_000))
    #expect(result.objective == 100_000 && result.bound == 100_000)
  }

  @Test func `a value outside its range is nothing to branch on`() throws {
    let sides = try #require(RowRange.sides(of: 2.5))
    #expect(sides.isBetween(RowRange(low: 0, high: 4)) && sides.isBetween(RowRange(low: 2, high: 3)))
    #expect(!sides.isBetween(RowRange(low: 3, high: 5)) && !sides.isBetween(RowRange(low: 0, high: 2)))
  }
}
