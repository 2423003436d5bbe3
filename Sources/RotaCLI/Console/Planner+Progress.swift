import RotaPlanner

extension Planner {
  /// Plans within the limits given on the command line, until `stop` is raised, and shows how it gets on.
  static func plan(
    _ scenario: Scenario, _ limits: LimitOptions, stop: StopFlag, progress: ProgressView
  ) async throws -> Answer {
    let answer = try await plan(scenario, options: limits.options(stop: stop.cancel)) { step in
      progress.show(
        ProgressReport(seconds: step.seconds, best: step.best?.units, bound: step.bound?.units, work: step.work))
    }
    progress.finish()
    return answer
  }
}
