extension PlanDocument {
  /// When each station is open and how, cut at midnights: what `stations.csv` holds. Closed times have no row.
  var openingTable: ReportTable {
    let ranks = NameRanks(names)
    let pieces = (openings ?? []).flatMap { opening in
      opening.interval.byDay.map { (day: $0.day, interval: $0.interval, opening: opening) }
    }
    let sorted = pieces.map { (rank: ranks.stations[$0.opening.station.id].rank, piece: $0) }.sorted {
      ($0.rank, $0.piece.interval.start) < ($1.rank, $1.piece.interval.start)
    }
    return ReportTable(
      name: "stations",
      columns: [
        .text("station"), .text("station_name"), .text("date"), .text("weekday"), .text("start"), .text("end"),
        .text("opening"), .number("hours"),
      ],
      rows: sorted.map { _, piece in
        let opening: Opening = piece.opening.isStaffed ? .staffed : .selfService
        return [
          .text(piece.opening.station.id), .text(ranks.stations[piece.opening.station.id].named.name),
          .text(piece.day.description), .weekday(of: piece.day), .text(piece.interval.start.clock(onRowOf: piece.day)),
          .text(piece.interval.end.clock(onRowOf: piece.day, isEnd: true)), .opening(opening),
          .hours(piece.interval.end.minutes - piece.interval.start.minutes),
        ]
      })
  }
}

extension WrittenInterval {
  /// The interval cut at every midnight.
  fileprivate var byDay: [(day: CalendarDate, interval: WrittenInterval)] {
    var pieces: [(day: CalendarDate, interval: WrittenInterval)] = []
    var from = start
    while from < end {
      let to = min(end, LocalMinute(from.date, minutesPerDay))
      pieces.append((from.date, WrittenInterval(from, to)))
      from = to
    }
    return pieces
  }
}

extension ReportTable.Cell {
  /// The state of a station as a word.
  static func opening(_ opening: Opening) -> ReportTable.Cell {
    .word(opening.rawValue, Message("report.opening.\(opening.rawValue)"))
  }
}
