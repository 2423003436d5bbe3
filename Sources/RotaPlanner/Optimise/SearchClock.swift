/// When one optimisation began and when it must end.
struct SearchClock: Sendable {
  private let start = ContinuousClock.now
  /// The limits for the layer below.
  let limits: SolveLimits

  /// Starts the clock.
  init(_ options: OptimiserOptions) {
    limits = SolveLimits(
      deadline: options.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) },
      nodes: options.workLimit ?? .max, cancel: options.stop)
  }

  /// Wall seconds since the start.
  var seconds: Double { (ContinuousClock.now - start) / Swift.Duration.seconds(1) }
  /// Whether to stop now.
  var isOver: Bool { limits.stopNow != nil }
}
