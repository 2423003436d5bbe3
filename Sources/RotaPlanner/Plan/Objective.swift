/// The terms of the objective, in the order in which reports list them (docs/model.md section 5).
public enum ObjectiveTerm: String, CaseIterable, Sendable {
  /// O1 promised hours not kept.
  case promises
  /// O2 refuge hours not open.
  case refuge
  /// O3 visits not served.
  case visits
  /// O4 recipients without a kit.
  case kits
  /// O5 trades not reached.
  case trades
  /// O6 burdens above fair shares.
  case fairness
  /// O7 wishes not granted.
  case wishes
  /// O8 money.
  case cost
  /// O9 guaranteed hours not rostered.
  case guaranteed
  /// O10 hours away from home stations.
  case continuity
  /// O11 kilometres.
  case distance
  /// O12 openings of a station too many on a day.
  case openings
  /// O13 promised days of a station not kept whole.
  case days
}

/// An objective taken apart by term; minimised, 0 is perfect.
public struct Objective: Hashable, Sendable {
  /// One score per term, by `ObjectiveTerm.allCases`.
  var terms: [Score]

  /// The whole.
  var total: Score { terms.reduce(.zero, +) }
  /// One term.
  public subscript(_ term: ObjectiveTerm) -> Score { terms[ObjectiveTerm.allCases.firstIndex(of: term)!] }
}
