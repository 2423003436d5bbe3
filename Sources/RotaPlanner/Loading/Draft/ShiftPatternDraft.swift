/// A row of `shift_patterns`: what one or several days of a cycle look like.
struct ShiftPatternDraft: DraftRow {
  var pattern: String
  var days: PatternDays
  /// Length of the cycle; nil: as long as the days named need.
  var cycleDays: Int?
  var work: [ClockInterval]
  var breaks: [BreakDraft]
  let origin: Origin

  enum Columns {
    static let pattern = Column("pattern", "作息", aliases: ["id", "编号", "作息编号"], required: true)
    static let days = Column("days", "哪几天", aliases: ["day", "星期", "第几天"], emptyIsTold: "daily")
    static let cycle = Column("cycle_days", "周期天数", aliases: ["cycle"])
    static let work = Column("work", "工作时间", aliases: ["hours", "上班时间"], required: true)
    static let breaks = Column("breaks", "休息时间", aliases: ["break", "歇息"])
  }

  static let schema = TableSchema(
    "shift_patterns", [Columns.pattern, Columns.days, Columns.cycle, Columns.work, Columns.breaks])

  init?(_ row: TableRow) {
    guard let pattern = row.required(Columns.pattern, .id) else { return nil }
    self.pattern = pattern
    days = row.value(Columns.days, PatternDays.cell, default: .every)
    cycleDays = row.optional(Columns.cycle, .integer(in: 1...366))
    // Work before six is no slip.
    work = row.required(Columns.work, .intervals.doubting(IntervalDoubt.overnight)) ?? []
    breaks = row.value(Columns.breaks, BreakDraft.cell, default: [])
    origin = row.origin
    if let doubt = days.doubt(cycleDays) {
      row.issues.add(doubt.issue(at: row.location(Columns.days), found: row.text(Columns.days)))
    }
  }
}

/// The days of a cycle that a pattern's row is about.
enum PatternDays: Hashable, Sendable {
  /// All days alike.
  case every
  /// Days of the cycle, counted from 1.
  case numbers([Int])
  /// Days of the week; the cycle is the calendar week then.
  case weekdays(WeekdaySet)

  static let cell = CellType<PatternDays>(Message("expected.patternDays"), .valueNotPatternDays) { text in
    if ["daily", "every", "all", "每天", "每日"].contains(text.lowercased()) { return .every }
    guard text.first?.isNumber == true else { return WeekdayText.read(text).map(PatternDays.weekdays) }
    return numbers(text).map(PatternDays.numbers)
  }.asList()

  /// Numbers that begin with 1 and end as a week of work does may be days of the week, unless the row says how long its cycle is.
  func doubt(_ cycleDays: Int?) -> Doubt? {
    guard cycleDays == nil, case .numbers(let numbers) = self, let last = numbers.last, (5...6).contains(last),
      numbers == Array(1...last)
    else { return nil }
    let week = last == 5 ? "mon-fri" : "mon-sat"
    return Doubt(
      reading: Message("doubt.cycle", ["days": last]), other: week,
      fix: Message("fix.weekOrCycle", ["week": week, "days": last]))
  }

  private static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    for item in text.replacing("~", with: "-").replacing("至", with: "-").split(whereSeparator: { ";,、| ".contains($0) })
    {
      let ends = item.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard ends.count <= 2, let first = ends.first, let last = ends.last, first >= 1, last >= first, last <= 366 else {
        return nil
      }
      numbers += first...last
    }
    return numbers.isEmpty ? nil : numbers
  }
}

/// A break with the share of people who use a station in it.
struct BreakDraft: Hashable, Sendable {
  var interval: ClockInterval
  /// Of 100 people, how many; nil: the group's share.
  var sharePercent: Int?

  /// Intervals, each perhaps with `@` and a percentage: `11:30-12:30@60; 15:00-15:20`.
  static let cell = CellType<[BreakDraft]>(Message("expected.breaks"), .valueNotBreaks) { text in
    var breaks: [BreakDraft] = []
    for item in text.split(whereSeparator: { ";,、|".contains($0) }) {
      let parts = item.split(separator: "@", omittingEmptySubsequences: false).map { CellText.trimmed(String($0)) }
      guard let intervals = IntervalText.intervals(parts[0]), parts.count <= 2 else { return nil }
      let share = parts.count == 2 ? try? CellType<Int>.percent(upTo: 100).read(parts[1]) : nil
      guard parts.count == 1 || (share != nil && !intervals.isEmpty) else { return nil }
      breaks += intervals.map { BreakDraft(interval: $0, sharePercent: share) }
    }
    return breaks
  }.asList().doubting(IntervalDoubt.overnight)
}
