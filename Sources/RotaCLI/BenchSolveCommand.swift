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
  @Option(help: "Work units, the same on every machine.")
  var workLimit: Int?
  @Option(help: "Seed of all chance.")
  var seed: UInt64 = 1
  @Option(help: "Threads.")
  var threads: Int = 2
  @Option(name: .shortAndLong, help: "Folder for roster.csv and plan.json.")
  var output: String?
  @Flag(help: "No progress.")
  var quiet = false

  func run() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let instance = try ShiftSchedulingInstance(text: text)
    let problem = RosteringProblem(instance)
    let limits = SolveLimits(deadline: .now + .seconds(timeLimit))
    let quiet = quiet
    let result = try RosteringSolver.solve(
      problem,
      options: RosteringOptions(limits: limits, workLimit: workLimit, seed: seed, threads: threads) { step in
        if quiet { return }
        let line = String(format: "%8.2f  %d  %d  ", step.seconds, step.objective, step.bound) + step.phase + "\n"
        FileHandle.standardError.write(Data(line.utf8))
      })
    let rosters = result.rosters.map { $0.map { $0 < 0 ? nil : Int($0) } }
    let check = ShiftSchedulingCheck(instance, rosters: rosters)
    guard check.violations.isEmpty, check.penalty == result.objective else {
      throw ValidationError("The checker disagrees: \(check.penalty), \(check.violations.prefix(3))")
    }
    if let output { try write(instance, rosters, result, to: output) }
    print(
      "objective \(result.objective) bound \(result.bound) best at \(result.secondsToBest) seconds \(result.seconds) "
        + "work \(result.work)")
  }

  private func write(
    _ instance: ShiftSchedulingInstance, _ rosters: [[Int?]], _ result: RosteringResult, to folder: String
  ) throws {
    let directory = URL(fileURLWithPath: folder, isDirectory: true)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var csv = ""
    for (person, roster) in zip(instance.people, rosters) {
      csv += ([person.id] + roster.map { $0.map { instance.shifts[$0].id } ?? "-" }).joined(separator: ",") + "\n"
    }
    try Data(csv.utf8).write(to: directory.appendingPathComponent("roster.csv"), options: .atomic)
    let gap = Double(result.objective - result.bound) / Double(max(1, abs(result.objective)))
    let fields: [String: Any] = [
      "status": result.objective <= result.bound ? "optimal" : "feasible", "objective": result.objective,
      "bound": result.bound, "gap": gap, "seconds": result.seconds, "seed": Int(seed), "work": result.work,
    ]
    let json = try JSONSerialization.data(withJSONObject: fields, options: [.prettyPrinted, .sortedKeys])
    try json.write(to: directory.appendingPathComponent("plan.json"), options: .atomic)
  }
}
