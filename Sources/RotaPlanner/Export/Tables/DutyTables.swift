extension PlanDocument {
  /// Every segment of every duty, by date of the duty, person, start: what `rota.csv` holds and `PlanReader` reads back.
  var rotaTable: ReportTable {
    ReportTable(
      name: "rota",
      columns: [
        .text("date"), .text("weekday"), .text("staff"), .text("name"), .text("start"), .text("end"), .text("station"),
        .text("station_name"), .text("vehicle"), .number("hours"),
      ],
      rows: segments(by: { ($0.day.dayNumber, $0.staffRank) }).map { segment in
        segment.dayCells + segment.staffCells + segment.timeCells + segment.placeCells + [segment.hours]
      })
  }

  /// The same segments, a person's together.
  public var personTable: ReportTable {
    ReportTable(
      name: "person",
      columns: [
        .text("staff"), .text("name"), .text("date"), .text("weekday"), .text("start"), .text("end"), .text("station"),
        .text("station_name"), .text("vehicle"), .number("hours"),
      ],
      rows: segments(by: { ($0.staffRank, $0.day.dayNumber) }).map { segment in
        segment.staffCells + segment.dayCells + segment.timeCells + segment.placeCells + [segment.hours]
      })
  }

  /// Who is at each station, a station's segments together; without delivery crews.
  public var stationDutyTable: ReportTable {
    ReportTable(
      name: "station",
      columns: [
        .text("station"), .text("station_name"), .text("date"), .text("weekday"), .text("start"), .text("end"),
        .text("staff"), .text("name"), .number("hours"),
      ],
      rows: segments(by: { ($0.placeRank, $0.day.dayNumber) }).filter(\.isAtStation).map { segment in
        segment.placeCells.dropLast() + segment.dayCells + segment.timeCells + segment.staffCells + [segment.hours]
      })
  }

  /// Who is where on each day, in the order of the clock.
  public var dayTable: ReportTable {
    ReportTable(
      name: "day",
      columns: [
        .text("date"), .text("weekday"), .text("start"), .text("end"), .text("station"), .text("station_name"),
        .text("vehicle"), .text("staff"), .text("name"), .number("hours"),
      ],
      rows: segments(by: { ($0.interval.start.minutes, $0.placeRank) }).map { segment in
        segment.dayCells + segment.timeCells + segment.placeCells + segment.staffCells + [segment.hours]
      })
  }

  /// All segments, by what `rank` says, then start, person and place.
  private func segments(by rank: (ListedSegment) -> (Int, Int)) -> [ListedSegment] {
    let ranks = NameRanks(names)
    let listed = duties.flatMap { duty in
      duty.segments.map { ListedSegment($0, of: duty, ranks) }
    }
    return listed.map { (key: rank($0), segment: $0) }.sorted { left, right in
      (left.key.0, left.key.1, left.segment.interval.start, left.segment.staffRank, left.segment.placeRank)
        < (right.key.0, right.key.1, right.segment.interval.start, right.segment.staffRank, right.segment.placeRank)
    }.map(\.segment)
  }
}

/// One segment with all that a row may need.
private struct ListedSegment {
  let interval: WrittenInterval
  /// The day on which the duty starts, and on whose rows its times are written.
  let day: CalendarDate
  let staff: NamedID
  let staffRank: Int
  let station: NamedID?
  let vehicle: String?
  let placeRank: Int

  init(_ segment: DocumentSegment, of duty: DocumentDuty, _ ranks: NameRanks) {
    interval = segment.interval
    day = duty.segments[0].interval.start.date
    (staff, staffRank) = ranks.staff[duty.staff.id]
    switch segment.place {
    case .station(let written):
      let found = ranks.stations[written.id]
      (station, vehicle, placeRank) = (found.named, nil, found.rank)
    case .vehicle(let written):
      // Stations first, then vehicles.
      (station, vehicle, placeRank) = (nil, written.id, NameRanks.unknown * 2 + ranks.vehicles[written.id].rank)
    }
  }

  var isAtStation: Bool { station != nil }
  var dayCells: [ReportTable.Cell] { [.text(day.description), .weekday(of: day)] }
  var staffCells: [ReportTable.Cell] { [.text(staff.id), .text(staff.name)] }
  var timeCells: [ReportTable.Cell] {
    [.text(interval.start.clock(onRowOf: day)), .text(interval.end.clock(onRowOf: day, isEnd: true))]
  }
  var placeCells: [ReportTable.Cell] {
    [
      station.map { .text($0.id) } ?? .none, station.map { .text($0.name) } ?? .none,
      vehicle.map { .text($0) } ?? .none,
    ]
  }
  var hours: ReportTable.Cell { .hours(interval.end.minutes - interval.start.minutes) }
}

extension ReportTable.Cell {
  /// The day of the week as a word.
  static func weekday(of date: CalendarDate) -> ReportTable.Cell {
    let id = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][date.weekday]
    return .word(id, Message("report.weekday.\(id)"))
  }
}
