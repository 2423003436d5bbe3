import Synchronization

/// Deals the numbers from 0 on to threads that take one when they have done the last.
@usableFromInline
package final class NextIndex: Sendable {
  private let value = Atomic<Int>(0)

  /// Begins with 0.
  @usableFromInline package init() {}

  /// The next number, which no other call gets; nil when it is not below `end`.
  @usableFromInline package func take(below end: Int) -> Int? {
    let index = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < end ? index : nil
  }
}
