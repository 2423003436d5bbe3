import RotaEngine

/// Builds the exact model of a scenario rule by rule; each rule has a file of its own beside this one.
///
/// Decisions are: one binary per staff member and lawful duty, staffed and self-service binaries per station and slot, integer visits
/// by option, one binary per delivery slot and stop sequence, and integer kits by slot, site and goods. Names of rows begin with
/// the number of their rule. Rows and columns come in one fixed order.
struct CompactBuilder {
  let scenario: Scenario
  let demand: DerivedDemand
  let rules: DutyLaw
  let serviceRates: ServiceRates
  var model = LinearModel()
  var columns = CompactColumns()
  /// Every column that costs money, in thousandths of a fen a unit.
  var spending: [(column: Int, milliFen: Int)] = []
  /// Money that is spent whatever the plan is.
  var sunkMoney: Money
  /// People present whatever the plan is, by station x slots + slot.
  let carried: [Int]
  /// Positions in `columns.duties`, `[staff][day]`.
  var dutiesOfDay: [[[Int]]] = []
  /// Positions in `columns.duties` that are present, `[station][slot]`.
  var presence: [[[Int]]] = []
  /// Positions in `columns.runs`, by delivery slot.
  var runsOfSlot: [[Int]] = []
  /// Positions in `columns.duties` with a segment in the run, by delivery slot.
  var crews: [[Int]] = []

  /// The model, or nil when it would have more columns than `limits` allow, or when it is time to stop.
  static func build(
    _ scenario: Scenario, demand: DerivedDemand, limits: CompactLimits, stop: SolveLimits = .none
  ) -> CompactModel? {
    var builder = CompactBuilder(scenario: scenario, demand: demand, rules: DutyLaw(scenario))
    guard let sequences = builder.sequences(limits, stop), let duties = builder.duties(sequences, limits, stop)
    else { return nil }
    builder.addDuties(duties)
    builder.addOpenings()
    builder.addStationDays()
    builder.addVisits()
    builder.addRuns(sequences)
    builder.addKits()
    builder.addRests()
    builder.addHours()
    builder.addFairness()
    builder.addPins()
    builder.addBudget()
    return CompactModel(scenario: scenario, demand: demand, model: builder.model, columns: builder.columns)
  }

  init(scenario: Scenario, demand: DerivedDemand, rules: DutyLaw) {
    self.scenario = scenario
    self.demand = demand
    self.rules = rules
    serviceRates = ServiceRates(scenario)
    carried = scenario.carriedNumbers
    sunkMoney = scenario.carriedMoney
  }

  private func sequences(_ limits: CompactLimits, _ stop: SolveLimits) -> [[StopSequence]]? {
    let runs = RunEnumerator(scenario)
    var result: [[StopSequence]] = []
    for slot in scenario.delivery.slots.indices {
      guard let sequences = runs.sequences(ofSlot: slot, limit: limits.sequencesPerSlot, stop: stop) else { return nil }
      result.append(sequences)
    }
    return result
  }

  private func duties(
    _ sequences: [[StopSequence]], _ limits: CompactLimits, _ stop: SolveLimits
  ) -> [DutyCandidate]? {
    let enumerator = DutyEnumerator(rules: rules, runnable: sequences.map { !$0.isEmpty }, limits: stop)
    var result: [DutyCandidate] = []
    for staff in scenario.staff.indices {
      for day in 0..<scenario.horizon.days {
        guard let duties = enumerator.candidates(staff: staff, day: day, limit: limits.partialDutiesPerDay),
          result.count + duties.count <= limits.duties
        else { return nil }
        result += duties
      }
    }
    return result
  }

  // MARK: - What every rule uses

  /// Adds a column that costs `units` of the objective and this money.
  mutating func addColumn(
    _ name: String, _ bounds: LinearBounds, units: Double = 0, money: Money = .zero, isInteger: Bool = true
  ) -> Int {
    let cost = units + Double(money.milliFen) * scenario.weights.yuan.units / 100_000
    let column = model.addColumn(name: name, bounds, cost: cost, isInteger: isInteger)
    if money != .zero { spending.append((column, money.milliFen)) }
    return column
  }

  /// Adds a column whose value follows from the decisions.
  mutating func addDerived(
    _ quantity: DerivedQuantity, _ name: String, _ bounds: LinearBounds, units: Double = 0, money: Money = .zero,
    isInteger: Bool = false
  ) -> Int {
    let column = addColumn(name, bounds, units: units, money: money, isInteger: isInteger)
    columns.derived.append(.init(quantity: quantity, column: column))
    return column
  }

  /// Adds a row unless it is empty and holds.
  mutating func addRow(_ name: String, _ bounds: LinearBounds, _ terms: [LinearModel.Term]) {
    if terms.isEmpty && bounds.lower <= 0 && bounds.upper >= 0 { return }
    model.addRow(name: name, bounds, terms)
  }

  /// The columns of some duties, each with a factor.
  func terms(_ duties: some Sequence<Int>, _ factor: (DutyCandidate) -> Double = { _ in 1 }) -> [LinearModel.Term] {
    duties.compactMap { position in
      let factor = factor(columns.duties[position].duty)
      return factor == 0 ? nil : (columns.duties[position].column, factor)
    }
  }
}

/// Up to which size the compact model is built.
struct CompactLimits: Hashable, Sendable {
  /// Duties in all.
  var duties: Int
  /// Partial duties that the enumeration may look at for one staff member and day.
  var partialDutiesPerDay: Int
  /// Stop sequences of one delivery slot.
  var sequencesPerSlot: Int

  /// Models that GLPK's branch and bound can be asked to solve to proven optimality.
  static let solvable = CompactLimits(duties: 6_000, partialDutiesPerDay: 20_000, sequencesPerSlot: 500)
  /// Models that still make sense as a file for other solvers.
  static let writable = CompactLimits(duties: 500_000, partialDutiesPerDay: 2_000_000, sequencesPerSlot: 20_000)
}
