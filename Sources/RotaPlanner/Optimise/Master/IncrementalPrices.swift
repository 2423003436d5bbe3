import Foundation
import RotaEngine

/// Prices for the cover rows of a large problem by the incremental subgradient method (Nedić and Bertsekas 2001), with the limits on
/// minutes, weekends and groups charged for (`RelaxedPricer`).
///
/// A step follows the rosters of a few people, not of all: the next few already see what these took, and alike people spread, where one
/// step for everybody would send all of them to the same duties. Steps get shorter from pass to pass; the prices are the mean of the
/// last passes, for single ones swing too much.
struct IncrementalPrices {
  let problem: RosteringProblem
  let team: RelaxedTeam
  let scale: Int
  let meter: WorkMeter
  var limits = SolveLimits.none

  /// Lower bound on every solution, times the scale; `Int.min` as long as there is none.
  private(set) var bound = Int.min
  private(set) var duals: [Double]
  /// By person.
  private(set) var charges: [RelaxedPricer.Charges]
  /// By person, the cover that the rosters of the last passes give to each row on average.
  private(set) var meanCover: [[Float]]

  /// Cover of each row by people who have a roster already.
  private var taken: [Int]

  /// People whose rosters a step follows.
  private static let batch = 8
  /// Length of the first and the last steps, in prices of a missing person.
  private static let firstLength = 0.2
  private static let lastLength = 1e-4
  /// The part of the passes behind the means.
  private static let meanPart = 0.4
  /// Sweeps for a person in a pass, and for the bound.
  private static let tries = 4
  private static let triesForBound = 16

  init(problem: RosteringProblem, team: RelaxedTeam, scale: Int, meter: WorkMeter) {
    (self.problem, self.team, self.scale, self.meter) = (problem, team, scale, meter)
    duals = [Double](repeating: 0, count: problem.rows.count)
    let none = RelaxedPricer.Charges(groups: [Double](repeating: 0, count: problem.limitGroups.count))
    charges = problem.people.map { _ in none }
    taken = [Int](repeating: 0, count: problem.rows.count)
    meanCover = problem.people.map { _ in [Float](repeating: 0, count: problem.rows.count) }
  }

  /// Goes through everybody `passes` times, fewer where a quarter of the limits is over before, in orders drawn by chance; false where
  /// somebody has no roster, or at a limit.
  mutating func run(passes: Int, random: inout SeededRandom) -> Bool {
    var means = Means(duals: duals, charges: charges)
    let (begin, spent) = (ContinuousClock.now, meter.spent)
    var (pass, part) = (0, 0.0)
    while part <= 1 {
      let length = Double(problem.highestMarginal) * Self.firstLength * pow(Self.lastLength / Self.firstLength, part)
      let isCounted = part >= 1 - Self.meanPart
      let order = problem.people.indices.shuffled(using: &random)
      guard go(through: order, length, fresh: isCounted ? 1 : 0, kept: 1) else { return false }
      if isCounted { means.add(duals, charges) }
      pass += 1
      part = max(Double(pass) / Double(passes), usedPart(since: begin, spent))
    }
    return means.count > 0 && settle(means)
  }

  /// The part of what the limits leave to this phase that is used up.
  private func usedPart(since begin: ContinuousClock.Instant, _ spent: Int) -> Double {
    let work = meter.limit == .max ? 0 : Double(meter.spent - spent) / Double(max(1, meter.limit - spent))
    guard let deadline = limits.deadline else { return work / Self.partOfLimits }
    return max(work, (ContinuousClock.now - begin) / (deadline - begin)) / Self.partOfLimits
  }
  private static let partOfLimits = 0.25

  /// Takes over prices and means that were found in another way.
  mutating func begin(at duals: [Double], _ means: [[Float]]) { (self.duals, meanCover) = (duals, means) }

