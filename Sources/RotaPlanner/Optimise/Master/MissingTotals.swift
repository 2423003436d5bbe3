/// Totals of the people missing on several cover rows: whole in every solution, often fractional in a relaxation.
///
/// Where a missing person costs a hundred, rounding one total up raises the bound by up to a hundred, and no roster feels it: a total
/// is a sum of slack columns, so that only the rows' part of the Lagrangian bound changes.
struct MissingTotals: Sendable {
  /// The rows of each total.
  let rows: [[Int]]
  /// The total that each row is part of.
  let ofRow: [Int?]
  /// What each total can be at all.
  let ranges: [RowRange]

  /// One total for each price of a missing person that several rows share; none where the cover is not branched on.
  init(_ problem: RosteringProblem, branching: Bool) {
    var weights: [Int] = []
    var rows: [[Int]] = []
    for (index, row) in problem.rows.enumerated() where branching {
      guard row.isPlain, row.least > 0, case .linear(let weight) = row.under, weight > 0 else { continue }
      let place = weights.firstIndex(of: weight) ?? weights.count
      if place == weights.count {
        weights.append(weight)
        rows.append([])
      }
      rows[place].append(index)
    }
    rows.removeAll { $0.count == 1 }
    var ofRow = [Int?](repeating: nil, count: problem.rows.count)
    for (total, members) in rows.enumerated() {
      for row in members { ofRow[row] = total }
    }
    self.rows = rows
    self.ofRow = ofRow
    ranges = rows.map { members in RowRange(low: 0, high: members.reduce(0) { $0 + problem.rows[$1].least }) }
  }
}
