import RotaEngine

/// From a fractional master to whole rosters: settle the rosters that the master is surest of, price again, repeat.
///
/// Diving with column generation (Joncour, Michel, Sadykov, Sverdlov and Vanderbeck 2010).
struct Dive {
  var generation: ColumnGeneration
  /// How much chance plays in which roster is settled, 0 for none.
  var noise = 0.0
  /// Rosters that are tried before one is settled where settling costs something (strong diving: Sadykov, Vanderbeck, Pessoa, Tahiri
  /// and Uchoa 2019); 0 settles those that the master is surest of.
  var candidates = 0
  /// Rounds of pricing after each step.
  var roundsPerStep = 12

  /// Rows up to which every step prices until nothing better is found, which makes better dives.
  static let fewRows = 200
  /// Whether settling has cost nothing so far.
  private var isFree = false
  /// At most one in so many open people is settled in a step; as long as that costs nothing, larger steps cost nothing either.
  private var share: Int { isFree ? 3 : 8 }

  private var master: RestrictedMaster { generation.master }

  init(_ generation: ColumnGeneration) {
    self.generation = generation
    self.generation.stopsAtRounding = true
    self.generation.goal = -.infinity
  }

  /// How a call ended.
  enum End {
    /// A roster for everybody, better than the cutoff.
    case found([RosterColumn])
    /// Nothing better on this way, or a limit.
    case failed
    /// The turn is over; to be resumed.
    case paused
  }

  private var start: Double?
  private var isMidStep = false
  private var resumes = false

  /// Dives on from where the last call paused, towards a solution better than `cutoff`.
  mutating func run(cutoff: Int, random: inout SeededRandom) throws -> End {
    let start = self.start ?? master.objective
    self.start = start
    while true {
      if isMidStep {
        switch try generation.run(cutoff: cutoff, rounds: roundsPerStep, method: .dual, resumes: resumes) {
        case .cutOff, .infeasible: return .failed
        case .paused:
          resumes = true
          return .paused
        case .converged, .stopped: break
        }
        resumes = false
        isMidStep = false
      }
      if generation.limits.stopNow != nil || master.meter.isOver { return .failed }
      isFree = master.objective < start + 0.5
      let open = master.undecided
      if open.isEmpty { return .found(master.decided) }
      let picks = try choose(open, &random)
      if picks.isEmpty { return .failed }
      // Where rounds are dear, new rosters are asked for only when settling has cost something.
      if master.problem.rows.count > Self.fewRows {
        generation.goal = max((start - 1e-6).rounded(.up), master.objective) + 0.25
        generation.columnsPerPerson = max(1, min(4, 40 / open.count))
      }
      for pick in picks { try master.fix(pick) }
      if master.undecided.isEmpty { return .found(master.decided) }
      isMidStep = true
    }
  }

  /// The columns to settle next: those at one, the surest of the others, and a few more that are nearly sure.
  private func choose(_ open: [Int], _ random: inout SeededRandom) throws -> [Int] {
    let values = try master.readValues()
    var sure: [Int] = []
    var others: [(score: Double, index: Int)] = []
    let chosen = Set(master.decided.map(\.person))
    for (index, column) in master.columns.enumerated() where values[index] > 1e-6 && !chosen.contains(column.person) {
      if values[index] > 0.999 {
        sure.append(index)
      } else {
        others.append((values[index] + noise * (random.unit() - 0.5), index))
      }
    }
    others.sort { ($1.score, $0.index) < ($0.score, $1.index) }
    if candidates > 0, !isFree, sure.isEmpty, others.count > 1 {
      return try tried(Array(others.prefix(candidates)), most: max(1, open.count / share))
    }
    for (rank, other) in others.prefix(max(1, open.count / share)).enumerated()
    where rank == 0 || other.score > (isFree ? 0.5 : 0.7) {
      sure.append(other.index)
    }
    return sure
  }

  /// Those of `others`, at most so many and of different people, that raise the relaxation least when one is settled alone.
  private func tried(_ others: [(score: Double, index: Int)], most: Int) throws -> [Int] {
    let before = master.objective
    let basis = try master.basis()
    let objectives = try others.map { other in
      let value = try master.trial(ofColumn: other.index, iterations: Self.trialIterations)
      try master.useBasis(basis)
      return max(before, value)
    }
    master.restoreObjective(before)
    let least = objectives.min() ?? before
    var people = Set<Int>()
    let good = zip(others, objectives).filter { $1 <= least + Self.tie }.map(\.0.index)
    return Array(good.filter { people.insert(master.columns[$0].person).inserted }.prefix(most))
  }
  /// Dual simplex iterations of a trial.
  private static let trialIterations = 100
  /// Relaxations so close to the lowest are as good, in objective units.
  private static let tie = 0.5
}
