/// A warm station: a small rest place, often inside a host's building.
public struct Station: Hashable, Sendable {
  /// Short id from the table, unique among stations.
  public let id: String
  /// Name as people know it.
  public let name: String
  /// Street (sub-district), used for "near home" and default travel; may be empty.
  public let street: String
  /// Where it is, when known.
  public let position: Position?
  /// When the host building can be open, over the whole horizon, normalised.
  public let hostHours: [Interval]
  /// What is posted on the door, over the whole horizon, normalised. May reach beyond host hours (then it cannot be kept).
  public let promisedHours: [Interval]
  /// When it may be open unstaffed, over the whole horizon, normalised; inside host hours.
  public let selfServiceHours: [Interval]
  /// Whether self-service opening keeps the promise; otherwise only staffed opening does.
  public let promiseKeptBySelfService: Bool
  /// People who can use it at once.
  public let seats: Int
  /// Visits per hour that one staff member present can serve.
  public let visitsPerStaffHour: Int
  /// Visits per hour served without staff, wherever self-service is allowed.
  public let visitsPerSelfServiceHour: Int
  /// Fewest staff present in any staffed slot, at least 1.
  public let minimumStaff: Int
  /// Most staff present in any slot.
  public let maximumStaff: Int
  /// Skills of which at least one person present must hold each, in any staffed slot, sorted.
  public let neededSkills: [String]
  /// Cost of an hour of staffed opening (to the host), per minute.
  public let staffedCostPerMinute: Money
  /// Cost of an hour of self-service opening, per minute.
  public let selfServiceCostPerMinute: Money
}
