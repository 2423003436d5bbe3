import ArgumentParser
import RotaPlanner

/// `rota check`: every broken rule, every shortage and the objective by term of any plan.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a plan, or a rota typed by hand, against every rule.",
    discussion: """
      Ends with status 5 when a hard rule is broken, with --strict also when there is a shortage.

      Examples:
        rota check scenarios/tiny plan-tiny
        rota check scenarios/tiny my-rota.csv --lang en
        rota check scenarios/tiny plan-tiny --format json > findings.json
      """)

  @Argument(help: "Folder of the scenario, or a file of a published format (docs/plan-format.md).")
  var scenario: String

  @Argument(help: "Folder of a plan, its plan.json, a rota.csv, or - for standard input.")
  var plan: String

  @Flag(help: "End with status 5 for shortages too.")
  var strict = false

  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    if let instance = try PublishedInstance.read(scenario) { return try check(instance, console) }
    let loaded = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: loaded, global.messages)
    let demand = deriveDemand(loaded.scenario)
    let document = plan == "-" ? try PlanReader.read(StandardInput.bytes(), file: "-") : try PlanReader.read(plan)
    let (bound, issues) = document.bound(to: loaded.scenario, demand: demand)
    if issues.hasErrors { throw ScenarioError(issues.issues) }
    if !issues.issues.isEmpty { console.warn(global.messages.text(issues)) }
    let whole =
      bound.plan ?? completePlan(loaded.scenario, demand: demand, duties: bound.duties, runs: bound.runs)
    let report = RotaPlanner.check(loaded.scenario, demand: demand, plan: whole)
    if let stale = document.staleFigures(report, loaded.scenario) {
      console.warn(global.messages.text(IssueList([stale])))
    }
    console.result(text(CheckOutput(report, loaded.scenario, demand: demand)))
    return !report.isLawful || (strict && !report.shortages.isEmpty) ? .shortages : .success
  }

  private func text(_ output: CheckOutput) -> String {
    switch table.format {
    case .table: return output.text(global.messages)
    case .csv: return output.csv(table.csv, global.messages)
    case .json: return CanonicalJSON.readable(output.json(global.messages))
    }
  }
}
