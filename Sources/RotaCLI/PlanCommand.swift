import ArgumentParser
import RotaEngine
import RotaPlanner

/// `rota plan`: the plan of a scenario folder.
struct PlanCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a scenario: openings, rosters and runs.",
    discussion: """
      Prints a summary and the schedule by station; -o writes the plan folder. Ctrl-C ends with the best plan so far.
      Examples:
        rota plan scenarios/tiny
        rota plan next-week -o plan-week28 --time-limit 120
        rota plan next-week --format json > plan.json
        rota plan Instance1.txt -o plan-1
      """)

  @Argument(help: "Folder of the scenario, or a file of a published format (docs/plan-format.md).")
  var scenario: String

  @Flag(help: "End with status 5 when anything wanted is missing.")
  var strict = false

  @Flag(help: "Also show the objective by term, and where the time went.")
  var stats = false

  @Option(help: "How progress is shown on standard error: auto, jsonl or none.")
  var progress: ProgressView.Style = .auto

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    var times = CommandTimes()
    let instance = try times.split.time(.loading) { try PublishedInstance.read(scenario) }
    if let instance { return try plan(instance, times, console) }
    let messages = global.messages
    let loaded = try times.split.time(.loading) { try LoadedScenario.read(folder: scenario) }
    console.showWarnings(of: loaded, messages)
    guard output.isFree([], console, messages) else { return .invalidInput }
    let flag = Interruption.stopFlag(messages)
    let view = ProgressView(console: console, style: progress, words: .init(messages))
    let answer = try await Planner.plan(loaded.scenario, limits, stop: flag, progress: view, before: times.split)
    guard let plan = answer.result.plan, let report = answer.report else {
      let none = try answer.reasonForNoPlan(messages, timeLimit: limits.timeLimit, stop: flag.cancel)
      console.fail(none.reason)
      if let clash = none.clash, table.format == .json { console.result(CanonicalJSON.readable(clash.json(messages))) }
      return none.status
    }
    let isWritten = times.split.time(.export) { show(plan, report, answer, console) }
    if stats { times.show(answer.effort, table.format, console, messages) }
    guard isWritten else { return .internalError }
    return strict && !report.shortages.isEmpty ? .shortages : .success
  }

  /// Prints and writes the plan; false when it could not be written, which is reported.
  private func show(_ plan: Plan, _ report: CheckReport, _ answer: Planner.Answer, _ console: Console) -> Bool {
    let messages = global.messages
    let document = PlanDocument(
      plan, of: answer.scenario, demand: answer.demand, account: DocumentAccount(answer.result))
    let summary = PlanSummary(plan, report: report, bound: answer.result.bound, scenario: answer.scenario)
      .text(messages)
    switch table.format {
    case .table:
      console.result(summary + (stats ? terms(report) : "") + "\n" + document.stationDutyTable.textTable(messages))
    case .csv:
      console.note(summary + (stats ? terms(report) : ""))
      console.result(document.stationDutyTable.csv(table.csv, messages))
    case .json:
      console.note(summary + (stats ? terms(report) : ""))
      console.result(document.json)
    }
    return output.write(plan, report, answer, table.csv, console, messages)
  }

  private func terms(_ report: CheckReport) -> String {
    ObjectiveTerm.allCases.map { term in
      let units = CanonicalJSON.compact(.number((report.objective[term].units * 1000).rounded() / 1000))
      return "\(term.id)  \(global.messages.text(term.message)): \(units)\n"
    }.joined()
  }
}

/// When a search stops, and its seed.
struct LimitOptions: ParsableArguments {
  @Option(help: "Most seconds.")
  var timeLimit: Double = 60

  @Option(help: "Most work units; the same on every machine.")
  var workLimit: Int?

  @Option(help: "Stop when the objective is within this fraction of the bound.")
  var gap: Double = 0

  @Option(help: "Seed of all random choices.")
  var seed: UInt64 = 1

  @Option(help: "Threads to use; the plan does not depend on it.")
  var threads: Int = 2

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else { throw ValidationError("--time-limit must be above 0.") }
    guard workLimit.map({ $0 >= 0 }) ?? true else { throw ValidationError("--work-limit must not be below 0.") }
    guard gap >= 0, gap < 1 else { throw ValidationError("--gap is a fraction from 0 up to, but not including, 1.") }
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1.") }
  }

  func options(stop: CancelFlag) -> OptimiserOptions {
    OptimiserOptions(
      timeLimit: min(timeLimit, 1_000_000), workLimit: workLimit, gap: gap, seed: seed, threads: threads, stop: stop)
  }
}
