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

  static let schema = TableSchema(
    "rota",
    [
      date, Column("weekday", "星期"), staff, Column("name", "姓名"), start, end, station,
      Column("station_name", "驿站名称"), vehicle, Column("hours", "小时"),
    ])

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
    table.forEachRow(issues) { row in
      guard let (key, staff, segment) = segment(row) else { return }
      if duties[key] == nil { order.append(key) }
      duties[key, default: (staff, [])].segments.append(segment)
    }
    let written = order.compactMap { key in
      duties[key].map { duty in
        DocumentDuty(staff: duty.staff, segments: duty.segments.sorted { $0.interval.start < $1.interval.start })
      }
    }
    return PlanDocument(heading: nil, names: .none, openings: nil, duties: written, served: nil, runs: [])
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
