/// An instance of the published multi-activity format (Qu and Curtois 2020, "matsp").
struct MultiActivityInstance: Hashable, Sendable {
  /// A person.
  struct Person: Hashable, Sendable {
    /// The id.
    var id: String
    /// Fewest to most minutes over the horizon.
    var minutes: ClosedRange<Int>
  }
  /// Staff wanted for a task in a quarter hour.
  struct Cover: Hashable, Sendable {
    /// Fewest people, a hard limit.
    var least: Int
    /// Most people without a penalty.
    var most: Int
  }

  /// Length of the horizon in days; it begins at 06:00 of day 1 and ends at 06:00 of day `dayCount` + 1.
  var dayCount: Int
  /// Number of tasks; they are numbered from 1.
  var taskCount: Int
  /// The people, in the file's order.
  var people: [Person]
  /// By quarter hour from the horizon's start, then by task: at `quarter * taskCount + task - 1`.
  var covers: [Cover]

  /// Quarter hours of the horizon.
  var quarterCount: Int { dayCount * 96 }

  /// Whether a text looks like this format: the tasks' section is found in no other one.
  static func recognises(_ text: String) -> Bool { text.contains("SECTION_TASKS") }

  /// The sections of the format, all of which a file has.
  static let sectionNames = ["SECTION_HORIZON", "SECTION_TASKS", "SECTION_STAFF", "SECTION_COVER"]

  /// Makes sure that a file was not cut short: it has cover for each quarter hour and task.
  /// - Throws: the first thing that is missing.
  func requireWhole(_ text: String) throws(BenchmarkFault) {
    let lines = try SectionedText(text, known: Self.sectionNames).lines("SECTION_COVER")
    guard lines.count < covers.count else { return }
    var named = [Bool](repeating: false, count: covers.count)
    for line in lines { named[try quarter(of: line) * taskCount + (try line.number(2, in: 1...taskCount)) - 1] = true }
    let first = named.firstIndex(of: false) ?? 0
    let minute = first / taskCount * 15 + 360
    throw .incomplete(
      lines.count, of: covers.count,
      first: "\(minute / minutesPerDay + 1),\(clockText(minute % minutesPerDay)),\(first % taskCount + 1)")
  }

  /// Reads the text of an instance.
  /// - Throws: `BenchmarkFault` at the first line that cannot be understood.
  init(text: String) throws(BenchmarkFault) {
    let parts = try SectionedText(text, known: Self.sectionNames)
    dayCount = try parts.number("SECTION_HORIZON", in: 1...366)
    taskCount = try parts.number("SECTION_TASKS", in: 1...250)
    people = []
    covers = []
    try readStaff(try parts.lines("SECTION_STAFF"))
    try readCover(try parts.lines("SECTION_COVER"))
  }

  private mutating func readStaff(_ lines: [SectionedText.Line]) throws(BenchmarkFault) {
    var known: Set<Substring> = []
    for line in lines {
      try line.require(3)
      if line.fields[0].isEmpty { throw .value(line, 0, expected: Message("expected.text")) }
      if !known.insert(line.fields[0]).inserted { throw .twice(line, String(line.fields[0])) }
      let most = try line.number(2, in: 0...1_000_000)
      let fewest = try line.number(1, in: 0...most)
      people.append(Person(id: String(line.fields[0]), minutes: fewest...most))
    }
    if people.isEmpty { throw .section("SECTION_STAFF") }
  }

  private mutating func readCover(_ lines: [SectionedText.Line]) throws(BenchmarkFault) {
    // Quarters that no line names want nobody, and anybody there is one too many.
    covers = [Cover](repeating: Cover(least: 0, most: 0), count: quarterCount * taskCount)
    var isSet = [Bool](repeating: false, count: covers.count)
    for line in lines {
      try line.require(5)
      let quarter = try quarter(of: line)
      let task = try line.number(2, in: 1...taskCount)
      let cell = quarter * taskCount + task - 1
      if isSet[cell] { throw .twice(line, line.fields.prefix(3).joined(separator: ",")) }
      isSet[cell] = true
      let least = try line.number(3, in: 0...100_000)
      covers[cell] = Cover(least: least, most: try line.number(4, in: least...100_000))
    }
  }

  private func quarter(of line: SectionedText.Line) throws(BenchmarkFault) -> Int {
    let day = try line.number(0, in: 1...dayCount + 1)
    let ends = line.fields[1].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Self.minute(ends[0]), let end = Self.minute(ends[1]),
      start < 1440, start % 15 == 0, end == (start + 15) % 1440 || end == start + 15
    else { throw .value(line, 1, expected: Message("expected.quarter")) }
    let quarter = (day - 1) * 96 + start / 15 - 24
    if quarter < 0 || quarter >= quarterCount { throw .value(line, 1, expected: Message("expected.quarter")) }
    return quarter
  }

  /// Minutes after midnight of `HH:MM`, 24:00 included; nil when it is no such time.
  static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, parts[0].count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0...24).contains(hours), (0...59).contains(minutes), hours < 24 || minutes == 0
    else { return nil }
    return hours * 60 + minutes
  }
}
