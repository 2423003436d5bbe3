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
        rota demand next-week --out-of-reach
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

  @Flag(help: "Instead list everyone whose visits no station can serve, those with most visits first.")
  var outOfReach = false

  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if why.count == 1 { throw ValidationError("--why needs a station and a time, such as --why S07 \"wed 12:30\".") }
    if outOfReach, !why.isEmpty {
      throw ValidationError("--why and --out-of-reach are two questions: ask one at a time.")
    }
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, global.messages)
    do {
      try answer(deriveDemand(loaded.scenario), loaded.scenario, console)
      return .success
    } catch {
      console.fail(global.messages.text(error.message))
      return .usage
    }
  }

  private func answer(_ demand: DerivedDemand, _ found: Scenario, _ console: Console) throws(UnknownName) {
    guard why.isEmpty else {
      let slot = try found.minute(named: why.dropFirst().joined(separator: " ")) / found.horizon.slotMinutes
      console.result(text(DemandWhyReport(demand, found, station: try found.station(named: why[0]), slot: slot)))
      return
    }
    let (station, day) = (try station.map(found.station(named:)), try day.map(found.day(named:)))
    if outOfReach {
      let report = OutOfReachReport(demand, found, station: station, day: day)
      console.result(table.text(report.table, global.messages))
    } else {
      let report = DemandReport(demand, found, station: station, day: day)
      console.result(table.text(report.table, global.messages))
      for note in report.notes { console.note(global.messages.text(note)) }
    }
  }

  private func text(_ report: DemandWhyReport) -> String {
    guard table.format == .table else { return table.text(report.table, global.messages) }
    return report.sentences.map { global.messages.text($0) + "\n" }.joined()
  }
}
