/// A row of `requests`: a wish for or against a duty.
struct RequestDraft: DraftRow {
  var staff: String
  var firstDay: CalendarDate
  var lastDay: CalendarDate
  var kind: Wish.Kind
  /// The hours meant; nil: all day.
  var hours: ClockInterval?
  var weight: Score
  let origin: Origin

  enum Columns {
    static let staff = Column("staff", "工号", aliases: ["id", "人员"], required: true)
    static let date = Column("date", "日期", aliases: ["from", "开始日期"], required: true)
    static let until = Column("until", "结束日期", aliases: ["to", "至"])
    static let kind = Column("kind", "愿望", aliases: ["类型"], required: true)
    static let hours = Column("hours", "时间", aliases: ["时段"])
    static let weight = Column("weight", "权重")
    static let note = Column("note", "备注")
  }

  static let schema = TableSchema(
    "requests",
    [Columns.staff, Columns.date, Columns.until, Columns.kind, Columns.hours, Columns.weight, Columns.note])

  static let kinds = CellType<Wish.Kind>.choice([
    (["on", "希望上班", "上班", "想上", "work"], .on), (["off", "希望休息", "休息", "不想上", "rest"], .off),
  ])

  init?(_ row: TableRow) {
    guard let staff = row.required(Columns.staff, .id), let date = row.required(Columns.date, .date),
      let kind = row.required(Columns.kind, Self.kinds)
    else { return nil }
    self.staff = staff
    firstDay = date
    lastDay = row.value(Columns.until, .date, default: date)
    self.kind = kind
    hours = row.optional(Columns.hours, .interval)
    weight = row.value(Columns.weight, .units(), default: Score(micro: 2_000_000))
    origin = row.origin
  }
}
