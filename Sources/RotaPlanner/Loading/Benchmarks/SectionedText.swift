/// The lines of a text in `SECTION_...` parts, without comments and blank lines.
struct SectionedText {
  struct Line {
    var number: Int
    var fields: [Substring]
  }

  private(set) var sections: [String: [Line]] = [:]
  /// The first line of each section, its heading.
  private var headings: [String: Int] = [:]

  /// - Throws: a section that is not `known` or begins twice, and lines that stand in none. A comment begins with `#` and a blank or
  ///   another `#`, or has no comma: what else begins with `#` may be an id.
  init(_ text: String, known: [String]) throws(BenchmarkFault) {
    var current = ""
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if line.isEmpty || Self.isComment(line) { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
      let read = Line(number: index + 1, fields: fields)
      if line.hasPrefix("SECTION_") {
        current = String(Self.trimmed(line))
        guard known.contains(current) else { throw .section(read, current, known: known) }
        if headings.updateValue(index + 1, forKey: current) != nil { throw .twice(read, current) }
        sections[current] = []
      } else if current.isEmpty || line.hasPrefix("#") {
        throw .outside(read, String(line))
      } else {
        sections[current, default: []].append(read)
      }
    }
  }

  private static func isComment(_ line: Substring) -> Bool {
    guard line.hasPrefix("#") else { return false }
    let next = line.dropFirst().first
    return next == nil || next == "#" || next?.isWhitespace == true || !line.contains(",")
  }

  /// The lines of a CSV file without quotes, blank ones left out.
  static func table(_ csv: String) -> [Line] {
    var lines: [Line] = []
    for (index, raw) in csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = trimmed(raw.drop { $0 == "\u{FEFF}" })
      if line.isEmpty { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
      lines.append(Line(number: index + 1, fields: fields))
    }
    return lines
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The lines of a section that must be there.
  func lines(_ section: String) throws(BenchmarkFault) -> [Line] {
    guard let lines = sections[section] else { throw .section(section) }
    return lines
  }

  /// The single whole number of a section.
  func number(_ section: String, in range: ClosedRange<Int>) throws(BenchmarkFault) -> Int {
    let lines = try lines(section)
    guard let line = lines.first else { throw .section(section) }
    if lines.count > 1 { throw .twice(lines[1], section) }
    try line.require(1)
    return try line.number(0, in: range)
  }
}

extension SectionedText.Line {
  /// The line must have that many fields, and perhaps so many more; empty ones behind them do not count.
  func require(_ count: Int, orMore more: Int = 0) throws(BenchmarkFault) {
    let isTooLong = fields.dropFirst(count + more).contains { !$0.isEmpty }
    if fields.count < count || isTooLong { throw .fields(self, expected: count) }
  }

  /// The whole number in a field, which must lie in `range`.
  func number(_ field: Int, in range: ClosedRange<Int>) throws(BenchmarkFault) -> Int {
    guard field < fields.count, let value = Int(fields[field]), range.contains(value) else {
      let limits = ["low": range.lowerBound, "high": range.upperBound]
      throw .value(self, field, expected: Message("expected.integer", limits))
    }
    return value
  }
}
