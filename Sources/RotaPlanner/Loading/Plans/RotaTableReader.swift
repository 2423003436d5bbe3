/// Reads `rota.csv` as the program writes it or as a planner types it: one segment of a duty a row.
///
/// The rows of one person with the same date are one duty; the date is the day on which the duty starts, and times after
/// the next midnight are written `02:30+1`. Needs date, staff, start, end, and a station or a vehicle.
struct RotaTableReader {
  private static let date = Column("date", "日期", required: true)
  private static let staff = Column("staff", "人员", aliases: ["staff_id", "人员编号", "工号"], required: true)
  private static let start = Column("start", "开始", aliases: ["from", "开始时间", "上班"], required: true)
  private static let end = Column("end", "结束", aliases: ["to", "结束时间", "下班"], required: true)
  private static let station = Column("station", "驿站", aliases: ["station_id", "驿站编号"])
  private static let vehicle = Column("vehicle", "车辆", aliases: ["vehicle_id", "车辆编号"])

  // These say again what other columns say; they are compared, never used.
  private static let weekday = Column("weekday", "星期")
  private static let name = Column("name", "姓名")
  private static let stationName = Column("station_name", "驿站名称")
  private static let hours = Column("hours", "小时")

  static let schema = TableSchema(
    "rota",
    [
      date, weekday, staff, name, start, end, station, stationName, vehicle, hours,
    ])

  /// The file of a plan folder that holds the table.
  static let file = "rota.csv"

  /// A time of day that may lie on a day after: a duty spans two days at the most.
  private static let clock = CellType<Minutes>(Message("expected.time"), .valueNotTime) {
    TimeText.time($0, upTo: 3 * minutesPerDay)
  }

  private struct DutyKey: Hashable {
    let staff: String
    let date: CalendarDate
  }

  /// The document of the table; nil when it cannot be read at all.
  static func document(_ bytes: [UInt8], file: String, issues: IssueCollector) -> PlanDocument? {
    guard let table = Table.read(bytes, file: file, schema: schema, issues: issues) else { return nil }
    var order: [DutyKey] = []
    var duties: [DutyKey: (staff: WrittenID, segments: [DocumentSegment])] = [:]
    var labels: [WrittenLabel] = []
    var remarks: [Issue] = []
    table.forEachRow(issues) { row in
      guard let (key, staff, segment) = segment(row) else { return }
      labels += self.labels(row, staff, segment)
      remarks += [weekdayRemark(row, key.date), hoursRemark(row, segment.interval)].compactMap { $0 }
      if duties[key] == nil { order.append(key) }
      duties[key, default: (staff, [])].segments.append(segment)
    }
    let written = order.compactMap { key in
      duties[key].map { duty in
        DocumentDuty(staff: duty.staff, segments: duty.segments.sorted { $0.interval.start < $1.interval.start })
      }
    }
    return PlanDocument(
      heading: nil, names: .none, openings: nil, duties: written, served: nil, runs: [], labels: labels,
      remarks: remarks)
  }

  private static func labels(_ row: TableRow, _ staff: WrittenID, _ segment: DocumentSegment) -> [WrittenLabel] {
    var labels: [WrittenLabel] = []
    func add(_ kind: WrittenLabel.Kind, _ id: String, _ column: Column) {
      let text = row.text(column)
      if !text.isEmpty { labels.append(WrittenLabel(kind, id: id, text: text, at: row.location(column))) }
    }
    add(.staff, staff.id, name)
    switch segment.place {
    case .station(let station): add(.station, station.id, stationName)
    case .vehicle(let vehicle): add(.vehicle, vehicle.id, stationName)
    }
    return labels
  }

  private static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func weekdayRemark(_ row: TableRow, _ date: CalendarDate) -> Issue? {
    let text = row.text(weekday)
    if text.isEmpty || WeekdayText.read(CellText.normalised(text))?.weekdays == [date.weekday] { return nil }
    return remark(row, weekday, Message("report.weekday.\(weekdayNames[date.weekday])"), by: date.description)
  }

  /// A decimal comma is taken too, as spreadsheets of other countries write it.
  private static func hoursRemark(_ row: TableRow, _ interval: WrittenInterval) -> Issue? {
    let text = row.text(hours)
    let minutes = interval.end.minutes - interval.start.minutes
    let thousandths = FixedPoint.read(
      CellText.normalised(text).replacing(",", with: "."), decimals: 3, exact: false)
    if text.isEmpty || thousandths.map({ abs($0 * 60 - minutes * 1000) <= 600 }) == true { return nil }
    return remark(row, hours, FixedPoint.text(minutes * 1000 / 60, decimals: 3), by: "start, end")
  }

  private static func remark(
    _ row: TableRow, _ column: Column, _ expected: any MessageArgument, by subject: String
  ) -> Issue {
    Issue(.planTextDisagrees, at: row.location(column), subject: subject, found: row.text(column), expected: expected)
  }

  private static func segment(_ row: TableRow) -> (DutyKey, WrittenID, DocumentSegment)? {
    let day = row.required(date, .date)
    let person = row.required(staff, .text).map { WrittenID(unguarded($0), at: row.location(staff)) }
    let from = row.required(start, clock)
    let to = row.required(end, clock)
    let place = place(row)
    guard let day, let person, let from, let to, let place else { return nil }
    guard from < to else {
      row.issues.add(Issue(.planEndBeforeStart, at: row.location(end), found: row.text(end)))
      return nil
    }
    let interval = WrittenInterval(LocalMinute(day, from), LocalMinute(day, to))
    return (DutyKey(staff: person.id, date: day), person, DocumentSegment(place: place, interval: interval))
  }

  private static func place(_ row: TableRow) -> WrittenPlace? {
    let (stationID, vehicleID) = (unguarded(row.text(station)), unguarded(row.text(vehicle)))
    guard stationID.isEmpty != vehicleID.isEmpty else {
      row.issues.add(Issue(.planPlace, at: row.location(station)))
      return nil
    }
    return vehicleID.isEmpty
      ? .station(WrittenID(stationID, at: row.location(station)))
      : .vehicle(WrittenID(vehicleID, at: row.location(vehicle)))
  }

  private static func unguarded(_ cell: String) -> String { FormulaGuard.unguarded(cell) }
}
