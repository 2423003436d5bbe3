/// A scenario and its variants, planned under the same limits, side by side.
public struct WhatIfComparison: Sendable {
  /// What became of one of them.
  public enum Outcome: Sendable {
    /// There is a plan; `isOptimal` when no other is better.
    case planned(PlanSummary, isOptimal: Bool)
    /// Hard rules clash.
    case clash
    /// A limit came before any plan.
    case noPlan
    /// The variant has faults.
    case invalid
    /// The search was stopped before its turn.
    case notReached

    /// The numbers of the plan; nil without one.
    public var summary: PlanSummary? {
      if case .planned(let summary, _) = self { return summary }
      return nil
    }
  }

  /// A variant and what became of it.
  public struct Entry: Sendable {
    /// The variant's name.
    public let name: String
    /// What became of it.
    public let outcome: Outcome
    /// What it does to the plans of the base.
    public let effect: VariantEffect

    /// Makes an entry.
    public init(name: String, outcome: Outcome, effect: VariantEffect = .other) {
      self.name = name
      self.outcome = outcome
      self.effect = effect
    }
  }

  /// The scenario as it is.
  public let base: Outcome
  /// The variants in the order asked for.
  public let variants: [Entry]

  /// Puts outcomes side by side.
  public init(base: Outcome, variants: [Entry]) {
    self.base = base
    self.variants = variants
  }

  /// What a variant's plan has more than the base's; nil when one of them has no plan.
  func difference(of entry: Entry) -> WhatIfDifference? {
    guard let base = base.summary, let changed = entry.outcome.summary else { return nil }
    return WhatIfDifference(from: base, to: changed, effect: entry.effect)
  }
}

/// What one plan has more than another; negative where it has less.
struct WhatIfDifference: Hashable, Sendable {
  /// Visits served.
  let visitsServed: Int
  /// Visits wanted.
  let visitsWanted: Int
  /// Promised minutes kept.
  let promisedKept: Minutes
  /// Promised minutes.
  let promised: Minutes
  /// Kits handed out.
  let kitsGiven: Int
  /// Kits wanted.
  let kitsWanted: Int
  /// Money.
  let cost: Money
  /// Overtime.
  let overtime: Minutes
  /// Objective of the two plans.
  let objective: Score
  /// Least that the objectives of the two best plans can differ by: each lies between its bound and its plan's objective.
  let least: Score
  /// Most that they can differ by.
  let most: Score

  /// Subtracts the first from the second. What only takes away is never better, what only gives never worse, whatever the searches found.
  init(from base: PlanSummary, to changed: PlanSummary, effect: VariantEffect = .other) {
    visitsServed = changed.visits.served - base.visits.served
    visitsWanted = changed.visits.wanted - base.visits.wanted
    promisedKept = changed.promised.kept - base.promised.kept
    promised = changed.promised.all - base.promised.all
    kitsGiven = changed.kits.given - base.kits.given
    kitsWanted = changed.kits.wanted - base.kits.wanted
    cost = changed.cost - base.cost
    overtime = changed.overtime - base.overtime
    objective = changed.objective - base.objective
    let (low, high) = (changed.bound - base.objective, changed.objective - base.bound)
    least = effect == .takesAway ? max(.zero, low) : low
    most = effect == .gives ? min(.zero, high) : high
  }
}
