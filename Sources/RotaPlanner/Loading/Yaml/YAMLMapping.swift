import Yams

/// A YAML mapping while it is read: gives typed values, ticks every key asked for, and reports faults at their places.
final class YAMLMapping {
  /// The keys that lead here from the file's root.
  let path: [String]
  /// Where the mapping begins.
  let place: SourceLocation
  let issues: IssueCollector
  private let entries: [Entry]
  /// Where in `entries` a key stands first.
  private let positions: [String: Int]
  private var asked: [String] = []
  private var askedKeys: Set<String> = []

  /// Unknown keys for which a likely meaning is looked for; a file with more is of another kind.
  private static let guesses = 100

  private struct Entry {
    let key: String
    let keyPlace: SourceLocation
    let node: Node
  }

  init(_ mapping: Node.Mapping, path: [String], place: SourceLocation, issues: IssueCollector) {
    self.path = path
    self.place = place
    self.issues = issues
    let entries = mapping.map { key, value in
      let name = key.string ?? "?"
      let mark = key.mark.map { SourceLocation(file: place.file, line: $0.line, column: $0.column) }
      return Entry(key: name, keyPlace: mark ?? place, node: value)
    }
    self.entries = entries
    positions = Dictionary(entries.indices.map { (entries[$0].key, $0) }) { first, _ in first }
  }

  /// The keys as written, in the file's order.
  var keys: [String] { entries.map(\.key) }

  /// A key's name with its path, for messages: `heat.hottest_window`.
  func name(_ key: String) -> String { (path + [key]).joined(separator: ".") }

  /// Whether the key is there with a value.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// Whether the key's value is a mapping itself.
  func isMapping(_ key: String) -> Bool {
    if case .mapping? = node(key) { return true }
    return false
  }

  /// Marks a key as known without reading it.
  func tick(_ key: String) { _ = node(key) }

  /// The place of a key itself.
  func keyLocation(_ key: String) -> SourceLocation { positions[key].map { entries[$0].keyPlace } ?? place }

  /// The place of a key's value; of the mapping when the key is not there.
  func location(_ key: String) -> SourceLocation { node(key).map(self.place(of:)) ?? place }

  /// The value of a key; nil when it is absent, or faulty and reported.
  func optional<Value>(_ key: String, _ type: CellType<Value>) -> Value? {
    guard let node = node(key) else { return nil }
    return read(node, type, name(key))
  }

  /// The value of a key, or the default when it is absent (or faulty and reported).
  func value<Value>(_ key: String, _ type: CellType<Value>, default fallback: Value) -> Value {
    optional(key, type) ?? fallback
  }

  /// The value of a key that must be there; nil when it is absent or faulty, and reported.
  func required<Value>(_ key: String, _ type: CellType<Value>) -> Value? {
    guard has(key) else {
      issues.add(Issue(.yamlMissingKey, at: place, subject: name(key), expected: type.expected))
      return nil
    }
    return optional(key, type)
  }

  /// Reads the mapping at a key, then reports the keys in it that `body` did not ask for; nil when it is absent.
  func mapping<Result>(_ key: String, _ body: (YAMLMapping) -> Result) -> Result? {
    guard let node = node(key) else { return nil }
    return mapping(node, path + [key], body)
  }

