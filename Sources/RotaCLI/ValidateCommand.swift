import ArgumentParser
import RotaPlanner

/// `rota validate`: every fault of a scenario folder at once.
struct ValidateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a scenario folder and list every fault.",
    discussion: """
      Examples:
        rota validate scenarios/tiny
        rota validate next-week --lang en
      """)

  @Argument(help: "Folder of the scenario.")
  var scenario: String

  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, global.messages)
    let found = loaded.scenario
    let text = global.messages.text(
      "console.scenarioValid",
      [
        "name": found.name.isEmpty ? scenario : found.name, "days": found.horizon.days,
        "stations": found.stations.count,
        "staff": found.staff.count, "groups": found.workerGroups.count, "sites": found.delivery.sites.count,
      ])
    console.result(text + "\n")
    return .success
  }
}

extension Console {
  /// Shows a scenario's warnings on standard error; they do not stop anything.
  func showWarnings(of loaded: LoadedScenario, _ messages: MessageCatalogue) {
    if !loaded.warnings.issues.isEmpty { warn(messages.text(loaded.warnings)) }
  }
}
