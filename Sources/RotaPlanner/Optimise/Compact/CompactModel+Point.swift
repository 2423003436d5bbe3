extension CompactModel {
  /// The point of the model that means `plan`, or nil when the plan holds something that the model has no column for.
  func point(of plan: Plan) -> [Double]? {
    var values = [Double](repeating: 0, count: model.columnCount)
    if let constant = model.constantColumn { values[constant] = 1 }
    guard setDuties(plan, &values), setOpenings(plan, &values), setVisits(plan, &values), setRuns(plan, &values)
    else { return nil }
    setDerived(plan, &values)
    return values
  }

  private func setDuties(_ plan: Plan, _ values: inout [Double]) -> Bool {
    let numbers = Dictionary(
      columns.duties.map { (Duty(staff: $0.duty.staff, segments: $0.duty.segments), $0.column) },
      uniquingKeysWith: { first, _ in first })
    for duty in plan.duties {
      guard let column = numbers[duty] else { return false }
      values[column] = 1
    }
    return true
  }

  private func setOpenings(_ plan: Plan, _ values: inout [Double]) -> Bool {
    for (station, row) in plan.openings.enumerated() {
      for (slot, opening) in row.enumerated() where opening != .closed {
        let table = opening == .staffed ? columns.staffed : columns.selfService
        guard let column = table[station][slot] else { return false }
        values[column] = 1
      }
    }
    return true
  }

  private func setVisits(_ plan: Plan, _ values: inout [Double]) -> Bool {
    struct Key: Hashable { let item, station, slot: Int }
    let pairs = columns.visits.map { visit in
      let option = demand.items[visit.item].options[visit.option]
      return (Key(item: visit.item, station: option.station, slot: option.slot), visit.column)
    }
    let numbers = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    for served in plan.served {
      guard let column = numbers[Key(item: served.item, station: served.station, slot: served.slot)] else {
        return false
      }
      values[column] = Double(served.count)
    }
    return true
  }

  private func setRuns(_ plan: Plan, _ values: inout [Double]) -> Bool {
    for run in plan.runs {
      let sites = run.stops.map(\.site)
      guard let column = columns.runs.first(where: { $0.sequence.slot == run.slot && $0.sequence.sites == sites })
      else { return false }
      values[column.column] = 1
      for stop in run.stops {
        for kit in stop.kits {
          let own = columns.kits.first { $0.slot == run.slot && $0.site == stop.site && $0.goods == kit.goods }
          guard let own else { return false }
          values[own.column] = Double(kit.count)
        }
      }
    }
    return true
  }

  private func setDerived(_ plan: Plan, _ values: inout [Double]) {
    let duties = duties(at: values)
    let hours = RosterHours(duties: duties, scenario: scenario)
    let kits = plan.kitsBySite(siteCount: scenario.delivery.sites.count)
    let everyFirst = zip(scenario.delivery.sites, kits).allSatisfy { $0.firstNeed <= $1 }
    var rested: Set<[Int]> = []
    let days = StationDays(scenario)
    let (begun, isBroken) = (days.begun(plan.openings), days.isBroken(plan.openings))
    for derived in columns.derived {
      switch derived.quantity {
      case .overtime(let staff, let week):
        values[derived.column] = Double(hours.overtime(staff: staff, week: week))
      case .missing(let staff, let week):
        let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
        values[derived.column] = Double(max(0, need - hours.paid[staff][week]))
      case .unfair(let staff, let burden):
        let points = duties.filter { $0.staff == staff }.reduce(0) { $0 + $1.points[burden.rawValue] }
        values[derived.column] = Double(max(0, points - scenario.fairAllowance(of: staff, burden)))
      case .rest(let staff, let week, let interval):
        let isFree = !duties.contains { duty in
          duty.staff == staff && duty.stretches.contains { $0.overlap(interval) > 0 }
        }
        if isFree && rested.insert([staff, week]).inserted { values[derived.column] = 1 }
      case .firstKits(let site):
        values[derived.column] = Double(min(kits[site], scenario.delivery.sites[site].firstNeed))
      case .secondKits(let site):
        values[derived.column] = Double(max(0, kits[site] - scenario.delivery.sites[site].firstNeed))
      case .everyFirst: values[derived.column] = everyFirst ? 1 : 0
      case .tradeMissed(let sites): values[derived.column] = sites.contains { kits[$0] > 0 } ? 0 : 1
      case .pinnedStop(let slot, let site, let kits):
        let stops = plan.runs.filter { $0.slot == slot }.flatMap(\.stops).filter { $0.site == site }
        let given = stops.flatMap(\.kits).reduce(0) { $0 + $1.count }
        values[derived.column] = given >= kits ? 1 : 0
      case .begins(let station, let slot):
        values[derived.column] = days.begins(station, slot, plan.openings) ? 1 : 0
      case .extraOpenings(let stretch): values[derived.column] = Double(max(0, begun[stretch] - 1))
      case .brokenDay(let day): values[derived.column] = isBroken[day] ? 1 : 0
      }
    }
  }
}
