import Testing

@testable import RotaEngine
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

  /// Rosters that keep limits by closing days, and those at a pace, are lawful and no cheaper than the cheapest.
  @Test(arguments: 1...60)
  func quickRostersAreLawful(seed: Int) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed) &+ 300, days: 14, people: 1, shifts: 3)
    let problem = RosteringProblem(instance)
    var random = SeededRandom(seed: UInt64(seed))
    let duals = problem.rows.indices.map { _ in Double(Int.random(in: -3...12, using: &random)) }
    let prices = RosterPrices(problem: problem, scale: 16, duals: duals)
    let (work, meter) = (PricingWorkspace(), WorkMeter())
    func quick() -> [[Int32]] {
      let pricer = PersonPricer(problem: problem, person: 0, scale: 16)
      let thinned = pricer.thinned(prices, work: work, meter: meter, random: &random)
      return [thinned, pricer.paced(prices, work: work, meter: meter)].compactMap { $0 }
    }
    let rosters = quick()
    let cheapest = PersonPricer(problem: problem, person: 0, scale: 16).price(prices, work: work, count: 1)
    #expect(rosters.isEmpty || cheapest.bound != nil)
    for kinds in rosters {
      let check = ShiftSchedulingCheck(instance, rosters: [kinds.map { $0 < 0 ? nil : Int($0) }])
      #expect(check.violations == [])
      let column = RosterColumn(problem: problem, person: 0, kinds: kinds)
      let cost = 16 * column.cost - column.rows.reduce(0) { $0 + Int(prices.rows[Int($1)]) }
      #expect(cost >= cheapest.bound ?? .max)
    }
    if cheapest.bound != nil { #expect(meter.spent > 0) }
  }

  /// Three times the need in the first half: duties are paced like it, not evenly.
  @Test func thePaceFollowsTheNeed() throws {
    let days = 56
    let limits = RosterLimits(
      minutes: 24 * 480...24 * 480, mostDutiesInARow: 7, fewestDutiesInARow: 1, fewestDaysOffInARow: 1,
      mostWeekends: 9, mostByGroup: [])
    let person = RosterPerson(
      limits: limits, allowed: [Bool](repeating: true, count: days), cost: [Int](repeating: 0, count: days),
      offAllowed: [Bool](repeating: true, count: days), offCost: [Int](repeating: 0, count: days))
    let problem = RosteringProblem(
      dayCount: days, weekendOfDay: (0..<days).map { $0 % 7 >= 5 ? $0 / 7 : -1 }, kinds: [DutyKind(minutes: 480)],
      mayFollow: [true], limitGroups: [],
      rows: (0..<days).map { day in
        let wanted = day < 28 ? 3 : 1
        return CoverRow(least: wanted, most: wanted, under: .linear(100), over: .linear(1))
      },
      coverage: (0..<days).map { [$0] }, people: [person], constant: 0)
    let prices = RosterPrices(problem: problem, scale: 16, duals: [Double](repeating: 0, count: days))
    let pricer = PersonPricer(problem: problem, person: 0, scale: 16)
    let kinds = try #require(pricer.paced(prices, work: PricingWorkspace(), meter: WorkMeter()))
    #expect(kinds.count { $0 >= 0 } == 24)
    #expect((14...22).contains(kinds.prefix(28).count { $0 >= 0 }))
  }
}
