/// From the prices of a Lagrangian phase to whole rosters, without any simplex: one person after the other gets a roster that goes
/// with the mean rosters of those who come later.
///
/// The mean rosters of the volume algorithm come close to a fractional solution (Barahona, Anbil 2000), so what everybody else gives
/// to a row can be expected, and one more person there is worth what the cover then costs less. The bound's prices weigh more: they
/// know what is worth having, the expected cover only tells equally good rosters apart.
struct LagrangianDive {
  let phase: LagrangianPhase
  let greedy: GreedyRosters

  /// Weight of the bound's prices.
  private static let priceWeight = 0.93
  private static let sweeps = 3

  private var problem: RosteringProblem { phase.problem }

  init(_ phase: LagrangianPhase) {
    self.phase = phase
    greedy = GreedyRosters(
      problem: phase.problem, team: phase.team, scale: phase.scale, meter: phase.meter, charges: phase.charges)
  }

  /// A solution, people taken in an order drawn by chance; nil where somebody gets no lawful roster, or at a limit.
  func build(limits: SolveLimits, random: inout SeededRandom) -> RosterSolution? {
    let duals = phase.duals
    var expected = [Double](repeating: 0, count: problem.rows.count)
    for mean in phase.meanCover {
      for row in expected.indices { expected[row] += Double(mean[row]) }
    }
    var rosters: [RosterColumn] = []
    for person in problem.people.indices.shuffled(using: &random) {
      if limits.stopNow != nil || phase.meter.isOver { return nil }
      let mean = phase.meanCover[person]
      for row in expected.indices { expected[row] -= Double(mean[row]) }
      let worths = expected.indices.map { row in
        Self.priceWeight * duals[row] + (1 - Self.priceWeight) * worth(row, expected[row])
      }
      let prices = RosterPrices(problem: problem, scale: phase.scale, duals: worths)
      guard let roster = greedy.roster(of: person, at: prices) else { return nil }
      for row in roster.rows { expected[Int(row)] += 1 }
      rosters.append(roster)
    }
    guard case .success(let solution) = greedy.build(sweeps: Self.sweeps, limits: limits, settled: rosters) else {
      return nil
    }
    return solution
  }

  /// What one more person on a row is worth when so many others are expected, between whole numbers in proportion.
  private func worth(_ row: Int, _ expected: Double) -> Double {
    let whole = Int(max(0, expected))
    let part = max(0, expected) - Double(whole)
    let costs = (whole...whole + 2).map { Double(problem.rows[row].cost(ofCover: $0)) }
    return (1 - part) * (costs[0] - costs[1]) + part * (costs[1] - costs[2])
  }
}
