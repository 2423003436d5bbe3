/// Totals of missing people as rows of the linear program, and their part of the bound.
extension RestrictedMaster {
  /// How many people are missing in a total at the values read last; never more than there can be.
  func missing(total: Int) -> Double {
    let sum = totals.rows[total].reduce(0) { sum, row in sum + (slacks[row].missing.map { values[$0] } ?? 0) }
    return min(sum, Double(totals.ranges[total].high))
  }

  /// Leaves only `range` possible for a total; as with rows, a prohibitive price keeps the linear program a solution.
  func setRange(ofTotal total: Int, _ range: RowRange) throws {
    if totalRanges[total] == range { return }
    totalRanges[total] = range
    let isWhole = range == totals.ranges[total]
    try simplex.setBounds(ofRow: firstTotal + total, isWhole ? .free : Self.bounds(range.low, range.high))
    try setElastic(firstElastic + 2 * total, isOn: !isWhole)
  }

  /// The prices of the rows, then of the totals, of the last solve.
  var rowDuals: [Double] { Array(duals[..<problem.rows.count] + duals[firstTotal...]) }

  /// The rows', the totals' and the constant's part of the Lagrangian bound at `prices`, times `scale`. Any price of a total gives a
  /// bound; prices without those of totals are as good as 0 for them.
  func rowsTerm(_ prices: RosterPrices, scale: Int) -> Int {
    let ofTotals = prices.rows.dropFirst(problem.rows.count).map(Int.init)
    var sum = problem.constant * scale
    for (price, range) in zip(ofTotals, totalRanges) { sum += price * (price > 0 ? range.low : range.high) }
    for (index, row) in problem.rows.enumerated() {
      let discount = ofTotals.isEmpty ? 0 : totals.ofRow[index].map { ofTotals[$0] } ?? 0
      sum += row.lagrangianTerm(
        price: Int(prices.rows[index]), scale: scale, fixed: fixedCover[index], range: ranges[index], discount: discount
      )
    }
    return sum
  }
}
