/// A fault in a published instance file.
public struct BenchmarkFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1; 0 when something is missing from the whole file.
  public var line: Int
  /// What is wrong and what was expected.
  public var message: String

  /// `line N: message`.
  public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

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

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The lines of a section that must be there.
  func lines(_ section: String) throws(BenchmarkFault) -> [Line] {
    guard let lines = sections[section] else { throw BenchmarkFault(line: 0, message: "\(section) is missing") }
    return lines
  }

  /// The single whole number of a section.
  func number(_ section: String, in range: ClosedRange<Int>) throws(BenchmarkFault) -> Int {
    guard let line = try lines(section).first else {
      throw BenchmarkFault(line: 0, message: "\(section) is empty, a number is expected")
    }
    return try line.number(0, "the number of \(section)", in: range)
  }
}

extension SectionedText.Line {
  func require(_ count: Int) throws(BenchmarkFault) {
    if fields.count < count {
      throw BenchmarkFault(line: number, message: "\(count) fields are expected, \(fields.count) found")
    }
  }

  func number(_ index: Int, _ what: String, in range: ClosedRange<Int>) throws(BenchmarkFault) -> Int {
    guard index < fields.count, let value = Int(fields[index]) else {
      let found = index < fields.count ? "'\(fields[index])'" : "nothing"
      throw BenchmarkFault(line: number, message: "\(what) should be a whole number, found \(found)")
    }
    if !range.contains(value) {
      throw BenchmarkFault(line: number, message: "\(what) should lie in \(range), found \(value)")
    }
    return value
  }
}
