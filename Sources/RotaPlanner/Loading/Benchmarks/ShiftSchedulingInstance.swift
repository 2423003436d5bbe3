/// An instance of the published shift-scheduling format (Curtois and Qu, schedulingbenchmarks.org).
public struct ShiftSchedulingInstance: Hashable, Sendable {
  /// A type of shift.
  struct Shift: Hashable, Sendable {
    /// The id.
    var id: String
    /// Length in minutes.
    var minutes: Int
    /// The shifts that may not follow on the next day.
    var forbiddenNext: [Int]
  }
  /// A person and the limits; all counts include their end values.
  struct Person: Hashable, Sendable {
    /// The id.
    var id: String
    /// Most shifts of each type, in the order of `shifts`.
    var mostOfShift: [Int]
    /// Fewest and most minutes over the horizon.
    var minutes: ClosedRange<Int>
    /// Most shifts in a row.
    var mostInARow: Int
    /// Fewest shifts in a row.
    var fewestInARow: Int
    /// Fewest days off in a row.
    var fewestDaysOff: Int
    /// Most weekends with a shift.
    var mostWeekends: Int
    /// Days on which no shift may be given, 0 first.
    var daysOff: [Int]
  }
  /// A wish for or against a shift.
  struct Request: Hashable, Sendable {
    /// The person's number.
    var person: Int
    /// The day, 0 first.
    var day: Int
    /// The shift's number.
    var shift: Int
    /// The penalty if it is not granted.
    var weight: Int
    /// Whether the shift is wanted; otherwise it is not wanted.
    var isOn: Bool
  }
  /// The people wanted for a shift.
  struct Cover: Hashable, Sendable {
    /// The day, 0 first.
    var day: Int
    /// The shift's number.
    var shift: Int
    /// People wanted.
    var wanted: Int
    /// Penalty for each one missing and each one too many.
    var under: Int
    /// Penalty for each one too many.
    var over: Int
  }

  /// Days; day 0 is a Monday.
  var dayCount: Int
  /// The shift types.
  var shifts: [Shift]
  /// The people.
  var people: [Person]
  /// The wishes.
  var requests: [Request]
  /// The cover wanted.
  var covers: [Cover]

  /// Whether a text looks like this format: only here shifts have types.
  static func recognises(_ text: String) -> Bool { text.contains("SECTION_SHIFTS") }

  /// The sections of the format, each of which a published file has.
  static let sectionNames = [
    "SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF", "SECTION_DAYS_OFF", "SECTION_SHIFT_ON_REQUESTS",
    "SECTION_SHIFT_OFF_REQUESTS", "SECTION_COVER",
  ]

  /// Makes sure that nothing is missing from a file: every section is there, and cover for each day and shift.
  /// - Throws: the first thing that is missing.
  func requireWhole(_ text: String) throws(BenchmarkFault) {
    let parts = try SectionedText(text, known: Self.sectionNames)
    for name in Self.sectionNames { _ = try parts.lines(name) }
    let covered = Set(covers.map { $0.day * shifts.count + $0.shift })
    guard let first = (0..<dayCount * shifts.count).first(where: { !covered.contains($0) }) else { return }
    throw .incomplete(
      covered.count, of: dayCount * shifts.count, first: "\(first / shifts.count),\(shifts[first % shifts.count].id)")
  }

  /// Reads the text of an instance.
  /// - Throws: `BenchmarkFault` at the first line that cannot be understood.
  init(text: String) throws(BenchmarkFault) {
    let parts = try SectionedText(text, known: Self.sectionNames)
    dayCount = try parts.number("SECTION_HORIZON", in: 1...2000)
    shifts = []
    people = []
    requests = []
    covers = []
    let shiftIndex = try readShifts(try parts.lines("SECTION_SHIFTS"))
    let personIndex = try readStaff(try parts.lines("SECTION_STAFF"), shiftIndex)
    try readDaysOff(parts.sections["SECTION_DAYS_OFF"] ?? [], personIndex)
    try readRequests(parts.sections["SECTION_SHIFT_ON_REQUESTS"] ?? [], true, personIndex, shiftIndex)
    try readRequests(parts.sections["SECTION_SHIFT_OFF_REQUESTS"] ?? [], false, personIndex, shiftIndex)
    try readCover(try parts.lines("SECTION_COVER"), shiftIndex)
  }

  private static let counts = 0...1_000_000

