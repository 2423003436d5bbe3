import RotaEngine

/// Closes the gap that is left: a tree over the cover of rows and over who has which duty on which day, with column generation
/// at each node (Barnhart, Johnson, Nemhauser, Savelsbergh and Vance 1998).
///
/// The tree is searched in stages. Each looks only for solutions below a `target` just above the bound, depth first, so that reduced
/// costs forbid nearly everything else; where nothing is left below the target, the bound rises to it. The leaves are kept and
/// searched on, without what was forbidden, by the next stage.
struct BranchAndPrice {
  let problem: RosteringProblem
  var generation: ColumnGeneration
  let state: BranchingState
  /// The nodes of the stage, to be taken from the end.
  private var open: [BranchNode] = []
  /// Nodes without solutions below the target.
  private var later: [BranchNode] = []
  /// Least bound of nodes that nothing can be branched on any more although their relaxation breaks a decision; nil without.
  private var leastStuck: Int?
  private(set) var target = Int.min
  private var stride = 1
  private var nodesOfStage = 0
  private(set) var nodes = 0
  private let rootDuals: [Double]
  /// The top of the part of the tree that is being searched.
  private var top: Top?
  /// The parent of the node that was closed last.
  private var closed = -1
  /// A node that a stage began with, its number, and whether it was begun anew.
  private struct Top {
    var node: BranchNode
    var number: Int
    var isSecond: Bool
  }
  private var chooser: BranchChooser
  private var master: RestrictedMaster { generation.master }

  init(problem: RosteringProblem, generation: ColumnGeneration, state: BranchingState, basis: RestrictedMaster.Basis?) {
    self.problem = problem
    self.generation = generation
    self.generation.stopsAtRounding = true
    self.generation.pauseAt = .max
    self.state = state
    chooser = BranchChooser(problem: problem, state: state)
    rootDuals = generation.bestDuals
    later = [
      BranchNode(
        decisions: [], bound: generation.roundedBound, estimate: master.objective, masks: [], duals: rootDuals,
        basis: basis)
    ]
  }

  /// The least bound of the nodes that are left; nil when the tree is exhausted.
  var bound: Int? {
    ((open + later).map(\.bound) + (leastStuck.map { [$0] } ?? [])).min()
  }

  /// Works off nodes against `cutoff` until the meter shows `units`; a better solution ends the call.
  mutating func run(units: Int, cutoff: Int) throws -> RosterSolution? {
    target = min(target, cutoff)
    repeat {
      open.removeAll { $0.bound >= cutoff }
      later.removeAll { $0.bound >= cutoff }
      while open.isEmpty {
        if later.isEmpty || generation.limits.stopNow != nil || master.meter.isOver { return nil }
        try beginStage(cutoff)
        later.removeAll { $0.bound >= cutoff }
      }
      guard generation.limits.stopNow == nil, !master.meter.isOver, let node = open.popLast() else { return nil }
      nodes += 1
      nodesOfStage += 1
      if let found = try process(node) { return found }
    } while master.meter.spent < units
    return nil
  }

  /// Raises the target and takes up the leaves whose bound is below it.
  private mutating func beginStage(_ cutoff: Int) throws {
    // Where stages take a few nodes only, larger ones save work.
    stride = nodes > 0 && nodesOfStage <= 2 ? stride * 2 : 1
    nodesOfStage = 0
    let least = later.map(\.bound).min() ?? cutoff
    target = min(cutoff, least + stride)
    try state.enter([])
    let fixing = DutyFixing(master: master, team: state.team, scale: generation.scale)
    guard let masks = fixing.masks(duals: rootDuals, cutoff: target) else {
      for index in later.indices { later[index].bound = max(later[index].bound, target) }
      return
    }
    open = later.filter { $0.bound < target }
    later.removeAll { $0.bound < target }
    for index in open.indices {
      open[index].masks = masks
      open[index].step = nil
    }
    open.sort { ($0.estimate, $0.decisions.count) > ($1.estimate, $1.decisions.count) }
  }

  /// Keeps a node for later, and begins the part of the tree anew when both sides of a choice deep in it are closed at once: such a
  /// choice closes the nodes above it as well, with far fewer leaves.
  private mutating func close(_ node: BranchNode) {
    if let step = node.step { chooser.note(step, gain: max(1e-3, Double(target) - node.estimate)) }
    postpone(node)
    let isSecond = node.step != nil && node.parent == closed
    closed = node.parent
    guard isSecond, let top, !top.isSecond, node.decisions.count - top.node.decisions.count > 4 else { return }
    func isBelow(_ other: BranchNode) -> Bool { other.step != nil && other.parent >= top.number }
    open.removeAll(where: isBelow)
    later.removeAll(where: isBelow)
    open.append(top.node)
    self.top?.isSecond = true
  }

  /// Keeps a node for later in which nothing below the target is left.
  private mutating func postpone(_ node: BranchNode) {
    var node = node
    node.bound = max(node.bound, target)
    node.masks = []
    later.append(node)
  }

  private mutating func process(_ node: BranchNode) throws -> RosterSolution? {
    if node.step == nil {
      let isSecond = top.map { $0.isSecond && $0.node.decisions == node.decisions } ?? false
      top = Top(node: node, number: nodes, isSecond: isSecond)
    }
    if let basis = node.basis { try master.useBasis(basis) }
    try state.enter(node.decisions, masks: node.masks)
    generation.bestDuals = node.duals
    generation.goal = Double(target) - 1 + 1e-6
    let end = try generation.run(cutoff: target, method: .dual)
    var node = node
    node.bound = max(node.bound, min(target, generation.roundedBound))
    switch end {
    case .stopped, .paused:
      open.append(node)
      return nil
    case .cutOff, .infeasible:
      close(node)
      return nil
    case .converged: break
    }
    node.duals = generation.bestDuals
    if node.bound >= target {
      close(node)
      return nil
    }
    if let step = node.step { chooser.note(step, gain: max(0, master.objective - node.estimate)) }
    node.estimate = master.objective
    let values = try master.readValues()
    if let solution = whole(values), solution.objective < target {
      if node.bound < solution.objective { open.append(node) }
      return solution
    }
    // What is forbidden now binds the children; the master keeps the node's columns while it is branched.
    let fixing = DutyFixing(master: master, team: state.team, scale: generation.scale)
    guard let masks = fixing.masks(duals: generation.bestDuals, cutoff: target) else {
      close(node)
      return nil
    }
    node.masks = masks
    guard let choice = try chooser.choose(values, node: node, master: master, target: target) else {
      leastStuck = min(leastStuck ?? .max, node.bound)
      return nil
    }
    node.basis = try master.basis()
    node.parent = nodes
    for isLeft in [false, true] {
      var child = node
      child.decisions.append(isLeft ? choice.left : choice.right)
      child.step = BranchStep(key: choice.key, isLeft: isLeft, part: isLeft ? choice.leftPart : choice.rightPart)
      open.append(child)
    }
    return nil
  }

  private func whole(_ values: [Double]) -> RosterSolution? {
    var rosters = [RosterColumn?](repeating: nil, count: problem.people.count)
    for (index, column) in master.columns.enumerated() where values[index] > 0.999 { rosters[column.person] = column }
    let all = rosters.compactMap { $0 }
    return all.count == rosters.count ? RosterSolution(problem: problem, rosters: all) : nil
  }
}
