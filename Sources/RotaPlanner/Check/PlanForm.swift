/// R00: takes from a plan what is well-formed, so that no later rule meets an index or a time that does not exist.
struct PlanForm {
  /// A count above this is a slip of the keyboard; sums of sane counts cannot overflow.
  static let largestCount = 1_000_000_000

  let scenario: Scenario
  let demand: DerivedDemand
  private(set) var violations: [Violation] = []
  /// One entry per station and slot.
  private(set) var openings: [[Opening]] = []
  /// Existing staff, existing places, times inside the horizon, in order of start, touching ones joined.
  private(set) var duties: [Duty] = []
  /// Existing items, stations, slots; sane counts.
  private(set) var served: [ServedVisits] = []
  /// Existing delivery slots, at least one stop each; existing sites and goods; bounded times.
  private(set) var runs: [Run] = []

  init(_ scenario: Scenario, demand: DerivedDemand, plan: Plan) {
    self.scenario = scenario
    self.demand = demand
    takeOpenings(plan.openings)
    for duty in plan.duties { take(duty) }
    for row in plan.served { take(row) }
    for run in plan.runs { take(run) }
  }

  private mutating func takeOpenings(_ table: [[Opening]]) {
    let slots = scenario.horizon.slotCount
    let stations = scenario.stations.count
    openings = (0..<stations).map { station in
      let row = station < table.count ? table[station] : []
      return (0..<slots).map { $0 < row.count ? row[$0] : .closed }
    }
    if table.count != stations {
      violations.append(Violation(.formOpenings, measured: table.count, allowed: stations))
    }
    for (station, row) in table.prefix(stations).enumerated() where row.count != slots {
      let subject = ViolationSubject(station: station)
      violations.append(Violation(.formOpenings, subject, measured: row.count, allowed: slots))
    }
  }

  private mutating func take(_ duty: Duty) {
    guard scenario.staff.indices.contains(duty.staff) else {
      let end = scenario.staff.count
      violations.append(Violation(.formStaff, measured: Bounded.clamp(duty.staff), allowed: end, amount: 1))
      return
    }
    let subject = ViolationSubject(staff: duty.staff)
    if duty.segments.isEmpty {
      violations.append(Violation(.formEmptyDuty, subject, measured: 0, allowed: 1))
    }
    let usable = duty.segments.filter { isUsable($0, subject) }
    if usable.isEmpty { return }
    let ordered = usable.sorted { $0.interval < $1.interval }
    if ordered[0].interval.start >= scenario.horizon.interval.end {
      violations.append(Violation(.formTime, subject, at: ordered[0].interval, measured: 0, allowed: 0))
      return
    }
    if ordered.map(\.interval) != usable.map(\.interval) {
      let interval = ordered[0].interval
      violations.append(Violation(.formOrder, subject, at: interval, measured: 0, allowed: 0))
    }
    duties.append(Duty(staff: duty.staff, segments: joined(ordered, subject)))
  }

  private mutating func isUsable(_ segment: Segment, _ subject: ViolationSubject) -> Bool {
    guard exists(segment.place) else {
      let index = Bounded.clamp(segment.place.index)
      violations.append(Violation(.formPlace, subject, measured: index, allowed: 0, amount: 1))
      return false
    }
    let horizon = scenario.horizon
    let interval = segment.interval
    guard interval.start < interval.end, horizon.reach.contains(interval) else {
      let place = Interval(bounded(interval.start), bounded(interval.end))
      violations.append(Violation(.formTime, subject, at: place, measured: 0, allowed: 0))
      return false
    }
    if interval.start % horizon.slotMinutes != 0 || interval.end % horizon.slotMinutes != 0 {
      violations.append(Violation(.formGrid, subject, at: interval, measured: 0, allowed: 0))
    }
    return true
  }

  private func exists(_ place: Place) -> Bool {
    switch place {
    case .station(let station): return scenario.stations.indices.contains(station)
    case .run(let slot): return scenario.delivery.slots.indices.contains(slot)
    }
  }

  /// A time that can be printed and subtracted, and is still outside the horizon if it was: as typed, but for more than a century away.
  private func bounded(_ minute: Minutes) -> Minutes {
    let century = 36_525 * minutesPerDay
    return min(max(minute, -century), scenario.horizon.reach.end + century)
  }

  private mutating func joined(_ segments: [Segment], _ subject: ViolationSubject) -> [Segment] {
    var result: [Segment] = []
    for segment in segments {
      if let last = result.last, last.place == segment.place, last.interval.end == segment.interval.start {
        violations.append(Violation(.formJoined, subject, at: segment.interval, measured: 2, allowed: 1))
        let interval = Interval(last.interval.start, segment.interval.end)
        result[result.count - 1] = Segment(place: last.place, interval: interval)
      } else {
        result.append(segment)
      }
    }
    return result
  }

  private mutating func take(_ row: ServedVisits) {
    let isUsable =
      demand.items.indices.contains(row.item) && scenario.stations.indices.contains(row.station)
      && (0..<scenario.horizon.slotCount).contains(row.slot) && (1...Self.largestCount).contains(row.count)
    if isUsable {
      served.append(row)
    } else {
      violations.append(Violation(.formServed, measured: Bounded.clamp(row.count), allowed: 0, amount: 1))
    }
  }

  private mutating func take(_ run: Run) {
    guard scenario.delivery.slots.indices.contains(run.slot) else {
      violations.append(Violation(.formRun, measured: Bounded.clamp(run.slot), allowed: 0, amount: 1))
      return
    }
    let subject = ViolationSubject(deliverySlot: run.slot)
    let interval = scenario.delivery.slots[run.slot].interval
    let stops = run.stops.compactMap { usable($0, subject, interval) }
    if run.stops.isEmpty {
      violations.append(Violation(.formEmptyRun, subject, at: interval, measured: 0, allowed: 1))
    }
    if !stops.isEmpty { runs.append(Run(slot: run.slot, stops: stops)) }
  }

  private mutating func usable(_ stop: Stop, _ subject: ViolationSubject, _ interval: Interval) -> Stop? {
    guard scenario.delivery.sites.indices.contains(stop.site) else {
      let index = Bounded.clamp(stop.site)
      violations.append(Violation(.formStop, subject, at: interval, measured: index, allowed: 0, amount: 1))
      return nil
    }
    var kits: [KitCount] = []
    for kit in stop.kits {
      if scenario.delivery.goods.indices.contains(kit.goods), (1...Self.largestCount).contains(kit.count) {
        kits.append(kit)
      } else {
        let place = ViolationSubject(deliverySlot: subject.deliverySlot, site: stop.site)
        let count = Bounded.clamp(kit.count)
        violations.append(Violation(.formKits, place, at: interval, measured: count, allowed: 0, amount: 1))
      }
    }
    return Stop(site: stop.site, arrival: bounded(stop.arrival), serviceStart: bounded(stop.serviceStart), kits: kits)
  }
}

extension Place {
  /// The index of the station or delivery slot.
  fileprivate var index: Int {
    switch self {
    case .station(let index), .run(let index): return index
    }
  }
}