  /// Lets prices, charges and means follow once the people who are not `open` have rosters that cover `taken`; false as for `run`.
  mutating func follow(_ open: [Int], taken: [Int], random: inout SeededRandom) -> Bool {
    self.taken = taken
    let length = Double(problem.highestMarginal) * Self.lengthInDive
    for _ in 0..<Self.passesInDive {
      let order = open.shuffled(using: &random)
      guard go(through: order, length, fresh: Self.meanShare, kept: 1 - Self.meanShare) else { return false }
    }
    return true
  }
  private static let passesInDive = 6
  private static let lengthInDive = 1e-3
  private static let meanShare: Float = 0.05

  /// A pass over `people`, who share what is left of the wanted cover; in the means of their cover it counts `fresh`, and what was there
  /// `kept`.
  private mutating func go(through people: [Int], _ length: Double, fresh: Float, kept: Float) -> Bool {
    for start in stride(from: 0, to: people.count, by: Self.batch) {
      if limits.stopNow != nil || meter.isOver { return false }
      let next = people[start..<min(start + Self.batch, people.count)]
      guard step(next, of: people.count, length, fresh: fresh, kept: kept) else { return false }
    }
    return true
  }

  /// One step along what some of `open` people take.
  private mutating func step(
    _ people: ArraySlice<Int>, of open: Int, _ length: Double, fresh: Float, kept: Float
  ) -> Bool {
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let answers = team.answers(people, prices: prices, charges: charges, tries: Self.tries, step: length)
    let part = Double(people.count) / Double(open)
    for row in duals.indices { duals[row] += length * part * Double(problem.rows[row].least - taken[row]) }
    for (person, answer) in zip(people, answers) {
      guard let answer else { return false }
      let pricer = team.pricers[person]
      meter.note(sweep: Self.tries * pricer.sweepWork)
      charges[person] = pricer.charges(after: answer, length: length)
      if kept < 1 { for row in duals.indices { meanCover[person][row] *= kept } }
      for (day, kind) in answer.kinds.enumerated() where kind >= 0 {
        for row in problem.coverage[day * problem.kindCount + Int(kind)] {
          duals[row] -= length
          meanCover[person][row] += fresh
        }
      }
    }
    for row in duals.indices {
      let own = problem.rows[row]
      duals[row] = min(Double(own.under.marginal(1)), max(-Double(own.over.marginal(1)), duals[row]))
    }
    return true
  }

  /// Takes the means over and works out the bound.
  private mutating func settle(_ means: Means) -> Bool {
    (duals, charges) = means.values
    for person in meanCover.indices {
      for row in meanCover[person].indices { meanCover[person][row] /= Float(means.count) }
    }
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let everybody = Array(problem.people.indices)
    let answers = team.answers(everybody[...], prices: prices, charges: charges, tries: Self.triesForBound, step: 1)
    guard !answers.contains(where: { $0 == nil }) else { return false }
    let rows = problem.rowTerms(at: prices, scale: scale).reduce(problem.constant * scale, +)
    bound = answers.reduce(rows) { $0 + ($1?.bound ?? 0) }
    return true
  }
}

/// Sums of prices and charges over passes.
private struct Means {
  private var duals: [Double]
  private var charges: [RelaxedPricer.Charges]
  private(set) var count = 0

  /// Sums of nothing, of the sizes of these.
  init(duals: [Double], charges: [RelaxedPricer.Charges]) {
    self.duals = duals.map { _ in 0 }
    self.charges = charges.map { RelaxedPricer.Charges(groups: $0.groups.map { _ in 0 }) }
  }

  mutating func add(_ duals: [Double], _ charges: [RelaxedPricer.Charges]) {
    count += 1
    for row in duals.indices { self.duals[row] += duals[row] }
    for (person, own) in charges.enumerated() {
      self.charges[person].level += own.level
      self.charges[person].weekend += own.weekend
      for group in own.groups.indices { self.charges[person].groups[group] += own.groups[group] }
    }
  }

  var values: (duals: [Double], charges: [RelaxedPricer.Charges]) {
    let count = Double(count)
    let charges = charges.map {
      RelaxedPricer.Charges(
        level: $0.level / count, weekend: $0.weekend / count, groups: $0.groups.map { $0 / count })
    }
    return (duals.map { $0 / count }, charges)
  }
}
