@testable import RotaPlanner

// Plans in one line: a test names the duties, the rest follows.

extension Duty {
  /// At one station from hour to hour of a day.
  static func at(_ start: Int, _ end: Int, day: Int = 0, staff: Int = 0, station: Int = 0) -> Duty {
    .of(staff, .at(station, .hours(start, end, day: day)))
  }

  static func of(_ staff: Int, _ segments: Segment...) -> Duty { Duty(staff: staff, segments: segments) }

  /// In the crew of a delivery slot.
  static func crew(_ staff: Int, _ slot: Int, _ scenario: Scenario) -> Duty {
    .of(staff, .run(slot, scenario.delivery.slots[slot].interval))
  }
}

extension Segment {
  static func at(_ station: Int, _ interval: Interval) -> Segment {
    Segment(place: .station(station), interval: interval)
  }

  static func at(_ station: Int, _ start: Int, _ end: Int, day: Int = 0) -> Segment {
    .at(station, .hours(start, end, day: day))
  }

  static func run(_ slot: Int, _ interval: Interval) -> Segment { Segment(place: .run(slot), interval: interval) }
}

extension DerivedDemand {
  static let none = DerivedDemand(items: [])
}

extension Plan {
  /// Staffed exactly where a duty covers the slot, closed elsewhere.
  static func of(
    _ scenario: Scenario, _ duties: [Duty], served: [ServedVisits] = [], runs: [Run] = []
  ) -> Plan {
    var openings = Plan.empty(for: scenario).openings
    for segment in duties.flatMap(\.segments) {
      guard case .station(let station) = segment.place else { continue }
      for slot in scenario.horizon.slots(inside: segment.interval) { openings[station][slot] = .staffed }
    }
    return Plan(openings: openings, duties: duties, served: served, runs: runs)
  }

  /// The same plan with one opening changed.
  func opening(_ station: Int, _ slot: Int, _ opening: Opening) -> Plan {
    var plan = self
    plan.openings[station][slot] = opening
    return plan
  }
}

extension CheckReport {
  /// Clauses broken, in the report's order, each as often as it is broken.
  var kinds: [ViolationKind] { violations.map(\.kind) }
  /// Rules broken, each once.
  var rules: [Rule] { Set(violations.map(\.rule)).sorted() }
}

/// Clauses that a plan of these duties breaks.
func kinds(_ scenario: Scenario, _ duties: [Duty]) -> [ViolationKind] {
  check(scenario, demand: .none, plan: .of(scenario, duties)).kinds
}
