/// A text with placeholders: `{name}` is replaced by a value, `{count|hour|hours}` by the word that fits the number.
struct MessageTemplate: Sendable {
  enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(String)
    case plural(String, one: String, many: String)
  }

  let parts: [Part]

  init(_ source: String) {
    var parts: [Part] = []
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(Self.part(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  private static func part(_ inside: Substring) -> Part {
    let pieces = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if pieces.count == 3 { return .plural(pieces[0], one: pieces[1], many: pieces[2]) }
    return .placeholder(String(inside))
  }

  /// The names of the placeholders.
  var names: Set<String> {
    var names: Set<String> = []
    for part in parts {
      switch part {
      case .text: break
      case .placeholder(let name), .plural(let name, _, _): names.insert(name)
      }
    }
    return names
  }

  /// The text with each placeholder replaced by what `value` gives for its name; unknown ones stay visible.
  func filled(_ value: (String) -> String?) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .placeholder(let name): text += value(name) ?? "{\(name)}"
      case .plural(let name, let one, let many): text += value(name) == "1" ? one : many
      }
    }
    return text
  }
}
