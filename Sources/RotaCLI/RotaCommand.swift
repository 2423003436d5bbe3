import ArgumentParser
import Foundation
import RotaPlanner

/// The `rota` command: a list of subcommands, no logic.
struct RotaCommand: AsyncParsableCommand {
  /// The newest version in CHANGELOG.md.
  static let version = "0.2.0"

  static let configuration = CommandConfiguration(
    commandName: "rota",
    abstract: "Plans warm-station rotas and summer-cooling deliveries.",
    version: version,
    subcommands: [
      InitCommand.self, PlanCommand.self, ModelCommand.self, ValidateCommand.self, CheckCommand.self,
      ShowCommand.self, DemandCommand.self, WhatIfCommand.self,
    ])
}

/// Where the program starts: the arguments come as bytes, and what the parser of arguments says goes out with controls escaped.
@main
enum RotaProgram {
  static func main() async {
    StandardStreams.occupy()
    do {
      var command = try RotaCommand.parseAsRoot(SystemArguments.all)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Shows the parser's message, help on standard output and faults on standard error, and ends with its status.
  private static func end(with error: any Error) -> Never {
    let code = RotaCommand.exitCode(for: error)
    let text = RotaCommand.fullMessage(for: error)
    if !text.isEmpty {
      let handle = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
      try? handle.write(contentsOf: Data((VisibleText.lines(text) + "\n").utf8))
    }
    Foundation.exit(code.rawValue)
  }
}
