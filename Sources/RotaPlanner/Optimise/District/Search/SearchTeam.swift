import Dispatch
import RotaEngine

/// The search of a district on one thread or on two: steps are tried in batches against one plan, then the good ones are made one after
/// the other as far as they do not disturb each other. A second thread tries a part of each batch on a plan of its own that follows the
/// first, so it changes nothing but the time.
final class SearchTeam: @unchecked Sendable {
  let draft: DistrictDraft
  private let leader: DistrictSearch
  private var follower: DistrictSearch?
  /// Steps tried so far.
  private(set) var steps = 0
  /// Steps tried against one plan.
  private static let batch = 16

  /// Nil when `limits` end before everything is set up.
  init?(_ draft: DistrictDraft, seed: UInt64, limits: SolveLimits = .none) {
    guard let leader = DistrictSearch(draft, seed: seed, limits: limits) else { return nil }
    self.draft = draft
    self.leader = leader
  }

  /// Tries `count` more steps, each at the temperature of its number, until the clock is over. `hasHelp` says before each batch whether
  /// a second thread is free; once there, it stays to the end of the call.
  func search(
    _ count: Int, _ clock: SearchClock, hasHelp: () -> Bool, temperature: @Sendable (Int) -> Double
  ) {
    let end = steps + count
    var second: DistrictSearch?
    var moves: [DistrictSearch.Move] = []
    while steps < end && !clock.isOver {
      if second == nil, hasHelp() { second = callFollower() }
      let batch = steps..<min(end, steps + Self.batch)
      var found = [DistrictSearch.Move?](repeating: nil, count: batch.count)
      found.withUnsafeMutableBufferPointer { buffer in
        let made = moves
        let next = NextIndex()
        nonisolated(unsafe) let (out, other) = (buffer, second)
        DispatchQueue.concurrentPerform(iterations: other == nil ? 1 : 2) { lane in
          nonisolated(unsafe) let search = lane == 0 ? self.leader : other!
          self.make(made, search)
          while !clock.isOver, let index = next.take(below: batch.count) {
            let step = batch.lowerBound + index
            out[index] = search.trial(step, temperature: temperature(step))
          }
        }
      }
      moves = found.compactMap { $0 }
      steps = batch.upperBound
    }
    make(moves, leader)
    leader.rearrangeVisits()
  }

  private func callFollower() -> DistrictSearch {
    let search = follower ?? DistrictSearch(beside: leader)
    search.adopt(leader)
    follower = search
    return search
  }

  /// Makes the moves in their order, but none of people or runs that one before has changed.
  private func make(_ moves: [DistrictSearch.Move], _ search: DistrictSearch) {
    var changed: [Int] = []
    var hasNewRuns = false
    for move in moves {
      let changesRuns = !move.proposal.crews.isEmpty
      if (changesRuns && hasNewRuns) || move.proposal.people.contains(where: changed.contains) { continue }
      guard search.make(move, keepsBest: search === leader) else { continue }
      changed += move.proposal.people
      hasNewRuns = hasNewRuns || changesRuns
    }
  }

  /// Tells the search the bound's multipliers of people by cell and of the budget, in units.
  func follow(_ worths: [Double], budgetPrice: Double) { (leader.guide, leader.budgetPrice) = (worths, budgetPrice) }

  /// Begins anew from the bound's multipliers; the best plan is kept.
  func dive(from bound: DistrictBound, threads: Int, _ clock: SearchClock) {
    leader.dive(from: bound, threads: threads, clock)
  }

  /// The best plan found, with its duties.
  func bestPlan() -> (plan: Plan, duties: [DutyCandidate]) { leader.bestPlan() }
}
