import ArgumentParser
import Foundation
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
    let isThere = FileManager.default.fileExists(atPath: folder)
    for path in names.isEmpty || !isThere ? [folder] : names.map({ "\(folder)/\($0)" }) {
      do throws(AtomicFiles.Failure) {
        try AtomicFiles(kind: PlanFolder.kind).check(path, replacing: force)
      } catch {
        console.fail(notWritten(path, reason(error, messages), messages))
        return false
      }
    }
    return true
  }

  /// Writes a plan's folder, or the folder `name` in the one asked for; nothing when none is asked for. false when it
  /// could not be written, which is reported.
  func write(
    _ plan: Plan, _ report: CheckReport, _ answer: Planner.Answer, in name: String? = nil, _ csv: CSVWriter,
    _ console: Console, _ messages: MessageCatalogue
  ) -> Bool {
    guard let folder else { return true }
    let path = name.map { "\(folder)/\($0)" } ?? folder
    let document = PlanDocument(
      plan, of: answer.scenario, demand: answer.demand, account: DocumentAccount(answer.result))
    let files = PlanFolder(
      document, scenario: answer.scenario, demand: answer.demand, report: report, csv: csv, messages: messages)
    do throws(AtomicFiles.Failure) {
      if name != nil { try AtomicFiles.makeFolder(folder) }
      try files.write(to: path, replacing: force)
      console.note(messages.text("plan.written", ["folder": path]))
      return true
    } catch {
      console.fail(notWritten(path, reason(error, messages), messages))
      return false
    }
  }

  /// Writes the folder of a published instance's plan; nothing when none is asked for. false when it could not be written,
  /// which is reported.
  func write(_ plan: PublishedPlan, _ console: Console, _ messages: MessageCatalogue) -> Bool {
    guard let folder else { return true }
    do throws(AtomicFiles.Failure) {
      try plan.write(to: folder, replacing: force)
      console.note(messages.text("plan.written", ["folder": folder]))
      return true
    } catch {
      console.fail(notWritten(folder, reason(error, messages), messages))
      return false
    }
  }

  private func notWritten(_ folder: String, _ reason: String, _ messages: MessageCatalogue) -> String {
    messages.text("plan.notWritten", ["folder": folder, "reason": reason])
  }

  private func reason(_ failure: AtomicFiles.Failure, _ messages: MessageCatalogue) -> String {
    switch failure {
    case .exists: messages.text("plan.exists")
    case .system(_, let path, let reason): "\(path): \(reason)"
    case .foreign(_, let names): names.joined(separator: ", ")
    case .notAFolder(let path): path
    case .notReplaceable(let folder): folder
    }
  }
}
