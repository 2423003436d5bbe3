/// A scenario that was read and found valid, with what it was made from.
public struct LoadedScenario: Sendable {
  /// The valid scenario.
  public let scenario: Scenario
  /// Warnings, in the order of their places.
  public let warnings: IssueList
  /// What the folder said; variants change this and validate again.
  let draft: ScenarioDraft

  /// Reads and checks a scenario folder.
  ///
  /// - Throws: `ScenarioError` with every fault found. Where files or their layout are at fault, the rules that need all
  ///   of the scenario are not judged yet.
  public static func read(folder: String) throws(ScenarioError) -> LoadedScenario {
    let issues = IssueCollector()
    guard let draft = ScenarioFolder.draft(folder, issues: issues) else { throw ScenarioError(issues.issues) }
    return try LoadedScenario(draft, issues: issues)
  }

  /// Checks a draft, for example one that a variant changed.
  init(_ draft: ScenarioDraft, issues: IssueCollector = IssueCollector()) throws(ScenarioError) {
    let hasLayoutFaults = issues.issues.contains { $0.severity == .error && $0.code.rawValue.hasPrefix("E1") }
    guard !hasLayoutFaults else { throw ScenarioError(issues.issues) }
    let later = IssueCollector()
    let scenario = ScenarioValidation(draft, issues: later).scenario()
    issues.add(contentsOf: Self.worthSaying(later.issues, after: issues))
    try issues.throwIfErrors()
    guard let scenario else { throw ScenarioError(issues.issues) }
    self.scenario = scenario
    self.draft = draft
    warnings = issues.list
  }

  /// What follows only from a faulty cell being read as its default, or from a row left out, is not worth a second
  /// message; warnings wait until there is no error.
  private static func worthSaying(_ later: [Issue], after earlier: IssueCollector) -> [Issue] {
    let faulty = Set(earlier.issues.compactMap(\.location))
    let hasErrors = earlier.hasErrors || later.contains { $0.severity == .error }
    return later.filter { issue in
      if issue.severity == .warning { return !hasErrors }
      if issue.code == .nothingToPlan { return !earlier.hasErrors }
      return issue.location.map { !faulty.contains($0) } ?? true
    }
  }
}
