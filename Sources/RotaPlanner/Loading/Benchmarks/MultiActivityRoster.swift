/// Who does which task when, in terms of the published multi-activity format.
public struct MultiActivityRoster: Hashable, Sendable {
  /// An unbroken stretch of one person on one task.
  struct Segment: Hashable, Sendable {
    /// The person's id.
    var staff: String
    /// Minutes from 00:00 of day 1; the end does not count.
    var interval: Interval
    /// The task, 1 first.
    var task: Int
  }

  /// The headings of `roster.csv`.
  public static let headings = ["staff", "day", "start", "end", "task"]

  /// The segments; in a file each is a row.
  var segments: [Segment]

  /// A roster of these segments.
  init(segments: [Segment]) { self.segments = segments }

  /// Reads `roster.csv`: `day` is the calendar day on which the segment starts, an end not after the start lies on the next day.
  /// - Throws: `BenchmarkFault` at the first line that cannot be understood.
  init(csv: String) throws(BenchmarkFault) {
    segments = []
    var isFirst = true
    for line in SectionedText.table(csv) {
      if isFirst {
        isFirst = false
        if line.fields.map({ String($0) }) != Self.headings {
          throw .value(line, 0, expected: Self.headings.joined(separator: ","))
        }
        continue
      }
      segments.append(try Self.segment(line))
    }
    if isFirst { throw .section(Self.headings.joined(separator: ",")) }
  }

  private static func segment(_ line: SectionedText.Line) throws(BenchmarkFault) -> Segment {
    try line.require(headings.count)
    let day = try line.number(1, in: 1...10_000)
    let start = (day - 1) * minutesPerDay + (try time(line, 2))
    let end = (day - 1) * minutesPerDay + (try time(line, 3))
    return Segment(
      staff: String(line.fields[0]), interval: Interval(start, end > start ? end : end + minutesPerDay),
      task: try line.number(4, in: 1...1_000_000))
  }

  private static func time(_ line: SectionedText.Line, _ field: Int) throws(BenchmarkFault) -> Minutes {
    guard let minute = MultiActivityInstance.minute(line.fields[field]), minute < minutesPerDay else {
      throw .value(line, field, expected: Message("expected.time"))
    }
    return minute
  }
}
