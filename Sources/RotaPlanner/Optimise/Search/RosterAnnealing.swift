import Foundation
import RotaEngine

/// Simulated annealing over whole rosters (Kirkpatrick, Gelatt and Vecchi 1983): one to three people are taken out and put back one
/// after the other, each with the cheapest lawful roster at what the others leave open, blurred by chance.
///
/// The sweep of the pricing problem finds that roster, so a step changes many days at once and never breaks a rule. What is found
/// depends on the seed and on the work done, not on time.
final class RosterAnnealing {
  /// How it cools.
  struct Schedule: Sendable, Hashable {
    /// Temperatures at the start and at the end, in objective units.
    var hot: Double
    var cold: Double
    /// Units of work from the one to the other.
    var units: Int
  }

  /// Most people taken out in one step.
  private static let mostPeople = 3

  let problem: RosteringProblem
  private let schedule: Schedule
  private let scale: Int
  private let team: PricingTeam
  private var random: SeededRandom
  private var rosters: [RosterColumn]
  private var cover: [Int]
  private var objective: Int
  /// The best rosters seen.
  private(set) var best: [RosterColumn]
  /// Their objective.
  private(set) var bestObjective: Int

  /// Begins with `rosters`, one of each person; `fixedCover` is what others give to each row.
  init(
    _ problem: RosteringProblem, rosters: [RosterColumn], fixedCover: [Int]? = nil, schedule: Schedule, seed: UInt64
  ) {
    self.problem = problem
    self.schedule = schedule
    self.rosters = rosters
    scale = RosterPrices.scale(for: problem)
    team = PricingTeam(problem: problem, scale: scale, threads: 1)
    random = SeededRandom(seed: seed)
    let start = RosterSolution(problem: problem, rosters: rosters, fixedCover: fixedCover)
    cover = start.cover
    objective = start.objective
    best = rosters
    bestObjective = objective
  }

  /// Steps until the schedule ends or a limit holds. There must be someone.
  func run(meter: WorkMeter, limits: SolveLimits) {
    let first = meter.spent
    while meter.spent - first < schedule.units, !meter.isOver, limits.stopNow == nil {
      let progress = Double(meter.spent - first) / Double(schedule.units)
      step(schedule.hot * pow(schedule.cold / schedule.hot, progress), meter)
    }
  }

  private func step(_ temperature: Double, _ meter: WorkMeter) {
    let people = draw()
    let old = people.map { rosters[$0] }
    let before = objective
    for person in people { count(rosters[person], -1) }
    for (index, person) in people.enumerated() {
      let found = meter.pricing { cheapest(person, blur: temperature, meter) }
      rosters[person] = found ?? old[index]
      count(rosters[person], 1)
    }
    let change = Double(objective - before)
    if change > 0, random.unit() >= exp(-change / temperature) {
      for (index, person) in people.enumerated() {
        count(rosters[person], -1)
        rosters[person] = old[index]
        count(old[index], 1)
      }
    } else if objective < bestObjective {
      best = rosters
      bestObjective = objective
    }
  }

  /// Different people, in the order in which they are put back.
  private func draw() -> [Int] {
    let count = 1 + random.below(min(Self.mostPeople, problem.people.count))
    var people: [Int] = []
    while people.count < count {
      let person = random.below(problem.people.count)
      if !people.contains(person) { people.append(person) }
    }
    return people
  }

  /// Counts a roster in (1) or out (-1).
  private func count(_ roster: RosterColumn, _ sign: Int) {
    objective += sign * roster.cost
    for index in roster.rows {
      let row = problem.rows[Int(index)]
      let before = cover[Int(index)]
      cover[Int(index)] = before + sign
      objective += row.cost(ofCover: before + sign) - row.cost(ofCover: before)
    }
  }

  private func cheapest(_ person: Int, blur: Double, _ meter: WorkMeter) -> RosterColumn? {
    var prices = RosterPrices(problem: problem, scale: scale, cover: cover)
    prices.blur(by: blur * Double(scale), &random)
    let kinds = team.pricers[person].thinned(prices, work: team.workspace, meter: meter, random: &random)
    return kinds.map { RosterColumn(problem: problem, person: person, kinds: $0) }
  }
}

extension RosterPrices {
  /// Moves each price by chance, up to `width` either way.
  fileprivate mutating func blur(by width: Double, _ random: inout SeededRandom) {
    let most = 2 * Int(width) + 1
    for arc in duty.indices { duty[arc] &+= Int32(truncatingIfNeeded: random.below(most) - most / 2) }
  }
}
