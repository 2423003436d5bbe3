/// How a staff class is paid in the plan's budget.
public enum PayBasis: String, Sendable {
  /// Wages are paid anyway; only overtime and the extra pay of rest days and holidays cost.
  case overtimeOnly
  /// Every paid minute costs (part-timers, bought-in hours).
  case allHours
  /// Nothing costs (volunteers, the host's own people).
  case free
}

/// How the weekly rest is measured.
public enum WeeklyRestKind: String, Sendable {
  /// One whole calendar day without work (Labour Law art 38).
  case calendarDay
  /// An unbroken stretch of `weeklyRestMinutes` inside the week (Directive 2003/88/EC art 5).
  case continuous
}

/// The limits on one staff class, resolved from a rule set and the scenario's overrides. Nil means: no such limit.
public struct Contract: Hashable, Sendable {
  /// Id of the class (`usw`, `part_time`, `volunteer`, ...).
  public let id: String
  /// Rule set it came from (`cn-standard`, `eu-wtd`).
  public let ruleSet: String
  /// Normal paid minutes a day; beyond are overtime.
  public let normalDayMinutes: Minutes
  /// Normal paid minutes a week; beyond are overtime.
  public let normalWeekMinutes: Minutes
  /// Most overtime minutes a day; 0 forbids overtime.
  public let overtimeDayMinutes: Minutes
  /// Most overtime minutes in a calendar month.
  public let overtimeMonthMinutes: Minutes?
  /// Most paid minutes in a week, overtime included, where the law sets one besides the normal week.
  public let maximumWeekMinutes: Minutes?
  /// Shortest duty, paid minutes.
  public let minimumDutyMinutes: Minutes
  /// Longest duty, paid minutes, overtime included.
  public let maximumDutyMinutes: Minutes
  /// Longest time from the start to the end of a duty, gaps included.
  public let maximumSpanMinutes: Minutes
  /// Shortest segment of a duty.
  public let minimumSegmentMinutes: Minutes
  /// Most segments at different places in one duty (a place counts again when it is returned to after another).
  public let maximumPlaces: Int
  /// Whether one long unpaid gap may split a duty.
  public let allowsSplit: Bool
  /// Shortest split gap.
  public let minimumSplitMinutes: Minutes
  /// Longest split gap.
  public let maximumSplitMinutes: Minutes
  /// A duty of more paid minutes needs an unpaid meal break, and no stretch of paid time may be longer.
  public let mealBreakAfterMinutes: Minutes?
  /// Shortest meal break; a meal break is this, rounded up to slots.
  public let mealBreakMinutes: Minutes
  /// Least time from the end of a duty to the start of the next.
  public let dailyRestMinutes: Minutes?
  /// How weekly rest is measured; nil: no weekly rest rule.
  public let weeklyRestKind: WeeklyRestKind?
  /// Length of the weekly rest where it is continuous.
  public let weeklyRestMinutes: Minutes
  /// Most days in a row on which a duty starts.
  public let maximumConsecutiveDays: Int?
  /// Most paid minutes a week on average over the reference period that the ledger covers, horizon included.
  public let averageWeekMinutes: Minutes?
  /// Most paid minutes a week for people flagged as night workers (8 h in each 24 h, six days).
  public let nightWorkerWeekMinutes: Minutes?
  /// Start and end of the night as minutes of the day; an end before the start lies on the next day.
  public let nightStart: Minutes
  /// End of the night.
  public let nightEnd: Minutes
  /// Whether nights are closed to pregnant (from `protection.fromMonth` on), nursing and minor staff.
  public let bansProtectedNights: Bool
  /// What pregnant and nursing staff of the class are granted.
  public let protection: Protection
  /// Minutes of each duty that are working time beside segments and travel, up to slots; 0 but in what `protecting` makes.
  public let creditMinutes: Minutes
  /// How duties cost.
  public let payBasis: PayBasis
  /// Pay on an overtime minute, percent of the normal rate (150).
  public let overtimePayPercent: Int
  /// Pay on a weekend day, percent (200).
  public let weekendPayPercent: Int
  /// Pay on a statutory holiday, percent (300).
  public let holidayPayPercent: Int
  /// Citation by the key of the limit in the rule-set file, for messages; sorted by key.
  public let citations: [Citation]
}

/// Where a limit comes from.
public struct Citation: Hashable, Sendable {
  /// Key of the limit, as in the rule-set file (`overtime_month`).
  public let key: String
  /// Law, article, or "house rule".
  public let source: String
}
