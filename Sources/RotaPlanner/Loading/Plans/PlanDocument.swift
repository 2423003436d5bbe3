/// A plan as it is written down: with ids, dates and times, and without the scenario it belongs to.
///
/// What is read from a file may name things that no scenario has; `PlanDocument.bound(to:demand:)` finds out.
public struct PlanDocument: Hashable, Sendable {
  /// What `format` of `plan.json` says.
  public static let format = "rota-plan"
  /// The version written, and the only one read.
  public static let version = 1

  /// The scenario and what is known of the plan's worth; nil for a rota typed by hand.
  public let heading: DocumentHeading?
  /// Id and name of everything that the plan may mention, in table order; empty for a rota typed by hand.
  public let names: DocumentNames
  /// Stretches of stations that are not closed; nil when the document says nothing of openings.
  public let openings: [DocumentOpening]?
  /// Duties.
  public let duties: [DocumentDuty]
  /// Visits served; nil when the document says nothing of visits.
  public let served: [DocumentVisits]?
  /// Runs.
  public let runs: [DocumentRun]
  /// Names as they stand beside ids, which say the same a second time.
  public let labels: [WrittenLabel]
  /// What is worth saying about the files that it was read from.
  public let remarks: [Issue]

  /// Makes a document.
  public init(
    heading: DocumentHeading?, names: DocumentNames, openings: [DocumentOpening]?, duties: [DocumentDuty],
    served: [DocumentVisits]?, runs: [DocumentRun], labels: [WrittenLabel] = [], remarks: [Issue] = []
  ) {
    self.labels = labels
    self.remarks = remarks
    self.heading = heading
    self.names = names
    self.openings = openings
    self.duties = duties
    self.served = served
    self.runs = runs
  }
}

/// What stands above a plan.
public struct DocumentHeading: Hashable, Sendable {
  /// Name of the scenario.
  public let scenario: String
  /// Checksum of the scenario's files.
  public let fingerprint: String
  /// First planned day.
  public let firstDay: CalendarDate
  /// Number of planned days.
  public let days: Int
  /// Length of a slot.
  public let slotMinutes: Minutes
  /// What the search found out.
  public let account: DocumentAccount

  /// Makes a heading.
  public init(
    scenario: String, fingerprint: String, firstDay: CalendarDate, days: Int, slotMinutes: Minutes,
    account: DocumentAccount
  ) {
    self.scenario = scenario
    self.fingerprint = fingerprint
    self.firstDay = firstDay
    self.days = days
    self.slotMinutes = slotMinutes
    self.account = account
  }
}

/// What the search found out about a plan. Objective and bound in units.
public struct DocumentAccount: Hashable, Sendable {
  /// `optimal`, `feasible`, ...
  public let status: String
  /// Objective; nil without a plan.
  public let objective: Double?
  /// Proved bound.
  public let bound: Double?
  /// Wall seconds used.
  public let seconds: Double
  /// Seed used.
  public let seed: UInt64
  /// Deterministic work used.
  public let work: Int

  /// Makes an account.
  public init(status: String, objective: Double?, bound: Double?, seconds: Double, seed: UInt64, work: Int) {
    self.status = status
    self.objective = objective
    self.bound = bound
    self.seconds = seconds
    self.seed = seed
    self.work = work
  }

  /// (objective - bound) / |objective|: how much better another plan could be at most. 0 when the objective does not lie
  /// above the bound; nil when one of them is not known.
  public var gap: Double? {
    guard let objective, let bound else { return nil }
    return objective <= bound ? 0 : (objective - bound) / max(abs(objective), 1e-9)
  }
}

/// An id with the name people know.
public struct NamedID: Hashable, Sendable {
  /// Unique in its table.
  public let id: String
  /// Not unique.
  public let name: String
  /// Whom to ask for there; empty where nobody is named.
  public let contact: String

  /// Makes a pair, with the contact of a site.
  public init(id: String, name: String, contact: String = "") {
    self.id = id
    self.name = name
    self.contact = contact
  }
}

/// Everything that a plan may mention.
public struct DocumentNames: Hashable, Sendable {
  /// In table order.
  public let stations: [NamedID]
  /// In table order.
  public let staff: [NamedID]
  /// In table order.
  public let vehicles: [NamedID]
  /// In table order.
  public let sites: [NamedID]
  /// In table order.
  public let goods: [NamedID]

  /// Makes the lists.
  public init(stations: [NamedID], staff: [NamedID], vehicles: [NamedID], sites: [NamedID], goods: [NamedID]) {
    self.stations = stations
    self.staff = staff
    self.vehicles = vehicles
    self.sites = sites
    self.goods = goods
  }

  /// Nothing has a name.
  public static let none = DocumentNames(stations: [], staff: [], vehicles: [], sites: [], goods: [])
}

