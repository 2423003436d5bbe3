/// A row of `availability`: leave, training and the like, or extra hours.
struct AvailabilityDraft: DraftRow {
  enum Kind: Hashable, Sendable {
    /// Cannot work then.
    case away
    /// At an antenatal examination: cannot work then, and what of it lies in the hours of work counts as worked.
    case antenatal
    /// Can work then, beside the usual hours.
    case extra
  }

  var staff: String
  var firstDay: CalendarDate
  var lastDay: CalendarDate
  /// The hours of each day; nil: all day.
  var hours: [ClockInterval]?
  var kind: Kind
  let origin: Origin

  enum Columns {
    static let staff = Column("staff", "工号", aliases: ["id", "人员"], required: true)
    static let date = Column("date", "日期", aliases: ["from", "开始日期"], required: true)
    static let until = Column("until", "结束日期", aliases: ["to", "至"])
    static let hours = Column("hours", "时间", aliases: ["时段"])
    static let kind = Column("kind", "类型", aliases: ["原因"], emptyIsTold: "away")
    static let note = Column("note", "备注")
  }

  static let schema = TableSchema(
    "availability",
    [Columns.staff, Columns.date, Columns.until, Columns.hours, Columns.kind, Columns.note])

  static let kinds = CellType<Kind>.choice([
    (["away", "leave", "off", "请假", "休假", "年假", "病假", "事假", "培训", "training", "sick", "不可"], .away),
    (["antenatal", "antenatal visit", "产检", "产前检查", "孕检"], .antenatal),
    (["extra", "available", "可上班", "加班可"], .extra),
  ])

  /// Words in `hours` of a row that says who is away: away for the whole day.
  private static let restWords: Set<String> = ["休息", "休", "全休", "off", "请假", "休假", "leave", "away"]

  /// The hours of each day; nil: all day. A word that may mean either all day or never is reported.
  private static func hours(_ row: TableRow, _ kind: Kind) -> [ClockInterval]? {
    let word = CellText.normalised(row.text(Columns.hours)).lowercased()
    if kind == .away, restWords.contains(word) { return nil }
    let hours = row.optional(Columns.hours, .intervals)
    guard let hours, hours.isEmpty else { return hours }
    row.issues.add(Issue(.leaveHoursUnclear, at: row.location(Columns.hours), found: row.text(Columns.hours)))
    return nil
  }

  init?(_ row: TableRow) {
    guard let staff = row.required(Columns.staff, .id), let date = row.required(Columns.date, .date) else {
      return nil
    }
    self.staff = staff
    firstDay = date
    lastDay = row.value(Columns.until, .date, default: date)
    kind = row.value(Columns.kind, Self.kinds, default: .away)
    hours = Self.hours(row, kind)
    origin = row.origin
  }
}
