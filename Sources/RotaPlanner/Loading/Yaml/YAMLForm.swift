internal import CYaml

/// The form of a YAML text, looked at event by event before it is composed into nodes.
///
/// Composing recurses, hashes keys with all that is in them, and a reference (`*name`) costs a few bytes for whatever it stands
/// for. So what nests too deep, what has more than plain keys and what is too much once its references are counted is refused
/// here, in time that grows with the text's length only.
enum YAMLForm {
  /// The deepest nesting of lists and mappings.
  static let depthLimit = 100
  /// The most values, keys among them, with each reference counted as what it stands for.
  static let valueLimit = 1_000_000

  /// What is refused.
  enum Fault: Hashable {
    case tooDeep(TextPosition)
    /// What stands in a key's place: a key of `found` in the message catalogue.
    case keyNotPlain(TextPosition, found: String)
    case tooMany(TextPosition)
  }

  /// The first fault; nil when there is none, or when the text is no YAML, which composing reports.
  static func firstFault(_ text: String) -> Fault? {
    var reader = Reader()
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { reader.firstFault($0) }
  }

  /// A list or mapping that is not closed yet.
  private struct Open {
    let isMapping: Bool
    let anchor: String?
    /// Whether the next node is a key.
    var isKeyNext: Bool
    /// Values in it so far, itself included.
    var values = 1
  }

  private struct Reader {
    private var open: [Open] = []
    private var anchors: [String: Int] = [:]
    private var total = 0

    mutating func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        if let fault = fault(event) { return fault }
      }
    }

    private mutating func fault(_ event: yaml_event_t) -> Fault? {
      let place = TextPosition(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
      switch event.type {
      case YAML_SCALAR_EVENT:
        take(1, anchor: name(event.data.scalar.anchor))
      case YAML_ALIAS_EVENT:
        if isKey { return .keyNotPlain(place, found: "found.reference") }
        take(name(event.data.alias.anchor).flatMap { anchors[$0] } ?? 1, anchor: nil)
      case YAML_SEQUENCE_START_EVENT:
        if isKey { return .keyNotPlain(place, found: "found.sequence") }
        begin(Open(isMapping: false, anchor: name(event.data.sequence_start.anchor), isKeyNext: false))
      case YAML_MAPPING_START_EVENT:
        if isKey { return .keyNotPlain(place, found: "found.mapping") }
        begin(Open(isMapping: true, anchor: name(event.data.mapping_start.anchor), isKeyNext: true))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        if let closed = open.popLast() { close(closed) }
      default: break
      }
      if open.count > depthLimit { return .tooDeep(place) }
      return total > valueLimit ? .tooMany(place) : nil
    }

    private var isKey: Bool { open.last?.isKeyNext ?? false }

    private func name(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? { anchor.map { String(cString: $0) } }

    private mutating func begin(_ container: Open) {
      total = sum(total, 1)
      open.append(container)
    }

    private mutating func close(_ closed: Open) {
      if let anchor = closed.anchor { anchors[anchor] = closed.values }
      addToParent(closed.values)
    }

    private mutating func take(_ values: Int, anchor: String?) {
      if let anchor { anchors[anchor] = values }
      total = sum(total, values)
      addToParent(values)
    }

    private mutating func addToParent(_ values: Int) {
      guard let last = open.indices.last else { return }
      open[last].values = sum(open[last].values, values)
      if open[last].isMapping { open[last].isKeyNext.toggle() }
    }

    /// Far above the limit is enough to know.
    private func sum(_ first: Int, _ second: Int) -> Int { min(first + second, 2 * valueLimit) }
  }
}
