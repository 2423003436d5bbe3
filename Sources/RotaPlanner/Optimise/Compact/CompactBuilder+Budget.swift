extension CompactBuilder {
  /// R28, and what is spent in any case. All amounts are divided by their greatest common divisor, so that the row holds small whole
  /// numbers and the solver's tolerance cannot overspend.
  mutating func addBudget() {
    model.addConstant(Double(sunkMoney.milliFen) * scenario.weights.yuan.units / 100_000)
    guard let budget = scenario.budget else { return }
    let divisor = max(1, spending.reduce(0) { greatestCommonDivisor($0, $1.milliFen) })
    let left = (budget - sunkMoney).milliFen
    // Rounded towards minus infinity: whole multiples of the divisor cannot fill the rest.
    let cap = left >= 0 ? left / divisor : -((-left + divisor - 1) / divisor)
    addRow("R28", .atMost(Double(cap)), spending.map { ($0.column, Double($0.milliFen / divisor)) })
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
