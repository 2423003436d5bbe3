/// Where a solution costs more than the Lagrangian bound at some prices: by person and by cover row.
///
/// The excesses of all people and rows add up to the objective minus the bound, so nothing can be gained where there is none.
struct SolutionExcess: Sendable {
  private let prices: RosterPrices
  private let scale: Int
  /// Each person's least roster price, times the scale.
  private let leastOfPerson: [Int]
  /// Each row's least term of the bound, times the scale.
  private let leastOfRow: [Int]

  /// Prices everybody once at `duals`; nil when someone has no lawful roster.
  init?(_ problem: RosteringProblem, duals: [Double], team: PricingTeam, scale: Int, meter: WorkMeter) {
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let answers = team.price(Array(problem.people.indices), prices: prices, count: 1, meter: meter)
    let bounds = answers.compactMap(\.bound)
    guard bounds.count == answers.count else { return nil }
    self.prices = prices
    self.scale = scale
    leastOfPerson = bounds
    leastOfRow = problem.rowTerms(at: prices, scale: scale)
  }

  /// What a roster costs above its person's least, in objective units.
  func ofRoster(_ roster: RosterColumn) -> Double {
    let price = roster.cost * scale - roster.rows.reduce(0) { $0 + Int(prices.rows[Int($1)]) }
    return Double(price - leastOfPerson[roster.person]) / Double(scale)
  }

  /// What the cover of a row costs above its least, in objective units.
  func ofRow(_ index: Int, _ row: CoverRow, cover: Int) -> Double {
    let value = row.cost(ofCover: cover) * scale + Int(prices.rows[index]) * cover
    return Double(value - leastOfRow[index]) / Double(scale)
  }
}
