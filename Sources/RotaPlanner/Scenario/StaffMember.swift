/// A person rostered.
public struct StaffMember: Hashable, Sendable {
  /// Short id from the table, unique among staff.
  public internal(set) var id: String
  /// Name for print; not unique.
  public internal(set) var name: String
  /// Index into `Scenario.contracts`.
  var contract: Int
  /// Street the person lives or is based in; may be empty.
  var homeStreet: String
  /// Indices of the stations the person may serve at, sorted.
  var allowedStations: [Int]
  /// Those of `allowedStations` that count as home (same street, or named), sorted: no continuity penalty there.
  var homeStations: [Int]
  /// Whether the person may be in a delivery crew.
  var mayDeliver: Bool
  /// Skills held, sorted.
  var skills: [String]
  /// Pregnant in any month: barred from open-air heat, and from nights and overtime as `Contract.protection` says.
  var isPregnant: Bool
  /// Month of pregnancy on the last planned day; nil with `isPregnant`: unknown, which counts as late.
  var pregnantMonth: Int?
  /// Children under one year that the person nurses.
  var nursedChildren: Int
  /// Aged 16 to 18.
  var isMinor: Bool
  /// Counts as a night worker (Directive 2003/88/EC art 2).
  var isNightWorker: Bool
  /// Most duties that touch the night in the horizon; nil: no own limit.
  var maximumNightDuties: Int?
  /// Cap on paid minutes a week below the contract's (volunteers, agreed hours); nil: the contract's.
  var weekCapMinutes: Minutes?
  /// Hours a week that the person counts on; missing ones are priced (O9).
  var guaranteedWeekMinutes: Minutes
  /// When the person can work, over the whole horizon, normalised; leave already taken out.
  var available: [Interval]
  /// What lies behind `available`: usual hours, leave, visits.
  var absence: Absence
  /// Pay for a normal minute.
  var payPerMinute: Money
  /// Wishes for and against duties.
  var wishes: [Wish]
  /// What the past leaves behind.
  var ledger: LedgerEntry

  /// Nursing a child under one year.
  var isNursing: Bool { nursedChildren > 0 }

  /// Whether the person may serve at the station (R03).
  func mayServe(at station: Int) -> Bool { allowedStations.place(ofSorted: station) != nil }

  /// Whether the station is no distance from home (O10).
  func isHome(_ station: Int) -> Bool { homeStations.place(ofSorted: station) != nil }
}

/// A wish about the duty that starts on one day.
struct Wish: Hashable, Sendable {
  /// Whether a duty is wanted or unwanted.
  enum Kind: String, Sendable {
    /// Wants a duty (that starts on this day and whose span overlaps the interval).
    case on
    /// Wants no such duty.
    case off
  }
  /// Wanted or unwanted.
  var kind: Kind
  /// Day of the horizon on which the duty starts.
  var day: Int
  /// The hours meant; the whole day by default.
  var interval: Interval
  /// Price of not granting it.
  var weight: Score
}

/// What past rotas gave a person: the state at the horizon's first midnight.
struct LedgerEntry: Hashable, Sendable {
  /// End of the last duty; nil: long ago. After 0, the duty began on the evening before and runs on into the first day.
  var lastDutyEnd: Minutes?
  /// Where (index into `Scenario.stations`) the person is until `lastDutyEnd`; nil: nowhere that a station counts, or ended before 0.
  var lastDutyStation: Int?
  /// Days in a row with a duty, up to the day before the horizon.
  var consecutiveDays: Int
  /// Paid minutes in the calendar week of the first day, before it.
  var weekMinutes: Minutes
  /// Overtime minutes in the month of the first day, before it (excludes the running week).
  var monthOvertimeMinutes: Minutes
  /// Weeks of the reference period before the horizon.
  var referenceWeeks: Int
  /// Paid minutes in those weeks.
  var referenceMinutes: Minutes
  /// Points per burden class in the look-back window, by `BurdenClass.rawValue`.
  var burdens: [Int]

  /// Nobody has a past.
  static let blank = LedgerEntry(
    lastDutyEnd: nil, lastDutyStation: nil, consecutiveDays: 0, weekMinutes: 0, monthOvertimeMinutes: 0,
    referenceWeeks: 0,
    referenceMinutes: 0, burdens: Array(repeating: 0, count: BurdenClass.allCases.count))

  /// The part of the last duty that lies after the first midnight [0, end); nil when there is none. It was paid, and counted as hours,
  /// days and points, in the plan in which the duty began.
  var carriedWork: Interval? { lastDutyEnd.flatMap { $0 > 0 ? Interval(0, $0) : nil } }
}

/// Kinds of duty that fairness spreads. A duty may carry several points at once.
enum BurdenClass: Int, CaseIterable, Sendable {
  /// Starts on a weekend or holiday.
  case weekend
  /// Works at or after the evening hour.
  case evening
  /// Starts before the early hour.
  case early
  /// Is in a delivery crew on a day of 35 C or more.
  case hot
}
