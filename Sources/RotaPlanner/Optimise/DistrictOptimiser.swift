import Foundation
import RotaEngine
import Synchronization

/// Plans of any size: a constructive plan at once, then a search for better plans beside a Lagrangian bound, in stages. In a stage both
/// go on for a fixed number of steps, on two threads if there are, and then tell each other what they know; so the threads change nothing.
/// The bound's thread helps the search for the rest of a stage.
struct DistrictOptimiser: Optimiser {
  /// The first plan; nil: made here.
  var draft: DistrictDraft?
  /// The clock that runs already; nil: started here.
  var clock: SearchClock?
  /// What was done before.
  var effort = PlanningEffort()
  /// Stages when no limit is given.
  private static let stages = 12
  /// Rounds of the bound in a stage: few at first, so that a small gap is seen early.
  private static let mostRounds = 40
  /// Steps of the search to a round of the bound, for each staff member, and at least: about the same time.
  private static let stepsAPerson = 2
  private static let leastStepsARound = 64
  /// Temperature of the search at its beginning and its end, in units.
  private static let hottest = 20.0
  private static let coldest = 0.2
  /// Between these parts of the limits the search may dive from the bound's multipliers, once.
  private static let divePart = 0.4...0.5
  /// Part of the objective that the bound may leave open then: multipliers of a loose bound lead nowhere good.
  private static let mostGapAtDive = 0.07
  /// Steps for each staff member that the search must have done by then, so that the dive takes a small part of the time.
  private static let stepsBeforeDive = 300
  /// Temperature after the dive, in units.
  private static let hotAfterDive = 1.5
  /// Stages before the bound's multipliers are worth following.
  private static let unguidedStages = 3

  func optimise(
    _ scenario: Scenario, demand: DerivedDemand, options: OptimiserOptions, progress: @escaping ProgressHandler
  ) throws -> PlanResult {
    let clock = clock ?? SearchClock(options)
    var effort = effort
    let planner = DistrictPlanner(scenario, demand: demand, limits: clock.firstPlanLimits)
    var draft = draft ?? effort.split.time(.firstPlan) { planner.draft() }
    if draft == nil {
      // No manner of keeping the pins came off: ask for a proof or for a plan that keeps them, and leave some time to say which clash.
      let probe = PinProbe(scenario, limits: clock.firstPlanLimits.part(Self.partForProbe))
      switch try probe.canHold(Array(scenario.pins.indices)) {
      case .holds(let plan): draft = planner.draft(from: plan)
      case .clash: return .infeasible(clock, options, effort)
      case .unknown: break
      }
    }
    // Without a plan a bound is of no use.
    guard draft != nil else { return .unknown(clock, options, effort) }
    let incumbent = draft.map { Incumbent($0) }
    progress(
      Progress(
        phase: .constructing, seconds: clock.seconds, best: incumbent?.objective, bound: nil, effort: effort))
    let state = StagedState(
      incumbent: incumbent,
      search: effort.split.time(.search) {
        draft.flatMap { SearchTeam($0, seed: options.seed, limits: clock.limits) }
      },
      bound: effort.split.time(.bound) { relaxation(scenario, demand, clock) }, effort: effort,
      known: incumbent?.objective ?? PlanAccount.emptyObjective(scenario, demand))
    try run(state, options, clock, progress)
    let best = state.incumbent
    let bound = state.score
    let status: PlanStatus = best == nil ? .unknown : best?.objective == bound ? .optimal : .feasible
    return PlanResult(
      status: status, plan: best?.plan, objective: best?.objective, bound: bound, seconds: clock.seconds,
      work: state.steps, seed: options.seed, effort: state.effort)
  }

  /// The part of the time left that looking for a plan of the pins may take.
  private static let partForProbe = 0.5

  private func relaxation(_ scenario: Scenario, _ demand: DerivedDemand, _ clock: SearchClock) -> DistrictBound? {
    guard !clock.isOver else { return nil }
    let worths = DistrictDraft(scenario, demand: demand).worths
    return DistrictBound(scenario, demand: demand, worths: worths, threads: 1, limits: clock.limits)
  }

  // MARK: - Stages

  private func run(
    _ state: StagedState, _ options: OptimiserOptions, _ clock: SearchClock, _ progress: ProgressHandler
  ) throws {
    let stepsARound = max(Self.leastStepsARound, Self.stepsAPerson * state.staffCount)
    var diveAt: Double?
    for stage in 0..<Int.max {
      if options.timeLimit == nil && options.workLimit == nil && stage >= Self.stages { return }
      let rounds = min(Self.mostRounds, 4 << min(stage, 8))
      let steps = min(rounds * stepsARound, (options.workLimit ?? .max) - state.steps)
      if steps <= 0 || clock.isOver { return }
      if diveAt == nil, isReadyToDive(state, used: usedPart(stage, state.steps, options, clock)) {
        state.dive(threads: options.threads, clock)
        diveAt = usedPart(stage, state.steps, options, clock)
      }
      let start = diveAt
      let target = (state.incumbent?.objective ?? state.known).units
      let lanes = state.isBoundSettled ? 1 : options.threads
      state.beginStage()
      _ = try TwoLanes.run(threads: lanes) {
        // A bound that is done, with the stage or for good, leaves its thread to the search.
        state.search(
          steps, clock, hasHelp: { options.threads > 1 && (lanes == 1 || state.hasBoundDone) },
          temperature: { temperature(used: usedPart(stage, $0, options, clock), diveAt: start) })
      } side: {
        state.improveBound(rounds, target: target, clock)
      }
      state.steps += steps
      state.readIncumbent()
      if stage >= Self.unguidedStages { state.guideSearch() }
      progress(
        Progress(
          phase: .searching, seconds: clock.seconds, best: state.incumbent?.objective, bound: state.score,
          work: state.steps, effort: state.effort))
      if state.isClose(options.gap) { return }
    }
  }

