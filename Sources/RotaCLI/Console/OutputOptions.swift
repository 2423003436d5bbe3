import ArgumentParser
import RotaPlanner

/// Where plan folders are written, and whether they may replace others.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .customLong("output")], help: "Folder to write to.")
  var folder: String?

  @Flag(help: "Replace an existing plan folder.")
  var force = false

  /// Whether the folder may be written, or each of these folders in it; the first that may not is reported.
  func isFree(_ names: [String] = [], _ console: Console, _ messages: MessageCatalogue) -> Bool {
    guard let folder else { return true }
    let writer = AtomicFiles(kind: PlanFolder.kind)
    do throws(AtomicFiles.Failure) {
      if names.isEmpty || SystemPath.kind(folder) == nil {
        try writer.check(folder, replacing: force, holding: names)
      } else {
        for name in names { try writer.check("\(folder)/\(name)", replacing: force) }
      }
      return true
    } catch {
      console.fail(messages.text(error.issue))
      return false
    }
  }

  /// Writes a plan's folder, or the folder `name` in the one asked for; nothing when none is asked for. false when it
  /// could not be written, which is reported.
  func write(
    _ plan: Plan, _ report: CheckReport, _ answer: Planner.Answer, in name: String? = nil, _ csv: CSVWriter,
    _ console: Console, _ messages: MessageCatalogue
  ) -> Bool {
    guard let folder else { return true }
    let document = PlanDocument(
      plan, of: answer.scenario, demand: answer.demand, account: DocumentAccount(answer.result))
    let files = PlanFolder(
      document, scenario: answer.scenario, demand: answer.demand, report: report, csv: csv, messages: messages)
    return isWritten(to: name.map { "\(folder)/\($0)" } ?? folder, console, messages) {
      path throws(AtomicFiles.Failure) in
      if name != nil { try AtomicFiles.makeFolder(folder) }
      return try files.write(to: path, replacing: force)
    }
  }

  /// Writes the folder of a published instance's plan; nothing when none is asked for. false when it could not be written,
  /// which is reported.
  func write(_ plan: PublishedPlan, _ console: Console, _ messages: MessageCatalogue) -> Bool {
    guard let folder else { return true }
    return isWritten(to: folder, console, messages) { path throws(AtomicFiles.Failure) in
      try plan.write(to: path, replacing: force)
    }
  }

  private func isWritten(
    to path: String, _ console: Console, _ messages: MessageCatalogue,
    _ write: (String) throws(AtomicFiles.Failure) -> [String]
  ) -> Bool {
    do throws(AtomicFiles.Failure) {
      let left = try write(path)
      console.note(messages.text("plan.written", ["folder": path]))
      console.showLeftOvers(left, messages)
      return true
    } catch {
      console.fail(messages.text(error.issue))
      return false
    }
  }
}

extension Console {
  /// Names the hidden copies that could not be removed; the next write of the same name tries again.
  func showLeftOvers(_ paths: [String], _ messages: MessageCatalogue) {
    for path in paths { warn(messages.text(AtomicFiles.leftOver(path))) }
  }
}
