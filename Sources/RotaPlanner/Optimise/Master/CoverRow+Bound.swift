extension CoverRow {
  /// The least of `cost(fixed + y) + price * y` over `0 <= y <= most`, times `scale`; the price is in units of `1 / scale`.
  ///
  /// This is a row's part of the Lagrangian bound. The cost is convex, so a walk from where nothing is missing finds it.
  func lagrangianTerm(price: Int, scale: Int, fixed: Int, most cap: Int) -> Int {
    func value(_ y: Int) -> Int { cost(ofCover: fixed + y) * scale + price * y }
    var y = min(cap, max(0, least - fixed))
    var best = value(y)
    while y < cap, value(y + 1) <= best {
      y += 1
      best = value(y)
    }
    while y > 0, value(y - 1) < best {
      y -= 1
      best = value(y)
    }
    return best
  }

  /// The sum of all rows' parts of the bound.
  static func lagrangianTerms(
    of rows: [CoverRow], prices: RosterPrices, scale: Int, fixed: [Int], most: Int
  ) -> Int {
    var sum = 0
    for (index, row) in rows.enumerated() {
      sum += row.lagrangianTerm(price: Int(prices.rows[index]), scale: scale, fixed: fixed[index], most: most)
    }
    return sum
  }
}
