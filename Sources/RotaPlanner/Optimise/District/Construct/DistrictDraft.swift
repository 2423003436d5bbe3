/// A plan that is being built: stations, rosters, runs and money, kept lawful at every step but for pins that are still to come.
struct DistrictDraft: Sendable {
  let scenario: Scenario
  let demand: DerivedDemand
  let law: DutyLaw
  var stations: StationBoard
  var roster: RosterBoard
  /// Sorted by delivery slot.
  var runs: [Run] = []
  /// Money that may still be spent; nil: no cap.
  var moneyLeft: Money?
  /// Worth of one more person, by cell.
  private(set) var worths: [Int]

  /// - Parameter opensSelfService: Whether self-service comes first; else everything is closed until `openSelfService`, so that it does not
  ///   take money that pins need.
  init(_ scenario: Scenario, demand: DerivedDemand, opensSelfService: Bool = true) {
    self.scenario = scenario
    self.demand = demand
    law = DutyLaw(scenario)
    stations = StationBoard(scenario, demand: demand, law: law)
    roster = RosterBoard(law: law)
    moneyLeft = scenario.budget.map { budget in
      scenario.staff.indices.reduce(budget - scenario.carriedMoney) { left, staff in
        let minutes = (0..<scenario.horizon.weekCount).reduce(0) {
          $0 + RosterHours.sunkOvertime(staff: staff, week: $1, scenario: scenario)
        }
        return left - scenario.contract(of: staff).overtimeRate(payPerMinute: scenario.staff[staff].payPerMinute)
          * minutes
      }
    }
    worths = []
    if opensSelfService { openSelfService() } else { readWorths() }
  }

  /// Opens self-service where it is worth its money, as far as the money goes, and serves the visits that become possible.
  mutating func openSelfService() {
    stations.openSelfService(money: &moneyLeft)
    stations.serve(0..<stations.present.count)
    readWorths()
  }

  private mutating func readWorths() { worths = stations.present.indices.map { stations.worth(ofCell: $0) } }

  /// Money that a duty takes, new openings included; overtime is added when the whole roster is priced.
  func money(of duty: DutyCandidate) -> Money {
    duty.segments.reduce(duty.pay) { $0 + stations.openingMoney($1) } + overtimeMoney(of: duty)
  }

  private func overtimeMoney(of duty: DutyCandidate) -> Money {
    let week = scenario.horizon.week(ofDay: duty.day)
    let before = roster.hours.overtime(staff: duty.staff, week: week)
    var after = roster.hours
    after.add(duty)
    let rate = scenario.contract(of: duty.staff).overtimeRate(payPerMinute: scenario.staff[duty.staff].payPerMinute)
    return rate * (after.overtime(staff: duty.staff, week: week) - before)
  }

  /// Whether the duty fits the rest of the plan: roster rules, money, and most staff at its stations.
  func accepts(_ duty: DutyCandidate, allowsOvertime: Bool = false) -> Bool {
    guard roster.accepts(duty, allowsOvertime: allowsOvertime) else { return false }
    if let moneyLeft, moneyLeft < money(of: duty) { return false }
    return duty.segments.allSatisfy { segment in
      guard case .station(let station) = segment.place else { return true }
      return stations.cells(of: segment).allSatisfy {
        stations.present[$0] < scenario.stations[station].maximumStaff
      }
    }
  }

  /// Adds a duty, serves the visits that become possible, and returns the stations whose worths have changed.
  @discardableResult
  mutating func add(_ duty: DutyCandidate) -> [Int] {
    moneyLeft = moneyLeft.map { $0 - money(of: duty) }
    roster.add(duty)
    var changed: Set<Int> = []
    for segment in duty.segments {
      guard case .station(let station) = segment.place else { continue }
      stations.add(segment)
      let cells = stations.cells(of: segment)
      stations.serve(cells)
      let slots = cells.lowerBound - station * stations.slotCount..<cells.upperBound - station * stations.slotCount
      changed.formUnion(stations.neighbours(of: station, slots: slots))
    }
    let days = scenario.horizon.slotsPerDay
    let first = max(0, duty.day - 1) * days
    let last = min(stations.slotCount, (duty.day + 3) * days)
    for station in changed.sorted() {
      for slot in first..<last {
        let cell = station * stations.slotCount + slot
        worths[cell] = stations.worth(ofCell: cell)
      }
    }
    return changed.sorted()
  }

  /// The finished plan with the better of the visits as served step by step and served anew.
  func plan() -> Plan {
    var stations = stations
    var anew = stations
    anew.serveAnew()
    if anew.servedWorth > stations.servedWorth { stations = anew }
    return Plan(
      openings: stations.openings,
      duties: roster.all.map(\.duty).sorted { ($0.span.start, $0.staff) < ($1.span.start, $1.staff) },
      served: stations.served, runs: runs.sorted { $0.slot < $1.slot })
  }
}
