import Foundation
import Synchronization

/// A request to stop that any thread may raise while others work; once raised it stays so.
public final class CancelFlag: Sendable {
  /// Nanoseconds of the system's steady clock; 0: not raised.
  private let raisedAt = Atomic<UInt64>(0)
  private let first: CancelFlag?
  private let grace: UInt64

  /// A flag that is not raised.
  public init() {
    first = nil
    grace = 0
  }

  /// A flag that counts as raised so many seconds after `first` was raised: for work without which there would be no answer at all.
  public init(after first: CancelFlag, seconds: Double) {
    self.first = first
    grace = UInt64(seconds * 1_000_000_000)
  }

  /// Whether the work should stop.
  public var isRaised: Bool {
    if raisedAt.load(ordering: .relaxed) != 0 { return true }
    guard let since = first?.raisedAt.load(ordering: .relaxed), since != 0 else { return false }
    return Self.now >= since + grace
  }

  /// Asks the work to stop. May be called from a signal handler: it reads a clock and writes a number.
  public func raise() {
    _ = raisedAt.compareExchange(expected: 0, desired: Self.now, ordering: .relaxed)
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec) + 1
  }
}
