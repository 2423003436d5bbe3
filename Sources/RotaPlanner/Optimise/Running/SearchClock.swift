import RotaEngine

/// When one optimisation began and when it must end.
struct SearchClock: Sendable {
  private let start = ContinuousClock.now
  /// The limits for the layer below.
  let limits: SolveLimits
  /// The limits for the first plan, without which there is none to hand over, or none worth having: a user who asks to stop waits for
  /// it this much longer.
  let firstPlanLimits: SolveLimits
  private static let secondsForFirstPlan = 2.0

  /// Starts the clock.
  init(_ options: OptimiserOptions) {
    let deadline = options.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }
    let nodes = options.workLimit ?? .max
    limits = SolveLimits(deadline: deadline, nodes: nodes, cancel: options.stop)
    firstPlanLimits = SolveLimits(
      deadline: deadline, nodes: nodes, cancel: CancelFlag(after: options.stop, seconds: Self.secondsForFirstPlan))
  }

  /// Wall seconds since the start.
  var seconds: Double { start.secondsUntilNow }
  /// Whether to stop now.
  var isOver: Bool { limits.stopNow != nil }
}
