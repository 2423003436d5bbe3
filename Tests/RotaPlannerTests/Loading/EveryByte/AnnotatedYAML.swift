/// YAML lines of which each may say, behind ` ## `, which other values it could have.
struct AnnotatedYAML {
  struct Line {
    /// The line as it is.
    let text: String
    /// What stands behind the key, with other valid values; none: the value is not varied.
    let others: [String]
    /// Whether any text is valid.
    let isFree: Bool
    /// Whether the value is what holds without it.
    let isDefault: Bool
  }

  let lines: [Line]

  init(_ source: String) {
    lines = source.split(separator: "\n").map { line in
      let parts = line.components(separatedBy: " ## ")
      let others = parts.dropFirst().filter { !["free", "default"].contains($0) }
      return Line(
        text: parts[0], others: others, isFree: parts.contains("free"), isDefault: parts.contains("default"))
    }
  }

  /// The text without the other values.
  var text: String { lines.map(\.text).joined(separator: "\n") + "\n" }

  /// The text with another value in one line, counted from 0.
  func text(line number: Int, value: String) -> String {
    lines.enumerated().map { index, line in index == number ? Self.key(line.text) + " " + value : line.text }
      .joined(separator: "\n") + "\n"
  }

  /// The line up to the colon behind its first key.
  private static func key(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":") else { return line }
    return String(line[...colon])
  }
}
