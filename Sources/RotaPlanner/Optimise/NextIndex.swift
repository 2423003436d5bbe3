import Synchronization

/// Deals the numbers from 0 on to threads that take one when they have done the last.
final class NextIndex: Sendable {
  private let value = Atomic<Int>(0)

  /// The next number, which no other call gets.
  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
