import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct LagrangianTests {
  private func enumerated(seed: Int) throws -> EnumeratedCase? {
    try EnumeratedCase(seed: seed + 4200, days: 5, people: 4, shifts: 2 + seed % 2)
  }

  /// At any prices and charges, what the pricing finds, less the allowance, is at most the price of every lawful roster.
  @Test func chargesKeepTheBound() throws {
    var charged = 0
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed) else { continue }
      var random = SeededRandom(seed: UInt64(seed))
      let duals = some.problem.rows.map { _ in Double(Int.random(in: -3...40, using: &random)) / 4 }
      let count = some.problem.people.count * some.problem.limitGroups.count
      let amounts = (0..<count).map { _ in Double(Int.random(in: 0...12, using: &random)) / 4 }
      let charges = GroupCharges(some.problem, amounts: amounts, scale: some.scale)
      let prices = RosterPrices(problem: some.problem, scale: some.scale, duals: duals)
      let people = Array(some.problem.people.indices)
      let answers = some.team.price(people, prices: prices, charges: charges, count: 1, meter: WorkMeter())
      for (person, answer) in answers.enumerated() {
        let least = try #require(answer.bound) - charges.allowance(of: person)
        #expect(some.lawful[person].allSatisfy { some.price($0, prices) >= least }, "seed \(seed), person \(person)")
        charged += charges.allowance(of: person) > 0 ? 1 : 0
      }
    }
    #expect(charged > 20)
  }

  /// The cheapest roster with days closed to groups is lawful, whatever the prices.
  @Test func rationedRostersAreLawful() throws {
    var found = 0
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed) else { continue }
      var random = SeededRandom(seed: UInt64(seed))
      let duals = some.problem.rows.map { _ in Double(Int.random(in: 0...40, using: &random)) }
      let prices = RosterPrices(problem: some.problem, scale: some.scale, duals: duals)
      for (person, pricer) in some.team.pricers.enumerated() {
        guard let kinds = pricer.rationed(prices, work: some.team.workspace, meter: WorkMeter()) else { continue }
        #expect(some.lawful[person].contains { $0.kinds == kinds }, "seed \(seed), person \(person)")
        found += 1
      }
    }
    #expect(found > 60)
  }

  /// The phase's bound is never above the optimum and most times near it; the dive's rosters are lawful and cost as told.
  @Test func phaseAndDiveFrameTheOptimum() throws {
    var cases = 0
    var near = 0
    var optimal = 0
    for seed in 1...40 {
      guard let some = try enumerated(seed: seed) else { continue }
      let best = try RosteringSolver.solve(some.problem)
      #expect(best.bound == best.objective)
      var phase = LagrangianPhase(problem: some.problem, team: some.team, scale: some.scale, meter: WorkMeter())
      phase.run(passes: 150, target: best.objective)
      let bound = ColumnGeneration.roundUp(phase.bound, some.scale)
      #expect(bound <= best.objective, "seed \(seed)")
      var random = SeededRandom(seed: UInt64(seed))
      var dive = LagrangianDive(phase)
      let solution = try #require(dive.build(limits: .none, random: &random), "seed \(seed)")
      #expect(solution.rosters.map(\.person) == Array(some.problem.people.indices))
      #expect(solution.rosters.allSatisfy { some.lawful[$0.person].contains($0) }, "seed \(seed)")
      #expect(solution.objective == RosterSolution(problem: some.problem, rosters: solution.rosters).objective)
      #expect(solution.objective >= best.objective, "seed \(seed)")
      cases += 1
      near += best.objective - bound <= 2 ? 1 : 0
      optimal += solution.objective == best.objective ? 1 : 0
    }
    #expect(cases > 20)
    #expect(near * 2 > cases)
    #expect(optimal * 3 > cases)
  }

  /// The steps raise a concave function towards its maximum: here minus the sum of the distances to four numbers.
  @Test func stepsClimbToTheMaximum() {
    let wanted = [3.0, -2, 7, 0.5]
    var steps = VolumeSteps(share: 0.1, patience: 10, factor: 1)
    var prices = [0.0, 0, 0, 0]
    for _ in 0..<400 {
      let trial = steps.trial(from: prices, target: 0)
      let bound = -zip(trial, wanted).reduce(0) { $0 + abs($1.0 - $1.1) }
      let slope = zip(trial, wanted).map { $0 < $1 ? 1.0 : -1 }
      if steps.learn(bound: bound, subgradient: slope) { prices = trial }
    }
    #expect(steps.best > -0.5)
  }
}
