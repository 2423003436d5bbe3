/// Changes that concern some days: heat, stations shut, people away.
extension VariantApplication {
  /// Sets the forecast of each day; a day that is named twice, perhaps in two ways, is reported.
  mutating func setHeat(_ days: [(day: PlacedText, maximum: PlacedText)]) {
    var lines: [CalendarDate: Int] = [:]
    for (day, maximum) in days {
      guard let date = date(day) else { continue }
      if let line = lines.updateValue(day.place.line ?? 0, forKey: date) {
        issues.add(Issue(.duplicateRow, at: day.place, found: date.description, ["line": line]))
      }
      setHeat(date, day, maximum)
    }
  }

  private mutating func setHeat(_ date: CalendarDate, _ day: PlacedText, _ maximum: PlacedText) {
    let schema = HeatDraft.schema
    let cell = VariantCell(column: HeatDraft.Columns.maximum, value: maximum)
    if let row = draft.tables[schema].firstRow(HeatDraft.Columns.date, date.description) {
      edit(schema, row, [cell])
    } else {
      append(schema, [Self.cell(HeatDraft.Columns.date, date.description, day.place), cell], at: day.place)
    }
  }

  mutating func close(_ change: TimedChange) {
    guard let (first, last) = dates(change) else { return }
    typealias Columns = PinDraft.Columns
    for station in ids(change.ids, of: StationDraft.schema) {
      for number in first.dayNumber...last.dayNumber {
        let date = CalendarDate(dayNumber: number).description
        let cells = [
          Self.cell(Columns.kind, PinDraft.Kind.closed.rawValue, station.place),
          Self.cell(Columns.station, station.text, station.place), Self.cell(Columns.date, date, change.from.place),
        ]
        append(PinDraft.schema, cells + Self.hours(Columns.hours, change), at: station.place)
      }
    }
  }

  mutating func sendAway(_ change: TimedChange) {
    guard let (first, last) = dates(change) else { return }
    typealias Columns = AvailabilityDraft.Columns
    for person in ids(change.ids, of: StaffDraft.schema) {
      let cells = [
        Self.cell(Columns.staff, person.text, person.place),
        Self.cell(Columns.date, first.description, change.from.place),
        Self.cell(Columns.until, last.description, change.until?.place ?? change.from.place),
        Self.cell(Columns.kind, "away", person.place),
      ]
      append(AvailabilityDraft.schema, cells + Self.hours(Columns.hours, change), at: person.place)
    }
  }

  private static func hours(_ column: Column, _ change: TimedChange) -> [VariantCell] {
    change.hours.map { [VariantCell(column: column, value: $0)] } ?? []
  }

  private static func cell(_ column: Column, _ text: String, _ place: SourceLocation) -> VariantCell {
    let shown = SourceLocation(file: place.file, line: place.line, column: place.column, heading: column.id)
    return VariantCell(column: column, value: PlacedText(text: text, place: shown))
  }

  /// The first and the last day of a change; nil when one is not planned or they stand in the wrong order, and reported.
  private func dates(_ change: TimedChange) -> (first: CalendarDate, last: CalendarDate)? {
    let last = change.until.map(date) ?? date(change.from)
    guard let first = date(change.from), let last else { return nil }
    if last >= first { return (first, last) }
    issues.add(
      Issue(
        .endBeforeStart, at: change.until?.place, subject: "until", found: last.description,
        expected: first.description))
    return nil
  }

  /// The planned date that a text means; nil when there is none, and reported.
  private func date(_ day: PlacedText) -> CalendarDate? {
    if let number = horizon.day(named: day.text) { return horizon.date(ofDay: number) }
    issues.add(
      Issue(
        .variantDay, at: day.place, found: day.text,
        [
          "first": horizon.firstDay.description,
          "last": horizon.date(ofDay: horizon.days - 1).description,
        ]))
    return nil
  }
}
