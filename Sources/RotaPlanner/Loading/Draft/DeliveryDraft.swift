/// A site as the table has it.
struct SiteDraft: DraftRow {
  var id: String
  var name: String
  var contact: String
  var trade: String
  var place: PlaceDraft?
  var people: Int
  var servedBefore: Int
  var rounds: Int
  var windows: [WeeklyInterval]
  var earliest: CalendarDate?
  var deadline: CalendarDate?
  /// Minutes of service; nil: by the number of people.
  var serviceMinutes: Minutes?
  var hasIndoorRest: Bool
  /// Goods by id; nil: all that may be given.
  var goods: [String]?
  /// Whether goods with alcohol are barred; nil: as usual for the trade, whose ban holds in any case.
  var alcoholFree: Bool?
  var firstKitWeight: Score
  var secondKitWeight: Score
  let origin: Origin

  enum Columns {
    static let id = Column("id", "编号", aliases: ["site", "点位编号"], required: true)
    static let name = Column("name", "单位", aliases: ["名称", "点位", "慰问点位"])
    static let contact = Column("contact", "联系人", aliases: ["联系电话"])
    static let trade = Column("trade", "工种", aliases: ["行业", "职业"], required: true)
    static let people = Column("people", "人数", aliases: ["headcount"], required: true)
    static let servedBefore = Column("served_before", "已领人数")
    static let rounds = Column("rounds", "轮次")
    static let windows = Column(
      "windows", "可送时间", aliases: ["window", "hours", "时间"], emptyIsTold: "daily 8:00-18:00")
    static let earliest = Column("earliest", "最早日期")
    static let deadline = Column("deadline", "最晚日期", aliases: ["截止日期"])
    static let service = Column("service", "停留分钟", aliases: ["service_minutes", "停留"])
    static let indoorRest = Column("indoor_rest", "室内休息", aliases: ["室内"])
    static let goods = Column("goods", "可发物资", aliases: ["kits", "物资"])
    static let alcoholFree = Column("alcohol_free", "禁含酒精")
    static let weight = Column("weight", "权重")
    static let secondWeight = Column("second_weight", "第二份权重")
  }

  static let schema = TableSchema(
    "sites",
    [
      Columns.id, Columns.name, Columns.contact, Columns.trade, Columns.people, Columns.servedBefore, Columns.rounds,
      Columns.windows, Columns.earliest, Columns.deadline, Columns.service, Columns.indoorRest, Columns.goods,
      Columns.alcoholFree, Columns.weight, Columns.secondWeight,
    ] + PlaceDraft.columns)

  private static let usualWindows = [
    WeeklyInterval(weekdays: .all, interval: ClockInterval(start: 480, end: 1080))
  ]

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    contact = row.value(Columns.contact, .text, default: "")
    trade = row.required(Columns.trade, .word) ?? ""
    place = PlaceDraft(row)
    people = row.required(Columns.people, .integer(in: 1...100_000)) ?? 1
    servedBefore = row.value(Columns.servedBefore, .integer(in: 0...100_000), default: 0)
    rounds = row.value(Columns.rounds, .integer(in: 1...2), default: 1)
    windows = row.value(Columns.windows, .weeklyIntervals, default: Self.usualWindows)
    earliest = row.optional(Columns.earliest, .date)
    deadline = row.optional(Columns.deadline, .date)
    serviceMinutes = row.optional(Columns.service, .duration(in: 1...480))
    hasIndoorRest = row.value(Columns.indoorRest, .boolean, default: false)
    goods = row.optional(Columns.goods, .ids)
    alcoholFree = row.optional(Columns.alcoholFree, .boolean)
    firstKitWeight = row.value(Columns.weight, .units(), default: Score(micro: 1_000_000))
    secondKitWeight = row.value(
      Columns.secondWeight, .units(), default: Score(micro: firstKitWeight.micro * 2 / 5))
    origin = row.origin
  }
}

/// One kind of kit as the table has it.
struct GoodsDraft: DraftRow {
  var id: String
  var name: String
  var stock: Int
  var unitCost: Money
  var shelfMinutes: Minutes?
  var hasAlcohol: Bool
  let origin: Origin

  enum Columns {
    static let id = Column("id", "编号", aliases: ["goods", "物资编号"], required: true)
    static let name = Column("name", "名称", aliases: ["物资"])
    static let stock = Column("stock", "库存", aliases: ["数量"], required: true)
    static let unitCost = Column("unit_cost", "单价", aliases: ["cost"])
    static let shelf = Column("shelf", "保质时长", aliases: ["shelf_minutes"])
    static let alcohol = Column("alcohol", "含酒精", aliases: ["has_alcohol"])
  }

  static let schema = TableSchema(
    "goods", [Columns.id, Columns.name, Columns.stock, Columns.unitCost, Columns.shelf, Columns.alcohol])

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    stock = row.required(Columns.stock, .integer(in: 0...10_000_000)) ?? 0
    unitCost = row.value(Columns.unitCost, .yuan(upTo: 100_000), default: .zero)
    let isInMinutes = row.heading(Columns.shelf).map { FoldedWord($0).key == "shelfminutes" } ?? false
    shelfMinutes = row.optional(Columns.shelf, isInMinutes ? .duration(in: 1...100_000) : .saidInHours(in: 1...100_000))
    hasAlcohol = row.value(Columns.alcohol, .boolean, default: false)
    origin = row.origin
  }
}

/// A vehicle as the table has it.
struct VehicleDraft: DraftRow {
  var id: String
  var name: String
  var capacity: Int
  var costPerMetre: Money
  /// When it may go out; nil: the scenario's usual delivery slots.
  var slots: [WeeklyInterval]?
  /// The depot.
  var place: PlaceDraft?
  let origin: Origin

  enum Columns {
    static let id = Column("id", "编号", aliases: ["vehicle", "车牌"], required: true)
    static let name = Column("name", "名称", aliases: ["车辆"])
    static let capacity = Column("capacity", "装载量", aliases: ["容量"], required: true)
    static let cost = Column("cost_per_km", "每公里费用")
    static let slots = Column("slots", "出车时段", aliases: ["hours", "时段"])
  }

  static let schema = TableSchema(
    "vehicles",
    [Columns.id, Columns.name, Columns.capacity, Columns.cost, Columns.slots] + PlaceDraft.columns)

  init?(_ row: TableRow) {
    guard let id = row.required(Columns.id, .id) else { return nil }
    self.id = id
    name = row.value(Columns.name, .text, default: id)
    capacity = row.required(Columns.capacity, .integer(in: 1...1_000_000)) ?? 1
    costPerMetre = row.value(Columns.cost, .yuanPerKilometre, default: .zero)
    slots = row.optional(Columns.slots, .weeklyIntervals)
    place = PlaceDraft(row)
    origin = row.origin
  }
}
