import ArgumentParser
import RotaPlanner

/// `rota demand`: visits wanted per station and slot, and where they come from.
struct DemandCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand",
    abstract: "Show the visits wanted per station and slot, and where they come from.",
    discussion: """
      Examples:
        rota demand scenarios/tiny
        rota demand next-week --station S07 --day wed
        rota demand next-week --why S07 "wed 12:30"
        rota demand next-week --format csv > demand.csv
      """)

  @Argument(help: "Folder of the scenario.")
  var scenario: String

  @Option(help: "Only this station, by its id.")
  var station: String?

  @Option(help: "Only this day: a date, or a day of the week.")
  var day: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Name every worker group that can come to a station at a time.", valueName: "station time"))
  var why: [String] = []

  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if why.count == 1 { throw ValidationError("--why needs a station and a time, such as --why S07 \"wed 12:30\".") }
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, global.messages)
    let found = loaded.scenario
    do {
      let demand = deriveDemand(found)
      if why.isEmpty {
        let report = DemandReport(
          demand, found, station: try station.map(found.station(named:)), day: try day.map(found.day(named:)))
        console.result(table.text(report.table, global.messages))
        for note in report.notes { console.note(global.messages.text(note)) }
      } else {
        let slot = try found.minute(named: why.dropFirst().joined(separator: " ")) / found.horizon.slotMinutes
        let report = DemandWhyReport(demand, found, station: try found.station(named: why[0]), slot: slot)
        console.result(text(report))
      }
      return .success
    } catch {
      console.fail(global.messages.text(error.message))
      return .usage
    }
  }

  private func text(_ report: DemandWhyReport) -> String {
    guard table.format == .table else { return table.text(report.table, global.messages) }
    return report.sentences.map { global.messages.text($0) + "\n" }.joined()
  }
}
