/// Weekly hours that begin or end earlier or later.
extension VariantApplication {
  mutating func move(_ shift: HoursShift) {
    let schema = shift.rows.schema
    let indices = rows(shift.rows)
    for (column, place) in shift.columns {
      guard let reading = WeeklyColumn.all.first(where: { $0.schema.name == schema.name && $0.column == column }) else {
        let known = WeeklyColumn.all.map { "\($0.schema.name).\($0.column.id)" }
        issues.add(Issue(.variantNoHours, at: place, found: "\(schema.name).\(column.id)", ["known": known]))
        continue
      }
      for index in indices { move(schema, index, reading, shift, place) }
    }
  }

  private mutating func move(
    _ schema: TableSchema, _ index: Int, _ reading: WeeklyColumn, _ shift: HoursShift, _ place: SourceLocation
  ) {
    let row = TableRow(table: draft.tables[schema], row: draft.tables[schema].rows[index], issues: IssueCollector())
    let hours = reading.hours(row)
    guard !hours.isEmpty else { return }
    let moved = hours.map { $0.moved(start: shift.start, end: shift.end) }
    guard moved.allSatisfy({ !$0.isEmpty }) else {
      issues.add(
        Issue(
          .variantHoursWrong, at: place, subject: row.text(schema.columns[0]), found: row.text(reading.column),
          ["column": reading.column.id]))
      return
    }
    let text = moved.joined().map(\.text).joined(separator: "; ")
    let shown = SourceLocation(file: place.file, line: place.line, column: place.column, heading: reading.column.id)
    edit(schema, index, [VariantCell(column: reading.column, value: PlacedText(text: text, place: shown))])
  }
}

/// A column of weekly hours, and how its hours are read with the defaults of an empty cell.
private struct WeeklyColumn: Sendable {
  let schema: TableSchema
  let column: Column
  let hours: @Sendable (TableRow) -> [WeeklyInterval]

  static let all = [
    WeeklyColumn(schema: StationDraft.schema, column: StationDraft.Columns.hostHours) {
      StationDraft($0)?.hostHours ?? []
    },
    WeeklyColumn(schema: StationDraft.schema, column: StationDraft.Columns.promisedHours) {
      StationDraft($0)?.promisedHours ?? []
    },
    WeeklyColumn(schema: StationDraft.schema, column: StationDraft.Columns.selfService) { row in
      guard case .hours(let hours)? = StationDraft(row)?.selfService else { return [] }
      return hours
    },
    WeeklyColumn(schema: StaffDraft.schema, column: StaffDraft.Columns.available) { StaffDraft($0)?.available ?? [] },
    WeeklyColumn(schema: SiteDraft.schema, column: SiteDraft.Columns.windows) { SiteDraft($0)?.windows ?? [] },
    WeeklyColumn(schema: VehicleDraft.schema, column: VehicleDraft.Columns.slots) { VehicleDraft($0)?.slots ?? [] },
  ]
}

extension WeeklyInterval {
  /// The hours with their ends moved, perhaps to the day before or after; in two pieces when they are longer than a day,
  /// and none when nothing is left of them.
  fileprivate func moved(start: Minutes, end: Minutes) -> [WeeklyInterval] {
    let (first, last) = (interval.start + start, interval.end + end)
    let whole = first + minutesPerDay
    if first >= last { return [] }
    if last <= whole { return [piece(first, last)] }
    // What goes on after a day is said only of days on which the first piece does not begin anew.
    let (day, rest) = (piece(first, whole), piece(whole, last))
    var others = WeekdaySet.none
    for weekday in rest.weekdays.weekdays where !day.weekdays.contains(weekday) { others.insert(weekday) }
    return others.isEmpty ? [day] : [day, WeeklyInterval(weekdays: others, interval: rest.interval)]
  }

  /// Hours from `start` to `end`, minutes from the midnight of the present days of the week.
  private func piece(_ start: Minutes, _ end: Minutes) -> WeeklyInterval {
    let days = start < 0 ? -1 : start >= minutesPerDay ? 1 : 0
    var moved = WeekdaySet.none
    for weekday in weekdays.weekdays { moved.insert((weekday + days + 7) % 7) }
    return WeeklyInterval(
      weekdays: moved,
      interval: ClockInterval(start: start - days * minutesPerDay, end: end - days * minutesPerDay))
  }

  /// As a table has it: `mon,tue 22:00-6:00+1`.
  fileprivate var text: String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let days = weekdays == .all ? "daily" : weekdays.weekdays.map { names[$0] }.joined(separator: ",")
    return "\(days) \(Interval(interval.start, interval.end).clockText)"
  }
}
