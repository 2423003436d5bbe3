import ArgumentParser
import Foundation
import RotaPlanner

/// Measures the rostering engine on one published instance; internal.
struct BenchSolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-solve", abstract: "Solves a published rostering instance.", shouldDisplay: false)

  @Argument(help: "The instance.")
  var file: String
  @Option(help: "Seconds.")
  var timeLimit: Double = 60
  @Option(help: "Seed of all chance.")
  var seed: UInt64 = 1
  @Option(help: "Threads.")
  var threads: Int = 2
  @Flag(help: "No progress.")
  var quiet = false

  func run() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let problem = RosteringProblem(try ShiftSchedulingInstance(text: text))
    let limits = SolveLimits(deadline: .now + .seconds(timeLimit))
    let quiet = quiet
    let result = try RosteringSolver.solve(
      problem,
      options: RosteringOptions(limits: limits, seed: seed, threads: threads) { step in
        if quiet { return }
        let line = String(format: "%8.2f  %d  %d  ", step.seconds, step.objective, step.bound) + step.phase + "\n"
        FileHandle.standardError.write(Data(line.utf8))
      })
    print(
      "objective \(result.objective) bound \(result.bound) best at \(result.secondsToBest) seconds \(result.seconds) "
        + "work \(result.work)")
  }
}
