import Foundation
import Testing

@testable import RotaPlanner

/// Ctrl-C at random moments while `scenarios/eu-demo`, a week with pins, is planned.
@Suite("Ctrl-C at any moment") struct InterruptTests {
  private let scenario: TemporaryFolder
  private let folder: TemporaryFolder

  init() throws {
    scenario = try SmallTown.folder(days: 7)
    folder = try TemporaryFolder()
  }

  /// Seconds after which a program that was asked to stop counts as hanging: far more than it may take, as tests share the processors.
  private static let patience = 60.0

  /// Plans, and sends SIGINT after so many milliseconds; nil when the program had to be killed.
  private func plan(interruptedAfter milliseconds: Int) throws -> (status: Int32, errors: String)? {
    let process = Process()
    // A shell starts programs in the background with SIGINT ignored, and they would hand that down.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "--default-signal=INT", RotaProcess.executable.path, "plan", scenario.path, "-o", folder.path + "/plan",
      "--force", "--lang", "en", "--progress", "none", "--time-limit", "3600",
    ]
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    usleep(UInt32(milliseconds) * 1000)
    kill(process.processIdentifier, SIGINT)
    let end = Date(timeIntervalSinceNow: Self.patience)
    while process.isRunning, Date() < end { usleep(20_000) }
    guard !process.isRunning else {
      kill(process.processIdentifier, SIGKILL)
      return nil
    }
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return (process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0), told)
  }

  @Test("It ends with a lawful plan, whose bound is not above its objective, or at once with nothing")
  func interrupted() throws {
    var planned = 0
    for seed in 1...10 {
      var random = SeededGenerator(seed: seed)
      let milliseconds = random.int(0...900)
      let moment: Comment = "seed \(seed), \(milliseconds) ms"
      let end = try #require(try plan(interruptedAfter: milliseconds), moment)
      switch end.status {
      case 0:
        try expectLawfulPlan(end.errors, moment)
        planned += 1
      case 4:
        // The pins of this week take a third of a second, but nobody knows what else the machine does.
        #expect(end.errors.contains("no plan: "), moment)
      default:
        // Before planning begins there is no handler yet.
        #expect(end.status == 128 + SIGINT, "\(moment): \(end.errors)")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == (planned > 0 ? ["plan"] : []), moment)
    }
    #expect(planned > 0)
  }

  @Test("A limit that comes before the first plan: the message says what is not known, and what to do")
  func limitBeforeTheFirstPlan() throws {
    let outcome = try RotaProcess.rota(["plan", scenario.path, "--time-limit", "0.000001", "--lang", "en"])
    #expect(outcome.status == 4)
    #expect(outcome.outputText == "")
    // The limit holds for the explanation as well: nothing was proved about the pins by then.
    #expect(outcome.errorText.hasPrefix("no plan: within the limits neither a plan that keeps all 3 pins nor a proof"))
    #expect(outcome.errorText.contains("raise --time-limit"))
  }

  private func expectLawfulPlan(_ errors: String, _ moment: Comment) throws {
    #expect(errors.contains("stopping with the best plan so far"), moment)
    let check = try RotaProcess.rota(["check", scenario.path, folder.path + "/plan", "--lang", "en"])
    #expect(check.status == 0, "\(moment): \(check.errorText)")
    #expect(check.outputText.hasPrefix("No violations.\n"), moment)
    try expectBoundNotAboveObjective(moment)
  }

  private func expectBoundNotAboveObjective(_ moment: Comment) throws {
    let json = try JSONSerialization.jsonObject(with: Data(folder.read("plan/plan.json").utf8))
    let plan = try #require(json as? [String: Any])
    let (objective, bound) = (plan["objective"] as? Double, plan["bound"] as? Double)
    #expect(try #require(bound) <= #require(objective), moment)
    #expect(plan["status"] as? String == (bound == objective ? "optimal" : "feasible"), moment)
  }
}
