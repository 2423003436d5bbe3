@testable import RotaPlanner

/// A small random problem with everybody's lawful rosters; nil where somebody has none.
struct EnumeratedCase {
  let problem: RosteringProblem
  let lawful: [[RosterColumn]]
  let team: PricingTeam
  let scale: Int

  init?(seed: Int, days: Int, people: Int, shifts: Int, threads: Int = 1) throws {
    let instance = try RandomShiftScheduling.instance(seed: UInt64(seed), days: days, people: people, shifts: shifts)
    problem = RosteringProblem(instance)
    lawful = RandomShiftScheduling.lawfulColumns(instance, problem)
    scale = RosterPrices.scale(for: problem)
    team = PricingTeam(problem: problem, scale: scale, threads: threads)
    if lawful.contains(where: \.isEmpty) { return nil }
  }

  /// What a roster costs at `prices`, times the scale.
  func price(_ roster: RosterColumn, _ prices: RosterPrices) -> Int {
    roster.cost * scale - roster.rows.reduce(0) { $0 + Int(prices.rows[Int($1)]) }
  }
}
