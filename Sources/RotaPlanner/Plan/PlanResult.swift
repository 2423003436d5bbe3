/// How far the search got.
public enum PlanStatus: String, Hashable, Sendable {
  /// Objective equals bound.
  case optimal
  /// A lawful plan, perhaps not the best.
  case feasible
  /// Hard rules clash; there is no plan.
  case infeasible
  /// A limit came before any plan.
  case unknown
}

/// A plan with what is known of its worth. `bound` is proved for the very objective in `objective`.
public struct PlanResult: Sendable {
  /// How far the search got.
  public let status: PlanStatus
  /// The best plan; nil only when infeasible or unknown.
  public let plan: Plan?
  /// The optimiser's own account of the plan's objective; the checker must agree.
  public let objective: Score?
  /// No lawful plan has an objective below this.
  public let bound: Score
  /// Wall seconds used.
  public let seconds: Double
  /// Deterministic work units used.
  public let work: Int
  /// Seed used.
  public let seed: UInt64
  /// What the search did and where its time went.
  public var effort = PlanningEffort()
}

extension PlanResult {
  /// The result with the better of its bound and another one that was proved for the same scenario.
  func raisingBound(to other: Score) -> PlanResult {
    guard status != .infeasible, other > bound else { return self }
    return PlanResult(
      status: objective == other ? .optimal : status, plan: plan, objective: objective, bound: other,
      seconds: seconds, work: work, seed: seed, effort: effort)
  }
}
