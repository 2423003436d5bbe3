/// Who does which task when, in terms of the published multi-activity format.
public struct MultiActivityRoster: Hashable, Sendable {
  /// An unbroken stretch of one person on one task.
  public struct Segment: Hashable, Sendable {
    /// The person's id.
    public var staff: String
    /// Minutes from 00:00 of day 1; the end does not count.
    public var interval: Interval
    /// The task, 1 first.
    public var task: Int

    /// A segment as given.
    public init(staff: String, interval: Interval, task: Int) {
      self.staff = staff
      self.interval = interval
      self.task = task
    }
  }

  /// The headings of `roster.csv`.
  public static let headings = ["staff", "day", "start", "end", "task"]

  /// The segments; in a file each is a row.
  public var segments: [Segment]

  /// A roster of these segments.
  public init(segments: [Segment]) { self.segments = segments }

  /// Reads `roster.csv`: `day` is the calendar day on which the segment starts, an end not after the start lies on the next day.
  /// - Throws: `BenchmarkFault` at the first line that cannot be understood.
  public init(csv: String) throws(BenchmarkFault) {
    segments = []
    var isFirst = true
    for (index, raw) in csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = SectionedText.trimmed(raw.drop { $0 == "\u{FEFF}" })
      if line.isEmpty { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { SectionedText.trimmed($0) }
      if isFirst {
        isFirst = false
        if fields.map({ String($0) }) != Self.headings {
          throw BenchmarkFault(
            line: index + 1, message: "the headings \(Self.headings.joined(separator: ",")) are expected")
        }
        continue
      }
      segments.append(try Self.segment(SectionedText.Line(number: index + 1, fields: fields)))
    }
    if isFirst { throw BenchmarkFault(line: 0, message: "the headings are missing") }
  }

  private static func segment(_ line: SectionedText.Line) throws(BenchmarkFault) -> Segment {
    try line.require(headings.count)
    let day = try line.number(1, "the day", in: 1...10_000)
    let start = (day - 1) * minutesPerDay + (try time(line, 2))
    let end = (day - 1) * minutesPerDay + (try time(line, 3))
    return Segment(
      staff: String(line.fields[0]), interval: Interval(start, end > start ? end : end + minutesPerDay),
      task: try line.number(4, "the task", in: 1...1_000_000))
  }

  private static func time(_ line: SectionedText.Line, _ field: Int) throws(BenchmarkFault) -> Minutes {
    guard let minute = MultiActivityInstance.minute(line.fields[field]), minute < minutesPerDay else {
      throw BenchmarkFault(line: line.number, message: "a time HH:MM is expected, found '\(line.fields[field])'")
    }
    return minute
  }
}
