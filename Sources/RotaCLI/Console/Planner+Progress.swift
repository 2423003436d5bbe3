import RotaPlanner

extension Planner {
  /// Plans within the limits given on the command line, until `stop` is raised, and shows how it gets on. `before` is the time that
  /// loading took.
  static func plan(
    _ scenario: Scenario, _ limits: LimitOptions, stop: StopFlag, progress: ProgressView,
    before: TimeSplit = TimeSplit()
  ) async throws -> Answer {
    let answer = try await plan(scenario, options: limits.options(stop: stop.cancel)) { step in
      progress.show(
        ProgressReport(
          seconds: step.seconds, best: step.best?.units, bound: step.bound?.units, work: step.work,
          effort: step.effort.adding(before)))
    }
    if answer.result.status != .infeasible { progress.show(ProgressReport(last: answer, before)) }
    progress.finish()
    return answer
  }
}

extension ProgressReport {
  /// What is known at the end.
  fileprivate init(last answer: Planner.Answer, _ before: TimeSplit) {
    let result = answer.result
    self.init(
      seconds: result.seconds, best: result.objective?.units, bound: result.bound.units, work: result.work,
      effort: answer.effort.adding(before))
  }
}
