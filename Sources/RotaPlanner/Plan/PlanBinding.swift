/// What a document says in a scenario's own terms.
public struct BoundPlan: Hashable, Sendable {
  /// Duties, by start, then staff.
  public let duties: [Duty]
  /// Runs, by delivery slot.
  public let runs: [Run]
  /// Openings and visits; nil when the document says nothing of them, as a rota typed by hand does not.
  let openings: [[Opening]]?
  /// Visits; nil like `openings`.
  let served: [ServedVisits]?

  /// The whole plan, when the document holds one.
  public var plan: Plan? {
    guard let openings, let served else { return nil }
    return Plan(openings: openings, duties: duties, served: served, runs: runs)
  }
}

extension PlanDocument {
  /// Finds what the document's ids and times mean in a scenario. What means nothing there is reported and left out.
  ///
  /// Says nothing of rules: an unlawful plan is bound like any other.
  public func bound(to scenario: Scenario, demand: DerivedDemand) -> (plan: BoundPlan, issues: IssueList) {
    let collector = IssueCollector()
    let binder = PlanBinder(scenario: scenario, demand: demand, issues: collector)
    collector.add(contentsOf: remarks)
    binder.compare(heading)
    // In another scenario other names are no news.
    if heading.map({ $0.fingerprint == scenario.fingerprint }) ?? true { labels.forEach(binder.compare) }
    let bound = BoundPlan(
      duties: duties.compactMap(binder.duty).sorted { ($0.span.start, $0.staff) < ($1.span.start, $1.staff) },
      runs: runs.compactMap(binder.run).sorted { $0.slot < $1.slot }, openings: openings.map(binder.openings),
      served: served.map { $0.compactMap(binder.visits).sorted(by: PlanBinder.precedes) })
    return (bound, collector.list)
  }
}

/// Turns ids into indices, and dates and times into minutes of the horizon.
private struct PlanBinder {
  let scenario: Scenario
  let issues: IssueCollector
  private let stations: [String: Int]
  private let staff: [String: Int]
  private let vehicles: [String: Int]
  private let sites: [String: Int]
  private let goods: [String: Int]
  private let items: [WrittenDemand: Int]
  private let deliverySlots: [DeliverySlotKey: Int]

  private struct DeliverySlotKey: Hashable {
    let vehicle: Int
    let interval: Interval
  }

  init(scenario: Scenario, demand: DerivedDemand, issues: IssueCollector) {
    func index<Key: Hashable>(_ keys: some Sequence<Key>) -> [Key: Int] {
      Dictionary(zip(keys, 0...), uniquingKeysWith: { first, _ in first })
    }
    self.scenario = scenario
    self.issues = issues
    stations = index(scenario.stations.map(\.id))
    staff = index(scenario.staff.map(\.id))
    vehicles = index(scenario.delivery.vehicles.map(\.id))
    sites = index(scenario.delivery.sites.map(\.id))
    goods = index(scenario.delivery.goods.map(\.id))
    items = index(demand.items.map { $0.written(in: scenario) })
    deliverySlots = index(
      scenario.delivery.slots.map { DeliverySlotKey(vehicle: $0.vehicle, interval: $0.interval) })
  }

  /// Warns when the plan was made for other data.
  func compare(_ heading: DocumentHeading?) {
    guard let heading else { return }
    if heading.fingerprint != scenario.fingerprint {
      issues.add(Issue(.planOtherScenario, found: heading.scenario, expected: scenario.name))
      return
    }
    let horizon = scenario.horizon
    let texts = [
      ("scenario", heading.scenario, scenario.name),
      ("first_day", heading.firstDay.description, horizon.firstDay.description),
      ("days", String(heading.days), String(horizon.days)),
      ("slot_minutes", String(heading.slotMinutes), String(horizon.slotMinutes)),
    ]
    for (member, found, expected) in texts where found != expected {
      issues.add(
        Issue(
          .planTextDisagrees, subject: Message("found.scenarioFiles"), found: found, expected: expected,
          ["column": member]))
    }
  }

  /// Tells where the name beside an id is not that of the id: whoever changed the name alone changed nothing.
  func compare(_ label: WrittenLabel) {
    let delivery = scenario.delivery
    let name: String? =
      switch label.kind {
      case .station: stations[label.id].map { scenario.stations[$0].name }
      case .staff: staff[label.id].map { scenario.staff[$0].name }
      case .vehicle: vehicles[label.id].map { delivery.vehicles[$0].name }
      case .site: sites[label.id].map { delivery.sites[$0].name }
      case .contact: sites[label.id].map { delivery.sites[$0].contact }
      case .goods: goods[label.id].map { delivery.goods[$0].name }
      }
    guard let name, CellText.trimmed(name) != CellText.trimmed(label.text) else { return }
    issues.add(Issue(.planTextDisagrees, at: label.location, subject: label.id, found: label.text, expected: name))
  }

  private func find(_ written: WrittenID, in index: [String: Int], _ kind: Message) -> Int? {
    if let found = index[written.id] { return found }
    let guess = didYouMean(written.id, among: index.keys.sorted())
    issues.add(
      Issue(
        .planUnknownID, at: written.location, subject: kind, found: written.id,
        fix: guess.map { Message("fix.didYouMean", ["guess": $0]) }))
    return nil
  }

