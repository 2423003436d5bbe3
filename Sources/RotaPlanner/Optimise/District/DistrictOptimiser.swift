/// Plans of any size: the district planner's plan and the Lagrangian bound, without a search for better plans.
struct DistrictOptimiser: Optimiser {
  /// Rounds of the bound when no other limit is given.
  static let rounds = 300
  /// Rounds without a better bound after which steps are halved.
  private static let patience = 12

  func optimise(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    let clock = SearchClock(options)
    let planner = DistrictPlanner(scenario, demand: demand, shouldStop: { clock.isOver })
    var draft = bestDraft(planner, scenario, demand, clock)
    if draft == nil, !scenario.pins.isEmpty {
      // The greedy way of keeping pins failed: ask for a proof or for a plan that keeps them.
      switch try PinProbe(scenario, limits: clock.limits).canHold(Array(scenario.pins.indices)) {
      case .holds(let plan): draft = planner.draft(from: plan)
      case .clash:
        return PlanResult(
          status: .infeasible, plan: nil, objective: nil, bound: .zero, seconds: clock.seconds, work: 0,
          seed: options.seed)
      case .unknown: break
      }
    }
    let plan = draft?.plan()
    let objective = plan.flatMap { plan in
      draft.map {
        PlanAccount(of: plan, duties: $0.roster.all, scenario: scenario, demand: demand).objective.total
      }
    }
    progress(Progress(phase: .constructing, seconds: clock.seconds, best: objective, bound: nil))
    let (bound, work) = self.bound(scenario, demand, objective, options, clock, progress)
    let status: PlanStatus = plan == nil ? .unknown : objective == bound ? .optimal : .feasible
    return PlanResult(
      status: status, plan: plan, objective: objective, bound: bound, seconds: clock.seconds, work: work,
      seed: options.seed)
  }

  /// The best of a few drafts that price the people in crews differently.
  private func bestDraft(
    _ planner: DistrictPlanner, _ scenario: Scenario, _ demand: DerivedDemand, _ clock: SearchClock
  ) -> DistrictDraft? {
    var best: (draft: DistrictDraft, objective: Score)?
    for share in scenario.delivery.slots.isEmpty ? [0.6] : [0.6, 0.3, 0] {
      if best != nil && clock.isOver { break }
      guard let draft = planner.draft(lostShare: share) else { return best?.draft }
      let objective = PlanAccount(
        of: draft.plan(), duties: draft.roster.all, scenario: scenario, demand: demand
      ).objective.total
      if best.map({ objective < $0.objective }) ?? true { best = (draft, objective) }
    }
    return best?.draft
  }

  private func bound(
    _ scenario: Scenario, _ demand: DerivedDemand, _ objective: Score?, _ options: OptimiserOptions,
    _ clock: SearchClock, _ progress: ProgressHandler
  ) -> (bound: Score, rounds: Int) {
    let start = DistrictDraft(scenario, demand: demand)
    var bound = DistrictBound(scenario, demand: demand, worths: start.worths)
    let known = objective ?? emptyObjective(scenario, demand)
    var scale = 1.0
    var (idle, round) = (0, 0)
    while round < min(options.workLimit ?? Self.rounds, Self.rounds), !clock.isOver {
      let before = bound.best
      bound.improve(target: Double(known.micro), scale: scale)
      idle = bound.best > before + abs(before) * 1e-5 ? 0 : idle + 1
      if idle == Self.patience { (scale, idle) = (scale / 2, 0) }
      round += 1
      if round % 10 == 0 {
        let score = objective.map { min($0, bound.score) } ?? bound.score
        progress(Progress(phase: .bounding, seconds: clock.seconds, best: objective, bound: score))
        if let objective, isClose(objective, score, options.gap) { break }
      }
    }
    return (objective.map { min($0, bound.score) } ?? bound.score, round)
  }

  private func isClose(_ objective: Score, _ bound: Score, _ gap: Double) -> Bool {
    Double((objective - bound).micro) <= gap * abs(Double(objective.micro))
  }

  private func emptyObjective(_ scenario: Scenario, _ demand: DerivedDemand) -> Score {
    PlanAccount(of: .empty(for: scenario), duties: [], scenario: scenario, demand: demand).objective.total
  }
}
