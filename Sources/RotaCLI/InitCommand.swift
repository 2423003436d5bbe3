import ArgumentParser
import RotaPlanner

/// `rota init`: a commented scenario that plans as it stands.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented scenario to start from.",
    discussion: """
      Examples:
        rota init next-week
        rota init summer --template cooling --lang zh
      """)

  @Argument(help: "Folder to write; it must not exist, or be empty.")
  var folder: String

  @Option(help: "What it plans: \(Templates.names.joined(separator: ", ")).")
  var template: String = "week"

  @OptionGroup var global: GlobalOptions

  func run(_ console: Console) async throws -> ExitStatus {
    let messages = global.messages
    let files = Templates.files(template, global.language)
    guard !files.isEmpty else {
      let known = Templates.names.joined(separator: ", ")
      console.fail(messages.text("console.init.unknown", ["name": template, "known": known]))
      return .usage
    }
    let kind = AtomicFiles.Kind(marker: "scenario.yaml", markerText: "", names: Set(files.map(\.name)))
    let writer = AtomicFiles(kind: kind)
    do throws(AtomicFiles.Failure) { try writer.check(folder, replacing: false) } catch {
      console.fail(messages.text(error.issue))
      return .invalidInput
    }
    do throws(AtomicFiles.Failure) {
      let left = try writer.write(
        files.map { (name: $0.name, contents: $0.text) }, to: folder, replacing: false)
      console.showLeftOvers(left, messages)
    } catch {
      console.fail(messages.text(error.issue))
      return .internalError
    }
    console.note(messages.text("console.init.written", ["folder": folder]))
    return .success
  }
}
