/// A warm station: a small rest place, often inside a host's building.
public struct Station: Hashable, Sendable {
  /// Short id from the table, unique among stations.
  public internal(set) var id: String
  /// Name as people know it.
  public internal(set) var name: String
  /// Street (sub-district), used for "near home" and default travel; may be empty.
  var street: String
  /// Where it is, when known.
  var position: Position?
  /// When the host building can be open, over the whole horizon, normalised.
  var hostHours: [Interval]
  /// What is posted on the door, over the whole horizon, normalised. May reach beyond host hours (then it cannot be kept).
  var promisedHours: [Interval]
  /// When it may be open unstaffed, over the whole horizon, normalised; inside host hours.
  var selfServiceHours: [Interval]
  /// Whether self-service opening keeps the promise; otherwise only staffed opening does.
  var promiseKeptBySelfService: Bool
  /// People who can use it at once.
  var seats: Int
  /// Visits per hour that one staff member present can serve.
  var visitsPerStaffHour: Int
  /// Visits per hour served without staff, wherever self-service is allowed.
  var visitsPerSelfServiceHour: Int
  /// Fewest staff present in any staffed slot, at least 1.
  var minimumStaff: Int
  /// Most staff present in any slot.
  var maximumStaff: Int
  /// Skills of which at least one person present must hold each, in any staffed slot, sorted.
  var neededSkills: [String]
  /// Cost of an hour of staffed opening (to the host), per minute.
  var staffedCostPerMinute: Money
  /// Cost of an hour of self-service opening, per minute.
  var selfServiceCostPerMinute: Money
}
