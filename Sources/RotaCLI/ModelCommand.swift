import ArgumentParser
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
    let messages = global.messages
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, messages)
    let path = output == "-" ? nil : output
    do throws(AtomicFiles.Failure) {
      if let path { try AtomicFiles.checkFile(path) }
    } catch {
      console.fail(messages.text(error.issue))
      return .invalidInput
    }
    let demand = deriveDemand(loaded.scenario)
    guard let text = try ModelFile.text(of: loaded.scenario, demand: demand, format: format) else {
      console.fail(messages.text("plan.modelTooLarge"))
      return .noPlanInTime
    }
    guard let path else {
      console.result(text)
      return .success
    }
    do throws(AtomicFiles.Failure) {
      console.showLeftOvers(try AtomicFiles.write(text, toFile: path), messages)
      return .success
    } catch {
      console.fail(messages.text(error.issue))
      return .internalError
    }
  }
}

extension ModelFile.Format: ExpressibleByArgument {}
