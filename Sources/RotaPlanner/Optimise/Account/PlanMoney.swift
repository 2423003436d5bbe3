/// The money of a plan (docs/model.md section 6), as the optimiser counts it.
struct PlanMoney: Hashable, Sendable {
  /// Pay of duties without overtime pay.
  var duties = Money.zero
  /// Pay of overtime minutes.
  var overtime = Money.zero
  /// Staffed and self-service slots.
  var stations = Money.zero
  /// Kits handed out.
  var kits = Money.zero
  /// Metres driven.
  var driving = Money.zero

  /// All of it.
  var total: Money { duties + overtime + stations + kits + driving }

  /// `duties` are the plan's duties with their amounts.
  init(of plan: Plan, duties: [DutyCandidate], scenario: Scenario) {
    self.duties = duties.reduce(.zero) { $0 + $1.pay }
    let hours = RosterHours(duties: duties, scenario: scenario)
    for staff in scenario.staff.indices {
      let rate = scenario.contract(of: staff).overtimeRate(payPerMinute: scenario.staff[staff].payPerMinute)
      for week in 0..<scenario.horizon.weekCount { overtime += rate * hours.overtime(staff: staff, week: week) }
    }
    stations = PlanMoney.stations(plan, scenario)
    for run in plan.runs {
      let vehicle = scenario.delivery.vehicles[scenario.delivery.slots[run.slot].vehicle]
      driving += vehicle.costPerMetre * run.metres(in: scenario.delivery)
      for kit in run.stops.flatMap(\.kits) { kits += scenario.delivery.goods[kit.goods].unitCost * kit.count }
    }
  }

  private static func stations(_ plan: Plan, _ scenario: Scenario) -> Money {
    var sum = Money.zero
    for (station, openings) in plan.openings.enumerated() {
      for (slot, opening) in openings.enumerated() {
        switch opening {
        case .closed: continue
        case .selfService: sum += scenario.selfServiceMoney(station, slot)
        case .staffed: sum += scenario.staffedMoney(station, slot)
        }
      }
    }
    return sum
  }
}

extension Run {
  /// Metres from the depot along the stops and back.
  func metres(in delivery: Delivery) -> Int {
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    let points = [depot] + stops.map(\.site) + [depot]
    return zip(points, points.dropFirst()).reduce(0) { $0 + delivery.travelMetres[$1.0][$1.1] }
  }
}
