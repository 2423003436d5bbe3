/// The hard limits on the roster of one person over the horizon. All counts include their end values.
struct RosterLimits: Sendable, Hashable {
  /// Fewest and most minutes of duty over the horizon.
  var minutes: ClosedRange<Int>
  /// Most days in a row with a duty.
  var mostDutiesInARow: Int
  /// Fewest days in a row with a duty, once one begins; a run that touches an edge of the horizon may be shorter.
  var fewestDutiesInARow: Int
  /// Fewest days off in a row, once one begins; a run that touches an edge of the horizon may be shorter.
  var fewestDaysOffInARow: Int
  /// Most weekends with a duty on the Saturday or the Sunday.
  var mostWeekends: Int
  /// Most duties of each limit group (`RosteringProblem.limitGroups`); `Int.max` where there is no limit.
  var mostByGroup: [Int]

  /// Limits as given; see the properties.
  init(
    minutes: ClosedRange<Int>, mostDutiesInARow: Int, fewestDutiesInARow: Int = 1, fewestDaysOffInARow: Int = 1,
    mostWeekends: Int = .max, mostByGroup: [Int] = []
  ) {
    self.minutes = minutes
    self.mostDutiesInARow = mostDutiesInARow
    self.fewestDutiesInARow = fewestDutiesInARow
    self.fewestDaysOffInARow = fewestDaysOffInARow
    self.mostWeekends = mostWeekends
    self.mostByGroup = mostByGroup
  }
}

/// How a person stood on the day before the horizon.
enum RosterStart: Sendable, Hashable {
  /// Off for long enough, and a first run of duties counts as begun before (the published instances' edge rule).
  case open
  /// Off since `days` days.
  case off(days: Int)
  /// On duty since `days` days in a row, the last one of kind `kind`.
  case onDuty(days: Int, kind: Int)

  /// Days before the horizon that are told of.
  var days: Int {
    switch self {
    case .open: 0
    case .off(let days), .onDuty(let days, _): days
    }
  }
}
