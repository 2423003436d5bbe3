import Foundation
import RotaPlanner

/// Turns Ctrl-C (and a polite kill, and a terminal that is closed) into a raised `StopFlag`; the second one ends the program at once.
///
/// A plain signal handler and no dispatch source: on Linux a source loses signals that arrive before it is registered, and
/// some after. So the handler does only what a handler may: it sets a flag, writes prepared bytes, or ends.
enum Interruption {
  /// A flag that Ctrl-C raises from now on, with a line on standard error in the language of `messages`.
  static func stopFlag(_ messages: MessageCatalogue) -> StopFlag {
    let flag = StopFlag()
    raises(flag, announcing: messages.text("console.stopping") + "\n")
    return flag
  }

  /// Listens from now on; the first signal writes `announcement` to standard error. At most once in a program.
  static func raises(_ flag: StopFlag, announcing announcement: String) {
    precondition(raised == nil, "Interruption is set up once.")
    raised = Unmanaged.passRetained(flag)
    let bytes = Array(announcement.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    message = UnsafeRawBufferPointer(start: copy, count: bytes.count)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // What nohup ignores stays ignored: the search is meant to outlive its terminal.
      if number == SIGHUP, sigaction(number, nil, &action) == 0, isIgnored(action) { continue }
      action = sigaction()
      action.__sigaction_handler.sa_handler = handle
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }
}

private func isIgnored(_ action: sigaction) -> Bool {
  unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
}

// Written before the handler is installed and never again.
nonisolated(unsafe) private var raised: Unmanaged<StopFlag>?
nonisolated(unsafe) private var message = UnsafeRawBufferPointer(start: nil, count: 0)

private let handle: @convention(c) (Int32) -> Void = { number in
  // 128 + n is what a shell reports for a program that signal n ended.
  guard let first = raised?._withUnsafeGuaranteedRef({ $0.raise() }), first else { _exit(128 + number) }
  _ = write(STDERR_FILENO, message.baseAddress, message.count)
}
