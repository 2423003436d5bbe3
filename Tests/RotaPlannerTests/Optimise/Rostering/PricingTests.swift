import Testing

@testable import RotaPlanner

@Suite struct PricingTests {
  @Test(arguments: 1...60)
  func theSweepFindsTheCheapestLawfulRoster(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(
      seed: UInt64(seed), days: seed % 2 == 0 ? 7 : 8, people: 1, shifts: seed % 3 == 0 ? 3 : 2)
    let problem = RosteringProblem(instance)
    var random = SeededRandom(seed: UInt64(seed) &* 77)
    let duals = problem.rows.indices.map { _ in Double(Int.random(in: -3...12, using: &random)) }
    let scale = RosterPrices.scale(for: problem)
    let pricer = PersonPricer(problem: problem, person: 0, scale: scale)
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let costs = RandomShiftScheduling.lawfulRosters(instance, person: 0).map { roster -> Double in
      let column = RosterColumn(problem: problem, person: 0, kinds: roster.map { Int32($0 ?? -1) })
      return Double(column.cost) - column.rows.reduce(0) { $0 + duals[Int($1)] }
    }
    let answer = pricer.price(prices, work: PricingWorkspace(), count: 4)
    #expect(answer.bound.map { Double($0) / Double(scale) } == costs.min())
    for roster in answer.rosters {
      let check = ShiftSchedulingCheck(instance, rosters: [roster.kinds.map { $0 < 0 ? nil : Int($0) }])
      #expect(check.violations == [])
    }
  }

  @Test(arguments: 1...20)
  func aNarrowedMaskGivesTheCheapestRosterWithinIt(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed), days: 7, people: 1, shifts: 2)
    let problem = RosteringProblem(instance)
    let lawful = RandomShiftScheduling.lawfulRosters(instance, person: 0)
    guard let model = lawful.last else { return }
    let pricer = PersonPricer(problem: problem, person: 0, scale: 16)
    var mask = DayMask(person: problem.people[0])
    for day in [1, 4] { mask.fix(day: day, kind: model[day] ?? -1, kindCount: problem.kindCount) }
    pricer.setMask(mask)
    let prices = RosterPrices(problem: problem, scale: 16, duals: problem.rows.indices.map { Double($0 % 5) })
    let answer = pricer.price(prices, work: PricingWorkspace(), count: 1)
    let costs = lawful.filter { $0[1] == model[1] && $0[4] == model[4] }.map { roster -> Double in
      let column = RosterColumn(problem: problem, person: 0, kinds: roster.map { Int32($0 ?? -1) })
      return Double(column.cost) - column.rows.reduce(0) { $0 + Double(Int($1) % 5) }
    }
    #expect(answer.bound.map { Double($0) / 16 } == costs.min())
  }
}
