import ArgumentParser

/// What the program tells its caller with its exit status. Stable: scripts depend on it.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done; a plan without violations where one was asked for.
  case success = 0
  /// A mistake of the program, or the system refused something.
  case internalError = 1
  /// The scenario (or another input) has faults; all of them are listed.
  case invalidInput = 2
  /// Hard rules clash; the clash is explained.
  case clash = 3
  /// A limit was reached before there was any plan.
  case noPlanInTime = 4
  /// Shortages under `--strict`, or `check` found violations.
  case shortages = 5
  /// The command line cannot be understood.
  case usage = 64

  /// For the argument parser.
  var code: ExitCode { ExitCode(rawValue) }
}
