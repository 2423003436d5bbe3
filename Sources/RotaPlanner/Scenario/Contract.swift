/// How a staff class is paid in the plan's budget.
enum PayBasis: String, Sendable {
  /// Wages are paid anyway; only overtime and the extra pay of rest days and holidays cost.
  case overtimeOnly
  /// Every paid minute costs (part-timers, bought-in hours).
  case allHours
  /// Nothing costs (volunteers, the host's own people).
  case free
}

/// How the weekly rest is measured.
enum WeeklyRestKind: String, Sendable {
  /// One whole calendar day without work (Labour Law art 38).
  case calendarDay
  /// An unbroken stretch of `weeklyRestMinutes` inside the week (Directive 2003/88/EC art 5).
  case continuous
}

/// The limits on one staff class, resolved from a rule set and the scenario's overrides. Nil means: no such limit.
struct Contract: Hashable, Sendable {
  /// Id of the class (`usw`, `part_time`, `volunteer`, ...).
  let id: String
  /// Rule set it came from (`cn-standard`, `eu-wtd`).
  let ruleSet: String
  /// Normal paid minutes a day; beyond are overtime.
  let normalDayMinutes: Minutes
  /// Normal paid minutes a week; beyond are overtime.
  let normalWeekMinutes: Minutes
  /// Most overtime minutes a day; 0 forbids overtime.
  let overtimeDayMinutes: Minutes
  /// Most overtime minutes in a calendar month.
  let overtimeMonthMinutes: Minutes?
  /// Most paid minutes in a week, overtime included, where the law sets one besides the normal week.
  let maximumWeekMinutes: Minutes?
  /// Shortest duty, paid minutes.
  let minimumDutyMinutes: Minutes
  /// Longest duty, paid minutes, overtime included.
  let maximumDutyMinutes: Minutes
  /// Longest time from the start to the end of a duty, gaps included.
  let maximumSpanMinutes: Minutes
  /// Shortest segment of a duty.
  let minimumSegmentMinutes: Minutes
  /// Most segments at different places in one duty (a place counts again when it is returned to after another).
  let maximumPlaces: Int
  /// Whether one long unpaid gap may split a duty.
  let allowsSplit: Bool
  /// Shortest split gap.
  let minimumSplitMinutes: Minutes
  /// Longest split gap.
  let maximumSplitMinutes: Minutes
  /// A duty of more paid minutes needs an unpaid meal break, and no stretch of paid time may be longer.
  let mealBreakAfterMinutes: Minutes?
  /// Shortest meal break; a meal break is this, rounded up to slots.
  let mealBreakMinutes: Minutes
  /// Least time from the end of a duty to the start of the next.
  let dailyRestMinutes: Minutes?
  /// How weekly rest is measured; nil: no weekly rest rule.
  let weeklyRestKind: WeeklyRestKind?
  /// Length of the weekly rest where it is continuous.
  let weeklyRestMinutes: Minutes
  /// Most days in a row on which a duty starts.
  let maximumConsecutiveDays: Int?
  /// Most paid minutes a week on average over the reference period that the ledger covers, horizon included.
  let averageWeekMinutes: Minutes?
  /// Most paid minutes a week for people flagged as night workers (8 h in each 24 h, six days).
  let nightWorkerWeekMinutes: Minutes?
  /// Start and end of the night as minutes of the day; an end before the start lies on the next day.
  let nightStart: Minutes
  /// End of the night.
  let nightEnd: Minutes
  /// Whether nights are closed to pregnant (from `protection.fromMonth` on), nursing and minor staff.
  let bansProtectedNights: Bool
  /// What pregnant and nursing staff of the class are granted.
  let protection: Protection
  /// Minutes of each duty that are working time beside segments and travel, up to slots; 0 but in what `protecting` makes.
  let creditMinutes: Minutes
  /// How duties cost.
  let payBasis: PayBasis
  /// Pay on an overtime minute, percent of the normal rate (150).
  let overtimePayPercent: Int
  /// Pay on a weekend day, percent (200).
  let weekendPayPercent: Int
  /// Pay on a statutory holiday, percent (300).
  let holidayPayPercent: Int
  /// Citation by the key of the limit in the rule-set file, for messages; sorted by key.
  let citations: [Citation]
}

/// Where a limit comes from.
struct Citation: Hashable, Sendable {
  /// Key of the limit, as in the rule-set file (`overtime_month`).
  let key: String
  /// Law, article, or "house rule".
  let source: String
}
