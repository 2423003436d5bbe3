/// Why a solver stopped. What it found, and what it proved, are told apart from this: a limit may come with a point.
package enum StopReason: String, Hashable, Sendable {
  /// The point is optimal.
  case optimal
  /// The point is within the wanted gap of the bound.
  case gapReached
  /// No point keeps all bounds and rows.
  case infeasible
  /// The objective can fall without end (for integer columns: that of the relaxation).
  case unbounded
  /// The deadline passed.
  case timeLimit
  /// The limit on iterations or nodes was used up.
  case workLimit
  /// The cancel flag was raised.
  case cancelled
}

/// One value for each column, and their objective.
package struct LinearPoint: Hashable, Sendable {
  /// The objective, constant included, summed from the values.
  package let objective: Double
  /// The values in the order of the columns; those of integer columns are integers.
  package let values: [Double]
}

/// The result of solving a `LinearModel`.
package struct LinearOutcome: Hashable, Sendable {
  /// Why the search stopped.
  package let stop: StopReason
  /// The best feasible point, or nil when none is known.
  package let point: LinearPoint?
  /// No feasible point has an objective below this; `-infinity` when nothing is known, `+infinity` when infeasible.
  package let bound: Double
  /// Simplex iterations of the relaxation at the root.
  package let iterations: Int
  /// Nodes of the branch and bound tree that were made; 0 for a linear program.
  package let nodes: Int

  /// The result of a solve.
  package init(stop: StopReason, point: LinearPoint?, bound: Double, iterations: Int, nodes: Int) {
    self.stop = stop
    self.point = point
    self.bound = bound
    self.iterations = iterations
    self.nodes = nodes
  }

  /// The objective's distance from the bound, relative to the objective's size; nil without a point.
  var gap: Double? {
    point.map { max(0, $0.objective - bound) / max(1e-10, abs($0.objective)) }
  }
}
