extension MultiActivityRoster {
  /// The text of `roster.csv`, one row a segment, in the order of `segments`.
  ///
  /// Ids stand in it as the instance has them, without quotes or guards, so that every reader of the format understands it.
  public var csv: String {
    ([Self.headings] + segments.map(\.cells)).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}

extension MultiActivityRoster.Segment {
  /// Staff, calendar day of the start, start, end and task as the format writes them.
  var cells: [String] {
    [
      staff, String(interval.start / minutesPerDay + 1), clockText(interval.start % minutesPerDay),
      clockText(interval.end % minutesPerDay), String(task),
    ]
  }
}