  private func isReadyToDive(_ state: StagedState, used: Double) -> Bool {
    Self.divePart.contains(used) && state.steps >= Self.stepsBeforeDive * state.staffCount
      && state.isClose(Self.mostGapAtDive)
  }

  /// The part of the limits that is used up.
  private func usedPart(_ stage: Int, _ steps: Int, _ options: OptimiserOptions, _ clock: SearchClock) -> Double {
    if let limit = options.workLimit { return Double(steps) / Double(limit) }
    if let limit = options.timeLimit { return clock.seconds / limit }
    return Double(stage) / Double(Self.stages)
  }

  /// Falls with the part of the limits that is used up, so that the search settles when it must end.
  private func temperature(used: Double, diveAt: Double?) -> Double {
    guard let diveAt, diveAt < 1 else { return Self.hottest * pow(Self.coldest / Self.hottest, min(1, used)) }
    return Self.hotAfterDive * pow(Self.coldest / Self.hotAfterDive, min(1, (used - diveAt) / (1 - diveAt)))
  }
}

extension PlanResult {
  /// A limit came before any plan.
  fileprivate static func unknown(
    _ clock: SearchClock, _ options: OptimiserOptions, _ effort: PlanningEffort
  ) -> PlanResult {
    PlanResult(
      status: .unknown, plan: nil, objective: nil, bound: .zero, seconds: clock.seconds, work: 0, seed: options.seed,
      effort: effort)
  }
}

/// What the two lanes work on: the search and the bound are each touched by one lane only while a stage runs.
private final class StagedState: @unchecked Sendable {
  private(set) var incumbent: Incumbent?
  /// Objective of some lawful plan.
  let known: Score
  private let search: SearchTeam?
  /// nil: time was up before it was set up.
  private var bound: DistrictBound?
  private let before: PlanningEffort
  private var boundTime = TimeSplit()
  private var searchTime = TimeSplit()

  init(incumbent: Incumbent?, search: SearchTeam?, bound: DistrictBound?, effort: PlanningEffort, known: Score) {
    self.incumbent = incumbent
    self.search = search
    self.bound = bound
    before = effort
    self.known = known
  }

  /// What was done so far, to be read between stages.
  var effort: PlanningEffort {
    var effort = before.adding(boundTime).adding(searchTime)
    effort.rounds = bound?.rounds ?? 0
    effort.steps = steps
    return effort
  }

  /// The bound as a score, never above the plan's objective.
  var score: Score {
    let proved = bound?.score ?? .zero
    return incumbent.map { min($0.objective, proved) } ?? proved
  }

  /// Whether the bound leaves at most that part of the best plan's objective open.
  func isClose(_ gap: Double) -> Bool {
    guard let objective = incumbent?.objective else { return false }
    return Double((objective - score).micro) <= gap * abs(Double(objective.micro))
  }

  /// Steps of the search so far.
  var steps = 0
  var staffCount: Int { search?.draft.scenario.staff.count ?? 0 }
  var isBoundSettled: Bool { bound?.isSettled ?? true }

  /// Whether the bound has done its rounds of the stage; may be asked at any time.
  var hasBoundDone: Bool { boundIsDone.load(ordering: .relaxed) }
  private let boundIsDone = Atomic(false)

  func beginStage() { boundIsDone.store(false, ordering: .relaxed) }

  func improveBound(_ rounds: Int, target: Double, _ clock: SearchClock) {
    boundTime.time(.bound) { bound?.improve(rounds: rounds, target: target, clock) }
    boundIsDone.store(true, ordering: .relaxed)
  }

  func search(
    _ count: Int, _ clock: SearchClock, hasHelp: () -> Bool, temperature: @Sendable (Int) -> Double
  ) {
    searchTime.time(.search) { search?.search(count, clock, hasHelp: hasHelp, temperature: temperature) }
  }

  /// Lets the search begin anew from the bound's multipliers.
  func dive(threads: Int, _ clock: SearchClock) {
    guard let bound else { return }
    searchTime.time(.search) { search?.dive(from: bound, threads: threads, clock) }
  }

  func guideSearch() {
    guard let bound else { return }
    search?.follow(bound.worths, budgetPrice: bound.budgetPrice)
  }

  func readIncumbent() {
    guard let search else { return }
    let found = searchTime.time(.search) {
      let (plan, duties) = search.bestPlan()
      return Incumbent(plan, duties, search.draft.scenario, search.draft.demand)
    }
    if incumbent.map({ found.objective < $0.objective }) ?? true { incumbent = found }
  }
}
