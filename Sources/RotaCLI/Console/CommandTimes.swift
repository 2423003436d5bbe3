import RotaPlanner

/// Where the time of a command goes, from its start to its last line.
struct CommandTimes {
  private let begin = ContinuousClock.now
  /// What the command measures itself: loading, the check where it asks for it, and export.
  var split = TimeSplit()

  /// Shows `effort` and the command's own parts on standard output where the result is for people, else on standard error.
  func show(_ effort: PlanningEffort, _ format: TableOptions.Format, _ console: Console, _ messages: MessageCatalogue) {
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let text = effort.adding(split).text(seconds: seconds, messages)
    switch format {
    case .table: console.result("\n" + text)
    case .csv, .json: console.note(text)
    }
  }
}
