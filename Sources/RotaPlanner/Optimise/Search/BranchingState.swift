/// Puts the decisions of a node into force on the master and the pricing problems, and takes them back.
final class BranchingState {
  let problem: RosteringProblem
  let master: RestrictedMaster
  let team: PricingTeam
  /// What each person may have anywhere in the tree.
  private(set) var rootMasks: [DayMask]
  private let rootRanges: [RowRange]
  private var rootTotals: [RowRange]
  /// Masks in force, by person.
  private(set) var masks: [DayMask]

  init(problem: RosteringProblem, master: RestrictedMaster, team: PricingTeam) {
    self.problem = problem
    self.master = master
    self.team = team
    rootMasks = team.pricers.map(\.mask)
    rootRanges = master.ranges
    rootTotals = master.totalRanges
    masks = rootMasks
  }

  /// Forbids for good what `masks` forbid.
  func narrowRoot(_ masks: [DayMask]) {
    for person in masks.indices { rootMasks[person].narrow(masks[person]) }
  }

  /// Leaves only `range` possible for a total for good.
  func narrowRoot(total: Int, _ range: RowRange) { rootTotals[total] = rootTotals[total].intersection(range) }

  /// Puts exactly `decisions` into force, in a node that has `nodeMasks`.
  func enter(_ decisions: [BranchDecision], masks nodeMasks: [DayMask] = []) throws {
    var ranges = rootRanges
    var totals = rootTotals
    masks = rootMasks
    for person in nodeMasks.indices { masks[person].narrow(nodeMasks[person]) }
    for decision in decisions {
      switch decision {
      case .cover(let row, let range):
        ranges[row] = ranges[row].intersection(range)
      case .missing(let total, let range): totals[total] = totals[total].intersection(range)
      case .duty(let person, let day, let kind, let has): narrow(person, day, kind, has)
      }
    }
    for row in ranges.indices { try master.setRange(ofRow: row, ranges[row]) }
    for total in totals.indices { try master.setRange(ofTotal: total, totals[total]) }
    for person in problem.people.indices { team.pricers[person].setMask(masks[person]) }
    try syncColumns()
  }

  func leave() throws { try enter([]) }

  private func narrow(_ person: Int, _ day: Int, _ kind: Int, _ has: Bool) {
    if has {
      masks[person].fix(day: day, kind: kind, kindCount: problem.kindCount)
    } else if kind < 0 {
      masks[person].off[day] = false
    } else {
      masks[person].duty[day * problem.kindCount + kind] = false
    }
  }

  /// Puts narrower masks into force in the present node.
  func narrow(_ others: [DayMask]) throws {
    for person in others.indices { masks[person].narrow(others[person]) }
    for person in problem.people.indices { team.pricers[person].setMask(masks[person]) }
    try syncColumns()
  }

  /// Switches the columns that the masks forbid off, and the others on.
  func syncColumns() throws {
    for (index, column) in master.columns.enumerated() {
      try master.setUsable(index, masks[column.person].allows(column.kinds, kindCount: problem.kindCount))
    }
  }
}

extension DayMask {
  /// Forbids what `other` forbids as well.
  mutating func narrow(_ other: DayMask) {
    for arc in duty.indices where !other.duty[arc] { duty[arc] = false }
    for day in off.indices where !other.off[day] { off[day] = false }
  }

  /// Whether a roster keeps to the mask.
  func allows(_ kinds: [Int32], kindCount: Int) -> Bool {
    for (day, kind) in kinds.enumerated() where kind < 0 ? !off[day] : !duty[day * kindCount + Int(kind)] {
      return false
    }
    return true
  }
}
