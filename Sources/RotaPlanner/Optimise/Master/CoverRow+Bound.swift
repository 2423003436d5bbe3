extension CoverRow {
  /// The least of `cost(fixed + y) + price * y` over `range` (of `fixed + y`), times `scale`; the price is in units of `1 / scale`.
  ///
  /// This is a row's part of the Lagrangian bound. The cost is convex, so a walk from where nothing is missing finds it. A `discount`
  /// on each missing person, for plain rows only, may end that, but leaves one kink: the least lies there or at an end.
  func lagrangianTerm(price: Int, scale: Int, fixed: Int, range: RowRange, discount: Int = 0) -> Int {
    let cap = range.high - fixed
    let floor = max(0, range.low - fixed)
    func value(_ y: Int) -> Int {
      cost(ofCover: fixed + y) * scale + price * y - discount * max(0, least - fixed - y)
    }
    var y = max(floor, min(cap, max(0, least - fixed)))
    var best = value(y)
    if discount != 0 { return min(best, value(floor), value(cap)) }
    while y < cap, value(y + 1) <= best {
      y += 1
      best = value(y)
    }
    while y > floor, value(y - 1) < best {
      y -= 1
      best = value(y)
    }
    return best
  }
}

extension RosteringProblem {
  /// Each row's part of the Lagrangian bound at `prices`, times `scale`, while anybody may still cover it.
  func rowTerms(at prices: RosterPrices, scale: Int) -> [Int] {
    let anyCover = RowRange(low: 0, high: people.count)
    return rows.enumerated().map { index, row in
      row.lagrangianTerm(price: Int(prices.rows[index]), scale: scale, fixed: 0, range: anyCover)
    }
  }
}
