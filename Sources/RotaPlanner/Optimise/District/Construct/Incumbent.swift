/// A lawful plan and its objective.
struct Incumbent {
  let plan: Plan
  let objective: Score

  init(_ plan: Plan, _ duties: [DutyCandidate], _ scenario: Scenario, _ demand: DerivedDemand) {
    self.plan = plan
    objective = PlanAccount(of: plan, duties: duties, scenario: scenario, demand: demand).objective.total
  }

  init(_ draft: DistrictDraft) { self.init(draft.plan(), draft.roster.all, draft.scenario, draft.demand) }
}

extension PlanResult {
  /// The result, with `first` as its plan where it has none or a worse one: a lawful plan that was made is never lost.
  func keeping(_ first: Incumbent?) -> PlanResult {
    guard status != .infeasible, let first, objective.map({ $0 > first.objective }) ?? true else { return self }
    let bound = min(bound, first.objective)
    return PlanResult(
      status: bound == first.objective ? .optimal : .feasible, plan: first.plan, objective: first.objective,
      bound: bound, seconds: seconds, work: work, seed: seed, effort: effort)
  }
}
