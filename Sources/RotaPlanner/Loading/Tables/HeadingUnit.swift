/// Units that headings name in brackets, as `dwell (h)`. Columns have one unit each, whatever stands there.
enum HeadingUnit {
  /// The doubt about a heading that names another unit than its column has; nil when there is none.
  static func doubt(_ heading: String, _ column: Column) -> Doubt? {
    guard let own = units[column.id], let named = named(heading), let other = others[own]?[named] else { return nil }
    let reading = Message("unit.\(own.rawValue)")
    return Doubt(
      reading: Message("doubt.inUnit", ["unit": reading]),
      other: Message("doubt.inUnit", ["unit": Message("unit.\(other)")]),
      fix: Message("fix.headingUnit", ["unit": reading]))
  }

  private static func named(_ heading: String) -> String? {
    let plain = CellText.normalised(heading).lowercased()
    guard plain.hasSuffix(")"), let open = plain.lastIndex(of: "(") else { return nil }
    return CellText.trimmed(String(plain[plain.index(after: open)...].dropLast()))
  }

  private enum Unit: String {
    case minutes, hours, yuan, celsius, metres
  }

  /// The unit of bare numbers by column id.
  private static let units: [String: Unit] = {
    var units: [String: Unit] = [:]
    for column in [
      WorkerGroupDraft.Columns.dwell, VisitDraft.Columns.dwell, SiteDraft.Columns.service, ReachDraft.Columns.walk,
    ] {
      units[column.id] = .minutes
    }
    for column in [
      StaffDraft.Columns.weekCap, StaffDraft.Columns.guaranteed, LedgerDraft.Columns.week,
      LedgerDraft.Columns.monthOvertime,
      LedgerDraft.Columns.referenceHours,
    ] { units[column.id] = .hours }
    for column in [
      StaffDraft.Columns.pay, StationDraft.Columns.staffedCost, StationDraft.Columns.selfServiceCost,
      GoodsDraft.Columns.unitCost,
      VehicleDraft.Columns.cost,
    ] { units[column.id] = .yuan }
    units[HeatDraft.Columns.maximum.id] = .celsius
    for column in [PlaceDraft.east, PlaceDraft.north] { units[column.id] = .metres }
    return units
  }()

  /// What other words in brackets mean, by the column's unit: 分 is a minute of a duration and a hundredth of a yuan.
  private static let others: [Unit: [String: String]] = [
    .minutes: [
      "h": "hours", "hour": "hours", "hours": "hours", "小时": "hours", "时": "hours", "s": "seconds", "sec": "seconds",
      "second": "seconds",
      "seconds": "seconds", "秒": "seconds",
    ],
    .hours: [
      "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes", "分钟": "minutes", "分": "minutes",
      "day": "days",
      "days": "days", "天": "days", "日": "days",
    ],
    .yuan: [
      "分": "fen", "fen": "fen", "cent": "fen", "cents": "fen", "角": "jiao", "万": "tenThousands", "万元": "tenThousands",
      "千元": "thousands",
    ],
    .celsius: ["f": "fahrenheit", "°f": "fahrenheit", "℉": "fahrenheit", "华氏": "fahrenheit", "华氏度": "fahrenheit"],
    .metres: ["km": "kilometres", "公里": "kilometres", "千米": "kilometres"],
  ]
}
