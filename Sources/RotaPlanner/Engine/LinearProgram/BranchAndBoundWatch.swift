internal import CGLPK

/// What happens inside branch and bound: limits, the bound, better points, and the start. GLPK calls `visit` several times a node,
/// on the thread that searches. When a call into GLPK fails here, `visit` returns and the failure ends the search itself.
final class BranchAndBoundWatch {
  private(set) var bound: Double
  private(set) var nodes = 0
  private(set) var stop: StopReason?
  private var start: [Double]?
  private let limits: SolveLimits
  private let reportsValues: Bool
  private let onIncumbent: (GLPKMixedInteger.Incumbent) -> Void

  init(
    rootBound: Double, limits: SolveLimits, start: [Double]?, reportsValues: Bool,
    onIncumbent: @escaping (GLPKMixedInteger.Incumbent) -> Void
  ) {
    bound = rootBound
    self.limits = limits
    self.start = start
    self.reportsValues = reportsValues
    self.onIncumbent = onIncumbent
  }

  func visit(_ tree: OpaquePointer) {
    if stop != nil { return }
    do {
      try answer(tree)
    } catch {
      // The fault is kept on the C side and leaves the search as its own error once this frame is gone.
      return
    }
  }

  private func answer(_ tree: OpaquePointer) throws {
    var reason: Int32 = 0
    try GLPKEnvironment.check(cglpk_ios_reason(tree, &reason))
    switch reason {
    case GLP_IHEUR: try offerStart(tree)
    case GLP_IBINGO: try report(tree)
    case GLP_ISELECT: try refresh(tree)
    default: break
    }
    guard let reason = limits.stopNow ?? (nodes > limits.nodes ? .workLimit : nil) else { return }
    try refresh(tree)
    stop = reason
    try GLPKEnvironment.check(cglpk_ios_terminate(tree))
  }

  private func refresh(_ tree: OpaquePointer) throws {
    var found: Int32 = 0
    var best = -Double.infinity
    try GLPKEnvironment.check(cglpk_ios_best_bound(tree, &found, &best))
    if found != 0 { bound = max(bound, best) }
    var count: Int32 = 0
    try GLPKEnvironment.check(cglpk_ios_total_nodes(tree, &count))
    nodes = Int(count)
  }

  private func report(_ tree: OpaquePointer) throws {
    var columns: Int32 = 0
    var objective = 0.0
    try GLPKEnvironment.check(cglpk_ios_incumbent(tree, &columns, &objective))
    var values: [Double]?
    if reportsValues {
      var buffer = [Double](repeating: 0, count: Int(columns))
      try GLPKEnvironment.check(cglpk_ios_incumbent_values(tree, columns, &buffer))
      values = buffer
    }
    onIncumbent(
      GLPKMixedInteger.Incumbent(objective: objective, values: values, bound: min(bound, objective), nodes: nodes))
  }

  private func offerStart(_ tree: OpaquePointer) throws {
    guard let offered = start else { return }
    start = nil
    var accepted: Int32 = 0
    try GLPKEnvironment.check(cglpk_ios_offer(tree, Int32(offered.count), offered, &accepted))
  }
}
