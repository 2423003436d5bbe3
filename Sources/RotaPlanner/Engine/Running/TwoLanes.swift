import Foundation

/// Runs two pieces of work, at the same time where there is a second thread. Both must end by themselves after fixed work, so that the
/// number of threads changes nothing but the time.
package enum TwoLanes {
  /// `main` runs on the calling thread, `side` on another one with GLPK of its own.
  package static func run<Main, Side: Sendable>(
    threads: Int, main: () throws -> Main, side: @escaping @Sendable () throws -> Side
  ) throws -> (main: Main, side: Side) {
    if threads < 2 { return (try main(), try side()) }
    let waiting = GLPKThread.begin(side)
    let first = Result { try main() }
    let second = Result { try waiting() }
    return (try first.get(), try second.get())
  }
}
