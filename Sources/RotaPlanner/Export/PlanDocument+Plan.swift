extension PlanDocument {
  /// The document of a plan that was made for `scenario` and `demand`; its indices must be theirs.
  public init(_ plan: Plan, of scenario: Scenario, demand: DerivedDemand, account: DocumentAccount) {
    let horizon = scenario.horizon
    let writer = PlanScribe(scenario: scenario, demand: demand)
    self.init(
      heading: DocumentHeading(
        scenario: scenario.name, fingerprint: scenario.fingerprint, firstDay: horizon.firstDay, days: horizon.days,
        slotMinutes: horizon.slotMinutes, account: account),
      names: writer.names, openings: writer.openings(plan), duties: plan.duties.map(writer.duty),
      served: plan.served.map(writer.visits), runs: plan.runs.map(writer.run))
  }
}

extension DocumentAccount {
  /// What a search found out.
  public init(_ result: PlanResult) {
    self.init(
      status: result.status.rawValue, objective: result.objective?.units, bound: result.bound.units,
      seconds: result.seconds, seed: result.seed, work: result.work)
  }
}

/// Turns indices into ids, and minutes of the horizon into dates and times.
private struct PlanScribe {
  let scenario: Scenario
  let demand: DerivedDemand

  private var delivery: Delivery { scenario.delivery }

  var names: DocumentNames {
    DocumentNames(
      stations: scenario.stations.map { NamedID(id: $0.id, name: $0.name) },
      staff: scenario.staff.map { NamedID(id: $0.id, name: $0.name) },
      vehicles: delivery.vehicles.map { NamedID(id: $0.id, name: $0.name) },
      sites: delivery.sites.map { NamedID(id: $0.id, name: $0.name, contact: $0.contact) },
      goods: delivery.goods.map { NamedID(id: $0.id, name: $0.name) })
  }

  private func minute(_ minutes: Minutes) -> LocalMinute { LocalMinute(scenario.horizon.firstDay, minutes) }

  private func interval(_ interval: Interval) -> WrittenInterval {
    WrittenInterval(minute(interval.start), minute(interval.end))
  }

  /// Neighbouring slots in the same state as one stretch.
  func openings(_ plan: Plan) -> [DocumentOpening] {
    var openings: [DocumentOpening] = []
    for (station, slots) in plan.openings.enumerated() {
      var start = 0
      while start < slots.count {
        var end = start + 1
        while end < slots.count, slots[end] == slots[start] { end += 1 }
        if slots[start] != .closed {
          let span = Interval(
            scenario.horizon.interval(ofSlot: start).start, scenario.horizon.interval(ofSlot: end - 1).end)
          openings.append(
            DocumentOpening(
              station: WrittenID(scenario.stations[station].id), interval: interval(span),
              isStaffed: slots[start] == .staffed))
        }
        start = end
      }
    }
    return openings
  }

  func duty(_ duty: Duty) -> DocumentDuty {
    DocumentDuty(staff: WrittenID(scenario.staff[duty.staff].id), segments: duty.segments.map(segment))
  }

  private func segment(_ segment: Segment) -> DocumentSegment {
    DocumentSegment(place: place(segment.place), interval: interval(segment.interval))
  }

  private func place(_ place: Place) -> WrittenPlace {
    switch place {
    case .station(let station): return .station(WrittenID(scenario.stations[station].id))
    case .run(let slot): return .vehicle(WrittenID(delivery.vehicles[delivery.slots[slot].vehicle].id))
    }
  }

  func visits(_ visits: ServedVisits) -> DocumentVisits {
    DocumentVisits(
      demand: demand.items[visits.item].written(in: scenario),
      station: WrittenID(scenario.stations[visits.station].id),
      slotStart: minute(scenario.horizon.interval(ofSlot: visits.slot).start), count: visits.count)
  }

  func run(_ run: Run) -> DocumentRun {
    let slot = delivery.slots[run.slot]
    return DocumentRun(
      vehicle: WrittenID(delivery.vehicles[slot.vehicle].id), interval: interval(slot.interval),
      stops: run.stops.map(stop))
  }

  private func stop(_ stop: Stop) -> DocumentStop {
    DocumentStop(
      site: WrittenID(delivery.sites[stop.site].id), arrival: minute(stop.arrival),
      serviceStart: minute(stop.serviceStart),
      kits: stop.kits.map { DocumentKits(goods: WrittenID(delivery.goods[$0.goods].id), count: $0.count) })
  }
}
