import Foundation
import RotaEngine

/// When the solver of slot problems may stop, and what steers its choices.
struct SlotOptions: Sendable {
  /// Wall seconds; nil: none.
  var timeLimit: Double?
  /// Work units (starts and rows worked out, in thousands), the same on every machine; nil: none.
  var workLimit: Int?
  /// It may stop once (objective - bound) / objective is at most this fraction; 0 asks for proof.
  var gap: Double
  /// Seed of all chance.
  var seed: UInt64
  /// Threads; the rota does not depend on them.
  var threads: Int
  /// Raise it to stop at once with the best rota.
  var stop: CancelFlag
  /// Called when something new is known.
  var progress: (@Sendable (SlotProgress) -> Void)?

  /// Options as given.
  init(
    timeLimit: Double? = nil, workLimit: Int? = nil, gap: Double = 0, seed: UInt64 = 1, threads: Int = 2,
    stop: CancelFlag = CancelFlag(),
    progress: (@Sendable (SlotProgress) -> Void)? = nil
  ) {
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.seed = seed
    self.threads = threads
    self.stop = stop
    self.progress = progress
  }
}

/// What the solver of slot problems reports while it runs.
struct SlotProgress: Sendable {
  /// The objective of the best lawful rota; nil: none yet.
  var best: Int?
  /// No lawful rota has a lower objective.
  var bound: Int
  /// Wall seconds since the start.
  var seconds: Double
  /// Work units used.
  var work: Int
  /// Rounds of annealing so far, and where the time went.
  var effort: PlanningEffort
}

/// What the solver of slot problems found.
struct SlotResult: Sendable {
  /// The best rota; nil when a person has no lawful roster.
  var rota: SlotRota?
  /// Missing staff-slots of the rota where shortage is hard: 0 in a lawful rota.
  var shortage: Int
  /// The objective, hard shortage left out.
  var penalty: Int
  /// No lawful rota has a lower objective.
  var bound: Int
  /// Wall seconds in all.
  var seconds: Double
  /// Wall seconds until the first rota without hard shortage; nil: none.
  var secondsToLawful: Double?
  /// Wall seconds until the best rota.
  var secondsToBest: Double
  /// Work units used.
  var work: Int
  /// Rounds of annealing, and where the time went.
  var effort = PlanningEffort()

  /// Whether it is proved that no lawful rota exists.
  var isInfeasible = false

  /// Whether the rota is lawful and no better one exists.
  var isOptimal: Bool { isOptimal(within: 0) }

  /// Whether the rota is lawful and a better one is better by that part of its objective at most.
  func isOptimal(within gap: Double) -> Bool {
    rota != nil && shortage == 0 && Double(penalty - bound) <= gap * Double(penalty)
  }
}

/// Solves slot problems: a constructed rota, annealing by exact re-insertion, and Lagrangian bounds.
enum SlotSolver {
  /// The best rota found until a limit or the proof, and the best bound. Blocks.
  static func solve(_ problem: SlotProblem, options: SlotOptions = SlotOptions()) -> SlotResult {
    SlotSolve(problem, options).run()
  }
}

/// One run of the solver.
private final class SlotSolve {
  private let problem: SlotProblem
  private let options: SlotOptions
  private let begun = ContinuousClock.now
  private let search: SlotStages
  private let bounds: SlotBound
  private var result = SlotResult(
    rota: nil, shortage: 0, penalty: 0, bound: 0, seconds: 0, secondsToLawful: nil, secondsToBest: 0, work: 0)
  private var volume: SlotVolume?
  private var rounds = 0

  /// Part of the effort after which a better bound is worth its seconds: what is easy is proved without it.
  private static let boundBegins = 0.04
  /// The bound may take up to one part in so many of the work.
  private static let boundShare = 6
  /// Most steps of the bound in a row.
  private static let boundSteps = 20

  init(_ problem: SlotProblem, _ options: SlotOptions) {
    self.problem = problem
    self.options = options
    search = SlotStages(problem, seed: options.seed, threads: options.threads)
    bounds = SlotBound(problem)
  }

  func run() -> SlotResult {
    let price = firstBound()
    guard result.effort.split.time(.search, { search.construct() }) else { return finished() }
    note()
    while !isOver {
      let progress = progress
      if progress >= Self.boundBegins { raiseBound(from: price) }
      result.effort.split.time(.search) { search.advance(progress: progress) }
      rounds += 1
      note()
    }
    return finished()
  }

  /// The floor, and whether there can be a lawful rota at all; the price that proves the floor.
  private func firstBound() -> Int {
    let allocation = result.effort.split.time(.bound) { bounds.allocation() }
    result.bound = allocation.bound
    result.isInfeasible = result.effort.split.time(.bound) { bounds.provesThatNoRotaIsLawful() }
    return allocation.price
  }

  private var work: Int { (search.work + bounds.work) / 1000 }
  private var seconds: Double { begun.secondsUntilNow }

  private var isOver: Bool {
    if result.isOptimal(within: options.gap) { return true }
    if options.stop.isRaised { return true }
    if let limit = options.timeLimit, seconds >= limit { return true }
    if let limit = options.workLimit, work >= limit { return true }
    return false
  }

  /// Part of the effort that is used up. With a work limit the clock has no say, so that the outcome is the same everywhere.
  private var progress: Double {
    if let limit = options.workLimit { return Double(search.work) / 1000 / Double(max(1, limit)) }
    if let limit = options.timeLimit { return seconds / max(limit, 1e-9) }
    return 1
  }

  private func note() {
    let best = search.best
    let isNew = result.rota == nil || (best.shortage, best.penalty) < (result.shortage, result.penalty)
    guard isNew else { return }
    result.rota = best.rota
    result.shortage = best.shortage
    result.penalty = best.penalty
    result.secondsToBest = seconds
    if best.shortage == 0 && result.secondsToLawful == nil { result.secondsToLawful = seconds }
    report()
  }

  private var effort: PlanningEffort {
    var effort = result.effort
    effort.rounds = rounds
    return effort
  }

  private func report() {
    let best = result.rota != nil && result.shortage == 0 ? result.penalty : nil
    options.progress?(
      SlotProgress(best: best, bound: result.bound, seconds: seconds, work: work, effort: effort))
  }

  /// Steps of the volume algorithm while it is the bound's turn, beginning with the same price everywhere.
  private func raiseBound(from price: Int) {
    var method =
      volume ?? SlotVolume(bounds, from: [Double](repeating: Double(price), count: problem.slotCount))
    defer { volume = method }
    for _ in 0..<Self.boundSteps where !method.isDone && bounds.work * Self.boundShare <= search.work {
      let target = result.shortage == 0 ? result.penalty : result.bound + result.bound / 5 + 10
      result.effort.split.time(.bound) { method.advance(target: target) }
      if let bound = method.bound, bound > result.bound {
        result.bound = bound
        report()
      }
    }
  }

  private func finished() -> SlotResult {
    result.seconds = seconds
    result.work = work
    result.effort = effort
    return result
  }
}
