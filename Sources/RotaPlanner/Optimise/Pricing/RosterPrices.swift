/// Dual prices as whole numbers of `1 / scale`, so that reduced costs and bounds are exact.
///
/// The Lagrangian bound holds for any prices; rounding them costs at most `1 / scale` a row and removes all doubt about the rest.
struct RosterPrices: Sendable {
  /// What one more person on each row is worth, times the scale.
  var rows: [Int32]
  /// What kind `k` on day `d` earns, at `d * kindCount + k`: minus the prices of the rows it covers.
  var duty: [Int32]

  /// Largest price of a row, times the scale.
  private static let largest = 1 << 27

  /// Prices for `duals`, rounded to the scale; those beyond the largest price are cut to it, which makes the bound weak but not wrong.
  init(problem: RosteringProblem, scale: Int, duals: [Double]) {
    let factor = Double(scale)
    // At the coarsest scale a roster of dearest days must still fit the cells of the sweep.
    let largest = Double(scale > 1 ? Self.largest : min(Self.largest, (1 << 28) / max(1, problem.dayCount)))
    rows = duals.map { Int32(max(-largest, min(largest, ($0 * factor).rounded()))) }
    duty = []
    duty.reserveCapacity(problem.coverage.count)
    for covered in problem.coverage {
      var sum: Int32 = 0
      for row in covered { sum &-= rows[row] }
      duty.append(sum)
    }
  }

  /// Prices at which a kind costs what it adds to the cover cost of `cover`: for building rosters one after the other.
  init(problem: RosteringProblem, scale: Int, cover: [Int]) {
    rows = []
    duty = problem.coverage.map { covered in
      var sum = 0
      for row in covered {
        sum += problem.rows[row].cost(ofCover: cover[row] + 1) - problem.rows[row].cost(ofCover: cover[row])
      }
      return Int32(clamping: sum * scale)
    }
  }

  /// The finest power of two for which the cost of a whole roster surely fits the cells of the sweep, and what a missing or a surplus person
  /// costs is no more than the largest price.
  static func scale(for problem: RosteringProblem) -> Int {
    let highest = problem.highestMarginal
    var largest = 1
    for person in problem.people {
      var sum = 0
      for day in 0..<problem.dayCount {
        var worst = abs(person.offCost[day])
        for kind in 0..<problem.kindCount {
          let arc = day * problem.kindCount + kind
          guard person.allowed[arc] else { continue }
          worst = max(worst, abs(person.cost[arc]) + highest * problem.coverage[arc].count)
        }
        sum += worst
      }
      largest = max(largest, sum)
    }
    let price = problem.rows.reduce(highest) { max($0, abs($1.over.marginal(1))) }
    var scale = 4096
    while scale > 1, largest * scale > 1 << 28 || price * scale > Self.largest { scale /= 2 }
    return scale
  }
}
