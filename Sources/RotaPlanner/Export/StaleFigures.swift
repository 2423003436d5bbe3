extension PlanDocument {
  /// A warning where the file gives another objective than its plan has in the scenario that it was made for: then the plan was
  /// changed by hand. nil when they agree, or there is nothing to compare.
  public func staleFigures(_ report: CheckReport, _ scenario: Scenario) -> Issue? {
    guard let heading, heading.fingerprint == scenario.fingerprint, openings != nil, served != nil,
      let given = heading.account.objective
    else { return nil }
    let made = report.objective.total.units
    // Six decimals are kept of every term.
    if abs(given - made) <= 1e-6 * max(1, abs(made)) { return nil }
    return Issue(
      .planFiguresOld, at: SourceLocation(file: PlanReader.mainFile), subject: "objective", found: "\(given)",
      expected: "\(made)")
  }
}
