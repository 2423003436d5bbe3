import ArgumentParser
import RotaPlanner

/// `rota whatif`: a scenario and variants of it, planned under the same limits and compared.
struct WhatIfCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Plan a scenario and variants of it, and compare the plans.",
    discussion: """
      A variant is a small YAML file of changes (docs/what-if.md). The limits hold for each plan. -o writes the plan
      folders DIR/base and DIR/VARIANT. Ctrl-C ends the search with the best plan so far and leaves out the rest.
      Examples:
        rota whatif scenarios/xicheng-31 scenarios/xicheng-31/whatif/heat-wave.yaml
        rota whatif next-week sick.yaml more-volunteers.yaml --time-limit 120 --format csv > whatif.csv
      """)

  @Argument(help: "Folder of the scenario.")
  var scenario: String

  @Argument(help: "Files of the variants.")
  var variants: [String]

  @Option(help: "How progress is shown on standard error: auto, jsonl or none.")
  var progress: ProgressView.Style = .auto

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let folders = ["base"] + variants.map(Variant.shortName)
    guard output.folder == nil || Set(folders).isDisjoint(with: ["", ".", ".."]) else {
      throw ValidationError("With -o the variants' files need names that a folder can have, such as sick.yaml.")
    }
    guard output.folder == nil || Set(folders).count == folders.count else {
      throw ValidationError("With -o the variants' files need different names, none of them base.")
    }
  }

  func run(_ console: Console) async throws -> ExitStatus {
    let messages = global.messages
    let base = try LoadedScenario.read(folder: scenario)
    console.showWarnings(of: base, messages)
    let cases =
      [WhatIfCase(name: messages.text("whatif.base"), folder: "base", loaded: base)]
      + variants.map { changed(base, by: $0, console) }
    guard output.isFree(cases.map(\.folder), console, messages) else { return .invalidInput }
    let flag = Interruption.stopFlag(messages)
    var outcomes: [WhatIfComparison.Entry] = []
    var statuses: [ExitStatus] = []
    for item in cases {
      let (outcome, status) = try await plan(item, flag, console)
      let effect = item.loaded.map { VariantEffect(from: base.scenario, to: $0.scenario) }
      outcomes.append(WhatIfComparison.Entry(name: item.name, outcome: outcome, effect: effect ?? .other))
      statuses.append(status)
    }
    show(WhatIfComparison(base: outcomes[0].outcome, variants: Array(outcomes.dropFirst())), console)
    // The statuses of failures are numbered from the gravest on.
    return statuses.filter { $0 != .success }.min { $0.rawValue < $1.rawValue } ?? .success
  }

  /// The variant in a file applied to the base; its faults and the warnings it brings are shown.
  private func changed(_ base: LoadedScenario, by path: String, _ console: Console) -> WhatIfCase {
    let folder = Variant.shortName(of: path)
    var name = SystemPath.name(folder)
    do throws(ScenarioError) {
      let variant = try Variant.read(path)
      name = variant.name
      let loaded = try base.applying(variant)
      let warnings = loaded.warnings(beyond: base)
      if !warnings.issues.isEmpty { console.warn(headed("whatif.warned", name, warnings)) }
      return WhatIfCase(name: name, folder: folder, loaded: loaded)
    } catch {
      console.fail(headed("whatif.faulty", name, error.list))
      return WhatIfCase(name: name, folder: folder, loaded: nil)
    }
  }

  private func headed(_ key: String, _ name: String, _ list: IssueList) -> String {
    global.messages.text(key, ["variant": name]) + "\n" + global.messages.text(list)
  }

  /// Plans one case, writes its folder where one is asked for, and says why there is no plan if there is none.
  private func plan(
    _ item: WhatIfCase, _ flag: StopFlag, _ console: Console
  ) async throws -> (WhatIfComparison.Outcome, ExitStatus) {
    guard let loaded = item.loaded else { return (.invalid, .invalidInput) }
    guard !flag.isRaised else { return (.notReached, .noPlanInTime) }
    let messages = global.messages
    let view = ProgressView(console: console, style: progress, words: .init(messages))
    let answer = try await Planner.plan(loaded.scenario, limits, stop: flag, progress: view)
    guard let plan = answer.result.plan, let report = answer.report else {
      let none = try answer.reasonForNoPlan(messages, timeLimit: limits.timeLimit, stop: flag.cancel)
      console.fail(messages.text("whatif.noPlan", ["variant": item.name, "reason": MessageValue.lines(none.reason)]))
      return (none.status == .clash ? .clash : .noPlan, none.status)
    }
    let isWritten = output.write(plan, report, answer, in: item.folder, table.csv, console, messages)
    let summary = PlanSummary(plan, report: report, bound: answer.result.bound, scenario: answer.scenario)
    return (
      .planned(summary, isOptimal: answer.result.status == .optimal), isWritten ? .success : .internalError
    )
  }

  private func show(_ comparison: WhatIfComparison, _ console: Console) {
    let text = table.text(comparison.table, global.messages)
    let certainty = comparison.certainty(global.messages)
    switch table.format {
    case .table: console.result(text + (certainty.isEmpty ? "" : "\n" + certainty))
    case .csv, .json:
      console.result(text)
      if !certainty.isEmpty { console.note(String(certainty.dropLast())) }
    }
  }
}

/// A scenario to be planned: the base, or a variant of it.
private struct WhatIfCase {
  let name: String
  /// Name of its plan folder.
  let folder: String
  /// nil: it has faults.
  let loaded: LoadedScenario?
}
