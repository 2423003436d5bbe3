/// Chooses what a node branches on: by trial, and by what earlier trials of the same decision brought (reliability branching,
/// Achterberg, Koch and Martin 2005).
struct BranchChooser {
  /// What one decision has cost so far, for one unit of change.
  private struct Record {
    var sum = 0.0
    var count = 0

    mutating func add(_ other: Record) {
      sum += other.sum
      count += other.count
    }
  }

  let problem: RosteringProblem
  let state: BranchingState
  /// Records of both sides of each candidate: cover rows first, then duties, then totals of missing people.
  private var left: [Record]
  private var right: [Record]
  private var calls = 0

  /// Trials after which a candidate's records are relied on.
  private static let reliable = 2
  /// Dual simplex iterations of a trial.
  private static let iterations = 40

  init(problem: RosteringProblem, state: BranchingState) {
    self.problem = problem
    self.state = state
    let duties = problem.people.count * problem.dayCount * (problem.kindCount + 1)
    let count = problem.rows.count + duties + state.master.totals.rows.count
    left = [Record](repeating: Record(), count: count)
    right = left
  }

  /// The candidate whose two sides raise the relaxation most; nil when nothing is fractional.
  mutating func choose(
    _ values: [Double], node: BranchNode, master: RestrictedMaster, target: Int
  ) throws -> BranchCandidate? {
    let start = master.objective
    let most = max(0.1, Double(target) - start)
    let list = ranked(candidates(values, master), most)
    let basis = try master.basis()
    calls += 1
    // The first choices decide most, and nothing is known yet.
    let trialLimit = calls <= 3 ? 32 : 10
    var best: (score: Double, candidate: BranchCandidate)?
    var trials = 0
    var failures = 0
    for candidate in list.prefix(60) {
      var gains = estimate(candidate)
      if !isReliable(candidate) {
        if trials >= trialLimit || failures >= trialLimit / 2 { continue }
        trials += 1
        gains = try tried(candidate, node, master, basis, start)
        try master.useBasis(basis)
      }
      let score = Self.score(gains, most)
      if best.map({ score > $0.score * 1.0001 }) ?? true {
        best = (score, candidate)
        failures = 0
      } else {
        failures += 1
      }
    }
    master.restoreObjective(start)
    return best?.candidate
  }

  private static func score(_ gains: (left: Double, right: Double), _ most: Double) -> Double {
    min(max(1e-3, gains.left), most) * min(max(1e-3, gains.right), most)
  }

  private mutating func tried(
    _ candidate: BranchCandidate, _ node: BranchNode, _ master: RestrictedMaster, _ basis: RestrictedMaster.Basis,
    _ start: Double
  ) throws -> (left: Double, right: Double) {
    try state.enter(node.decisions + [candidate.left], masks: node.masks)
    let onLeft = max(0, try master.trial(iterations: Self.iterations) - start)
    try state.enter(node.decisions + [candidate.right], masks: node.masks)
    try master.useBasis(basis)
    let onRight = max(0, try master.trial(iterations: Self.iterations) - start)
    try state.enter(node.decisions, masks: node.masks)
    note(BranchStep(key: candidate.key, isLeft: true, part: candidate.leftPart), gain: onLeft)
    note(BranchStep(key: candidate.key, isLeft: false, part: candidate.rightPart), gain: onRight)
    return (onLeft, onRight)
  }

  /// Records what a step of the tree brought.
  mutating func note(_ step: BranchStep, gain: Double) {
    let record = Record(sum: gain / step.part, count: 1)
    if step.isLeft {
      left[step.key].add(record)
    } else {
      right[step.key].add(record)
    }
  }

  private func isReliable(_ candidate: BranchCandidate) -> Bool {
    min(left[candidate.key].count, right[candidate.key].count) >= Self.reliable
  }

  private func estimate(_ candidate: BranchCandidate) -> (left: Double, right: Double) {
    let first = left[candidate.key]
    let second = right[candidate.key]
    if min(first.count, second.count) == 0 { return (candidate.leftPart, candidate.rightPart) }
    return (
      first.sum / Double(first.count) * candidate.leftPart, second.sum / Double(second.count) * candidate.rightPart
    )
  }

  /// The candidates, those with the best records or, without records, the largest fractions first.
  private func ranked(_ list: [BranchCandidate], _ most: Double) -> [BranchCandidate] {
    let scores = list.map { candidate in
      min(left[candidate.key].count, right[candidate.key].count) > 0
        ? Self.score(estimate(candidate), most)
        : 0.25 * min(most, 1) * min(most, 1) * candidate.leftPart * candidate.rightPart * candidate.preference
    }
    let order = list.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.map { list[$0] }
  }

  private func candidates(_ values: [Double], _ master: RestrictedMaster) -> [BranchCandidate] {
    var cover = master.fixedCover.map(Double.init)
    let width = problem.kindCount + 1
    var parts = [Double](repeating: 0, count: problem.people.count * problem.dayCount * width)
    for (index, column) in master.columns.enumerated() where values[index] > 1e-7 {
      for row in column.rows { cover[Int(row)] += values[index] }
      for (day, kind) in column.kinds.enumerated() {
        parts[(column.person * problem.dayCount + day) * width + Int(kind) + 1] += values[index]
      }
    }
    var list: [BranchCandidate] = []
    for row in cover.indices where master.canBranch(onRow: row) {
      guard let sides = RowRange.sides(of: cover[row]), sides.isBetween(master.ranges[row]) else { continue }
      list.append(
        BranchCandidate(
          left: .cover(row: row, sides.below), right: .cover(row: row, sides.above), leftPart: sides.part,
          rightPart: 1 - sides.part, key: row, preference: 2))
    }
    for (index, value) in parts.enumerated() where value > 1e-6 && value < 1 - 1e-6 {
      let person = index / (width * problem.dayCount)
      let day = index / width % problem.dayCount
      let kind = index % width - 1
      list.append(
        BranchCandidate(
          left: .duty(person: person, day: day, kind: kind, has: true),
          right: .duty(person: person, day: day, kind: kind, has: false), leftPart: 1 - value, rightPart: value,
          key: cover.count + index, preference: kind < 0 ? 2 : 1))
    }
    for total in master.totals.rows.indices {
      guard let sides = RowRange.sides(of: master.missing(total: total)),
        sides.isBetween(master.totalRanges[total])
      else { continue }
      list.append(
        BranchCandidate(
          left: .missing(total: total, sides.below), right: .missing(total: total, sides.above),
          leftPart: sides.part, rightPart: 1 - sides.part, key: cover.count + parts.count + total,
          preference: Self.preferenceForTotals))
    }
    return list
  }
  /// A total moves the bound more than anything else, so that it is tried first.
  private static let preferenceForTotals = 20.0
}
