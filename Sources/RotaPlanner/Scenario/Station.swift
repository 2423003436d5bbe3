/// A warm station: a small rest place, often inside a host's building.
public struct Station: Hashable, Sendable {
  /// Short id from the table, unique among stations.
  public let id: String
  /// Name as people know it.
  public let name: String
  /// Street (sub-district), used for "near home" and default travel; may be empty.
  let street: String
  /// Where it is, when known.
  let position: Position?
  /// When the host building can be open, over the whole horizon, normalised.
  let hostHours: [Interval]
  /// What is posted on the door, over the whole horizon, normalised. May reach beyond host hours (then it cannot be kept).
  let promisedHours: [Interval]
  /// When it may be open unstaffed, over the whole horizon, normalised; inside host hours.
  let selfServiceHours: [Interval]
  /// Whether self-service opening keeps the promise; otherwise only staffed opening does.
  let promiseKeptBySelfService: Bool
  /// People who can use it at once.
  let seats: Int
  /// Visits per hour that one staff member present can serve.
  let visitsPerStaffHour: Int
  /// Visits per hour served without staff, wherever self-service is allowed.
  let visitsPerSelfServiceHour: Int
  /// Fewest staff present in any staffed slot, at least 1.
  let minimumStaff: Int
  /// Most staff present in any slot.
  let maximumStaff: Int
  /// Skills of which at least one person present must hold each, in any staffed slot, sorted.
  let neededSkills: [String]
  /// Cost of an hour of staffed opening (to the host), per minute.
  let staffedCostPerMinute: Money
  /// Cost of an hour of self-service opening, per minute.
  let selfServiceCostPerMinute: Money
}
