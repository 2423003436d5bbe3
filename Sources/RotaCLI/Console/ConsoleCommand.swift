import ArgumentParser
import RotaPlanner

/// A subcommand that talks through a `Console` and ends with an `ExitStatus`; the one place where outcomes become both.
protocol ConsoleCommand: AsyncParsableCommand {
  /// Options of every command.
  var global: GlobalOptions { get }

  /// Does the work. A `ScenarioError` is shown with all its issues and ends as invalid input; what is thrown besides it,
  /// `ValidationError` and `ExitCode` is a mistake of the program.
  func run(_ console: Console) async throws -> ExitStatus
}

extension ConsoleCommand {
  /// Runs the command, writes out the result, and ends with its status.
  func run() async throws {
    let console = global.makeConsole()
    var status = try await outcome(console)
    if let reason = console.finish() {
      console.fail(global.messages.text(Issue(.outputFailed, ["reason": reason])))
      status = .internalError
    }
    if status != .success { throw status.code }
  }

  private func outcome(_ console: Console) async throws -> ExitStatus {
    do {
      return try await run(console)
    } catch let error as ValidationError {
      throw error
    } catch let error as ExitCode {
      throw error
    } catch let error as ScenarioError {
      console.fail(global.messages.text(error.list))
      return .invalidInput
    } catch {
      console.fail(global.messages.text("console.internalError", ["error": String(describing: error)]))
      return .internalError
    }
  }
}
