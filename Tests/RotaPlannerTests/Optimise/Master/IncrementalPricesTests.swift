import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Pricing with the limits charged for, and the prices and dives that come of it, against all lawful rosters of small instances.
@Suite struct IncrementalPricesTests {
  /// A week with a weekend.
  private func enumerated(seed: Int, people: Int = 3) throws -> EnumeratedCase? {
    try EnumeratedCase(seed: seed + 7100, days: 7, people: people, shifts: 2, threads: 2)
  }

  private func relaxed(_ some: EnumeratedCase, threads: Int = 1) -> RelaxedTeam {
    RelaxedTeam(problem: some.problem, team: some.team, scale: some.scale, threads: threads)
  }

  private func prices(_ some: EnumeratedCase, _ random: inout SeededRandom) -> RosterPrices {
    RosterPrices(
      problem: some.problem, scale: some.scale,
      duals: some.problem.rows.map { _ in Double(Int.random(in: -3...40, using: &random)) / 4 })
  }

  /// Prices of a whole run over everybody; nil where it fails.
  private func incremental(_ some: EnumeratedCase, passes: Int, threads: Int = 1) -> IncrementalPrices? {
    var random = SeededRandom(seed: 5)
    var prices = IncrementalPrices(
      problem: some.problem, team: relaxed(some, threads: threads), scale: some.scale, meter: WorkMeter())
    return prices.run(passes: passes, random: &random) ? prices : nil
  }

  @Test func `the bound holds at any charges`() throws {
    var (broken, kept) = (0, 0)
    for seed in 1...60 {
      guard let some = try enumerated(seed: seed) else { continue }
      var random = SeededRandom(seed: UInt64(seed))
      let prices = prices(some, &random)
      for (person, pricer) in relaxed(some).pricers.enumerated() {
        let charges = RelaxedPricer.Charges(
          level: Double(Int.random(in: -20...20, using: &random)) / 4,
          weekend: Double(Int.random(in: 0...20, using: &random)) / 4,
          groups: some.problem.limitGroups.map { _ in Double(Int.random(in: 0...12, using: &random)) / 4 })
        let tries = Int.random(in: 1...8, using: &random)
        let answer = try #require(pricer.answer(prices, charges, tries: tries, step: 2, RelaxedWorkspace()))
        for roster in some.lawful[person] {
          #expect(some.price(roster, prices) >= answer.bound, "seed \(seed), person \(person)")
        }
        if some.lawful[person].contains(where: { $0.kinds == answer.kinds }) { kept += 1 } else { broken += 1 }
      }
    }
    #expect(broken > 20 && kept > 20)
  }

  /// Without limits there is nothing to charge for: the cheapest roster of all is found, and its price is the bound.
  @Test func `without limits the answer is the cheapest roster`() throws {
    var compared = 0
    for seed in 1...40 {
      guard var instance = try? RandomShiftScheduling.instance(seed: UInt64(seed) &+ 90, days: 7, people: 1, shifts: 2)
      else { continue }
      instance.people[0].minutes = 0...100_000
      instance.people[0].mostWeekends = 9
      instance.people[0].mostOfShift = [7, 7]
      let problem = RosteringProblem(instance)
      let scale = RosterPrices.scale(for: problem)
      let team = PricingTeam(problem: problem, scale: scale, threads: 1)
      var random = SeededRandom(seed: UInt64(seed))
      let prices = RosterPrices(
        problem: problem, scale: scale, duals: problem.rows.map { _ in Double(Int.random(in: -9...40, using: &random)) }
      )
      let exact = try #require(team.pricers[0].price(prices, work: team.workspace, count: 1).bound)
      let relaxed = RelaxedTeam(problem: problem, team: team, scale: scale, threads: 1).pricers[0]
      let none = RelaxedPricer.Charges(groups: problem.limitGroups.map { _ in 0 })
      let answer = try #require(relaxed.answer(prices, none, tries: 1, step: 1, RelaxedWorkspace()))
      #expect(answer.bound == exact, "seed \(seed)")
      compared += 1
    }
    #expect(compared == 40)
  }

  @Test func `the bound is never above the optimum and mostly near it`() throws {
    var (cases, near) = (0, 0)
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed) else { continue }
      let best = try RosteringSolver.solve(some.problem)
      #expect(best.bound == best.objective)
      let prices = try #require(incremental(some, passes: 200))
      #expect(ColumnGeneration.roundUp(prices.bound, some.scale) <= best.objective, "seed \(seed)")
      cases += 1
      near += best.objective - prices.bound / some.scale <= 8 ? 1 : 0
    }
    #expect(cases > 15)
    #expect(near * 2 > cases)
  }

  @Test func `a dive from the prices gives lawful rosters`() throws {
    var (cases, optimal) = (0, 0)
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed), let first = incremental(some, passes: 60) else { continue }
      let best = try RosteringSolver.solve(some.problem)
      var phase = LagrangianPhase(problem: some.problem, team: some.team, scale: some.scale, meter: WorkMeter())
      phase.begin(at: first)
      #expect(phase.bound == first.bound)
      var random = SeededRandom(seed: UInt64(seed))
      var dive = LagrangianDive(phase)
      let solution = try #require(dive.build(limits: .none, random: &random), "seed \(seed)")
      #expect(solution.rosters.allSatisfy { some.lawful[$0.person].contains($0) }, "seed \(seed)")
      #expect(solution.objective >= best.objective, "seed \(seed)")
      cases += 1
      optimal += solution.objective == best.objective ? 1 : 0
    }
    #expect(cases > 15)
    #expect(optimal * 4 > cases)
  }

  /// A band about a mean that is everybody's first lawful roster holds a lawful roster.
  @Test func `a roster near a lawful one is lawful`() throws {
    var found = 0
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed) else { continue }
      var random = SeededRandom(seed: UInt64(seed))
      let prices = prices(some, &random)
      for (person, pricer) in some.team.pricers.enumerated() {
        var duties = [Float](repeating: 0, count: some.problem.coverage.count)
        for (day, kind) in some.lawful[person][0].kinds.enumerated() where kind >= 0 {
          duties[day * some.problem.kindCount + Int(kind)] = 1
        }
        guard let kinds = pricer.near(duties, prices, work: some.team.workspace, meter: WorkMeter()) else { continue }
        #expect(some.lawful[person].contains { $0.kinds == kinds }, "seed \(seed), person \(person)")
        found += 1
      }
    }
    #expect(found > 40)
  }

  @Test func `two threads give what one gives`() throws {
    for seed in 1...10 {
      guard let some = try enumerated(seed: seed, people: 12) else { continue }
      let one = try #require(incremental(some, passes: 20))
      let two = try #require(incremental(some, passes: 20, threads: 2))
      #expect(one.bound == two.bound && one.duals == two.duals && one.meanCover == two.meanCover, "seed \(seed)")
    }
  }
}
