/// The price of each further person on a row, by the number already there; equal rows share a curve.
///
/// The row of a pooled slot stands for the rows of all places: further people go where they cost least, so its curve holds the
/// prices of all those rows in ascending order.
final class CoverCurves {
  private let values: UnsafeMutablePointer<Int32>
  private let curveOf: UnsafeMutablePointer<Int32>
  private let hardLeast: UnsafeMutablePointer<Int32>

  /// The curves of a problem's rows. `priced` is the problem itself or the one that it was pooled from.
  init(_ problem: SlotProblem, priced: SlotProblem, shortageWeight: Int) {
    let length = problem.people.count + 1
    let share = priced.placeCount / problem.placeCount
    var known: [[CoverRow]: Int] = [:]
    var kinds: [[CoverRow]] = []
    curveOf = .filled(problem.rows.count, 0)
    hardLeast = .filled(problem.rows.count, 0)
    for row in problem.rows.indices {
      let kind = Array(priced.rows[row * share..<(row + 1) * share])
      let index = known[kind] ?? kinds.count
      if index == kinds.count {
        known[kind] = index
        kinds.append(kind)
      }
      curveOf[row] = Int32(index * length)
      if problem.shortageIsHard { hardLeast[row] = Int32(kind.reduce(0) { $0 + $1.least }) }
    }
    values = .filled(kinds.count * length, 0)
    for (index, kind) in kinds.enumerated() {
      var marginals = kind.flatMap { row in
        (0..<length).map { count in
          problem.shortageIsHard && count < row.least
            ? -shortageWeight : row.cost(ofCover: count + 1) - row.cost(ofCover: count)
        }
      }
      marginals.sort()
      for count in 0..<length { values[index * length + count] = Int32(clamping: marginals[count]) }
    }
  }

  deinit {
    values.deallocate()
    curveOf.deallocate()
    hardLeast.deallocate()
  }

  /// The prices of one more person on a row, by the people already there.
  @inline(__always)
  func curve(_ row: Int) -> UnsafeMutablePointer<Int32> { values + Int(curveOf[row]) }

  /// Whether one more person than `count` ends a hard shortage.
  @inline(__always)
  func isShortage(_ row: Int, _ count: Int) -> Bool { count < Int(hardLeast[row]) }
}
