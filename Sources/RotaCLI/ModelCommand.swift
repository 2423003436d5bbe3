import ArgumentParser
import Foundation
import RotaPlanner

/// `rota model`: the exact model of a scenario, for other solvers.
struct ModelCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Write the exact model of a scenario as free MPS or LP, for other solvers.",
    discussion: """
      Example:
        rota model scenarios/tiny --format mps -o tiny.mps
      """)

  @Argument(help: "Folder of the scenario.")
  var scenario: String

  @Option(help: "Format of the file: mps or lp.")
  var format: ModelFile.Format = .mps

  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, global.messages)
    let demand = deriveDemand(loaded.scenario)
    guard let text = try ModelFile.text(of: loaded.scenario, demand: demand, format: format) else {
      console.fail(global.messages.text("plan.modelTooLarge"))
      return .noPlanInTime
    }
    guard let output, output != "-" else {
      console.result(text)
      return .success
    }
    // What is no regular file (a device, a pipe) is written to, never replaced.
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
    let kind = try? FileManager.default.attributesOfItem(atPath: output)[.type] as? FileAttributeType
    if exists, kind != .typeRegular, let handle = FileHandle(forWritingAtPath: output) {
      try handle.write(contentsOf: Data(text.utf8))
    } else {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    }
    return .success
  }
}

extension ModelFile.Format: ExpressibleByArgument {}