  private func station(_ written: WrittenID) -> Int? { find(written, in: stations, Message("report.column.station")) }
  private func vehicle(_ written: WrittenID) -> Int? { find(written, in: vehicles, Message("report.column.vehicle")) }

  private func minutes(_ minute: LocalMinute) -> Minutes {
    minute.minutes - LocalMinute(scenario.horizon.firstDay, 0).minutes
  }

  private func interval(_ interval: WrittenInterval) -> Interval {
    let start = minutes(interval.start)
    return Interval(start, max(start, minutes(interval.end)))
  }

  func duty(_ duty: DocumentDuty) -> Duty? {
    let person = find(duty.staff, in: staff, Message("report.column.staff"))
    let segments = duty.segments.compactMap(segment)
    guard let person, !segments.isEmpty else { return nil }
    return Duty(staff: person, segments: segments)
  }

  private func segment(_ segment: DocumentSegment) -> Segment? {
    let times = interval(segment.interval)
    switch segment.place {
    case .station(let written):
      return station(written).map { Segment(place: .station($0), interval: times) }
    case .vehicle(let written):
      return deliverySlot(written, segment.interval).map { Segment(place: .run($0), interval: times) }
    }
  }

  private func deliverySlot(_ written: WrittenID, _ times: WrittenInterval) -> Int? {
    guard let vehicle = vehicle(written) else { return nil }
    if let slot = deliverySlots[DeliverySlotKey(vehicle: vehicle, interval: interval(times))] { return slot }
    issues.add(
      Issue(
        .planNoDeliverySlot, at: written.location, subject: written.id,
        found: "\(times.start) - \(times.end)"))
    return nil
  }

  func openings(_ openings: [DocumentOpening]) -> [[Opening]] {
    let horizon = scenario.horizon
    var table = Plan.closedOpenings(for: scenario)
    // The line of the opening that a slot has; a second one for the same slot would have the last word in silence.
    var lines: [Int: Int] = [:]
    let width = table.first?.count ?? 0
    for opening in openings {
      guard let station = station(opening.station) else { continue }
      let times = interval(opening.interval)
      let slots = times.start / horizon.slotMinutes..<times.end / horizon.slotMinutes
      let isOnGrid = times.start % horizon.slotMinutes == 0 && times.end % horizon.slotMinutes == 0
      guard isOnGrid, horizon.reach.contains(times) else {
        issues.add(
          Issue(
            .planOffGrid, at: opening.station.location, subject: opening.station.id,
            found: "\(opening.interval.start) - \(opening.interval.end)", expected: horizon.slotMinutes))
        continue
      }
      let taken = slots.first { lines[station * width + $0] != nil }
      if let taken {
        issues.add(
          Issue(
            .planTwice, at: opening.station.location,
            found: "\(opening.station.id) \(LocalMinute(horizon.firstDay, taken * horizon.slotMinutes))",
            ["line": lines[station * width + taken] ?? 0]))
      }
      for slot in slots {
        lines[station * width + slot] = opening.station.location?.line ?? 0
        table[station][slot] = opening.isStaffed ? .staffed : .selfService
      }
    }
    return table
  }

  func visits(_ visits: DocumentVisits) -> ServedVisits? {
    guard let station = station(visits.station) else { return nil }
    let start = minutes(visits.slotStart)
    guard let item = items[visits.demand], start >= 0, start % scenario.horizon.slotMinutes == 0 else {
      issues.add(
        Issue(
          .planUnknownDemand, at: visits.station.location, subject: visits.station.id,
          found: visits.slotStart.description))
      return nil
    }
    return ServedVisits(
      item: item, station: station, slot: start / scenario.horizon.slotMinutes, count: visits.count)
  }

  static func precedes(_ left: ServedVisits, _ right: ServedVisits) -> Bool {
    (left.item, left.station, left.slot) < (right.item, right.station, right.slot)
  }

  func run(_ run: DocumentRun) -> Run? {
    guard let slot = deliverySlot(run.vehicle, run.interval) else { return nil }
    return Run(slot: slot, stops: run.stops.compactMap(stop))
  }

  private func stop(_ stop: DocumentStop) -> Stop? {
    guard let site = find(stop.site, in: sites, Message("report.column.site")) else { return nil }
    let kits = stop.kits.compactMap { kits in
      find(kits.goods, in: goods, Message("report.column.goods")).map { KitCount(goods: $0, count: kits.count) }
    }
    return Stop(
      site: site, arrival: minutes(stop.arrival), serviceStart: minutes(stop.serviceStart),
      kits: kits.sorted { $0.goods < $1.goods })
  }
}

extension DemandItem {
  /// How a document names the item.
  func written(in scenario: Scenario) -> WrittenDemand {
    let firstDay = scenario.horizon.firstDay
    switch source {
    case .group(let index, let day, _, _, _):
      return .group(
        id: scenario.workerGroups[index].id, patternDay: firstDay.adding(days: day),
        start: LocalMinute(firstDay, window.start))
    case .table(let row):
      return .table(row: scenario.visitTable[row].row, start: LocalMinute(firstDay, window.start))
    }
  }
}
