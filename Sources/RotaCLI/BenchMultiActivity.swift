import ArgumentParser
import Foundation
import RotaPlanner

/// Measures the engine on one published multi-activity instance and checks the rota; internal.
struct BenchMultiActivity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-multi", abstract: "Solves a published multi-activity instance.", shouldDisplay: false)

  @Argument(help: "The instance.")
  var file: String
  @Option(help: "Seconds.")
  var timeLimit: Double?
  @Option(help: "Work units, the same on every machine.")
  var workLimit: Int?
  @Option(help: "Seed of all chance.")
  var seed: UInt64 = 1
  @Option(help: "Threads.")
  var threads: Int = 2
  @Flag(help: "Print the roster.")
  var roster = false
  @Flag(help: "No progress.")
  var quiet = false

  func run() throws {
    let instance = try MultiActivityInstance(text: try String(contentsOfFile: file, encoding: .utf8))
    let quiet = quiet
    let options = SlotOptions(timeLimit: timeLimit, workLimit: workLimit, seed: seed, threads: threads) {
      best, bound, seconds in
      if quiet { return }
      let line = String(format: "%8.2f  ", seconds) + "\(best.map(String.init) ?? "-")  \(bound)\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
    let result = try SlotSolver.solve(SlotProblem(instance), options: options)
    guard let rota = result.rota else { throw ValidationError("no lawful rota") }
    let roster = rota.multiActivity(instance)
    let check = MultiActivityCheck(try MultiActivityRoster(csv: roster.csv), of: instance)
    if self.roster { print(roster.csv, terminator: "") }
    let lawful = result.secondsToLawful.map { String(format: "%.2f", $0) } ?? "-"
    let line =
      "penalty \(result.penalty) bound \(result.bound) missing \(result.shortage) checked \(check.penalty) "
      + "\(check.violations.count) violations, covered after \(lawful) s, best after "
      + String(format: "%.2f s, all %.2f s, work ", result.secondsToBest, result.seconds) + "\(result.work)\n"
    FileHandle.standardError.write(Data(line.utf8))
    for violation in check.violations.prefix(5) { print(violation) }
    if check.penalty != result.penalty || !check.violations.isEmpty { throw ExitCode(1) }
  }
}