/// An id as written, with its place in the file; the place is nil when it was not read from one.
public struct WrittenID: Hashable, Sendable {
  /// The id.
  public let id: String
  /// Where it stands.
  public let location: SourceLocation?

  /// Makes an id.
  public init(_ id: String, at location: SourceLocation? = nil) {
    self.id = id
    self.location = location
  }
}

/// A name that stands beside an id, so that a person can read the row.
public struct WrittenLabel: Hashable, Sendable {
  /// What the id stands for.
  public enum Kind: Hashable, Sendable {
    /// A row of that table; `contact` is the contact of a site.
    case station, staff, vehicle, site, contact, goods
  }

  /// What it names.
  public let kind: Kind
  /// The id beside it.
  public let id: String
  /// The name as written.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation?

  /// Makes a label.
  public init(_ kind: Kind, id: String, text: String, at location: SourceLocation?) {
    self.kind = kind
    self.id = id
    self.text = text
    self.location = location
  }
}

/// Half-open times as written.
public struct WrittenInterval: Hashable, Sendable {
  /// First minute inside.
  public let start: LocalMinute
  /// First minute after; a reader makes sure that it lies after `start`.
  public let end: LocalMinute

  /// Makes [start, end).
  public init(_ start: LocalMinute, _ end: LocalMinute) {
    self.start = start
    self.end = end
  }
}

/// Where a segment is served.
public enum WrittenPlace: Hashable, Sendable {
  /// At a station.
  case station(WrittenID)
  /// In the crew of a vehicle's delivery slot that has the segment's times.
  case vehicle(WrittenID)
}

/// One stretch of a duty.
public struct DocumentSegment: Hashable, Sendable {
  /// Where.
  public let place: WrittenPlace
  /// When.
  public let interval: WrittenInterval

  /// Makes a segment.
  public init(place: WrittenPlace, interval: WrittenInterval) {
    self.place = place
    self.interval = interval
  }
}

/// One duty.
public struct DocumentDuty: Hashable, Sendable {
  /// Who.
  public let staff: WrittenID
  /// At least one, in time order.
  public let segments: [DocumentSegment]

  /// Makes a duty.
  public init(staff: WrittenID, segments: [DocumentSegment]) {
    self.staff = staff
    self.segments = segments
  }
}

/// A stretch in which a station is open.
public struct DocumentOpening: Hashable, Sendable {
  /// Which.
  public let station: WrittenID
  /// When.
  public let interval: WrittenInterval
  /// Whether staff is present; otherwise it is self-service.
  public let isStaffed: Bool

  /// Makes an opening.
  public init(station: WrittenID, interval: WrittenInterval, isStaffed: Bool) {
    self.station = station
    self.interval = interval
    self.isStaffed = isStaffed
  }
}

/// Where served visits come from.
public enum WrittenDemand: Hashable, Sendable {
  /// Worker group, the day that the break belongs to in its shift pattern, and the start of the break.
  case group(id: String, patternDay: CalendarDate, start: LocalMinute)
  /// Line of the visit table's file, and the start of its hours on the day.
  case table(row: Int, start: LocalMinute)
}

/// Visits that one station takes.
public struct DocumentVisits: Hashable, Sendable {
  /// Whose.
  public let demand: WrittenDemand
  /// Where.
  public let station: WrittenID
  /// Start of the slot in which they arrive.
  public let slotStart: LocalMinute
  /// How many.
  public let count: Int

  /// Makes visits.
  public init(demand: WrittenDemand, station: WrittenID, slotStart: LocalMinute, count: Int) {
    self.demand = demand
    self.station = station
    self.slotStart = slotStart
    self.count = count
  }
}

/// One run.
public struct DocumentRun: Hashable, Sendable {
  /// Of which vehicle.
  public let vehicle: WrittenID
  /// The delivery slot.
  public let interval: WrittenInterval
  /// In order of driving.
  public let stops: [DocumentStop]

  /// Makes a run.
  public init(vehicle: WrittenID, interval: WrittenInterval, stops: [DocumentStop]) {
    self.vehicle = vehicle
    self.interval = interval
    self.stops = stops
  }
}

/// One stop.
public struct DocumentStop: Hashable, Sendable {
  /// Where.
  public let site: WrittenID
  /// Arrival.
  public let arrival: LocalMinute
  /// Start of service.
  public let serviceStart: LocalMinute
  /// What is handed out.
  public let kits: [DocumentKits]

  /// Makes a stop.
  public init(site: WrittenID, arrival: LocalMinute, serviceStart: LocalMinute, kits: [DocumentKits]) {
    self.site = site
    self.arrival = arrival
    self.serviceStart = serviceStart
    self.kits = kits
  }
}

/// A number of kits.
public struct DocumentKits: Hashable, Sendable {
  /// Of which goods.
  public let goods: WrittenID
  /// How many.
  public let count: Int

  /// Makes kits.
  public init(goods: WrittenID, count: Int) {
    self.goods = goods
    self.count = count
  }
}
