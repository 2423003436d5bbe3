/// A pin as the table has it: which of the other columns count depends on the kind.
struct PinDraft: DraftRow {
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case work, crew, off, staffed, closed, stop
  }

  var kind: Kind
  var staff: String?
  var station: String?
  var vehicle: String?
  var site: String?
  var date: CalendarDate
  /// nil: all day.
  var hours: ClockInterval?
  var count: Int
  let origin: Origin

  enum Columns {
    static let kind = Column("kind", "类型", required: true)
    static let staff = Column("staff", "工号", aliases: ["人员"])
    static let station = Column("station", "驿站", aliases: ["驿站编号"])
    static let vehicle = Column("vehicle", "车辆")
    static let site = Column("site", "点位", aliases: ["慰问点位"])
    static let date = Column("date", "日期", required: true)
    static let hours = Column("hours", "时间", aliases: ["时段"])
    static let count = Column("count", "数量", aliases: ["kits", "人数"])
    static let note = Column("note", "备注")
  }

  static let schema = TableSchema(
    "pins",
    [
      Columns.kind, Columns.staff, Columns.station, Columns.vehicle, Columns.site, Columns.date, Columns.hours,
      Columns.count, Columns.note,
    ])

  static let kinds = CellType<Kind>.choice([
    (["work", "上岗", "值守"], .work), (["crew", "随车", "配送"], .crew), (["off", "不排", "休息"], .off),
    (["staffed", "必须有人", "有人"], .staffed), (["closed", "关闭"], .closed), (["stop", "必送", "送达"], .stop),
  ])

  init?(_ row: TableRow) {
    guard let kind = row.required(Columns.kind, Self.kinds), let date = row.required(Columns.date, .date) else {
      return nil
    }
    self.kind = kind
    staff = row.optional(Columns.staff, .id)
    station = row.optional(Columns.station, .id)
    vehicle = row.optional(Columns.vehicle, .id)
    site = row.optional(Columns.site, .id)
    self.date = date
    hours = row.optional(Columns.hours, .interval)
    count = row.value(Columns.count, .integer(in: 1...100_000), default: 1)
    origin = row.origin
    for column in kind.idleColumns where !row.text(column).isEmpty {
      row.issues.add(
        Issue(.pinCellIgnored, at: row.location(column), subject: kind.rawValue, found: row.text(column)))
    }
  }
}

extension PinDraft.Kind {
  /// The columns that say nothing in a pin of this kind.
  fileprivate var idleColumns: [Column] {
    typealias Columns = PinDraft.Columns
    let used: [Column] =
      switch self {
      case .work: [Columns.staff, Columns.station, Columns.hours]
      case .crew: [Columns.staff, Columns.vehicle, Columns.hours]
      case .off: [Columns.staff, Columns.hours]
      case .staffed: [Columns.station, Columns.hours, Columns.count]
      case .closed: [Columns.station, Columns.hours]
      case .stop: [Columns.site, Columns.count]
      }
    let kinds = [Columns.staff, Columns.station, Columns.vehicle, Columns.site, Columns.hours, Columns.count]
    return kinds.filter { !used.contains($0) }
  }
}

/// A row of `ledger`: what past rotas gave one person.
struct LedgerDraft: DraftRow {
  var staff: String
  /// Date and time of the end of the last duty.
  var lastDutyEnd: DateTime?
  /// Where the person is until then, when that is after the first midnight.
  var lastDutyStation: String?
  var consecutiveDays: Int
  var weekMinutes: Minutes
  var monthOvertimeMinutes: Minutes
  var referenceWeeks: Int
  var referenceMinutes: Minutes
  /// By `BurdenClass.rawValue`.
  var burdens: [Int]
  let origin: Origin

  enum Columns {
    static let staff = Column("staff", "工号", aliases: ["id", "人员"], required: true)
    static let lastDutyEnd = Column("last_duty_end", "上次下班")
    static let lastDutyStation = Column("last_duty_station", "上次驿站")
    static let consecutiveDays = Column("consecutive_days", "连续上班天数")
    static let week = Column("week_hours", "本周已排小时")
    static let monthOvertime = Column("month_overtime_hours", "本月加班小时")
    static let referenceWeeks = Column("reference_weeks", "参考周数")
    static let referenceHours = Column("reference_hours", "参考期小时")
    static let weekend = Column("weekend", "周末次数")
    static let evening = Column("evening", "晚班次数")
    static let early = Column("early", "早班次数")
    static let hot = Column("hot", "高温次数")
    static let burdens = [weekend, evening, early, hot]
  }

  static let schema = TableSchema(
    "ledger",
    [
      Columns.staff, Columns.lastDutyEnd, Columns.lastDutyStation, Columns.consecutiveDays, Columns.week,
      Columns.monthOvertime, Columns.referenceWeeks, Columns.referenceHours,
    ] + Columns.burdens, takesBareRows: true)

  init?(_ row: TableRow) {
    guard let staff = row.required(Columns.staff, .id) else { return nil }
    self.staff = staff
    lastDutyEnd = row.optional(Columns.lastDutyEnd, DateTime.cell)
    lastDutyStation = row.optional(Columns.lastDutyStation, .id)
    consecutiveDays = row.value(Columns.consecutiveDays, .integer(in: 0...366), default: 0)
    weekMinutes = row.value(Columns.week, .hours(upTo: 168), default: 0)
    monthOvertimeMinutes = row.value(Columns.monthOvertime, .hours(upTo: 744), default: 0)
    referenceWeeks = row.value(Columns.referenceWeeks, .integer(in: 0...104), default: 0)
    referenceMinutes = row.value(Columns.referenceHours, .hours(upTo: 20_000), default: 0)
    burdens = Columns.burdens.map { row.value($0, .integer(in: 0...10_000), default: 0) }
    origin = row.origin
  }
}

/// A date and a time of day.
struct DateTime: Hashable, Sendable {
  var date: CalendarDate
  /// Minutes from the date's midnight, 0...1440.
  var minutes: Minutes

  /// `2026-07-05 20:00` or `2026-07-05T20:00`.
  static let cell = CellType<DateTime>(Message("expected.dateTime"), .valueNotDateTime) { text in
    guard let split = text.lastIndex(where: { $0 == " " || $0 == "T" }) else { return nil }
    guard let date = try? CellType<CalendarDate>.date.read(String(text[..<split])),
      let minutes = try? CellType<Minutes>.time.read(String(text[text.index(after: split)...]))
    else { return nil }
    return DateTime(date: date, minutes: minutes)
  }
}

/// A row of `heat`: the forecast of one day.
struct HeatDraft: DraftRow {
  var date: CalendarDate
  /// Tenths of a degree.
  var maximum: Int
  let origin: Origin

  enum Columns {
    static let date = Column("date", "日期", required: true)
    static let maximum = Column("maximum", "最高气温", aliases: ["max", "最高温度", "气温"], required: true)
    static let warning = Column("warning", "预警")
    static let note = Column("note", "备注")
  }

  static let schema = TableSchema("heat", [Columns.date, Columns.maximum, Columns.warning, Columns.note])

  init?(_ row: TableRow) {
    guard let date = row.required(Columns.date, .date), let maximum = row.required(Columns.maximum, .celsius) else {
      return nil
    }
    self.date = date
    self.maximum = maximum
    origin = row.origin
  }
}
