import ArgumentParser

/// The `rota` command: a list of subcommands, no logic.
@main
struct RotaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rota",
    abstract: "Plans warm-station rotas and summer-cooling deliveries.",
    subcommands: [
      InitCommand.self, PlanCommand.self, ModelCommand.self, ValidateCommand.self, CheckCommand.self,
      ShowCommand.self, DemandCommand.self, WhatIfCommand.self,
    ])
}
