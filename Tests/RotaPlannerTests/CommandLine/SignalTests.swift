import Foundation
import Testing

@testable import RotaPlanner

/// Ctrl-C and a polite kill while two days of `scenarios/eu-demo` are planned: the best plan so far is printed and written, the second
/// signal ends at once.
@Suite("Signals") struct SignalTests {
  private let folder: TemporaryFolder
  private let scenario: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    scenario = try SmallTown.folder(days: 2)
  }

  /// Starts to plan and sends the signals as soon as the first progress is told.
  private func plan(signals: [Int32], to name: String) throws -> (output: String, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = RotaProcess.executable
    process.arguments = [
      "plan", scenario.path, "-o", folder.path + "/" + name, "--lang", "en", "--progress", "jsonl", "--time-limit",
      "3600",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var told = Data()
    // Progress is told as JSON, after the warnings about dates that are cut off.
    while !told.contains(UInt8(ascii: "{")) {
      let more = errors.fileHandleForReading.availableData
      if more.isEmpty { break }
      told += more
    }
    for signal in signals { kill(process.processIdentifier, signal) }
    // A schedule is longer than a pipe holds, so it is read before waiting; what is told meanwhile is less.
    let result = output.fileHandleForReading.readDataToEndOfFile()
    told += errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return (String(decoding: result, as: UTF8.self), String(decoding: told, as: UTF8.self), status)
  }

  @Test("One signal: the best plan so far is printed, written and lawful")
  func once() throws {
    let outcome = try plan(signals: [SIGTERM], to: "plan")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("stopping with the best plan so far"))
    #expect(outcome.output.contains("\nStaff at stations\n"))
    let plan = try folder.read("plan/plan.json")
    #expect(plan.contains("\"status\": \"feasible\""))
    let check = try RotaProcess.rota(["check", scenario.path, folder.path + "/plan", "--lang", "en"])
    #expect(check.status == 0, "\(check.errorText)")
    #expect(check.outputText.hasPrefix("No violations.\n"))
  }

  @Test("The second signal ends at once and leaves nothing behind")
  func twice() throws {
    // Two signals of one number may arrive as one.
    let outcome = try plan(signals: [SIGINT, SIGTERM], to: "plan")
    #expect([128 + SIGINT, 128 + SIGTERM].contains(outcome.status))
    #expect(outcome.output == "")
    #expect(folder.names.isEmpty)
  }

  /// Moments after the start, in milliseconds: before the handler is there, while the first plan is made, in the linear program and in
  /// branch and bound, and while writing.
  @Test(
    "At any moment: a whole, lawful plan folder or none, and nothing else", arguments: ["eu-demo", "tiny", "clash"])
  func anyMoment(name: String) throws {
    let input = name == "eu-demo" ? scenario.path : shippedScenarios.appendingPathComponent(name).path
    for milliseconds in [0, 30, 100, 200, 350, 600, 1000] {
      let process = Process()
      process.executableURL = RotaProcess.executable
      process.arguments = [
        "plan", input, "-o", folder.path + "/plan", "--force", "--progress", "none", "--quiet", "--time-limit", "20",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      let early = process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM
      let ends: [Int32] = name == "clash" ? [3, 4] : [0]
      // An early signal meets no handler yet.
      #expect(early || ends.contains(process.terminationStatus), "\(milliseconds) ms: \(process.terminationStatus)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == [] || left == ["plan"], "\(milliseconds) ms: \(left)")
      if left == ["plan"] {
        let check = try RotaProcess.rota(["check", input, folder.path + "/plan", "--lang", "en", "--quiet"])
        #expect(check.status == 0, "\(milliseconds) ms: \(check.errorText)")
      }
    }
  }
}
