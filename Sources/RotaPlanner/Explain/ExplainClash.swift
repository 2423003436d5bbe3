import RotaEngine

/// Tells whether the pins of a scenario can hold together with the law and, where they cannot, which few of them clash and why.
///
/// Clashes are looked for until the other pins can hold together, so that one report names all that must change. "Smallest" and
/// "irreducible" are claimed only where every test that they need was finished.
///
/// - Parameters:
///   - scenario: Any scenario.
///   - limits: When to stop; what is proved by then is reported.
/// - Throws: `GLPKError`.
public func explainClash(_ scenario: Scenario, limits: SolveLimits = .none) throws -> ClashReport {
  var explainer = ClashExplainer(scenario, limits: limits)
  return try explainer.report()
}

/// One explanation.
private struct ClashExplainer {
  private let scenario: Scenario
  private let limits: SolveLimits
  private let reasons: ClashReasons
  private var search: SmallestConflict

  init(_ scenario: Scenario, limits: SolveLimits) {
    self.scenario = scenario
    self.limits = limits
    reasons = ClashReasons(scenario)
    let probe = PinProbe(scenario, limits: limits)
    search = SmallestConflict(mayGoOn: { limits.stopNow == nil }) { pins in
      switch try probe.canHold(pins) {
      case .holds(let plan): KeptPins(scenario, plan).answer(for: pins)
      case .clash: .clash
      case .unknown: .unknown
      }
    }
  }

  mutating func report() throws -> ClashReport {
    let limits = limits
    var left = Array(scenario.pins.indices)
    var found: [(members: [Int], proof: SmallestConflict.Proof)] = []
    // Pins with a plain reason need no proof by the solver, and most clashes are of this kind.
    while let plain = reasons.plainClash(among: left, mayGoOn: { limits.stopNow == nil }) {
      let clash = try search.find(in: left, from: plain)
      found.append(clash)
      left.removeAll { clash.members.contains($0) }
      // Without any pin: the budget is too small already, whatever is pinned.
      if clash.members.isEmpty { break }
    }
    var answer = try search.answer(left)
    while case .clash = answer, found.last?.members.isEmpty != true {
      let clash = try search.find(in: left)
      found.append(clash)
      left.removeAll { clash.members.contains($0) }
      answer = try search.answer(left)
    }
    var isComplete = false
    if case .holds = answer { isComplete = true }
    let verdict: ClashReport.Verdict = !found.isEmpty ? .clash : isComplete ? .noClash : .unknown
    return ClashReport(
      verdict: verdict, clashes: try found.map { try explained($0.members, $0.proof) }, isComplete: isComplete)
  }

  private mutating func explained(_ pins: [Int], _ proof: SmallestConflict.Proof) throws -> PinClash {
    // Without any pin it is the ledger's pay that is above the budget (R28): nothing is left to look for.
    if pins.isEmpty { return PinClash(pins: [], proof: .smallest, reasons: [], remedies: []) }
    var why = reasons.all(among: pins)
    if why.isEmpty { why = try RuleRelaxation(scenario, pins: pins, limits: limits).rulesInTheWay().map { .rule($0) } }
    let level: PinClash.Proof =
      switch proof {
      case .smallest: .smallest
      case .irreducible: .irreducible
      case .conflict: .conflict
      }
    return PinClash(pins: pins, proof: level, reasons: why, remedies: try remedies(for: pins))
  }

  // MARK: - Remedies

  private mutating func remedies(for pins: [Int]) throws -> [ClashRemedy] {
    var remedies: [ClashRemedy] = []
    for pin in pins where limits.stopNow == nil {
      if let lower = try lowered(pin, among: pins) { remedies.append(lower) }
      guard case .holds = try search.answer(pins.filter { $0 != pin }) else { continue }
      var resolvesAll = false
      if case .holds = try search.answer(scenario.pins.indices.filter { $0 != pin }) { resolvesAll = true }
      remedies.append(.drop(pin: pin, resolvesAll: resolvesAll))
    }
    return remedies
  }

  /// The most people or kits with which the pins of the clash hold.
  private func lowered(_ pin: Int, among pins: [Int]) throws -> ClashRemedy? {
    switch scenario.pins[pin].demand {
    case .staffed(let station, let interval, let count):
      let best = try largest(below: count) { fewer in
        try holds(pins, with: pin, as: .staffed(station: station, interval: interval, count: fewer))
      }
      return best.map { .lower(pin: pin, to: $0) }
    case .stop(let site, let day, let kits):
      let best = try largest(below: kits) { try holds(pins, with: pin, as: .stop(site: site, day: day, kits: $0)) }
      return best.map { .lower(pin: pin, to: $0) }
    case .work, .crew, .off, .closed: return nil
    }
  }

  /// The largest number from 1 to `limit` - 1 that passes, where smaller numbers pass when larger ones do.
  private func largest(below limit: Int, _ passes: (Int) throws -> Bool) throws -> Int? {
    guard limit > 1, try passes(1) else { return nil }
    var (low, high) = (1, limit)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try passes(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func holds(_ pins: [Int], with changed: Int, as demand: Pin.Demand) throws -> Bool {
    let kept = pins.map { $0 == changed ? Pin(demand: demand, location: nil) : scenario.pins[$0] }
    let probe = PinProbe(scenario.with(pins: kept), limits: limits)
    if case .holds = try probe.canHold(Array(kept.indices)) { return true }
    return false
  }
}

/// Which pins a plan keeps, read by the checker: a witness is believed only when no other rule is broken.
private struct KeptPins {
  private let broken: Set<Int>
  private let isLawful: Bool
  private let count: Int

  init(_ scenario: Scenario, _ plan: Plan) {
    let violations = CheckContext(scenario, demand: DerivedDemand(items: []), plan: plan).violations()
    broken = Set(violations.filter { $0.rule == .r29 }.compactMap(\.subject.pin))
    isLawful = violations.allSatisfy { $0.rule == .r29 }
    count = scenario.pins.count
  }

  func answer(for pins: [Int]) -> SmallestConflict.Answer {
    guard isLawful, broken.isDisjoint(with: pins) else { return .unknown }
    return .holds(also: (0..<count).filter { !broken.contains($0) && !pins.contains($0) })
  }
}

extension Scenario {
  /// The scenario with other pins.
  func with(pins: [Pin]) -> Scenario {
    var other = self
    other.pins = pins
    return other
  }
}
