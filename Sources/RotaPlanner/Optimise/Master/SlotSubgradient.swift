/// Raises the Lagrangian bound of a `SlotProblem` step by step: prices go up where the cheapest rosters are more than the
/// rows take up, and down where they are fewer (Polyak's rule; Held, Wolfe, Crowder 1974).
struct SlotSubgradient {
  private let bounds: SlotBound
  private var prices: [Double]
  private var bestPrices: [Double]
  private var best = -Double.infinity
  private var direction: [Double]
  private var factor = 1.0
  private var stall = 0
  /// The best bound so far, rounded up to a whole number; nil before the first step.
  private(set) var bound: Int?
  /// Whether further steps would be too short to matter.
  var isDone: Bool { factor < 0.005 }

  /// Part of the last direction that is kept, against zigzags.
  private static let memory = 0.6
  private static let patience = 10

  init(_ bounds: SlotBound, from prices: [Double]) {
    self.bounds = bounds
    self.prices = prices
    bestPrices = prices
    direction = [Double](repeating: 0, count: prices.count)
  }

  /// One step towards `target`, an objective that some rota has.
  mutating func advance(target: Int) {
    guard let (value, excess) = bounds.evaluate(prices) else { return }
    if bound == nil || value > best + 1e-6 * max(1, abs(best)) {
      best = value
      bestPrices = prices
      bound = Int(value.rounded(.up))
      stall = 0
    } else {
      stall += 1
      if stall >= Self.patience {
        stall = 0
        factor /= 2
        prices = bestPrices
        for slot in direction.indices { direction[slot] = 0 }
        return
      }
    }
    var length = 0.0
    for slot in direction.indices {
      direction[slot] = Self.memory * direction[slot] + Double(excess[slot])
      length += direction[slot] * direction[slot]
    }
    if length == 0 {
      factor = 0
      return
    }
    let step = factor * max(1, Double(target) - value) / length
    for slot in direction.indices { prices[slot] += step * direction[slot] }
  }
}
