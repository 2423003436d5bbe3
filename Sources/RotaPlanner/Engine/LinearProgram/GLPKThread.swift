import Foundation

/// Runs work that uses GLPK on a thread of its own. GLPK's problems belong to the thread that made them, while a task may change
/// threads at each `await`; so the work is one synchronous function, and only plain values come back from it.
package enum GLPKThread {
  /// Bytes of stack; GLPK's branch and bound and deep searches in Swift outgrow the 512 KiB of a usual secondary thread.
  static let stackSize = 8 << 20

  /// Suspends until `body` has run on a new thread, whose GLPK memory is freed as the last act.
  package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      start { continuation.resume(with: Result { try GLPKEnvironment.scope(body) }) }
    }
  }

  /// Blocks until `body` has run on a new thread, for callers that are not asynchronous.
  package static func runBlocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
    try begin(body)()
  }

  /// Starts `body` on a new thread; the function returned blocks until it has run.
  package static func begin<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) -> () throws -> Value {
    let box = ResultBox<Value>()
    start { box.fill(with: Result { try GLPKEnvironment.scope(body) }) }
    return { try box.wait().get() }
  }

  private static func start(_ block: @escaping @Sendable () -> Void) {
    let thread = Thread(block: block)
    thread.stackSize = stackSize
    thread.name = "glpk"
    thread.start()
  }
}

/// A result that one thread fills and another waits for.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var result: Result<Value, any Error>?

  func fill(with result: Result<Value, any Error>) {
    condition.withLock {
      self.result = result
      condition.signal()
    }
  }

  func wait() -> Result<Value, any Error> {
    condition.withLock {
      while true {
        if let result { return result }
        condition.wait()
      }
    }
  }
}
