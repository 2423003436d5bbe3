import RotaEngine

/// Finds the rules without any one of which some pins could hold.
struct RuleRelaxation {
  private let scenario: Scenario
  private let limits: SolveLimits

  /// - Parameter pins: Positions in `Scenario.pins` of pins that clash.
  init(_ scenario: Scenario, pins: [Int], limits: SolveLimits) {
    self.scenario = scenario.with(pins: pins.map { scenario.pins[$0] })
    self.limits = limits
  }

  /// The rules, each of which alone stands in the way: with it set aside, a plan that keeps all others was found.
  func rulesInTheWay() throws -> [Rule] {
    try Rule.allCases.filter { rule in
      guard limits.stopNow == nil, let milder = scenario.without(rule) else { return false }
      return try PinProbe(milder, limits: limits).witness(for: Array(milder.pins.indices)) != nil
    }
  }
}
