/// Lower bounds on the objective of a `SlotProblem`, by Lagrangian relaxation of the cover.
///
/// With a price u(t) for being on duty in slot t, whatever the place, no rota costs less than
/// `sum over rows of min over n (cost(n) - u n) + sum over people of their cheapest roster at these prices`.
/// The second part is the pricing problem with one place, in exact whole numbers; so the bound holds whatever the prices.
final class SlotBound {
  private let problem: SlotProblem
  private let grid: SlotGrid
  private let duties: DutyTable
  private let rosters: RosterTable
  private let limits: [(slots: ClosedRange<Int>, people: Int)]
  /// Prices that no bound can gain from; also keeps the sums of `Float`s exact.
  static let highestPrice = 64.0

  init(_ problem: SlotProblem) {
    self.problem = problem
    var relaxed = problem
    relaxed.placeCount = 1
    relaxed.leastSegment = 1
    relaxed.rows = [CoverRow](
      repeating: CoverRow(least: 0, most: 0, under: .linear(0), over: .linear(0)), count: problem.slotCount)
    grid = SlotGrid(relaxed)
    duties = DutyTable(grid, placeCount: 1)
    let most = problem.people.map(\.slots.upperBound).max() ?? 0
    rosters = RosterTable(grid, duties: duties, mostSlots: most)
    var counts: [ClosedRange<Int>: Int] = [:]
    for person in problem.people { counts[person.slots, default: 0] += 1 }
    limits = counts.map { ($0.key, $0.value) }
      .sorted { ($0.slots.lowerBound, $0.slots.upperBound) < ($1.slots.lowerBound, $1.slots.upperBound) }
  }

  /// Whether a person has no roster at all, or everybody together has too few hours for the least cover. False proves nothing.
  func provesThatNoRotaIsLawful() -> Bool {
    if lagrangian([Double](repeating: 0, count: problem.slotCount)) == nil { return true }
    if !problem.shortageIsHard { return false }
    let wanted = problem.rows.reduce(0) { $0 + $1.least }
    return problem.people.reduce(0) { $0 + $1.slots.upperBound } < wanted
  }

  /// Work done, in sweeps of rows and starts.
  var work: Int { rosters.work + duties.work }

  /// The bound with one price for all slots, and that price: what the least hours of the staff force beyond the demand, spread evenly.
  func allocation() -> (bound: Int, price: Int) {
    var best = (bound: Int.min, price: 0)
    for price in 0...Int(Self.highestPrice) {
      let staff = problem.people.reduce(0) { $0 + price * $1.slots.lowerBound }
      let rows = (0..<problem.slotCount).reduce(0) { $0 + rowPart(slot: $1, price: price, scale: 1).value }
      let bound = staff + rows
      if bound < best.bound { break }
      best = (bound, price)
    }
    return best
  }

  /// The bound for these prices (one a slot), rounded up to a whole number; nil when a person has no roster at all.
  func lagrangian(_ prices: [Double]) -> Int? { evaluate(prices).map { Int($0.value.rounded(.up)) } }

  /// The bound for these prices, and for each slot the people on duty in the cheapest rosters less those whom the rows take up: the
  /// direction in which the bound grows (a subgradient).
  func evaluate(_ prices: [Double]) -> (value: Double, excess: [Int])? {
    let scale = self.scale(prices)
    var scaled: [Int] = []
    for (slot, price) in prices.enumerated() {
      let value = Int((min(max(price, -Self.highestPrice), Self.highestPrice) * Double(scale)).rounded())
      scaled.append(value)
      duties.price[slot * duties.width] = Float(value)
    }
    duties.pricesChanged(0, grid.slotCount)
    var bound = 0
    var excess = [Int](repeating: 0, count: problem.slotCount)
    for (slot, price) in scaled.enumerated() {
      let part = rowPart(slot: slot, price: price, scale: scale)
      bound += part.value
      excess[slot] -= part.count
    }
    let window = RosterTable.Window(first: 0, last: grid.dayCount, earliest: 0, latest: grid.slotCount)
    rosters.sweep(window, fewest: 0, most: limits.map(\.slots.upperBound).max() ?? 0)
    var picks: [RosterTable.Pick] = []
    for limit in limits {
      guard
        let cheapest = rosters.best(
          window, fewest: limit.slots.lowerBound, most: limit.slots.upperBound, into: &picks)
      else { return nil }
      bound += Int(cheapest) * limit.people
      for pick in picks {
        let slot = Int(grid.startSlot[pick.start])
        for slot in slot..<slot + pick.length { excess[slot] += limit.people }
      }
    }
    return (Double(bound) / Double(scale), excess)
  }

  /// Whole numbers below 2^24 are exact as `Float`s: prices are counted in fractions that keep every sum below that.
  private func scale(_ prices: [Double]) -> Int {
    let highest = min(Self.highestPrice, prices.reduce(1) { max($0, abs($1)) })
    let slots = limits.map(\.slots.upperBound).max() ?? 1
    var scale = 1
    while scale < 4096 && highest * Double(scale * 2 * (slots + 2 * grid.longest)) < 0x1p23 { scale *= 2 }
    return scale
  }

  /// The least of (cost(n) - price n) of a slot's rows, scaled, and the people n that it takes in all.
  private func rowPart(slot: Int, price: Int, scale: Int) -> (value: Int, count: Int) {
    var sum = (value: 0, count: 0)
    for place in 0..<problem.placeCount {
      let row = problem.rows[slot * problem.placeCount + place]
      // Costs are convex: the first count that another person does not better is the best one.
      var count = problem.shortageIsHard ? row.least : 0
      var value = scaledCost(row, count) * scale - price * count
      while count < problem.people.count {
        let next = scaledCost(row, count + 1) * scale - price * (count + 1)
        if next >= value { break }
        value = next
        count += 1
      }
      sum.value += value
      sum.count += count
    }
    return sum
  }

  private func scaledCost(_ row: CoverRow, _ count: Int) -> Int {
    problem.shortageIsHard ? row.over.cost(of: count - row.most) : row.cost(ofCover: count)
  }
}
