/// A station as the table has it, before references and the horizon are known.
struct StationDraft: DraftRow {
  var id: String
  var name: String
  var street: String
  var place: PlaceDraft?
  /// Host hours by day of the week.
  var hostHours: [WeeklyInterval]?
  /// Host hours on statutory holidays; nil: as on the day of the week.
  var holidayHours: [ClockInterval]?
  var promisedHours: [WeeklyInterval]
  var selfService: SelfServiceDraft
  var promiseKeptBySelfService: Bool
  var seats: Int
  var visitsPerStaffHour: Int
  var visitsPerSelfServiceHour: Int
  var minimumStaff: Int
  var maximumStaff: Int
  var neededSkills: [String]
  var staffedCostPerMinute: Money
  var selfServiceCostPerMinute: Money
  let origin: Origin

  enum Columns {
    static let id = Column("id", "编号", aliases: ["station", "驿站编号"], required: true)
    static let name = Column("name", "名称", aliases: ["驿站", "驿站名称"])
    static let street = Column("street", "街道", aliases: ["所属街道"])
    static let type = Column("type", "类型", aliases: ["驿站类型"])
    static let hostHours = Column("host_hours", "东道单位时间", aliases: ["host hours", "可开放时间"])
    static let holidayHours = Column("holiday_hours", "节假日时间", aliases: ["法定节假日时间"])
    static let promisedHours = Column(
      "promised_hours", "公示时间", aliases: ["posted_hours", "开放时间"], emptyIsTold: "none")
    static let selfService = Column("self_service", "自助开放", aliases: ["self_service_hours", "自助时间"])
    static let promiseBySelfService = Column("promise_by_self_service", "自助算兑现")
    static let seats = Column("seats", "座位", aliases: ["座位数"])
    static let visitsPerStaffHour = Column("visits_per_staff_hour", "每人每小时人次")
    static let visitsPerSelfServiceHour = Column("visits_per_self_service_hour", "自助每小时人次")
    static let minimumStaff = Column("minimum_staff", "最少在岗", aliases: ["min_staff"])
    static let maximumStaff = Column("maximum_staff", "最多在岗", aliases: ["max_staff"])
    static let skills = Column("skills", "所需技能", aliases: ["技能"])
    static let staffedCost = Column("staffed_cost_per_hour", "值守每小时费用")
    static let selfServiceCost = Column("self_service_cost_per_hour", "自助每小时费用")
  }

  static let schema = TableSchema(
    "stations",
    [
      Columns.id, Columns.name, Columns.street, Columns.type, Columns.hostHours, Columns.holidayHours,
      Columns.promisedHours, Columns.selfService, Columns.promiseBySelfService, Columns.seats,
      Columns.visitsPerStaffHour, Columns.visitsPerSelfServiceHour, Columns.minimumStaff, Columns.maximumStaff,
      Columns.skills, Columns.staffedCost, Columns.selfServiceCost,
    ] + PlaceDraft.columns)

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    street = row.value(Columns.street, .word, default: "")
    place = PlaceDraft(row)
    let type = row.optional(Columns.type, StationType.cell)
    hostHours = row.optional(Columns.hostHours, .weeklyIntervals) ?? type?.hostHours
    holidayHours = row.optional(Columns.holidayHours, .intervals)
    promisedHours = row.value(Columns.promisedHours, .weeklyIntervals, default: [])
    selfService = row.value(Columns.selfService, SelfServiceDraft.cell, default: type?.selfService ?? .never)
    promiseKeptBySelfService = row.value(Columns.promiseBySelfService, .boolean, default: false)
    seats = row.value(Columns.seats, .integer(in: 1...10_000), default: 8)
    visitsPerStaffHour = row.value(Columns.visitsPerStaffHour, .integer(in: 0...10_000), default: 20)
    visitsPerSelfServiceHour = row.value(Columns.visitsPerSelfServiceHour, .integer(in: 0...10_000), default: 10)
    minimumStaff = row.value(Columns.minimumStaff, .integer(in: 1...100), default: 1)
    maximumStaff = row.value(Columns.maximumStaff, .integer(in: 1...100), default: max(2, minimumStaff))
    neededSkills = row.value(Columns.skills, .words, default: [])
    staffedCostPerMinute = row.value(Columns.staffedCost, .yuanPerHour, default: .zero)
    selfServiceCostPerMinute = row.value(Columns.selfServiceCost, .yuanPerHour, default: .zero)
    origin = row.origin
  }
}

/// When a station may be open without staff.
enum SelfServiceDraft: Hashable, Sendable {
  case never
  case hostHours
  case hours([WeeklyInterval])

  /// Yes (all host hours), no, or hours.
  static let cell = CellType<SelfServiceDraft>(Message("expected.selfService")) { text throws(CellFault) in
    if let flag = try? CellType<Bool>.boolean.read(text) { return flag ? .hostHours : .never }
    return .hours(try CellType<[WeeklyInterval]>.weeklyIntervals.read(text))
  }.doubting(IntervalDoubt.any)
}

/// Usual host hours, so that a table need not repeat them.
struct StationType: Sendable {
  let hostHours: [WeeklyInterval]
  let selfService: SelfServiceDraft

  private static func hours(_ weekdays: WeekdaySet, _ spans: (Int, Int)...) -> [WeeklyInterval] {
    spans.map { WeeklyInterval(weekdays: weekdays, interval: ClockInterval(start: $0.0, end: $0.1)) }
  }

  static let cell = CellType<StationType>.choice([
    (
      ["office", "机关", "host-office"], StationType(hostHours: hours(.mondayToFriday, (540, 1020)), selfService: .never)
    ),
    (["shop", "商铺", "商户", "银行"], StationType(hostHours: hours(.all, (480, 1260)), selfService: .never)),
    (
      ["depot", "环卫", "sanitation-depot", "环卫班点"], StationType(hostHours: hours(.all, (300, 1200)), selfService: .never)
    ),
    (["self-24", "自助", "24h", "24小时自助"], StationType(hostHours: hours(.all, (0, 1440)), selfService: .hostHours)),
  ])
}
