extension ShiftSchedulingRoster {
  private static let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// One row a person and week, as day 0 is a Monday; so the table fits the screen whatever the horizon.
  func weekTable(_ instance: ShiftSchedulingInstance) -> ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for (person, roster) in zip(instance.people, shifts) {
      for monday in stride(from: 0, to: instance.dayCount, by: 7) {
        let days = (monday..<monday + 7).map { day -> ReportTable.Cell in
          if day >= instance.dayCount { return .none }
          return .text(roster[day].map { instance.shifts[$0].id } ?? Self.dayOff)
        }
        rows.append([.text(person.id), .count(monday / 7 + 1)] + days)
      }
    }
    let columns: [ReportTable.Column] = [.text("staff"), .number("week")] + Self.week.map { .text($0) }
    return ReportTable(name: "roster", columns: columns, rows: rows)
  }
}

extension MultiActivityRoster {
  /// One row a segment.
  var segmentTable: ReportTable {
    ReportTable(
      name: "roster",
      columns: [.text("staff"), .number("day"), .text("start"), .text("end"), .number("task")],
      rows: segments.map { $0.cells.map { .text($0) } })
  }
}
