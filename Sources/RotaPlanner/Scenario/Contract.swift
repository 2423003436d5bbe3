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

/// The limits on one staff class, resolved from a rule set and the scenario's overrides. Nil means: no such limit. The defaults are
/// what holds where a rule set says nothing.
struct Contract: Hashable, Sendable {
  /// Id of the class (`usw`, `part_time`, `volunteer`, ...).
  var id: String
  /// Rule set it came from (`cn-standard`, `eu-wtd`).
  var ruleSet: String
  /// Normal paid minutes a day; beyond are overtime.
  var normalDayMinutes: Minutes = 480
  /// Normal paid minutes a week; beyond are overtime.
  var normalWeekMinutes: Minutes = 2400
  /// Most overtime minutes a day; 0 forbids overtime.
  var overtimeDayMinutes: Minutes = 0
  /// Most overtime minutes in a calendar month.
  var overtimeMonthMinutes: Minutes?
  /// Most paid minutes in a week, overtime included, where the law sets one besides the normal week.
  var maximumWeekMinutes: Minutes?
  /// Shortest duty, paid minutes.
  var minimumDutyMinutes: Minutes = 180
  /// Longest duty, paid minutes, overtime included.
  var maximumDutyMinutes: Minutes = 480
  /// Longest time from the start to the end of a duty, gaps included.
  var maximumSpanMinutes: Minutes = 720
  /// Shortest segment of a duty.
  var minimumSegmentMinutes: Minutes = 60
  /// Most segments at different places in one duty (a place counts again when it is returned to after another).
  var maximumPlaces = 2
  /// Whether one long unpaid gap may split a duty.
  var allowsSplit = false
  /// Shortest split gap.
  var minimumSplitMinutes: Minutes = 120
  /// Longest split gap.
  var maximumSplitMinutes: Minutes = 240
  /// A duty of more paid minutes needs an unpaid meal break, and no stretch of paid time may be longer.
  var mealBreakAfterMinutes: Minutes?
  /// Shortest meal break; a meal break is this, rounded up to slots.
  var mealBreakMinutes: Minutes = 30
  /// Least time from the end of a duty to the start of the next.
  var dailyRestMinutes: Minutes?
  /// How weekly rest is measured; nil: no weekly rest rule.
  var weeklyRestKind: WeeklyRestKind?
  /// Length of the weekly rest where it is continuous.
  var weeklyRestMinutes: Minutes = 1440
  /// Most days in a row on which a duty starts.
  var maximumConsecutiveDays: Int?
  /// Counts of a week (R30).
  var weekCounts = WeekCounts()
  /// Most paid minutes a week on average over the reference period that the ledger covers, horizon included.
  var averageWeekMinutes: Minutes?
  /// Most paid minutes a week for people flagged as night workers (8 h in each 24 h, six days).
  var nightWorkerWeekMinutes: Minutes?
  /// Start and end of the night as minutes of the day; an end before the start lies on the next day.
  var nightStart: Minutes = 1320
  /// End of the night.
  var nightEnd: Minutes = 360
  /// Whether nights are closed to pregnant (from `protection.fromMonth` on), nursing and minor staff.
  var bansProtectedNights = true
  /// What pregnant and nursing staff of the class are granted.
  var protection = Protection(countsAntenatal: true)
  /// Minutes of each duty that are working time beside segments and travel, up to slots; 0 but in what `protecting` makes.
  var creditMinutes: Minutes = 0
  /// How duties cost.
  var payBasis = PayBasis.overtimeOnly
  /// Pay on an overtime minute, percent of the normal rate (150).
  var overtimePayPercent = 100
  /// Pay on a weekend day, percent (200).
  var weekendPayPercent = 100
  /// Pay on a statutory holiday, percent (300).
  var holidayPayPercent = 100
  /// Citation by the key of the limit in the rule-set file, for messages; sorted by key.
  var citations: [Citation] = []
}

/// Where a limit comes from.
struct Citation: Hashable, Sendable {
  /// Key of the limit, as in the rule-set file (`overtime_month`).
  var key: String
  /// Law, article, or "house rule".
  var source: String
}
