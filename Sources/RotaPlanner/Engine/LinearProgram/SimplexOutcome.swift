/// Which simplex to start with.
package enum SimplexMethod: Sendable {
  /// Right after columns were added: the old basis is still primal feasible.
  case primal
  /// Right after bounds were changed or rows added: the old basis is still dual feasible. Falls back to the primal.
  case dual
}

/// The result of one solve of a `GLPKSimplex`.
package struct SimplexOutcome: Hashable, Sendable {
  /// Why the simplex stopped.
  package let stop: StopReason
  /// The objective at the last basis; a value of the linear program only when `isPrimalFeasible`.
  package let objective: Double
  /// Whether the last basis keeps all bounds and rows, so that the column values may be used.
  let isPrimalFeasible: Bool
  /// Whether the last basis has no column worth entering, so that the duals give a bound.
  let isDualFeasible: Bool
  /// Iterations of this solve.
  package let iterations: Int
  /// How many cures for numerical trouble were needed; 0 nearly always.
  let repairs: Int
}
