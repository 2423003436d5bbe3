import RotaEngine

/// From the prices of a Lagrangian phase to whole rosters, without any simplex: one person after the other gets a roster that goes
/// with the mean rosters of those who come later.
///
/// The mean rosters of the volume algorithm come close to a fractional solution (Barahona, Anbil 2000), so what everybody else gives
/// to a row can be expected, and one more person there is worth what the cover then costs less. The bound's prices weigh more: they
/// know what is worth having, the expected cover only tells equally good rosters apart. Where limits were charged for
/// (`IncrementalPrices`), prices and means follow what people have been given.
struct LagrangianDive {
  let phase: LagrangianPhase
  private var greedy: GreedyRosters

  /// Weight of the bound's prices.
  private static let priceWeight = 0.93
  private static let sweeps = 3

  private var problem: RosteringProblem { phase.problem }

  init(_ phase: LagrangianPhase) {
    self.phase = phase
    greedy = GreedyRosters(
      problem: phase.problem, team: phase.team, scale: phase.scale, meter: phase.meter, charges: phase.charges,
      means: phase.first?.meanCover)
  }

  /// A solution, people taken in an order drawn by chance, but where prices follow, those first whose means are the least decided: the
  /// others can still make up for them. Nil where somebody gets no lawful roster, or at a limit.
  mutating func build(limits: SolveLimits, random: inout SeededRandom) -> RosterSolution? {
    var (duals, means) = (phase.duals, phase.meanCover)
    var first = phase.first
    first?.begin(at: duals, means)
    var rosters: [RosterColumn] = []
    var taken = [Int](repeating: 0, count: problem.rows.count)
    var order = problem.people.indices.shuffled(using: &random)
    let atOnce = max(1, order.count / Self.follows)
    for index in order.indices {
      if limits.stopNow != nil || phase.meter.isOver { return nil }
      if index > 0, index % atOnce == 0, first != nil {
        guard first?.follow(Array(order[index...]), taken: taken, random: &random) ?? false else { return nil }
        if let first { (duals, means, greedy.means) = (first.duals, first.meanCover, first.meanCover) }
        order[index...] = leastDecided(order[index...], means)[...]
      }
      let person = order[index]
      let expected = expected(taken, order[(index + 1)...], means)
      let worths = expected.indices.map { row in
        Self.priceWeight * duals[row] + (1 - Self.priceWeight) * worth(row, expected[row])
      }
      let prices = RosterPrices(problem: problem, scale: phase.scale, duals: worths)
      guard let roster = greedy.roster(of: person, at: prices) else { return nil }
      for row in roster.rows { taken[Int(row)] += 1 }
      rosters.append(roster)
    }
    guard case .success(let solution) = greedy.build(sweeps: Self.sweeps, limits: limits, settled: rosters) else {
      return nil
    }
    return solution
  }
  /// How often the prices follow what people have been given.
  private static let follows = 50

  /// `people`, those first whose mean cover is farthest from that of one roster.
  private func leastDecided(_ people: ArraySlice<Int>, _ means: [[Float]]) -> [Int] {
    let decided = people.map { person in (by: means[person].reduce(0) { $0 - $1 * (1 - $1) }, person: person) }
    return decided.sorted { ($0.by, $0.person) < ($1.by, $1.person) }.map(\.person)
  }

  /// The cover of each row by those who have a roster, and by the `others` on average.
  private func expected(_ taken: [Int], _ others: ArraySlice<Int>, _ means: [[Float]]) -> [Double] {
    var expected = taken.map(Double.init)
    for person in others {
      for row in expected.indices { expected[row] += Double(means[person][row]) }
    }
    return expected
  }

  /// What one more person on a row is worth when so many others are expected, between whole numbers in proportion.
  private func worth(_ row: Int, _ expected: Double) -> Double {
    let whole = Int(max(0, expected))
    let part = max(0, expected) - Double(whole)
    let costs = (whole...whole + 2).map { Double(problem.rows[row].cost(ofCover: $0)) }
    return (1 - part) * (costs[0] - costs[1]) + part * (costs[1] - costs[2])
  }
}
