/// State of a station in a slot.
enum Opening: String, Hashable, Sendable {
  /// Nobody may use it.
  case closed
  /// Open without staff.
  case selfService
  /// Open with staff present.
  case staffed
}

/// Visits of one demand item that one station takes in one slot.
struct ServedVisits: Hashable, Sendable {
  /// Index into `DerivedDemand.items`.
  var item: Int
  /// Index into `Scenario.stations`.
  var station: Int
  /// Slot of arrival.
  var slot: Int
  /// How many, at least 1.
  var count: Int
}

/// One stop of a run.
public struct Stop: Hashable, Sendable {
  /// Index into `Delivery.sites`.
  var site: Int
  /// Arrival at the site.
  var arrival: Minutes
  /// Start of service, not before arrival nor outside the site's window.
  var serviceStart: Minutes
  /// Kits handed out, each count at least 1, sorted by goods.
  var kits: [KitCount]
}

/// A number of kits of one kind.
struct KitCount: Hashable, Sendable {
  /// Index into `Delivery.goods`.
  var goods: Int
  /// How many.
  var count: Int
}

/// The ordered stops of one delivery slot. Its crew are the staff whose duties hold a segment in that slot.
public struct Run: Hashable, Sendable {
  /// Index into `Delivery.slots`.
  public internal(set) var slot: Int
  /// Stops in order of driving, at least one.
  public internal(set) var stops: [Stop]
}

/// The three decisions: openings, rosters and runs.
public struct Plan: Hashable, Sendable {
  /// `[station][slot]`.
  var openings: [[Opening]]
  /// Sorted by start, then staff.
  var duties: [Duty]
  /// Sorted by item, station, slot.
  var served: [ServedVisits]
  /// Sorted by delivery slot.
  var runs: [Run]

  /// The plan that does nothing: stations are open only where a duty of the plan before runs on.
  public static func empty(for scenario: Scenario) -> Plan {
    var openings = closedOpenings(for: scenario)
    for person in scenario.staff {
      guard let station = person.ledger.lastDutyStation, let work = person.ledger.carriedWork else { continue }
      for slot in 0..<min(scenario.horizon.slotCount, work.end / scenario.horizon.slotMinutes) {
        openings[station][slot] = .staffed
      }
    }
    return Plan(openings: openings, duties: [], served: [], runs: [])
  }

  /// Every station closed in every slot.
  static func closedOpenings(for scenario: Scenario) -> [[Opening]] {
    Array(
      repeating: Array(repeating: .closed, count: scenario.horizon.slotCount), count: scenario.stations.count)
  }
}
