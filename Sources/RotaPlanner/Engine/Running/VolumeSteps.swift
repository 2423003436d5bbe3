/// The steps of the volume algorithm (Barahona, Anbil 2000), which raises a Lagrangian bound by going from the best prices so far.
///
/// One subgradient points far too steeply, because a cheapest roster goes all the way to wherever it is paid most. The direction is
/// therefore an average over the subgradients at many prices, in which the rosters mix like those of a fractional solution.
package struct VolumeSteps: Sendable {
  /// Most of the newest subgradient in the direction.
  let share: Double
  /// Steps without gain after which steps get shorter.
  let patience: Int
  /// The best bound so far.
  package private(set) var best = -Double.infinity
  private var direction: [Double] = []
  private var factor: Double
  private var stall = 0

  package init(share: Double, patience: Int, factor: Double) {
    self.share = share
    self.patience = patience
    self.factor = factor
  }

  /// Whether further steps would be too short to matter.
  package var isDone: Bool { factor < 3e-5 }

  /// The prices to ask for next: `prices`, those of the best bound, and a step towards `target`, an objective that some solution has
  /// or may have.
  package func trial(from prices: [Double], target: Double) -> [Double] {
    var length = 0.0
    for part in direction { length += part * part }
    guard length > 0 else { return prices }
    let step = factor * max(1, target - best) / length
    var trial = prices
    for index in trial.indices { trial[index] += step * direction[index] }
    return trial
  }

  /// Takes in the bound at the trial prices and its subgradient; whether that is the best bound so far.
  package mutating func learn(bound: Double, subgradient: [Double]) -> Bool {
    // A direction of zeros: the mixed rosters are a fractional solution that proves the bound.
    if !direction.isEmpty, direction.allSatisfy({ $0 == 0 }) { factor = 0 }
    let isAligned = turn(towards: subgradient) > 0
    if bound > best {
      best = bound
      stall = 0
      if isAligned { factor = min(2, factor * 1.1) }
      return true
    }
    stall += 1
    if stall >= patience {
      stall = 0
      factor *= 0.66
    }
    return false
  }

  /// Mixes the subgradient into the direction, by as much as makes it shortest, within limits; all of it at first. The product of
  /// both before that says whether they agree.
  private mutating func turn(towards subgradient: [Double]) -> Double {
    if direction.isEmpty {
      direction = subgradient
      return 0
    }
    var shorter = 0.0
    var apart = 0.0
    var product = 0.0
    for (old, new) in zip(direction, subgradient) {
      shorter += old * (old - new)
      apart += (old - new) * (old - new)
      product += old * new
    }
    let mix = apart > 0 ? min(share, max(share / 10, shorter / apart)) : share
    for index in direction.indices { direction[index] += mix * (subgradient[index] - direction[index]) }
    return product
  }
}
