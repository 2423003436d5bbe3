/// When a solver must stop although it is not done.
public struct SolveLimits: Sendable {
  /// The instant after which it stops, or nil; ends at this instant differ from run to run.
  public var deadline: ContinuousClock.Instant?
  /// The most simplex iterations of a linear program, or of a mixed integer program's root; the same on every machine.
  package var iterations: Int
  /// The most nodes of a branch and bound tree; the same on every machine.
  package var nodes: Int
  /// Stops the solver when raised.
  public var cancel: CancelFlag?

  /// Limits that are all absent unless given.
  public init(
    deadline: ContinuousClock.Instant? = nil, iterations: Int = .max, nodes: Int = .max, cancel: CancelFlag? = nil
  ) {
    self.deadline = deadline
    self.iterations = iterations
    self.nodes = nodes
    self.cancel = cancel
  }

  /// No limit at all.
  public static let none = SolveLimits()

  /// The reason to stop that holds now, whatever the work done so far; a raised flag comes before a passed deadline.
  package var stopNow: StopReason? {
    if cancel?.isRaised == true { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }

  /// The same with a deadline so much later.
  package func extended(bySeconds seconds: Double) -> SolveLimits {
    var longer = self
    longer.deadline = deadline?.advanced(by: .seconds(seconds))
    return longer
  }

  /// The same limits with a deadline after this part of the time that is left.
  package func part(_ part: Double) -> SolveLimits {
    guard let deadline else { return self }
    var limits = self
    let now = ContinuousClock.now
    limits.deadline = min(deadline, now + max(.zero, (deadline - now) * part))
    return limits
  }

  /// Milliseconds until the deadline, at least 1 and at most `ceiling`.
  func millisecondsLeft(atMost ceiling: Int32) -> Int32 {
    guard let deadline else { return ceiling }
    let left = (deadline - ContinuousClock.now) / Duration.milliseconds(1)
    return Int32(min(max(left.rounded(.up), 1), Double(ceiling)))
  }
}
