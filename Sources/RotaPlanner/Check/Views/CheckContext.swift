/// Everything that the rules and the objective ask about a plan, worked out once.
struct CheckContext {
  let scenario: Scenario
  let demand: DerivedDemand
  let form: PlanForm
  /// By staff index.
  let rosters: [RosterView]
  /// By station index.
  let stations: [StationView]
  /// By index of the delivery slot.
  let deliveries: [RunView]
  /// Visits of each item that are served by one of its options.
  let servedOfItem: [Int]
  /// Rows of served visits that match no option.
  let unmatched: [ServedVisits]
  /// Kits of each site over all runs.
  let kitsOfSite: [Int]

  var horizon: Horizon { scenario.horizon }
  var delivery: Delivery { scenario.delivery }

  init(_ scenario: Scenario, demand: DerivedDemand, plan: Plan) {
    self.scenario = scenario
    self.demand = demand
    form = PlanForm(scenario, demand: demand, plan: plan)
    var shapes: [[DutyShape]] = Array(repeating: [], count: scenario.staff.count)
    for duty in form.duties { shapes[duty.staff].append(DutyShape(duty, in: scenario)) }
    rosters = shapes.enumerated().map { RosterView(staff: $0.offset, duties: $0.element, in: scenario) }

    let visits = VisitTally(scenario, demand: demand, served: form.served)
    servedOfItem = visits.servedOfItem
    unmatched = visits.unmatched
    let present = CheckContext.presence(form.duties, in: scenario)
    stations = scenario.stations.indices.map { [form] station in
      StationView(
        station, scenario, openings: form.openings[station], present: present[station],
        arrivals: visits.arrivals[station], seatMinutes: visits.seatMinutes[station])
    }
    deliveries = CheckContext.deliveries(form, in: scenario)
    var kits = Array(repeating: 0, count: scenario.delivery.sites.count)
    for stop in form.runs.flatMap(\.stops) { kits[stop.site] = Bounded.sum(kits[stop.site], stop.kitCount) }
    kitsOfSite = kits
  }

  private static func presence(_ duties: [Duty], in scenario: Scenario) -> [[[Int]]] {
    let empty: [[Int]] = Array(repeating: [], count: scenario.horizon.slotCount)
    var present = Array(repeating: empty, count: scenario.stations.count)
    // A duty of the plan before that runs on over the first midnight is somebody there, too.
    for (staff, member) in scenario.staff.enumerated() {
      guard let station = member.ledger.lastDutyStation, let end = member.ledger.lastDutyEnd, end > 0 else { continue }
      for slot in scenario.horizon.slots(inside: Interval(0, end)) { present[station][slot].append(staff) }
    }
    for duty in duties {
      for segment in duty.segments {
        guard case .station(let station) = segment.place else { continue }
        for slot in scenario.horizon.slots(inside: segment.interval)
        where !present[station][slot].contains(duty.staff) {
          present[station][slot].append(duty.staff)
        }
      }
    }
    return present
  }

  private static func deliveries(_ form: PlanForm, in scenario: Scenario) -> [RunView] {
    var crews: [[Int]] = Array(repeating: [], count: scenario.delivery.slots.count)
    for duty in form.duties {
      for segment in duty.segments {
        if case .run(let slot) = segment.place, !crews[slot].contains(duty.staff) { crews[slot].append(duty.staff) }
      }
    }
    var runs: [[Run]] = Array(repeating: [], count: scenario.delivery.slots.count)
    for run in form.runs { runs[run.slot].append(run) }
    return scenario.delivery.slots.enumerated().map { index, slot in
      RunView(
        index: index, slot: slot, band: scenario.heat.band(ofDay: slot.day), runs: runs[index],
        crew: crews[index].sorted())
    }
  }
}
