import Yams

/// A YAML file read as a mapping whose every key and value knows its place.
enum YAMLDocument {
  /// Reads a file's bytes; faults go to `issues`. `body` reads the mapping; keys it did not ask for are reported.
  static func read<Result>(
    _ bytes: [UInt8], file: String, beside encoding: TextEncoding? = nil, issues: IssueCollector,
    _ body: (YAMLMapping) -> Result
  ) -> Result? {
    let decoded: DecodedText
    do { decoded = try TextDecoder.decode(bytes, file: file, beside: encoding) } catch {
      issues.add(error.issue)
      return nil
    }
    if let doubt = decoded.doubt { issues.add(doubt) }
    let text = decoded.string
    guard let root = compose(text, file, issues) else { return nil }
    let place = SourceLocation(file: file, line: root.mark?.line ?? 1, column: root.mark?.column ?? 1)
    guard case .mapping(let mapping) = root else {
      issues.add(YAMLMapping.wrongKind(root, "expected.mapping", place, subject: file))
      return nil
    }
    let reader = YAMLMapping(mapping, path: [], place: place, issues: issues)
    let result = body(reader)
    reader.reportUnknownKeys()
    return result
  }

  /// The root node; an empty file counts as an empty mapping.
  private static func compose(_ text: String, _ file: String, _ issues: IssueCollector) -> Node? {
    if let fault = YAMLForm.firstFault(text) {
      issues.add(issue(fault, file))
      return nil
    }
    do {
      let node = try Yams.Parser(yaml: text, encoding: .utf8).singleRoot()
      if let node, !YAMLMapping.isNull(node) { return node }
      return .mapping(Node.Mapping([]))
    } catch let error as YamlError {
      issues.add(YAMLSyntax.issue(error, file: file))
    } catch {
      issues.add(Issue(.yamlSyntax, at: SourceLocation(file: file), found: "\(error)"))
    }
    return nil
  }

  private static func issue(_ fault: YAMLForm.Fault, _ file: String) -> Issue {
    switch fault {
    case .tooDeep(let place):
      Issue(.yamlTooDeep, at: SourceLocation(file: file, line: place.line), ["limit": YAMLForm.depthLimit])
    case .keyNotPlain(let place, let found):
      Issue(.yamlKeyNotPlain, at: place.location(in: file), found: Message(found))
    case .tooMany(let place): Issue(.yamlTooMany, at: place.location(in: file), ["limit": YAMLForm.valueLimit])
    }
  }
}

/// Faults of the YAML itself, in our words where they are common.
private enum YAMLSyntax {
  static func issue(_ error: YamlError, file: String) -> Issue {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return issue(problem, at: SourceLocation(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      let place = SourceLocation(file: file, line: context.mark.line, column: context.mark.column)
      return Issue(.yamlDuplicateKey, at: place, found: keys)
    case .reader(let problem, let offset, _, let yaml):
      return issue(problem, at: place(offset, yaml, file))
    default:
      return issue("\(error)", at: SourceLocation(file: file))
    }
  }

  private static func place(_ offset: Int?, _ yaml: String, _ file: String) -> SourceLocation {
    guard let offset else { return SourceLocation(file: file) }
    let before = String(yaml.prefix(offset))
    return TextPosition(of: before.utf8.count, in: Array(yaml.utf8)).location(in: file)
  }

  private static func issue(_ problem: String, at place: SourceLocation) -> Issue {
    if let key = known[problem] { return Issue(.yamlSyntax, at: place, found: Message(key)) }
    return Issue(.yamlSyntax, at: place, found: problem)
  }

  /// The catalogue's keys for what the YAML parser says most often.
  private static let known = [
    "found character that cannot start any token": "yaml.strangeCharacter",
    "mapping values are not allowed in this context": "yaml.colonHere",
    "could not find expected ':'": "yaml.colonMissing",
    "did not find expected key": "yaml.keyExpected",
    "did not find expected '-' indicator": "yaml.dashExpected",
    "did not find expected ',' or ']'": "yaml.bracketOpen",
    "did not find expected ',' or '}'": "yaml.braceOpen",
    "found unexpected end of stream": "yaml.endInQuotes",
    "found undefined alias": "yaml.aliasUndefined",
    "but found another document": "yaml.secondDocument",
  ]
}
