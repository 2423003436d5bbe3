/// A fault in a file of a published format, or in a roster for such a file.
struct BenchmarkFault: Error, Hashable, Sendable {
  /// The line, counted from 1; 0 when something is missing from the whole file.
  var line: Int
  /// What is wrong: a code of docs/errors.md.
  var code: IssueCode
  /// The values of the message's placeholders.
  var arguments: [String: MessageValue]

  /// The fault as an issue of the named file.
  func issue(in file: String) -> Issue {
    Issue(code, at: SourceLocation(file: file, line: line > 0 ? line : nil), arguments)
  }

  /// A section that must be there is missing or empty.
  static func section(_ name: String) -> BenchmarkFault {
    BenchmarkFault(line: 0, code: .benchmarkSection, arguments: ["subject": .text(name)])
  }

  /// A section that the format does not have.
  static func section(_ line: SectionedText.Line, _ found: String, known: [String]) -> BenchmarkFault {
    BenchmarkFault(
      line: line.number, code: .benchmarkUnknownSection,
      arguments: ["found": .text(found), "known": known.messageValue])
  }

  /// A line in no section.
  static func outside(_ line: SectionedText.Line, _ found: String) -> BenchmarkFault {
    BenchmarkFault(
      line: line.number, code: .benchmarkOutside, arguments: ["found": .text(CellFault.shortened(found))])
  }

  /// Cover that does not name each place in time where people may be wanted: the file was cut short.
  static func incomplete(_ found: Int, of expected: Int, first: String) -> BenchmarkFault {
    BenchmarkFault(
      line: 0, code: .benchmarkIncomplete,
      arguments: [
        "found": .text(String(found)), "expected": .text(String(expected)), "subject": .text(first),
      ])
  }

  /// A line with too few or too many fields.
  static func fields(_ line: SectionedText.Line, expected: Int) -> BenchmarkFault {
    BenchmarkFault(
      line: line.number, code: .benchmarkFields,
      arguments: ["found": .text(String(line.fields.count)), "expected": .text(String(expected))])
  }

  /// A field, counted from 0, that holds something else than `expected`.
  static func value(_ line: SectionedText.Line, _ field: Int, expected: any MessageArgument) -> BenchmarkFault {
    let found = field < line.fields.count ? String(line.fields[field]) : ""
    return BenchmarkFault(
      line: line.number, code: .benchmarkValue,
      arguments: ["subject": .text(String(field + 1)), "found": .text(found), "expected": expected.messageValue])
  }

  /// What may be given once only is given again.
  static func twice(_ line: SectionedText.Line, _ found: String) -> BenchmarkFault {
    BenchmarkFault(line: line.number, code: .benchmarkTwice, arguments: ["found": .text(found)])
  }

  /// A line whose first `fields` fields stand in another line already.
  static func twice(_ line: SectionedText.Line, _ fields: Int) -> BenchmarkFault {
    twice(line, line.fields.prefix(fields).joined(separator: ","))
  }

  /// An id that the section named does not define.
  static func unknown(_ line: SectionedText.Line, _ found: Substring, in section: String) -> BenchmarkFault {
    BenchmarkFault(
      line: line.number, code: .benchmarkUnknownID,
      arguments: ["subject": .text(section), "found": .text(String(found))])
  }
}
