/// A staff member as the table has it.
struct StaffDraft: DraftRow {
  var id: String
  var name: String
  /// The staff class, by any of its names.
  var contract: String
  var homeStreet: String
  var allowedStations: StationChoice
  var homeStations: [String]
  var mayDeliver: Bool
  var skills: [String]
  var isPregnant: Bool
  /// On the last planned day; nil: unknown, or not pregnant.
  var pregnantMonth: Int?
  /// Children under one year.
  var nursedChildren: Int
  var isMinor: Bool
  var isNightWorker: Bool
  var maximumNightDuties: Int?
  var weekCounts: WeekCounts
  /// Whether the person agrees to a split; nil: as the class has it.
  var agreesToSplits: Bool?
  var weekCapMinutes: Minutes?
  var guaranteedWeekMinutes: Minutes
  var available: [WeeklyInterval]
  var payPerMinute: Money
  let origin: Origin

  enum Columns {
    static let id = Column("id", "工号", aliases: ["编号", "staff", "人员编号"], required: true)
    static let name = Column("name", "姓名", aliases: ["名称"])
    static let contract = Column(
      "class", "类别", aliases: ["contract", "staff_class", "人员类别", "工时制度"], emptyIsTold: "usw")
    static let street = Column("home_street", "所属街道", aliases: ["street", "街道", "常驻街道"])
    static let stations = Column(
      "stations", "可服务驿站", aliases: ["allowed_stations", "可去驿站"], emptyIsTold: "all")
    static let homeStations = Column("home_stations", "固定驿站", aliases: ["常驻驿站"])
    static let delivers = Column("delivers", "可配送", aliases: ["may_deliver"])
    static let skills = Column("skills", "技能")
    static let pregnant = Column("pregnant", "孕期")
    static let pregnantMonth = Column("pregnant_month", "孕期月数", aliases: ["孕月", "怀孕月数"])
    static let nursing = Column("nursing", "哺乳期", aliases: ["哺乳", "哺乳婴儿数"])
    static let minor = Column("minor", "未成年工", aliases: ["未成年"])
    static let nightWorker = Column("night_worker", "夜班工")
    static let maximumNights = Column("maximum_nights", "夜班上限", aliases: ["max_nights"])
    static let dutiesAWeek = Column("duties_a_week", "每周班数上限", aliases: ["每周最多班数"])
    static let eveningsAWeek = Column("evenings_a_week", "每周晚班上限", aliases: ["每周最多晚班"])
    static let splits = Column("splits", "分段班", aliases: ["同意分段班"])
    static let weekCap = Column("week_cap_hours", "每周上限小时", aliases: ["week_cap"])
    static let guaranteed = Column("guaranteed_hours", "每周保底小时", aliases: ["guaranteed_week_hours"])
    static let available = Column(
      "available", "可上班时间", aliases: ["availability"], emptyIsTold: "daily 6:00-22:00")
    static let pay = Column("pay_per_hour", "每小时工资", aliases: ["时薪"])
  }

  static let schema = TableSchema(
    "staff",
    [
      Columns.id, Columns.name, Columns.contract, Columns.street, Columns.stations, Columns.homeStations,
      Columns.delivers, Columns.skills, Columns.pregnant, Columns.pregnantMonth, Columns.nursing, Columns.minor,
      Columns.nightWorker, Columns.maximumNights, Columns.dutiesAWeek, Columns.eveningsAWeek, Columns.splits,
      Columns.weekCap, Columns.guaranteed, Columns.available, Columns.pay,
    ])

  /// From six in the morning to ten at night, every day.
  private static let usualHours = [
    WeeklyInterval(weekdays: .all, interval: ClockInterval(start: 360, end: 1320))
  ]

  /// Yes (one child), no, or the number of children.
  private static let nursed = CellType<Int>(Message("expected.nursing"), .valueNotBoolean) { text in
    if let flag = try? CellType<Bool>.boolean.read(text) { return flag ? 1 : 0 }
    return try? CellType<Int>.integer(in: 0...6).read(text)
  }

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    contract = row.value(Columns.contract, .word, default: "usw")
    homeStreet = row.value(Columns.street, .word, default: "")
    allowedStations = row.value(Columns.stations, StationChoice.cell, default: .all)
    homeStations = row.value(Columns.homeStations, .ids, default: [])
    mayDeliver = row.value(Columns.delivers, .boolean, default: false)
    skills = row.value(Columns.skills, .words, default: [])
    pregnantMonth = row.optional(Columns.pregnantMonth, .integer(in: 1...10))
    isPregnant = row.value(Columns.pregnant, .boolean, default: pregnantMonth != nil)
    nursedChildren = row.value(Columns.nursing, Self.nursed, default: 0)
    isMinor = row.value(Columns.minor, .boolean, default: false)
    isNightWorker = row.value(Columns.nightWorker, .boolean, default: false)
    maximumNightDuties = row.optional(Columns.maximumNights, .integer(in: 0...400))
    weekCounts = WeekCounts(
      duties: row.optional(Columns.dutiesAWeek, .integer(in: 0...7)),
      evenings: row.optional(Columns.eveningsAWeek, .integer(in: 0...7)))
    agreesToSplits = row.optional(Columns.splits, .boolean)
    weekCapMinutes = row.optional(Columns.weekCap, .hours(upTo: 168))
    guaranteedWeekMinutes = row.value(Columns.guaranteed, .hours(upTo: 168), default: 0)
    available = row.value(Columns.available, .weeklyIntervals, default: Self.usualHours)
    payPerMinute = row.value(Columns.pay, .yuanPerHour, default: .zero)
    origin = row.origin
  }
}

/// The stations a person may serve at.
enum StationChoice: Hashable, Sendable {
  case all
  case none
  /// Those of the person's own street.
  case street
  case named([String])

  static let cell = CellType<StationChoice>(Message("expected.stations")) { text throws(CellFault) in
    switch CellText.normalised(text).lowercased() {
    case "all", "全部", "所有": return .all
    case "none", "无": return .none
    case "street", "本街道": return .street
    default: return .named(try CellType<[String]>.ids.read(text))
    }
  }.asList()
}
