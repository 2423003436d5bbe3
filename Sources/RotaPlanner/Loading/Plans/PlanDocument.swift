/// A plan as it is written down: with ids, dates and times, and without the scenario it belongs to.
///
/// What is read from a file may name things that no scenario has; `PlanDocument.bound(to:demand:)` finds out.
public struct PlanDocument: Hashable, Sendable {
  /// What `format` of `plan.json` says.
  public static let format = "rota-plan"
  /// The version written, and the only one read.
  static let version = 1

  /// The scenario and what is known of the plan's worth; nil for a rota typed by hand.
  let heading: DocumentHeading?
  /// Id and name of everything that the plan may mention, in table order; empty for a rota typed by hand.
  let names: DocumentNames
  /// Stretches of stations that are not closed; nil when the document says nothing of openings.
  let openings: [DocumentOpening]?
  /// Duties.
  let duties: [DocumentDuty]
  /// Visits served; nil when the document says nothing of visits.
  let served: [DocumentVisits]?
  /// Runs.
  let runs: [DocumentRun]
  /// Names as they stand beside ids, which say the same a second time.
  let labels: [WrittenLabel]
  /// What is worth saying about the files that it was read from.
  public let remarks: [Issue]

  /// Makes a document.
  init(
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
struct DocumentHeading: Hashable, Sendable {
  /// Name of the scenario.
  let scenario: String
  /// Checksum of the scenario's files.
  let fingerprint: String
  /// First planned day.
  let firstDay: CalendarDate
  /// Number of planned days.
  let days: Int
  /// Length of a slot.
  let slotMinutes: Minutes
  /// What the search found out.
  let account: DocumentAccount
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
struct NamedID: Hashable, Sendable {
  /// Unique in its table.
  let id: String
  /// Not unique.
  let name: String
  /// Whom to ask for there; empty where nobody is named.
  let contact: String

  /// Makes a pair, with the contact of a site.
  init(id: String, name: String, contact: String = "") {
    self.id = id
    self.name = name
    self.contact = contact
  }
}

/// Everything that a plan may mention.
struct DocumentNames: Hashable, Sendable {
  /// In table order.
  let stations: [NamedID]
  /// In table order.
  let staff: [NamedID]
  /// In table order.
  let vehicles: [NamedID]
  /// In table order.
  let sites: [NamedID]
  /// In table order.
  let goods: [NamedID]

  /// Nothing has a name.
  static let none = DocumentNames(stations: [], staff: [], vehicles: [], sites: [], goods: [])
}

/// An id as written, with its place in the file; the place is nil when it was not read from one.
struct WrittenID: Hashable, Sendable {
  /// The id.
  let id: String
  /// Where it stands.
  let location: SourceLocation?

  /// Makes an id.
  init(_ id: String, at location: SourceLocation? = nil) {
    self.id = id
    self.location = location
  }
}

/// A name that stands beside an id, so that a person can read the row.
struct WrittenLabel: Hashable, Sendable {
  /// What the id stands for.
  enum Kind: Hashable, Sendable {
    /// A row of that table; `contact` is the contact of a site.
    case station, staff, vehicle, site, contact, goods
  }

  /// What it names.
  let kind: Kind
  /// The id beside it.
  let id: String
  /// The name as written.
  let text: String
  /// Where it stands.
  let location: SourceLocation?

  /// Makes a label.
  init(_ kind: Kind, id: String, text: String, at location: SourceLocation?) {
    self.kind = kind
    self.id = id
    self.text = text
    self.location = location
  }
}

/// Half-open times as written.
struct WrittenInterval: Hashable, Sendable {
  /// First minute inside.
  let start: LocalMinute
  /// First minute after; a reader makes sure that it lies after `start`.
  let end: LocalMinute

  /// Makes [start, end).
  init(_ start: LocalMinute, _ end: LocalMinute) {
    self.start = start
    self.end = end
  }
}

/// Where a segment is served.
enum WrittenPlace: Hashable, Sendable {
  /// At a station.
  case station(WrittenID)
  /// In the crew of a vehicle's delivery slot that has the segment's times.
  case vehicle(WrittenID)
}

/// One stretch of a duty.
struct DocumentSegment: Hashable, Sendable {
  /// Where.
  let place: WrittenPlace
  /// When.
  let interval: WrittenInterval
}

/// One duty.
struct DocumentDuty: Hashable, Sendable {
  /// Who.
  let staff: WrittenID
  /// At least one, in time order.
  let segments: [DocumentSegment]
}

/// A stretch in which a station is open.
struct DocumentOpening: Hashable, Sendable {
  /// Which.
  let station: WrittenID
  /// When.
  let interval: WrittenInterval
  /// Whether staff is present; otherwise it is self-service.
  let isStaffed: Bool
}

/// Where served visits come from.
enum WrittenDemand: Hashable, Sendable {
  /// Worker group, the day that the break belongs to in its shift pattern, and the start of the break.
  case group(id: String, patternDay: CalendarDate, start: LocalMinute)
  /// Line of the visit table's file, and the start of its hours on the day.
  case table(row: Int, start: LocalMinute)
}

/// Visits that one station takes.
struct DocumentVisits: Hashable, Sendable {
  /// Whose.
  let demand: WrittenDemand
  /// Where.
  let station: WrittenID
  /// Start of the slot in which they arrive.
  let slotStart: LocalMinute
  /// How many.
  let count: Int
}

/// One run.
struct DocumentRun: Hashable, Sendable {
  /// Of which vehicle.
  let vehicle: WrittenID
  /// The delivery slot.
  let interval: WrittenInterval
  /// In order of driving.
  let stops: [DocumentStop]
}

/// One stop.
struct DocumentStop: Hashable, Sendable {
  /// Where.
  let site: WrittenID
  /// Arrival.
  let arrival: LocalMinute
  /// Start of service.
  let serviceStart: LocalMinute
  /// What is handed out.
  let kits: [DocumentKits]
}

/// A number of kits.
struct DocumentKits: Hashable, Sendable {
  /// Of which goods.
  let goods: WrittenID
  /// How many.
  let count: Int
}