  /// Reads each mapping of the list at a key; empty when it is absent.
  func mappings<Result>(_ key: String, _ body: (YAMLMapping) -> Result) -> [Result] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      issues.add(Self.wrongKind(node, "expected.sequence", place(of: node), subject: name(key)))
      return []
    }
    return sequence.enumerated().compactMap { index, node in
      mapping(node, path + ["\(key)[\(index + 1)]"], body)
    }
  }

  /// The values of the list at a key; a single value counts as a list of one. Empty when it is absent.
  func list<Value>(_ key: String, _ type: CellType<Value>) -> [Value] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else { return read(node, type, name(key)).map { [$0] } ?? [] }
    return sequence.compactMap { read($0, type, name(key)) }
  }

  /// The texts at a key with their places: the items of a list, or of a text that separates them as lists do. Items that are
  /// no plain values are reported.
  func placedItems(_ key: String) -> [PlacedText] {
    guard let node = node(key) else { return [] }
    let nodes: [Node]
    if case .sequence(let sequence) = node { nodes = Array(sequence) } else { nodes = [node] }
    return nodes.flatMap { node in
      (read(node, .list, name(key)) ?? []).map { PlacedText(text: $0, place: place(of: node)) }
    }
  }

  /// Reports the keys that nobody asked for.
  func reportUnknownKeys() {
    for (count, entry) in entries.filter({ !askedKeys.contains($0.key) }).enumerated() {
      if count >= IssueCollector.limit { break }
      let guess = count < Self.guesses ? didYouMean(entry.key, among: asked) : nil
      let fix = guess.map { Message("fix.didYouMean", ["guess": $0]) }
      issues.add(Issue(.yamlUnknownKey, at: entry.keyPlace, found: name(entry.key), fix: fix, ["known": asked]))
    }
  }

  private func node(_ key: String) -> Node? {
    if askedKeys.insert(key).inserted { asked.append(key) }
    guard let node = positions[key].map({ entries[$0].node }), !Self.isNull(node) else { return nil }
    return node
  }

  private func place(of node: Node) -> SourceLocation {
    guard let mark = node.mark else { return place }
    return SourceLocation(file: place.file, line: mark.line, column: mark.column)
  }

  private func mapping<Result>(_ node: Node, _ path: [String], _ body: (YAMLMapping) -> Result) -> Result? {
    guard case .mapping(let mapping) = node else {
      issues.add(
        Self.wrongKind(node, "expected.mapping", place(of: node), subject: path.joined(separator: ".")))
      return nil
    }
    let reader = YAMLMapping(mapping, path: path, place: place(of: node), issues: issues)
    let result = body(reader)
    reader.reportUnknownKeys()
    return result
  }

  private func read<Value>(_ node: Node, _ type: CellType<Value>, _ name: String) -> Value? {
    guard let text = text(of: node, joining: type.takesList) else {
      issues.add(Self.wrongKind(node, "expected.scalar", place(of: node), subject: name))
      return nil
    }
    do {
      let value = try type.read(text)
      if let doubt = type.doubt?(text, .point) {
        issues.add(doubt.issue(at: place(of: node), found: text, subject: name))
      }
      return value
    } catch {
      issues.add(error.issue(at: place(of: node), found: text, subject: name))
      return nil
    }
  }

  /// A scalar's text; the items of a list of scalars joined by semicolons when `joining`.
  private func text(of node: Node, joining: Bool) -> String? {
    switch node {
    case .scalar(let scalar): return scalar.string
    case .sequence(let sequence) where joining:
      let items = sequence.compactMap(\.scalar?.string)
      return items.count == sequence.count ? items.joined(separator: ";") : nil
    default: return nil
    }
  }
}

extension YAMLMapping {
  /// Whether a node stands for "no value": nothing, `~` or `null` without quotes.
  static func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .any || scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The issue of a node that is a value, a list or a mapping where another of these belongs.
  static func wrongKind(_ node: Node, _ expected: String, _ place: SourceLocation, subject: String) -> Issue {
    let found: Message
    var fix: Message?
    switch node {
    case .scalar(let scalar):
      found = Message("found.scalar", ["text": CellFault.shortened(scalar.string)])
      // The full-width colon looks right and makes the whole line one plain text.
      if scalar.string.contains("：") { fix = Message("fix.fullWidthColon") }
    case .mapping: found = Message("found.mapping")
    default: found = Message("found.sequence")
    }
    return Issue(.yamlWrongKind, at: place, subject: subject, found: found, expected: Message(expected), fix: fix)
  }
}
