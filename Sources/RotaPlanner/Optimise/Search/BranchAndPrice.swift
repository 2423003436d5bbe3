/// Closes the gap that is left: a tree over the cover of rows and over who has which duty on which day, with column generation
/// at each node (Barnhart, Johnson, Nemhauser, Savelsbergh and Vance 1998). Best bound first; branching by trial.
struct BranchAndPrice {
  let problem: RosteringProblem
  var generation: ColumnGeneration
  let state: BranchingState
  private var open: [BranchNode] = []
  private(set) var nodes = 0
  private var master: RestrictedMaster { generation.master }

  init(problem: RosteringProblem, generation: ColumnGeneration, state: BranchingState) {
    self.problem = problem
    self.generation = generation
    self.generation.stopsAtRounding = true
    self.generation.pauseAt = .max
    self.state = state
    open = [
      BranchNode(
        decisions: [], bound: generation.roundedBound, estimate: master.objective, masks: state.rootMasks,
        duals: generation.bestDuals)
    ]
  }

  /// The least bound of the open nodes; nil when the tree is exhausted.
  var bound: Int? { open.map(\.bound).min() }

  /// Works off nodes against `cutoff` until the meter shows `units`; a better solution ends the call.
  mutating func run(units: Int, cutoff: Int) throws -> RosterSolution? {
    repeat {
      open.removeAll { $0.bound >= cutoff }
      guard generation.limits.stopNow == nil, !master.meter.isOver, let index = next() else { return nil }
      let node = open.remove(at: index)
      nodes += 1
      if let found = try process(node, cutoff: cutoff) { return found }
    } while master.meter.spent < units
    return nil
  }

  /// The open node with the least bound; among equals the deepest.
  private func next() -> Int? {
    open.indices.min {
      (open[$0].bound, -open[$0].decisions.count, $0) < (open[$1].bound, -open[$1].decisions.count, $1)
    }
  }

  private mutating func process(_ node: BranchNode, cutoff: Int) throws -> RosterSolution? {
    try state.enter(node.decisions, masks: node.masks)
    generation.bestDuals = node.duals
    let end = try generation.run(cutoff: cutoff, method: .dual)
    let value = max(node.bound, generation.roundedBound)
    switch end {
    case .cutOff, .infeasible: return nil
    case .stopped, .paused:
      open.append(node)
      return nil
    case .converged: break
    }
    if value >= cutoff || master.objective > Double(cutoff) - 1 + 1e-6 { return nil }
    let values = try master.readValues()
    if let solution = whole(values) { return solution }
    // What is forbidden now binds the children; the master keeps the node's columns while it is branched.
    let fixing = DutyFixing(master: master, team: state.team, scale: generation.scale)
    guard let masks = fixing.masks(duals: generation.bestDuals, cutoff: cutoff) else { return nil }
    let parent = BranchNode(
      decisions: node.decisions, bound: value, estimate: master.objective, masks: masks, duals: generation.bestDuals)
    guard let choice = try choose(values, node: parent, cutoff: cutoff) else {
      open.append(node)
      return nil
    }
    for decision in [choice.left, choice.right] {
      var child = parent
      child.decisions.append(decision)
      open.append(child)
    }
    return nil
  }

  private func whole(_ values: [Double]) -> RosterSolution? {
    var rosters = [RosterColumn?](repeating: nil, count: problem.people.count)
    for (index, column) in master.columns.enumerated() where values[index] > 1e-6 {
      if values[index] < 1 - 1e-6 { return nil }
      rosters[column.person] = column
    }
    let all = rosters.compactMap { $0 }
    return all.count == rosters.count ? RosterSolution(problem: problem, rosters: all) : nil
  }

  private func candidates(_ values: [Double]) -> [BranchCandidate] {
    var cover = [Double](repeating: 0, count: problem.rows.count)
    let width = problem.kindCount + 1
    var parts: [[Double]] = problem.people.map { _ in [Double](repeating: 0, count: problem.dayCount * width) }
    for (index, column) in master.columns.enumerated() where values[index] > 1e-6 {
      for row in column.rows { cover[Int(row)] += values[index] }
      for (day, kind) in column.kinds.enumerated() {
        parts[column.person][day * width + Int(kind) + 1] += values[index]
      }
    }
    var rows: [BranchCandidate] = []
    for row in cover.indices where master.canBranch(onRow: row) {
      let below = Int((cover[row] + 1e-6).rounded(.down))
      let fraction = min(cover[row] - Double(below), Double(below + 1) - cover[row])
      if fraction > 1e-4 {
        rows.append(
          BranchCandidate(
            left: .cover(row: row, RowRange(low: 0, high: below)),
            right: .cover(row: row, RowRange(low: below + 1, high: .max / 4)), fraction: fraction))
      }
    }
    var duties: [BranchCandidate] = []
    for person in parts.indices {
      for day in 0..<problem.dayCount {
        for kind in 0..<width {
          let value = parts[person][day * width + kind]
          let fraction = min(value, 1 - value)
          if fraction > 1e-4 {
            duties.append(
              BranchCandidate(
                left: .duty(person: person, day: day, kind: kind - 1, has: true),
                right: .duty(person: person, day: day, kind: kind - 1, has: false), fraction: fraction))
          }
        }
      }
    }
    func top(_ list: [BranchCandidate], _ count: Int) -> [BranchCandidate] {
      let order = list.indices.sorted { (list[$1].fraction, $0) < (list[$0].fraction, $1) }
      return order.prefix(count).map { list[$0] }
    }
    return top(rows, 4) + top(duties, 6)
  }

  /// The candidate whose two sides raise the relaxation most, by a short dual simplex on each side.
  private func choose(_ values: [Double], node: BranchNode, cutoff: Int) throws -> BranchCandidate? {
    let list = candidates(values)
    let start = master.objective
    var best: (score: Double, candidate: BranchCandidate)?
    for candidate in list {
      var gains: [Double] = []
      for decision in [candidate.left, candidate.right] {
        try state.enter(node.decisions + [decision], masks: node.masks)
        let value = try master.trial(iterations: 30)
        gains.append(min(max(1e-3, value - start), 50))
      }
      let score = gains[0] * gains[1]
      if best.map({ score > $0.score * 1.0001 }) ?? true { best = (score, candidate) }
    }
    master.restoreObjective(start)
    return best?.candidate
  }
}
