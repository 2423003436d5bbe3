import Foundation
import RotaPlanner
import Synchronization

/// The only way to the user: results to standard output, everything else to standard error.
///
/// Results go out as they are: tables and sentences have escaped what is in users' data, CSV and JSON hold it as it is. Messages
/// are escaped here once more, so that nothing reaches a terminal by a way that somebody forgot.
///
/// Results are buffered and written in large pieces. When nobody reads them any more (`rota show plan | head`) the rest is
/// dropped quietly; when they cannot be written for another reason, `finish` says so.
final class Console: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var failure: Int32 = 0
    var progress = ""
  }

  private static let bufferSize = 1 << 16

  private let output: Int32
  private let errors: Int32
  private let isQuiet: Bool
  private let colours: ColourRules
  private let state = Mutex(State())

  /// Makes a console on two file descriptors; standard output and standard error unless told otherwise.
  init(isQuiet: Bool, colours: ColourRules, output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO) {
    self.output = output
    self.errors = errors
    self.isQuiet = isQuiet
    self.colours = colours
    // Writing to a closed pipe then fails with EPIPE and does not end the program.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether standard error is a terminal that can rewrite a line.
  var hasLiveErrors: Bool { isatty(errors) == 1 && colours.environment["TERM"] != "dumb" }

  /// Columns of the terminal on standard error; 80 when unknown.
  var errorColumns: Int {
    var size = winsize()
    guard ioctl(errors, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Text of the result, exactly as given.
  func result(_ text: String) {
    state.withLock { state in
      guard state.failure == 0 else { return }
      state.buffer += text.utf8
      if state.buffer.count >= Self.bufferSize { flush(&state) }
    }
  }

  /// A line for the user's information; nothing with `--quiet`.
  func note(_ text: String) {
    if !isQuiet { message(VisibleText.lines(text)) }
  }

  /// A line that the user should see even with `--quiet`.
  func warn(_ text: String) { message(marked(text, .yellow)) }

  /// What went wrong.
  func fail(_ text: String) { message(marked(text, .red)) }

  /// Replaces the line at the bottom of the terminal; an empty text removes it. Nothing when there is no live terminal.
  func showProgress(_ text: String) {
    guard hasLiveErrors, !isQuiet else { return }
    state.withLock { state in
      guard state.progress != text else { return }
      state.progress = text
      Self.write(Array("\r\u{1B}[K\(text)".utf8), to: errors)
    }
  }

  /// One line on standard error at once, also with `--quiet`: for `--progress jsonl`, which somebody asked for.
  func record(_ line: String) { message(line) }

  /// Writes what is left of the result. Returns the system's reason when the result could not be written; nil when it was,
  /// or when its reader had read enough.
  func finish() -> String? {
    state.withLock { state in
      flush(&state)
      return state.failure == 0 || state.failure == EPIPE ? nil : String(cString: strerror(state.failure))
    }
  }

  /// `text` in colour where standard error allows it.
  private func marked(_ text: String, _ colour: Colour) -> String {
    let text = VisibleText.lines(text)
    return colours.allowsColour(isTerminal: isatty(errors) == 1) ? colour.applied(to: text) : text
  }

  /// Results so far go out first, so that both streams keep their order on a shared terminal.
  private func message(_ text: String) {
    state.withLock { state in
      flush(&state)
      let erase = state.progress.isEmpty ? "" : "\r\u{1B}[K"
      Self.write(Array((erase + text + "\n" + state.progress).utf8), to: errors)
    }
  }

  private func flush(_ state: inout State) {
    if state.failure == 0, !state.buffer.isEmpty { state.failure = Self.write(state.buffer, to: output) }
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// Writes all bytes; 0, or the error number.
  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
