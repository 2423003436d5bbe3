import RotaEngine

/// The exact model of a scenario: every plan that keeps all rules is a point of it, at the plan's objective up to the rounding that
/// `roundingSlack` bounds, and every integer point is such a plan.
struct CompactModel: Sendable {
  let scenario: Scenario
  let demand: DerivedDemand
  let model: LinearModel
  let columns: CompactColumns

  /// How many terms of O9 the plan's objective rounds, half up, while the model's takes them as they are. O8 is rounded too, but down
  /// and once: without rounded terms of O9 a plan's objective is the model's, rounded down, so that the order of plans is the same.
  var roundedTerms: Int {
    let price = scenario.weights.guaranteedHour.micro
    return columns.derived.count { derived in
      guard case .missing(let staff, let week) = derived.quantity else { return false }
      let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
      return price * need % 60 != 0 || price * scenario.horizon.slotMinutes % 60 != 0
    }
  }

  /// A bound on every plan's objective from a bound, in units, on the model's: whole micros, less half a micro a rounded term and
  /// less what the solver's arithmetic may be off.
  func bound(from units: Double) -> Score {
    let micro = (units - 1e-9 * abs(units)) * 1_000_000 - Double(roundedTerms) / 2
    return Score(micro: max(0, Int(micro.rounded(.down))))
  }

  /// The plan that an integer point of the model means.
  func plan(at values: [Double]) -> Plan {
    let duties = columns.duties.filter { values[$0.column] > 0.5 }.map(\.duty.duty)
    let served = columns.visits.compactMap { visit -> ServedVisits? in
      let count = Int(values[visit.column].rounded())
      let option = demand.items[visit.item].options[visit.option]
      return count < 1
        ? nil : ServedVisits(item: visit.item, station: option.station, slot: option.slot, count: count)
    }
    return Plan(
      openings: openings(at: values),
      duties: duties.sorted { ($0.span.start, $0.staff) < ($1.span.start, $1.staff) },
      served: served.sorted { ($0.item, $0.station, $0.slot) < ($1.item, $1.station, $1.slot) },
      runs: columns.runs.filter { values[$0.column] > 0.5 }.map { run($0.sequence, values) })
  }

  /// The chosen duties with their amounts.
  func duties(at values: [Double]) -> [DutyCandidate] {
    columns.duties.filter { values[$0.column] > 0.5 }.map(\.duty)
  }

  private func openings(at values: [Double]) -> [[Opening]] {
    let carried = scenario.carriedNumbers
    return scenario.stations.indices.map { station in
      (0..<scenario.horizon.slotCount).map { slot in
        if carried[station * scenario.horizon.slotCount + slot] > 0 { return .staffed }
        if let column = columns.staffed[station][slot], values[column] > 0.5 { return .staffed }
        if let column = columns.selfService[station][slot], values[column] > 0.5 { return .selfService }
        return .closed
      }
    }
  }

  private func run(_ sequence: StopSequence, _ values: [Double]) -> Run {
    let kits = columns.kits.filter { $0.slot == sequence.slot && values[$0.column] > 0.5 }
    let stops = sequence.sites.indices.map { index in
      let given = kits.filter { $0.site == sequence.sites[index] }
        .map { KitCount(goods: $0.goods, count: Int(values[$0.column].rounded())) }
      return Stop(
        site: sequence.sites[index], arrival: sequence.arrivals[index], serviceStart: sequence.serviceStarts[index],
        kits: given.sorted { $0.goods < $1.goods })
    }
    return Run(slot: sequence.slot, stops: stops)
  }
}
