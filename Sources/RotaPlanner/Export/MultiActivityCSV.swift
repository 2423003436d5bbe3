extension MultiActivityRoster {
  /// The text of `roster.csv`, one row a segment, in the order of `segments`.
  public var csv: String {
    let rows = segments.map { segment in
      [
        segment.staff, String(segment.interval.start / minutesPerDay + 1), Self.clock(segment.interval.start),
        Self.clock(segment.interval.end), String(segment.task),
      ]
    }
    return CSVWriter().text(headings: Self.headings, rows: rows)
  }

  private static func clock(_ minute: Minutes) -> String {
    let time = minute % minutesPerDay
    return [time / 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
