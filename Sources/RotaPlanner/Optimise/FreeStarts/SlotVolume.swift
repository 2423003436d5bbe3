import RotaEngine

/// Raises the Lagrangian bound of a `SlotProblem` by the volume algorithm: prices go up where the average of many prices' rosters has
/// too few people on duty and down where too many.
struct SlotVolume {
  private let bounds: SlotBound
  private var prices: [Double]
  private var steps = VolumeSteps(share: 0.02, patience: 60, factor: 2)
  /// The best bound so far, rounded up to a whole number; nil before the first step.
  private(set) var bound: Int?
  /// Whether further steps would be too short to matter.
  var isDone: Bool { steps.isDone }

  init(_ bounds: SlotBound, from prices: [Double]) {
    self.bounds = bounds
    self.prices = prices
  }

  /// One step towards `target`, an objective that some rota has or may have.
  mutating func advance(target: Int) {
    let trial = steps.trial(from: prices, target: Double(target))
    guard let (value, excess) = bounds.evaluate(trial) else { return }
    if steps.learn(bound: value, subgradient: excess.map(Double.init)) {
      prices = trial
      bound = Int(value.rounded(.up))
    }
  }
}
