import Foundation
import Synchronization

/// A program run to its end, with its two streams apart.
struct ProcessOutcome: Sendable {
  /// Bytes of standard output.
  let output: Data
  /// Bytes of standard error.
  let errors: Data
  /// Exit status, or 128 + the number of the signal that ended it.
  let status: Int32

  /// Standard output as text.
  var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs the built `rota`, or any other program, as a user would.
enum RotaProcess {
  /// The program that was built together with the tests.
  static var executable: URL {
    // The tests run from the folder that the build writes to.
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("rota")
  }

  /// Runs `rota` in English, without colours, unless the environment says otherwise.
  static func rota(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], folder: String? = nil
  ) throws -> ProcessOutcome {
    try run(executable, arguments, input: input, environment: environment, folder: folder)
  }

  /// Runs a program. `environment` is laid over the tests' own with `LC_ALL` set to `C.UTF-8`.
  static func run(
    _ program: URL, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    folder: String? = nil
  ) throws -> ProcessOutcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8", "NO_COLOR": "1"]) { $1 }.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    signal(SIGPIPE, SIG_IGN)  // a program may end before it has read all of its input
    try process.run()
    // All three at once, on threads of their own, and before waiting: a pipe holds 64 KiB, then its writer stops until
    // somebody reads.
    let read = Mutex((output: Data(), errors: Data()))
    let parts: [@Sendable () -> Void] = [
      {
        let data = output.fileHandleForReading.readDataToEndOfFile()
        read.withLock { $0.output = data }
      },
      {
        let data = errors.fileHandleForReading.readDataToEndOfFile()
        read.withLock { $0.errors = data }
      },
      {
        try? feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? feed.fileHandleForWriting.close()
      },
    ]
    let done = DispatchGroup()
    for part in parts {
      done.enter()
      Thread.detachNewThread {
        part()
        done.leave()
      }
    }
    done.wait()
    process.waitUntilExit()
    let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return read.withLock { ProcessOutcome(output: $0.output, errors: $0.errors, status: status) }
  }
}
