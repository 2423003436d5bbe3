/// A person rostered.
public struct StaffMember: Hashable, Sendable {
  /// Short id from the table, unique among staff.
  public let id: String
  /// Name for print; not unique.
  public let name: String
  /// Index into `Scenario.contracts`.
  public let contract: Int
  /// Street the person lives or is based in; may be empty.
  public let homeStreet: String
  /// Indices of the stations the person may serve at, sorted.
  public let allowedStations: [Int]
  /// Those of `allowedStations` that count as home (same street, or named), sorted: no continuity penalty there.
  public let homeStations: [Int]
  /// Whether the person may be in a delivery crew.
  public let mayDeliver: Bool
  /// Skills held, sorted.
  public let skills: [String]
  /// Pregnant in any month: barred from open-air heat, and from nights and overtime as `Contract.protection` says.
  public let isPregnant: Bool
  /// Month of pregnancy on the last planned day; nil with `isPregnant`: unknown, which counts as late.
  public let pregnantMonth: Int?
  /// Children under one year that the person nurses.
  public let nursedChildren: Int
  /// Aged 16 to 18.
  public let isMinor: Bool
  /// Counts as a night worker (Directive 2003/88/EC art 2).
  public let isNightWorker: Bool
  /// Most duties that touch the night in the horizon; nil: no own limit.
  public let maximumNightDuties: Int?
  /// Cap on paid minutes a week below the contract's (volunteers, agreed hours); nil: the contract's.
  public let weekCapMinutes: Minutes?
  /// Hours a week that the person counts on; missing ones are priced (O9).
  public let guaranteedWeekMinutes: Minutes
  /// When the person can work, over the whole horizon, normalised; leave already taken out.
  public let available: [Interval]
  /// What lies behind `available`: usual hours, leave, visits.
  public let absence: Absence
  /// Pay for a normal minute.
  public let payPerMinute: Money
  /// Wishes for and against duties.
  public let wishes: [Wish]
  /// What the past leaves behind.
  public let ledger: LedgerEntry

  /// Nursing a child under one year.
  public var isNursing: Bool { nursedChildren > 0 }

  /// Whether the person may serve at the station (R03).
  func mayServe(at station: Int) -> Bool { allowedStations.place(ofSorted: station) != nil }

  /// Whether the station is no distance from home (O10).
  func isHome(_ station: Int) -> Bool { homeStations.place(ofSorted: station) != nil }
}

/// A wish about the duty that starts on one day.
public struct Wish: Hashable, Sendable {
  /// Whether a duty is wanted or unwanted.
  public enum Kind: String, Sendable {
    /// Wants a duty (that starts on this day and whose span overlaps the interval).
    case on
    /// Wants no such duty.
    case off
  }
  /// Wanted or unwanted.
  public let kind: Kind
  /// Day of the horizon on which the duty starts.
  public let day: Int
  /// The hours meant; the whole day by default.
  public let interval: Interval
  /// Price of not granting it.
  public let weight: Score
}

/// What past rotas gave a person: the state at the horizon's first midnight.
public struct LedgerEntry: Hashable, Sendable {
  /// End of the last duty; nil: long ago. After 0, the duty began on the evening before and runs on into the first day.
  public let lastDutyEnd: Minutes?
  /// Where (index into `Scenario.stations`) the person is until `lastDutyEnd`; nil: nowhere that a station counts, or ended before 0.
  public let lastDutyStation: Int?
  /// Days in a row with a duty, up to the day before the horizon.
  public let consecutiveDays: Int
  /// Paid minutes in the calendar week of the first day, before it.
  public let weekMinutes: Minutes
  /// Overtime minutes in the month of the first day, before it (excludes the running week).
  public let monthOvertimeMinutes: Minutes
  /// Weeks of the reference period before the horizon.
  public let referenceWeeks: Int
  /// Paid minutes in those weeks.
  public let referenceMinutes: Minutes
  /// Points per burden class in the look-back window, by `BurdenClass.rawValue`.
  public let burdens: [Int]

  /// Nobody has a past.
  public static let blank = LedgerEntry(
    lastDutyEnd: nil, lastDutyStation: nil, consecutiveDays: 0, weekMinutes: 0, monthOvertimeMinutes: 0,
    referenceWeeks: 0,
    referenceMinutes: 0, burdens: Array(repeating: 0, count: BurdenClass.allCases.count))

  /// The part of the last duty that lies after the first midnight [0, end); nil when there is none. It was paid, and counted as hours,
  /// days and points, in the plan in which the duty began.
  public var carriedWork: Interval? { lastDutyEnd.flatMap { $0 > 0 ? Interval(0, $0) : nil } }
}

/// Kinds of duty that fairness spreads. A duty may carry several points at once.
public enum BurdenClass: Int, CaseIterable, Sendable {
  /// Starts on a weekend or holiday.
  case weekend
  /// Works at or after the evening hour.
  case evening
  /// Starts before the early hour.
  case early
  /// Is in a delivery crew on a day of 35 C or more.
  case hot
}
