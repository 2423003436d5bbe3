import RotaEngine

/// Whether some pins can hold together with the law (R29 with all other hard rules).
enum PinVerdict: Sendable {
  /// They can: this lawful plan keeps them and does little else.
  case holds(Plan)
  /// Proved: no lawful plan keeps them.
  case clash
  /// Neither was proved within the limits.
  case unknown
}

/// Tells for any choice of a scenario's pins whether a lawful plan keeps them. Quick in a district because only staff, days and places
/// that the pins speak of are looked at; not to be shared between threads.
final class PinProbe {
  private let scenario: Scenario
  private let limits: SolveLimits
  private let duties: PinDuties
  private let headcount: PinHeadcount
  /// Nodes of one branch and bound.
  private static let nodes = 20_000

  /// Prepares probes of the pins of `scenario` that stop at `limits`.
  init(_ scenario: Scenario, limits: SolveLimits = .none) {
    self.scenario = scenario
    self.limits = limits
    headcount = PinHeadcount(scenario)
    duties = PinDuties(scenario, cells: PinCells(scenario, pins: Array(scenario.pins.indices)), limits: limits)
  }

  /// Whether the pins with these positions in `Scenario.pins` can hold together; pins left out are as if they did not exist.
  /// - Throws: `GLPKError`.
  func canHold(_ pins: [Int]) throws -> PinVerdict {
    if limits.stopNow != nil { return .unknown }
    for pin in pins where limits.stopNow == nil {
      if headcount.lack(pin, among: pins) != nil { return .clash }
    }
    if let plan = try plan(for: pins) { return .holds(plan) }
    if try isProvedClash(pins) { return .clash }
    return try exact(pins)
  }

  /// A lawful plan that keeps the pins, if one is found quickly; nil proves nothing.
  /// - Throws: `GLPKError`.
  func witness(for pins: [Int]) throws -> Plan? {
    if limits.stopNow != nil { return nil }
    if let plan = try plan(for: pins) { return plan }
    if case .holds(let plan) = try exact(pins) { return plan }
    return nil
  }

  /// A lawful plan from the few duties at the pinned places.
  private func plan(for pins: [Int]) throws -> Plan? {
    let law = scenario.withLawOnly(pins: pins)
    guard let sequences = PinRuns(scenario).sequences(for: pins), let duties = duties(for: pins, .narrow, law)
    else { return nil }
    // In a slot for which no stops are listed nobody can be crew.
    let possible = duties.filter { $0.runSlots.allSatisfy { !sequences[$0].isEmpty } }
    let model = CompactBuilder.law(law, duties: possible, sequences: sequences)
    return try solve(model).point.map { model.plan(at: $0.values) }
  }

  /// Whether not even a law that is milder away from the pinned places lets them hold.
  func isProvedClash(_ pins: [Int]) throws -> Bool {
    let sites = pins.compactMap { pin -> Int? in
      guard case .stop(let site, _, _) = scenario.pins[pin].demand else { return nil }
      return site
    }
    var law = scenario.withLawOnly(pins: pins)
    if !sites.isEmpty { law = law.withEasyRuns(pinnedSites: sites) }
    let runs = sites.isEmpty ? scenario : scenario.withEasyRuns(pinnedSites: sites)
    guard let sequences = PinRuns(runs).sequences(for: pins), let duties = duties(for: pins, .wide, law)
    else { return false }
    let model = CompactBuilder.law(
      law, duties: duties, sequences: sequences, onlyIn: PinCells(scenario, pins: pins))
    return try solve(model).stop == .infeasible
  }

  /// The whole scenario with nothing left out, where it is small enough.
  private func exact(_ pins: [Int]) throws -> PinVerdict {
    let law = scenario.withLawOnly(pins: pins)
    guard let model = CompactBuilder.build(law, demand: DerivedDemand(items: []), limits: .solvable, stop: limits)
    else { return .unknown }
    let outcome = try solve(model)
    if let point = outcome.point { return .holds(model.plan(at: point.values)) }
    return outcome.stop == .infeasible ? .clash : .unknown
  }

  /// The duties of everybody who matters, less those that a pin of this choice forbids.
  private func duties(for pins: [Int], _ width: PinDuties.Width, _ law: Scenario) -> [DutyCandidate]? {
    let cells = PinCells(scenario, pins: pins)
    let rules = DutyLaw(law)
    var result: [DutyCandidate] = []
    for staff in cells.staff(for: pins, in: scenario) {
      guard let own = duties.duties(of: staff, width) else { return nil }
      result += own.filter { duty in
        duty.segments.contains(where: cells.touches)
          && rules.candidate(staff: staff, segments: duty.segments) != nil
      }
    }
    return result
  }

  /// Terms of a model beyond which nothing is asked: GLPK's scaling hears no limit, and takes many seconds for more.
  private static let mostTerms = 400_000

  private func solve(_ model: CompactModel) throws -> LinearOutcome {
    let unknown = LinearOutcome(stop: .workLimit, point: nil, bound: -.infinity, iterations: 0, nodes: 0)
    if model.model.termCount > Self.mostTerms { return unknown }
    if model.model.hasHopelessRow {
      return LinearOutcome(stop: .infeasible, point: nil, bound: .infinity, iterations: 0, nodes: 0)
    }
    var options = GLPKMixedInteger.Options()
    options.limits = limits
    options.limits.nodes = min(limits.nodes, Self.nodes)
    do {
      return try GLPKMixedInteger.solve(model.model, options: options)
    } catch GLPKError.unverifiedPoint, GLPKError.numericalTrouble {
      // The solver's arithmetic failed: nothing is known.
      return unknown
    }
  }
}
