import Synchronization

/// A request to stop that any thread may raise while others work; once raised it stays so.
public final class CancelFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// A flag that is not raised.
  public init() {}

  /// Whether the work should stop.
  public var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Asks the work to stop.
  public func raise() { raised.store(true, ordering: .relaxed) }
}
