import ArgumentParser
import RotaPlanner

/// `rota show`: a plan as a table, from any side.
struct ShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a plan by station, person, run or day.",
    discussion: """
      Examples:
        rota show plan-week28
        rota show plan-week28 --by person --format csv > rota.csv
        rota show - --by day < plan-week28/plan.json
      """)

  /// What the rows are grouped by.
  enum Side: String, CaseIterable, ExpressibleByArgument {
    case station, person, run, day
  }

  @Argument(help: "Folder of a plan, its plan.json, a rota.csv, or - for standard input.")
  var plan: String

  @Option(help: "Whose rows stand together: station, person, run or day (default: station).")
  var by: Side?

  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    console.result(table.text(try shown(console), global.messages))
    return .success
  }

  /// A roster of a published instance has persons only.
  private func shown(_ console: Console) throws -> ReportTable {
    let bytes = plan == "-" ? try StandardInput.bytes() : nil
    if by == nil || by == .person {
      let roster = try bytes.map { try PlanReader.publishedRoster($0, file: "-") } ?? PlanReader.publishedRoster(plan)
      if let roster { return roster.table }
    }
    let document = try bytes.map { try PlanReader.read($0, file: "-") } ?? PlanReader.read(plan)
    if !document.remarks.isEmpty { console.warn(global.messages.text(IssueList(document.remarks))) }
    return document.table(by ?? .station)
  }
}

extension PlanDocument {
  fileprivate func table(_ side: ShowCommand.Side) -> ReportTable {
    switch side {
    case .station: return stationDutyTable
    case .person: return personTable
    case .run: return runTable
    case .day: return dayTable
    }
  }
}
