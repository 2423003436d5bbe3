/// Prices before any simplex, and the rosters that they lead to.
extension RosteringSearch {
  /// The prices of the rows, with their bound and the solutions that they lead to, in stages: each one's solution is the next one's
  /// target.
  func priced() -> LagrangianPhase {
    var prices = LagrangianPhase(problem: problem, team: team, scale: scale, meter: meter)
    prices.limits = options.limits
    if !nodesAreSolved, let first = incremental() {
      prices.begin(at: first)
      follow(prices)
      if isLarge {
        for _ in 1..<Self.dives where !isDone && usedPart < Self.divesUntil { follow(prices) }
        return prices
      }
    }
    let most = max(30, min(300, problem.rows.count / 4))
    while prices.passes < most, !prices.isDone, !isDone, let best {
      let before = bound
      meter.turn { prices.run(passes: min(most, prices.passes + Self.passesAStage), target: best.objective) }
      follow(prices)
      if Double(bound) - Double(before) < Self.leastRise * (Double(best.objective) - Double(bound)) { break }
    }
    return prices
  }
  /// Dives from prices that no simplex follows, and the part of the limits up to which another one begins: what they end with differs.
  private static let dives = 4
  private static let divesUntil = 0.3
  private static let passesAStage = 75
  /// Part of the gap that a stage must close for another one.
  private static let leastRise = 0.05

  /// Takes the bound of `prices` over, and the rosters that they lead to.
  private func follow(_ prices: LagrangianPhase) {
    raiseBound(ColumnGeneration.roundUp(prices.bound, scale), "prices")
    var dive = LagrangianDive(prices)
    let solution = meter.turn { dive.build(limits: options.limits, random: &random) }
    if let solution { accept(solution, "prices") }
  }

  /// Prices with limits charged for; nil where somebody has no roster then, or at a limit.
  private func incremental() -> IncrementalPrices? {
    let relaxed = RelaxedTeam(problem: problem, team: team, scale: scale, threads: options.threads)
    var prices = IncrementalPrices(problem: problem, team: relaxed, scale: scale, meter: meter)
    prices.limits = options.limits
    return meter.turn { prices.run(passes: Self.passes, random: &random) } ? prices : nil
  }
  private static let passes = 1000
}
