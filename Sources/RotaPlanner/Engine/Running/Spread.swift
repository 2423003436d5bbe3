import Dispatch

/// `body(index, lane)` for each index below `count`, on `threads` threads, each with a lane of its own; the results in the order of the indices.
@inlinable
package func spread<Answer: Sendable>(
  _ count: Int, threads: Int, _ empty: Answer, _ body: @Sendable (_ index: Int, _ lane: Int) -> Answer
) -> [Answer] {
  let lanes = min(threads, count)
  if lanes <= 1 { return (0..<count).map { body($0, 0) } }
  let answers = AnswerSlots(count: count, empty)
  let next = NextIndex()
  DispatchQueue.concurrentPerform(iterations: lanes) { lane in
    while let index = next.take(below: count) { answers.set(index, body(index, lane)) }
  }
  return answers.all
}

/// Slots that several threads fill, each slot by one of them.
@usableFromInline
final class AnswerSlots<Answer>: @unchecked Sendable {
  @usableFromInline let slots: UnsafeMutableBufferPointer<Answer>
  @inlinable init(count: Int, _ empty: Answer) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: empty)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  @inlinable func set(_ index: Int, _ answer: Answer) { slots[index] = answer }
  @inlinable var all: [Answer] { Array(slots) }
}
