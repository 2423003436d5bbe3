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
  public internal(set) var status: PlanStatus
  /// The best plan; nil only when infeasible or unknown.
  public internal(set) var plan: Plan?
  /// The optimiser's own account of the plan's objective; the checker must agree.
  public internal(set) var objective: Score?
  /// No lawful plan has an objective below this.
  public internal(set) var bound: Score
  /// Wall seconds used.
  public internal(set) var seconds: Double
  /// Deterministic work units used.
  public internal(set) var work: Int
  /// Seed used.
  public internal(set) var seed: UInt64
  /// What the search did and where its time went.
  public var effort = PlanningEffort()
}

extension PlanResult {
  /// The result with the better of its bound and another one that was proved for the same scenario.
  func raisingBound(to other: Score) -> PlanResult {
    guard status != .infeasible, other > bound else { return self }
    var raised = self
    raised.bound = other
    if objective == other { raised.status = .optimal }
    return raised
  }
}
