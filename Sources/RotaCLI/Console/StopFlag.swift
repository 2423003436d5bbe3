import RotaEngine
import RotaPlanner
import Synchronization

/// Tells a running search to end soon and hand over its best plan. May be raised from any thread, once and for good.
final class StopFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// The same request as the optimisers know it.
  let cancel = CancelFlag()

  /// Whether somebody asked to stop.
  var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Asks to stop; true for the first to ask.
  @discardableResult
  func raise() -> Bool {
    cancel.raise()
    return !raised.exchange(true, ordering: .relaxed)
  }
}
