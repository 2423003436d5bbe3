import Dispatch
import Foundation
import RotaEngine

/// Looks for good rotas of a `SlotProblem`: two lanes anneal at the same time, each on days and people of its own, and show each
/// other what they changed after a fixed number of steps. So the outcome is the same with one thread and with two.
final class SlotSearch {
  /// What steers the search; the values were measured on the published instances (docs/optimiser.md).
  struct Settings {
    var shortageWeight = 10
    var mostShortageWeight = 5000
    var noise: Float = 0.5
    var mostPeople = 3
    var mostDays = 2
    var wideShare = 20
    var stepsPerRound = 100
    var soloRounds = 8
    var firstTemperature = 4.0
    var lastTemperature = 0.2
    var mostPlaced = 5
    /// One step in so many changes times even though places want a change.
    var retimeShare = 2
    /// Nudges for each other step: so many for each person and day, but not more than the most.
    var nudgesPerDuty = 10
    var mostNudges = 500
    /// Temperature of nudges, as a part of that of the other steps.
    var nudgeHeat = 0.4
  }

  let problem: SlotProblem
  private let settings: Settings
  private let grid: SlotGrid
  private let lanes: [SlotLane]
  private let threads: Int
  private var random: SeededRandom
  private var round = 0
  private var shortRounds = 0
  /// The best rota so far and its worth.
  private(set) var best: (rota: SlotRota, shortage: Int, penalty: Int)

  /// `priced` is the problem itself (nil) or the one that it was pooled from.
  init(
    _ problem: SlotProblem, priced: SlotProblem? = nil, settings: Settings = Settings(), seed: UInt64, threads: Int
  ) {
    self.problem = problem
    self.settings = settings
    self.threads = threads
    grid = SlotGrid(problem)
    random = SeededRandom(seed: seed)
    let grid = grid
    let seeds = [random.next(), random.next()]
    lanes = seeds.map { SlotLane(grid, priced: priced ?? problem, settings: settings, seed: $0) }
    best = (SlotRota(duties: problem.people.map { _ in [] }), .max, .max)
  }

  /// Work done so far.
  var work: Int { lanes[0].work + lanes[1].work }

  /// Makes the first rota; false when someone has no lawful roster at all.
  func construct() -> Bool {
    let isWhole = lanes[0].construct()
    lanes[1].adopt(Array(problem.people.indices), from: lanes[0].state)
    if isWhole { keepIfBest() }
    return isWhole
  }

  /// Begins with the times of a rota of the pooled problem instead of `construct`.
  func begin(withTimesOf rota: SlotRota) {
    lanes[0].adoptTimes(of: rota)
    lanes[1].adopt(Array(problem.people.indices), from: lanes[0].state)
    keepIfBest()
  }

  /// Whether duties keep their times and change places only.
  var keepsTimes: Bool {
    get { lanes[0].keepsTimes }
    set { for lane in lanes { lane.keepsTimes = newValue } }
  }

  /// One round of steps at a temperature that falls with `progress` (0 to 1).
  func advance(progress: Double) {
    let temperature =
      settings.firstTemperature * pow(settings.lastTemperature / settings.firstTemperature, min(1, max(0, progress)))
    round += 1
    if grid.dayCount < 4 || problem.people.count < 2 || round % settings.soloRounds == 0 {
      let everybody = Array(problem.people.indices)
      lanes[0].scope = SlotLane.Scope(people: everybody, first: 0, last: grid.dayCount)
      lanes[0].run(steps: settings.stepsPerRound, temperature: temperature)
      lanes[1].adopt(everybody, from: lanes[0].state)
    } else {
      split()
      runBoth(temperature)
      let changed = lanes.map(\.scope.people)
      lanes[1].adopt(changed[0], from: lanes[0].state)
      lanes[0].adopt(changed[1], from: lanes[1].state)
    }
    keepIfBest()
    if !lanes[0].keepsTimes { watchShortage() }
  }

  /// Where a surplus costs more than a missing person the search would live with the shortage: after long enough, missing
  /// people cost more.
  private func watchShortage() {
    shortRounds = lanes[0].state.shortage > 0 ? shortRounds + 1 : 0
    let patience = 5 + problem.people.count * grid.dayCount / 100
    let weight = lanes[0].state.shortageWeight
    guard shortRounds >= patience, weight < settings.mostShortageWeight else { return }
    shortRounds = 0
    for lane in lanes { lane.state.setShortageWeight(min(settings.mostShortageWeight, weight * 2)) }
  }

  /// Gives the lanes disjoint people and days. The day between them rests, as its duties reach into the next one.
  private func split() {
    let border = 1 + random.below(grid.dayCount - 2)
    var early: [Int] = []
    var late: [Int] = []
    for person in problem.people.indices {
      if random.next() & 1 == 0 { early.append(person) } else { late.append(person) }
    }
    lanes[0].scope = SlotLane.Scope(people: early, first: 0, last: border)
    lanes[1].scope = SlotLane.Scope(people: late, first: border + 1, last: grid.dayCount)
  }

  private func runBoth(_ temperature: Double) {
    let lanes = lanes
    let steps = settings.stepsPerRound
    if threads < 2 {
      for lane in lanes { lane.run(steps: steps, temperature: temperature) }
    } else {
      DispatchQueue.concurrentPerform(iterations: 2) { lanes[$0].run(steps: steps, temperature: temperature) }
    }
  }

  private func keepIfBest() {
    let state = lanes[0].state
    if (state.shortage, state.penalty) < (best.shortage, best.penalty) {
      best = (rota(of: state), state.shortage, state.penalty)
    }
  }

  private func rota(of state: SlotState) -> SlotRota {
    SlotRota(
      duties: problem.people.indices.map { person in
        (0..<grid.dayCount).compactMap { day in
          let cell = person * grid.dayCount + day
          let length = Int(state.lengthOf[cell])
          if length == 0 { return nil }
          let places = UnsafeBufferPointer(start: state.placesOf + cell * grid.longest, count: length)
          return SlotDuty(start: state.slot(cell), places: Array(places))
        }
      })
  }
}
