import RotaEngine

/// One neighbourhood of a solution: some people free on some days.
struct Neighbourhood: Sendable {
  /// How it is searched.
  enum Method: Sendable, Hashable {
    /// By column generation and a dive, which end early where nothing better is left.
    case columns
    /// By simulated annealing, which is quicker where much is left to gain.
    case annealing(RosterAnnealing.Schedule)
  }

  let method: Method
  let whole: RosteringProblem
  let start: RosterSolution
  /// The objective that has to be beaten.
  let cutoff: Int
  let people: [Int]
  let days: Range<Int>
  /// What rosters of something better may contain; heeded where all days are free.
  let masks: [DayMask]
  /// Prices of the whole problem's rows to begin with; may be empty.
  let duals: [Double]
  /// Rosters to begin with where all days are free, by person.
  let pool: [[RosterColumn]]
  let seed: UInt64
  let limits: SolveLimits
  let workLimit: Int

  /// What came of it.
  struct Outcome: Sendable {
    /// Rosters that together beat the cutoff; empty when none were found.
    var rosters: [RosterColumn] = []
    let meter: WorkMeter
  }

  /// Searches; uses GLPK, so the calling thread must be in `GLPKEnvironment.scope`.
  func search() throws -> Outcome {
    let meter = WorkMeter(limit: workLimit)
    // A roster that is fixed on some days may break the masks there, and then nothing within them goes with it.
    let masks = days.count == whole.dayCount ? masks : whole.people.map { DayMask(person: $0) }
    let window = RosteringWindow(whole, start: start, people: people, free: days, masks: masks)
    if window.problem.people.isEmpty { return Outcome(meter: meter) }
    let found =
      switch method {
      case .columns: try byColumns(window, meter)
      case .annealing(let schedule): byAnnealing(window, schedule, meter)
      }
    guard let found else { return Outcome(meter: meter) }
    return Outcome(
      rosters: found.map { window.whole($0.person, $0.kinds, in: start.rosters, whole) }, meter: meter)
  }

  private func byColumns(_ window: RosteringWindow, _ meter: WorkMeter) throws -> [RosterColumn]? {
    let part = window.problem
    let scale = RosterPrices.scale(for: part)
    let team = PricingTeam(problem: part, scale: scale, threads: 1)
    return try GLPKSimplex.withMaster { simplex in
      let master = try RestrictedMaster(
        problem: part, simplex: simplex, fixedCover: window.fixedCover, meter: meter)
      try master.add(columns(window))
      var generation = ColumnGeneration(master: master, team: team, scale: scale)
      generation.limits = limits
      if !duals.isEmpty { generation.bestDuals = window.rows.map { duals[$0] } }
      let end = try generation.run(cutoff: cutoff)
      if end != .converged { return nil }
      var dive = Dive(generation)
      dive.noise = 0.15
      var random = SeededRandom(seed: seed)
      guard case .found(let rosters) = try dive.run(cutoff: cutoff, random: &random) else { return nil }
      return rosters
    }
  }

  private func byAnnealing(
    _ window: RosteringWindow, _ schedule: RosterAnnealing.Schedule, _ meter: WorkMeter
  ) -> [RosterColumn]? {
    let annealing = RosterAnnealing(
      window.problem, rosters: window.presentColumns, fixedCover: window.fixedCover, schedule: schedule, seed: seed)
    annealing.run(meter: meter, limits: limits)
    return annealing.bestObjective < cutoff ? annealing.best : nil
  }

  /// The present rosters, and known ones of the same people.
  private func columns(_ window: RosteringWindow) -> [RosterColumn] {
    let present = window.presentColumns
    guard days.count == whole.dayCount else { return present }
    let known = window.people.enumerated().flatMap { index, person in
      pool[person].map { RosterColumn(problem: window.problem, person: index, kinds: $0.kinds) }
    }
    return present + known
  }
}
