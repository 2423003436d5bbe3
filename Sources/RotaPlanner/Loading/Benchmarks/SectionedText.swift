/// The lines of a text in `SECTION_...` parts, without comments and blank lines.
struct SectionedText {
  struct Line {
    var number: Int
    var fields: [Substring]
  }

  private(set) var sections: [String: [Line]] = [:]

  init(_ text: String) {
    var current = ""
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("SECTION_") {
        current = String(line.prefix { !$0.isWhitespace })
        sections[current, default: []] += []
        continue
      }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
      sections[current, default: []].append(Line(number: index + 1, fields: fields))
    }
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
    guard let line = try lines(section).first else { throw .section(section) }
    return try line.number(0, in: range)
  }
}

extension SectionedText.Line {
  /// The line must have that many fields at least.
  func require(_ count: Int) throws(BenchmarkFault) {
    if fields.count < count { throw .fields(self, expected: count) }
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
