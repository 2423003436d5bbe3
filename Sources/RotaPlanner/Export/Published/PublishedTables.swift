extension PublishedRosterDocument {
  private static let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The roster for people. Shifts: one row a person and week, as day 0 is a Monday, so that the table fits the screen whatever the
  /// horizon. Segments: one row each.
  public var table: ReportTable {
    switch self {
    case .shifts(let rows):
      let columns: [ReportTable.Column] = [.text("staff"), .number("week")] + Self.week.map { .text($0) }
      return ReportTable(name: "roster", columns: columns, rows: rows.flatMap(Self.weeks))
    case .segments(let cells):
      return ReportTable(
        name: "roster",
        columns: [.text("staff"), .number("day"), .text("start"), .text("end"), .number("task")],
        rows: cells.map { $0.map { .text($0) } })
    }
  }

  private static func weeks(_ row: Row) -> [[ReportTable.Cell]] {
    stride(from: 0, to: row.shifts.count, by: 7).map { monday in
      let days = (monday..<monday + 7).map { day -> ReportTable.Cell in
        day < row.shifts.count ? .text(row.shifts[day] ?? ShiftSchedulingRoster.dayOff) : .none
      }
      return [.text(row.staff), .count(monday / 7 + 1)] + days
    }
  }
}

extension ShiftSchedulingRoster {
  /// With ids.
  func document(_ instance: ShiftSchedulingInstance) -> PublishedRosterDocument {
    .shifts(
      zip(instance.people, shifts).map { person, shifts in
        PublishedRosterDocument.Row(staff: person.id, shifts: shifts.map { $0.map { instance.shifts[$0].id } })
      })
  }
}

extension MultiActivityRoster {
  /// With ids.
  var document: PublishedRosterDocument { .segments(segments.map(\.cells)) }
}
