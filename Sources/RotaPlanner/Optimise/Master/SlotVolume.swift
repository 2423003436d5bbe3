/// Raises the Lagrangian bound of a `SlotProblem` by the volume algorithm (Barahona, Anbil 2000).
///
/// All people with equal limits share one cheapest roster, so a single subgradient (people on duty less those whom the rows take
/// up) points far too steeply. The direction is therefore an average over many prices, in which the rosters mix; prices go up
/// where it has too few people on duty and down where too many.
struct SlotVolume {
  private let bounds: SlotBound
  private var prices: [Double]
  private var best = -Double.infinity
  private var direction: [Double] = []
  private var factor = 2.0
  private var stall = 0
  /// The best bound so far, rounded up to a whole number; nil before the first step.
  private(set) var bound: Int?
  /// Whether further steps would be too short to matter.
  var isDone: Bool { factor < 3e-5 }

  /// Part of the newest subgradient in the direction, and steps without gain after which steps get shorter.
  private static let share = 0.02
  private static let patience = 60

  init(_ bounds: SlotBound, from prices: [Double]) {
    self.bounds = bounds
    self.prices = prices
  }

  /// One step towards `target`, an objective that some rota has or may have.
  mutating func advance(target: Int) {
    var length = 0.0
    for part in direction { length += part * part }
    let step = length > 0 ? factor * max(1, Double(target) - best) / length : 0
    var trial = prices
    for slot in direction.indices { trial[slot] += step * direction[slot] }
    guard let (value, excess) = bounds.evaluate(trial) else { return }
    let share = mix(excess)
    if direction.isEmpty { direction = [Double](repeating: 0, count: prices.count) }
    var slope = 0.0
    for slot in direction.indices {
      slope += direction[slot] * Double(excess[slot])
      direction[slot] = share * Double(excess[slot]) + (1 - share) * direction[slot]
    }
    if value > best {
      best = value
      prices = trial
      bound = Int(value.rounded(.up))
      stall = 0
      if slope > 0 { factor = min(2, factor * 1.1) }
    } else {
      stall += 1
      if length == 0 { factor = 0 }
    }
    if stall >= Self.patience {
      stall = 0
      factor *= 0.66
    }
  }

  /// The part of the newest subgradient that makes the direction shortest, within limits; all of it at first.
  private func mix(_ excess: [Int]) -> Double {
    if direction.isEmpty { return 1 }
    var shorter = 0.0
    var apart = 0.0
    for (old, new) in zip(direction, excess) {
      let difference = old - Double(new)
      shorter += old * difference
      apart += difference * difference
    }
    return apart > 0 ? min(Self.share, max(Self.share / 10, shorter / apart)) : Self.share
  }
}
