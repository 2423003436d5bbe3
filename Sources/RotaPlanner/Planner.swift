/// The whole flow, from a scenario folder to a plan that the checker has read: the only file that knows all stages.
public enum Planner {
  /// What planning a scenario gave.
  public struct Answer: Sendable {
    /// The scenario that was planned.
    public let scenario: Scenario
    /// The visits wanted.
    public let demand: DerivedDemand
    /// Status, plan, objective and bound.
    public let result: PlanResult
    /// The checker's report on the plan; nil without a plan.
    public let report: CheckReport?
    /// What was done, from the demand to the check, and where the time went.
    public let effort: PlanningEffort
  }

  /// Reads a scenario folder and plans it.
  /// - Throws: `ScenarioError` when the folder has faults; else as `plan(_:options:optimiser:progress:)`.
  public static func plan(
    folder: String, options: OptimiserOptions, progress: @escaping ProgressHandler = { _ in }
  ) async throws -> Answer {
    let loaded = try LoadedScenario.read(folder: folder)
    return try await plan(loaded.scenario, options: options, progress: progress)
  }

  /// Derives the demand, makes a plan, and has it checked.
  /// - Throws: `PlannerFault` when the checker finds a violation or another objective than the optimiser: a mistake of the program;
  ///   `GLPKError` when the linear programming layer fails.
  public static func plan(
    _ scenario: Scenario, options: OptimiserOptions, optimiser: some Optimiser = AutomaticOptimiser(),
    progress: @escaping ProgressHandler = { _ in }
  ) async throws -> Answer {
    var before = TimeSplit()
    let demand = before.time(.demand) { deriveDemand(scenario) }
    let result = try await optimiser.optimiseInBackground(scenario, demand: demand, options: options) {
      [before] step in
      var step = step
      step.effort.split += before
      progress(step)
    }
    var effort = result.effort.adding(before)
    let report = try effort.split.time(.check) {
      try result.plan.map { try checked($0, of: scenario, demand: demand, objective: result.objective) }
    }
    return Answer(scenario: scenario, demand: demand, result: result, report: report, effort: effort)
  }

  private static func checked(
    _ plan: Plan, of scenario: Scenario, demand: DerivedDemand, objective: Score?
  ) throws(PlannerFault) -> CheckReport {
    let report = check(scenario, demand: demand, plan: plan)
    if let violation = report.violations.first {
      throw .violation("\(violation.rule.rawValue) \(violation.kind.rawValue)", count: report.violations.count)
    }
    guard report.objective.total == objective else {
      throw .objective(planned: objective, checked: report.objective.total)
    }
    return report
  }
}

/// The optimiser and the checker disagree about a plan; the plan is not handed out.
public enum PlannerFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The checker found violations: the first one and how many.
  case violation(String, count: Int)
  /// The two objectives differ.
  case objective(planned: Score?, checked: Score)
  /// The two penalties of a published instance's roster differ.
  case penalty(planned: Int?, checked: Int)

  /// The disagreement as one sentence.
  public var description: String {
    switch self {
    case .violation(let first, let count): "the plan breaks \(count) rules by the checker, the first is \(first)"
    case .objective(let planned, let checked):
      "the optimiser's objective is \(planned.map { String($0.micro) } ?? "missing"), the checker's is \(checked.micro) millionths"
    case .penalty(let planned, let checked):
      "the optimiser's penalty is \(planned.map { String($0) } ?? "missing"), the checker's is \(checked)"
    }
  }
}
