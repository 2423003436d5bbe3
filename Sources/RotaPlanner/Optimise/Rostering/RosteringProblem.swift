/// A kind of duty that a person may have on a day: what the limits on a roster need to know of it.
struct DutyKind: Sendable, Hashable {
  /// Length that counts towards the minutes of a roster.
  var minutes: Int
}

/// One person to be rostered.
struct RosterPerson: Sendable, Hashable {
  /// The hard limits.
  var limits: RosterLimits
  /// How the person stood on the day before the horizon.
  var start: RosterStart
  /// Whether kind `k` is allowed on day `d`, at `d * kindCount + k`.
  var allowed: [Bool]
  /// Cost of kind `k` on day `d`, at `d * kindCount + k`; negative where a wish is granted.
  var cost: [Int]
  /// Whether day `d` may stay without a duty.
  var offAllowed: [Bool]
  /// Cost of the day off on day `d`.
  var offCost: [Int]

  /// A person as given; the arrays have the sizes their docs say.
  init(
    limits: RosterLimits, start: RosterStart = .open, allowed: [Bool], cost: [Int], offAllowed: [Bool], offCost: [Int]
  ) {
    self.limits = limits
    self.start = start
    self.allowed = allowed
    self.cost = cost
    self.offAllowed = offAllowed
    self.offCost = offCost
  }
}

/// People, days, kinds of duty and cover rows: all that the rostering engine knows.
///
/// A roster gives each day of a person at most one kind of duty. The objective is the cost of all rosters, plus the cost
/// of the cover reached on each row, plus `constant`; it is an integer and minimised.
struct RosteringProblem: Sendable {
  /// Number of days.
  var dayCount: Int
  /// The weekend that day `d` belongs to, or -1; the days of a weekend are consecutive.
  var weekendOfDay: [Int]
  /// The kinds of duty.
  var kinds: [DutyKind]
  /// Whether kind `b` may follow kind `a` on the next day, at `a * kinds.count + b`.
  var mayFollow: [Bool]
  /// Sets of kinds whose number a roster may limit.
  var limitGroups: [[Int]]
  /// What wants staff.
  var rows: [CoverRow]
  /// The rows that kind `k` on day `d` covers, at `d * kinds.count + k`.
  var coverage: [[Int]]
  /// The people.
  var people: [RosterPerson]
  /// Part of the objective that no decision changes.
  var constant: Int

  /// The price of the dearest missing person, in objective units.
  var highestMarginal: Int { rows.map { abs($0.under.marginal(max(1, $0.least))) }.max() ?? 1 }

  /// Number of kinds.
  var kindCount: Int { kinds.count }
}
