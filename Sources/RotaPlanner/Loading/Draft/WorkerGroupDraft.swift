/// A worker group as the table has it.
struct WorkerGroupDraft: DraftRow {
  var id: String
  var name: String
  var trade: String
  var street: String
  var place: PlaceDraft?
  var headcount: Int
  /// The pattern's id; nil: the trade's usual pattern.
  var pattern: String?
  /// Day of the cycle, counted from 1, that falls on the horizon's first day.
  var cycleDay: Int?
  /// A date on which day 1 of the cycle falls.
  var cycleStart: CalendarDate?
  var sharePercent: Int?
  var dwellMinutes: Minutes?
  var employment: Employment?
  var visitWeight: Score?
  let origin: Origin

  enum Columns {
    static let id = Column("id", "编号", aliases: ["group", "群体编号"], required: true)
    static let name = Column("name", "名称", aliases: ["群体", "群体名称"])
    static let trade = Column("trade", "工种", aliases: ["行业", "职业"], required: true)
    static let street = Column("street", "街道", aliases: ["所属街道"])
    static let headcount = Column("headcount", "人数", aliases: ["people"], required: true)
    static let pattern = Column("pattern", "作息", aliases: ["shift_pattern", "作息编号"])
    static let cycleDay = Column("cycle_day", "周期第几天")
    static let cycleStart = Column("cycle_start", "周期起始日")
    static let share = Column("share", "使用率", aliases: ["share_percent", "使用比例"])
    static let dwell = Column("dwell", "停留", aliases: ["dwell_minutes", "停留分钟"])
    static let employment = Column("employment", "用工", aliases: ["用工形式"])
    static let weight = Column("weight", "权重")
  }

  static let schema = TableSchema(
    "worker_groups",
    [
      Columns.id, Columns.name, Columns.trade, Columns.street, Columns.headcount, Columns.pattern, Columns.cycleDay,
      Columns.cycleStart, Columns.share, Columns.dwell, Columns.employment, Columns.weight,
    ] + PlaceDraft.columns)

  static let employments = CellType<Employment>.choice([
    (["employed", "受雇", "职工"], .employed), (["self-employed", "自雇", "灵活就业", "平台", "platform"], .selfEmployed),
  ])

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    let trade = row.required(Columns.trade, .word)
    let headcount = row.required(Columns.headcount, .integer(in: 1...1_000_000))
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    self.trade = trade ?? ""
    street = row.value(Columns.street, .word, default: "")
    place = PlaceDraft(row)
    self.headcount = headcount ?? 1
    pattern = row.optional(Columns.pattern, .id)
    cycleDay = row.optional(Columns.cycleDay, .integer(in: 1...366))
    cycleStart = row.optional(Columns.cycleStart, .date)
    sharePercent = row.optional(Columns.share, .percent(upTo: 100))
    dwellMinutes = row.optional(Columns.dwell, .duration(in: 1...480))
    employment = row.optional(Columns.employment, Self.employments)
    visitWeight = row.optional(Columns.weight, .units())
    origin = row.origin
  }
}

/// A row of `reach`: one station in walking reach of one worker group.
struct ReachDraft: DraftRow {
  var group: String
  var station: String
  var walkMinutes: Minutes
  let origin: Origin

  enum Columns {
    static let group = Column("group", "群体", aliases: ["worker_group", "群体编号"], required: true)
    static let station = Column("station", "驿站", aliases: ["驿站编号"], required: true)
    static let walk = Column("walk", "步行分钟", aliases: ["walk_minutes", "步行"], required: true)
  }

  static let schema = TableSchema("reach", [Columns.group, Columns.station, Columns.walk])

  init?(_ row: TableRow) {
    guard let group = row.required(Columns.group, .id), let station = row.required(Columns.station, .id),
      let walk = row.required(Columns.walk, .duration(in: 0...240))
    else { return nil }
    self.group = group
    self.station = station
    walkMinutes = walk
    origin = row.origin
  }
}

/// A row of `visits`: visits wanted as a planner knows them.
struct VisitDraft: DraftRow {
  var station: String
  var days: DayChoice
  var hours: ClockInterval
  var visits: Int
  var dwellMinutes: Minutes
  var weight: Score
  let origin: Origin

  enum Columns {
    static let station = Column("station", "驿站", aliases: ["驿站编号"], required: true)
    static let days = Column("days", "日期", aliases: ["date", "星期"], emptyIsTold: "daily")
    static let hours = Column("hours", "时段", aliases: ["时间"], required: true)
    static let visits = Column("visits", "人次", required: true)
    static let dwell = Column("dwell", "停留", aliases: ["dwell_minutes", "停留分钟"])
    static let weight = Column("weight", "权重")
  }

  static let schema = TableSchema(
    "visits", [Columns.station, Columns.days, Columns.hours, Columns.visits, Columns.dwell, Columns.weight])

  init?(_ row: TableRow) {
    guard let station = row.required(Columns.station, .id), let hours = row.required(Columns.hours, .interval),
      let visits = row.required(Columns.visits, .integer(in: 0...1_000_000))
    else { return nil }
    self.station = station
    days = row.value(Columns.days, DayChoice.cell, default: .weekdays(.all))
    self.hours = hours
    self.visits = visits
    dwellMinutes = row.value(Columns.dwell, .duration(in: 1...480), default: 15)
    weight = row.value(Columns.weight, .units(), default: Score(micro: 1_000_000))
    origin = row.origin
  }
}

/// One date, or days of the week.
enum DayChoice: Hashable, Sendable {
  case date(CalendarDate)
  case weekdays(WeekdaySet)

  static let cell = CellType<DayChoice>(Message("expected.days")) { text throws(CellFault) in
    if let date = try? CellType<CalendarDate>.date.read(text) { return .date(date) }
    guard let weekdays = WeekdayText.read(CellText.normalised(text)) else {
      throw CellFault(.valueNotDate, Message("expected.days"))
    }
    return .weekdays(weekdays)
  }
}
