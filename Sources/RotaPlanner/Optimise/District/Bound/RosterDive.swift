import Dispatch
import RotaEngine

/// A dive from the bound's multipliers to a roster for everybody: people whose best roster hardly changes from round to round are held at
/// it, the multipliers follow, and so on until all are held (a Lagrangian heuristic, Beasley 1993; fixing by a fractional solution as in
/// Barahona and Chudak 2005). Runs and their crews stay as they are.
///
/// What it finds proves nothing and is seldom a good plan by itself; it is a start that a search at a low temperature soon makes good.
/// Complexity: some eighty rosters priced for each person of a hundred.
final class RosterDive: @unchecked Sendable {
  private let scenario: Scenario
  private let cellCount: Int
  /// Delivery slots in which each person is crew.
  private let crews: [[Int]]
  private let makers: [RosterMaker]
  /// By person: the roster held, nil while it is open.
  private var held: [[DutyCandidate]?]
  /// The last roster of each person.
  private var rosters: [[DutyCandidate]]
  /// By person, for each cell ever taken: how often the person was there in the last rounds, as a moving average.
  private var presence: [[Int: Double]]
  private var rounds = 0
  /// Units that a cell is worth more when the person was always there.
  private var habit = 0.0
  /// The part of the open people that a round holds, and the weight of a new round in the average.
  private static let share = 0.06
  private static let weight = 0.1
  private static let mostHabit = 1.0
  private static let stepsAtFirst = 20
  private static let steps = 2

  /// - Parameter open: People who are planned anew; all others keep their roster.
  init(law: DutyLaw, forms: [[DayForm]], rosters: [[DutyCandidate]], crews: [[Int]], open: [Int], threads: Int) {
    scenario = law.scenario
    cellCount = law.scenario.stations.count * law.scenario.horizon.slotCount
    makers = (0..<max(1, threads)).map { _ in RosterMaker(law: law, forms: forms) }
    self.crews = crews
    self.rosters = rosters
    held = rosters.map { $0 }
    for staff in open { held[staff] = nil }
    presence = rosters.map { _ in [:] }
  }

  /// The rosters that the dive ends with; nil when the clock is over before.
  func run(from bound: DistrictBound, _ clock: SearchClock) -> [[DutyCandidate]]? {
    var bound = bound
    bound.follow(self, steps: Self.stepsAtFirst, clock)
    while held.contains(where: { $0 == nil }) {
      if clock.isOver { return nil }
      habit = 0
      bound.follow(self, steps: Self.steps, clock)
      habit = Self.mostHabit
      bound.follow(self, steps: 0, clock)
      hold()
    }
    return held.compactMap { $0 }
  }

  /// Holds some of those who stay most with what they had; no two of them in one cell, which may want one of them only.
  private func hold() {
    let open = held.indices.filter { held[$0] == nil }
    let ranked = open.map { (staff: $0, habit: agreement($0)) }.sorted { ($1.habit, $0.staff) < ($0.habit, $1.staff) }
    var taken = Set<Int>()
    var left = Int((Double(open.count) * Self.share).rounded(.up))
    for (staff, _) in ranked where left > 0 {
      let own = cells(of: rosters[staff])
      guard taken.isDisjoint(with: own) else { continue }
      taken.formUnion(own)
      held[staff] = rosters[staff]
      left -= 1
    }
  }

  private func agreement(_ staff: Int) -> Double {
    let own = cells(of: rosters[staff])
    return own.reduce(0) { $0 + (presence[staff][$1] ?? 0) } / Double(max(1, own.count))
  }

  private func cells(of roster: [DutyCandidate]) -> [Int] {
    roster.flatMap(\.segments).flatMap(scenario.horizon.cells(of:))
  }

  // MARK: - Answers

  /// Everybody's roster when presence earns `worths`, by kind of person, and a yuan costs so many units; nil when time is up before. The
  /// number of threads changes nothing.
  func answers(
    _ worths: [[Double]], _ kinds: [Int], yuan: Double, _ limits: SolveLimits
  ) -> [RosterRelaxation.Answer]? {
    rounds += 1
    let open = held.indices.filter { held[$0] == nil }
    var found = open.map { rosters[$0] }
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let out = buffer
      DispatchQueue.concurrentPerform(iterations: makers.count) { lane in
        self.makers[lane].pricing.yuan = yuan
        self.makers[lane].limits = limits
        for index in stride(from: lane, to: open.count, by: self.makers.count) where limits.stopNow == nil {
          let best = self.best(open[index], self.makers[lane], worths[kinds[open[index]]])
          if let best { out[index] = best }
        }
      }
    }
    if limits.stopNow != nil { return nil }
    for (index, staff) in open.enumerated() { remember(staff, found[index]) }
    return kinds.indices.map { answer($0, worths[kinds[$0]], yuan) }
  }

  /// The person's best roster; nil when it does not hold the runs that it must, or time is up.
  private func best(_ staff: Int, _ maker: RosterMaker, _ worths: [Double]) -> [DutyCandidate]? {
    var own = Array(worths.prefix(cellCount))
    for (cell, share) in presence[staff] { own[cell] += habit * share }
    own += scenario.delivery.slots.indices.map { RosterMaker.worth(ofRun: $0, crewOf: crews[staff]) }
    let roster = own.withUnsafeBufferPointer { maker.roster(staff, worths: $0.baseAddress!, runs: crews[staff]) }
    return roster?.runSlots.sorted() == crews[staff].sorted() ? roster : nil
  }

  private func remember(_ staff: Int, _ roster: [DutyCandidate]) {
    rosters[staff] = roster
    let weight = max(Self.weight, 1 / Double(rounds))
    presence[staff] = presence[staff].mapValues { $0 * (1 - weight) }
    for cell in cells(of: roster) { presence[staff][cell, default: 0] += weight }
  }

  private func answer(_ staff: Int, _ worths: [Double], _ yuan: Double) -> RosterRelaxation.Answer {
    let roster = rosters[staff]
    let money = makers[0].money(staff, roster).yuan
    var answer = RosterRelaxation.Answer()
    (answer.presence, answer.money) = (cells(of: roster), money)
    answer.cost =
      Double(makers[0].price(staff, roster)) / 1_000_000 + (yuan - scenario.weights.yuan.units) * money
      - answer.presence.reduce(0) { $0 + worths[$1] }
    return answer
  }
}

extension DistrictBound {
  /// A first step in units of the gap, and the gap that it is taken for.
  private static let diveFactor = 0.02
  private static let diveRoom = 100.0

  /// Lets the multipliers follow what the dive holds, then asks it once more at the best of them. No bound comes of it.
  mutating func follow(_ dive: RosterDive, steps: Int, _ clock: SearchClock) {
    self.dive = dive
    (isExact, factor, idle) = (true, Self.diveFactor, 0)
    if steps > 0 {
      guard let now = evaluate(multipliers, isExact: true, clock.limits) else { return }
      best = now.value
      if direction.isEmpty { direction = now.gradient }
      turn(towards: now.gradient)
    }
    for _ in 0..<steps where !clock.isOver { step(best + Self.diveRoom, clock.limits) }
    if steps == 0 { _ = evaluate(multipliers, isExact: true, clock.limits) }
  }
}