  private mutating func readShifts(_ lines: [SectionedText.Line]) throws(BenchmarkFault) -> [Substring: Int] {
    var index: [Substring: Int] = [:]
    for line in lines {
      try line.require(2, orMore: 1)
      if index.updateValue(index.count, forKey: line.fields[0]) != nil {
        throw .twice(line, String(line.fields[0]))
      }
    }
    if index.isEmpty { throw .section("SECTION_SHIFTS") }
    for line in lines {
      var forbidden: [Int] = []
      for id in line.fields.count > 2 ? line.fields[2].split(separator: "|") : [] {
        let next = try Self.find(SectionedText.trimmed(id), index, in: "SECTION_SHIFTS", line)
        if forbidden.contains(next) { throw .twice(line, String(SectionedText.trimmed(id))) }
        forbidden.append(next)
      }
      shifts.append(
        Shift(
          id: String(line.fields[0]), minutes: try line.number(1, in: 1...10_000),
          forbiddenNext: forbidden))
    }
    return index
  }

  private mutating func readStaff(
    _ lines: [SectionedText.Line], _ shiftIndex: [Substring: Int]
  ) throws(BenchmarkFault) -> [Substring: Int] {
    var index: [Substring: Int] = [:]
    for line in lines {
      try line.require(8)
      if index.updateValue(people.count, forKey: line.fields[0]) != nil {
        throw .twice(line, String(line.fields[0]))
      }
      var most = [Int](repeating: dayCount, count: shifts.count)
      var limited: Set<Int> = []
      for part in line.fields[1].split(separator: "|") {
        let pair = part.split(separator: "=")
        guard pair.count == 2, let value = Int(SectionedText.trimmed(pair[1])), value >= 0 else {
          throw .value(line, 1, expected: Message("expected.shiftLimits"))
        }
        let shift = try Self.find(SectionedText.trimmed(pair[0]), shiftIndex, in: "SECTION_SHIFTS", line)
        if !limited.insert(shift).inserted { throw .twice(line, String(part)) }
        most[shift] = value
      }
      let upper = try line.number(2, in: Self.counts)
      let lower = try line.number(3, in: 0...upper)
      people.append(
        Person(
          id: String(line.fields[0]), mostOfShift: most, minutes: lower...upper,
          mostInARow: try line.number(4, in: 1...1_000_000),
          fewestInARow: try line.number(5, in: Self.counts),
          fewestDaysOff: try line.number(6, in: Self.counts),
          mostWeekends: try line.number(7, in: Self.counts), daysOff: []))
    }
    return index
  }

  private mutating func readDaysOff(
    _ lines: [SectionedText.Line], _ personIndex: [Substring: Int]
  ) throws(BenchmarkFault) {
    for line in lines {
      let person = try Self.find(line.fields[0], personIndex, in: "SECTION_STAFF", line)
      for field in line.fields.indices.dropFirst() where !line.fields[field].isEmpty {
        let day = try line.number(field, in: 0...dayCount - 1)
        if people[person].daysOff.contains(day) { throw .twice(line, String(line.fields[field])) }
        people[person].daysOff.append(day)
      }
    }
  }

  private mutating func readRequests(
    _ lines: [SectionedText.Line], _ isOn: Bool, _ personIndex: [Substring: Int], _ shiftIndex: [Substring: Int]
  ) throws(BenchmarkFault) {
    var seen: Set<[Int]> = []
    for line in lines {
      try line.require(4)
      let request = Request(
        person: try Self.find(line.fields[0], personIndex, in: "SECTION_STAFF", line),
        day: try line.number(1, in: 0...dayCount - 1),
        shift: try Self.find(line.fields[2], shiftIndex, in: "SECTION_SHIFTS", line),
        weight: try line.number(3, in: Self.counts), isOn: isOn)
      guard seen.insert([request.person, request.day, request.shift]).inserted else { throw .twice(line, 3) }
      requests.append(request)
    }
  }

  private mutating func readCover(
    _ lines: [SectionedText.Line], _ shiftIndex: [Substring: Int]
  ) throws(BenchmarkFault) {
    var seen: Set<[Int]> = []
    for line in lines {
      try line.require(5)
      let cover = Cover(
        day: try line.number(0, in: 0...dayCount - 1),
        shift: try Self.find(line.fields[1], shiftIndex, in: "SECTION_SHIFTS", line),
        wanted: try line.number(2, in: Self.counts),
        under: try line.number(3, in: Self.counts),
        over: try line.number(4, in: Self.counts))
      guard seen.insert([cover.day, cover.shift]).inserted else { throw .twice(line, 2) }
      covers.append(cover)
    }
  }

  private static func find(
    _ id: Substring, _ index: [Substring: Int], in section: String, _ line: SectionedText.Line
  ) throws(BenchmarkFault) -> Int {
    guard let found = index[id] else { throw .unknown(line, id, in: section) }
    return found
  }
}
