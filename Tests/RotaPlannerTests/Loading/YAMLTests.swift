import Testing

@testable import RotaPlanner

struct YAMLTests {
  private func read(_ source: String, _ body: (YAMLMapping) -> Void) -> [ScenarioIssue] {
    let issues = IssueCollector()
    YAMLDocument.read(Array(source.utf8), file: "s.yaml", issues: issues, body)
    return issues.list.issues
  }

  @Test func valuesAreTypedAndDefaultsApply() {
    let source = "name: 西城\nheat:\n  window: 12:00-15:00\nlist: [a, b]\nempty:\nquoted: \"null\"\n"
    let issues = read(source) { mapping in
      #expect(mapping.required("name", .text) == "西城")
      #expect(
        mapping.mapping("heat") { $0.optional("window", .interval) } == .some(ClockInterval(start: 720, end: 900)))
      #expect(mapping.optional("list", .list) == ["a", "b"])
      #expect(mapping.value("empty", .integer(), default: 7) == 7)
      #expect(mapping.value("absent", .integer(), default: 8) == 8)
      #expect(mapping.optional("quoted", .text) == "null")
    }
    #expect(issues.isEmpty)
  }

  @Test func aKeyNobodyAskedForIsReportedAtItsPlace() {
    let issues = read("name: x\nheat:\n  windw: 1\n") { mapping in
      _ = mapping.optional("name", .text)
      _ = mapping.mapping("heat") { _ = $0.optional("window", .interval) }
    }
    #expect(issues.map(\.code) == [.yamlUnknownKey])
    #expect(issues.first?.location == SourceLocation(file: "s.yaml", line: 3, column: 3))
    #expect(issues.first?.found == .text("heat.windw"))
    #expect(issues.first?.fix == Message("fix.didYouMean", ["guess": "window"]))
  }

  @Test func wrongKindsAndValuesAndMissingKeysAreReported() {
    let issues = read("heat: 12\nname: [a]\ndays: many\nitems: {a: 1}\n") { mapping in
      _ = mapping.mapping("heat") { _ in }
      _ = mapping.optional("name", .text)
      _ = mapping.required("days", .integer())
      _ = mapping.mappings("items") { _ in }
      _ = mapping.required("start", .date)
    }
    #expect(
      issues.map(\.code) == [.yamlMissingKey, .yamlWrongKind, .yamlWrongKind, .valueNotInteger, .yamlWrongKind])
    #expect(issues.map { $0.location?.line } == [1, 1, 2, 3, 4])
  }

  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", IssueCode.yamlSyntax, 2), ("a: \"open\n", .yamlSyntax, 2), ("\ta: 1\n", .yamlSyntax, 1),
    ("a: 1\nb: 2\na: 3\n", .yamlDuplicateKey, 1), ("a: *x\n", .yamlSyntax, 1), ("a: 1\n---\nb: 2\n", .yamlSyntax, 2),
    ("just text\n", .yamlWrongKind, 1), ("- a\n", .yamlWrongKind, 1), ("a: b: c\n", .yamlSyntax, 1),
  ])
  func faultsOfFormHaveAPlace(source: String, code: IssueCode, line: Int) {
    let issues = read(source) { _ in }
    #expect(issues.first?.code == code)
    #expect(issues.first?.location?.line == line)
    #expect(issues.first?.location?.column != nil)
  }

  @Test func aFullWidthColonIsRecognised() {
    #expect(read("name：西城\n") { _ in }.first?.fix == Message("fix.fullWidthColon"))
  }

  @Test func anEmptyFileIsAnEmptyMapping() {
    for source in ["", "# note\n"] {
      let issues = read(source) { #expect($0.keys.isEmpty) }
      #expect(issues.isEmpty)
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", " a:\n  "]) func absurdNestingIsRefused(opening: String) {
    let deep = String(repeating: opening, count: 20_000)
    #expect(!read(deep) { _ in }.isEmpty)
    let indented = (0..<3000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(read(indented) { _ in }.map(\.code) == [.yamlTooDeep])
  }

  @Test func randomTextNeverCrashes() {
    let pieces = [
      "a", "b", ":", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "\"", "'", "#", "&x ", "*x", "!", "|", ">", "驿", "\t",
      "?", ",", "%", "@",
    ]
    for seed in 0..<1500 {
      var random = SeededGenerator(seed: seed)
      let text = (0..<random.int(0...40)).map { _ in random.pick(pieces) }.joined()
      _ = read(text) { mapping in
        _ = mapping.optional("a", .list)
        _ = mapping.mapping("b") { _ in }
      }
    }
  }

  @Test(arguments: [
    ("? [a, b]\n: 1\n", 1, 3, "found.sequence"), ("{x: 1}: 2\n", 1, 1, "found.mapping"),
    ("a: &a b\n*a : 1\n", 2, 1, "found.reference"),
    ("a:\n  ? {b: 1}\n  : 2\n", 2, 5, "found.mapping"),
  ])
  func aKeyIsPlainText(source: String, line: Int, column: Int, found: String) {
    let issues = read(source) { _ in }
    #expect(issues.map(\.code) == [.yamlKeyNotPlain])
    #expect(issues.first?.location == SourceLocation(file: "s.yaml", line: line, column: column))
    #expect(issues.first?.found == .message(Message(found)))
  }

  @Test func referencesCountAsWhatTheyStandFor() {
    let bomb = (1...40).reduce("a0: &a0 [x, x]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n" }
    #expect(read(bomb) { _ in }.map(\.code) == [.yamlTooMany])
    let key =
      (1...26).reduce("a0: &a0 [x, x]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n" } + "? *a26\n: 1\n"
    #expect(!read(key) { _ in }.isEmpty)
    let fair = "a: &a [x, y]\nb: *a\nc: *a\n"
    let issues = read(fair) { mapping in
      for key in ["a", "b", "c"] { #expect(mapping.optional(key, .list) == ["x", "y"]) }
    }
    #expect(issues.isEmpty)
  }

  @Test func bracketsInTextsAndCommentsDoNotNest() {
    let source = "# " + String(repeating: "[", count: 300) + "\nname: \"" + String(repeating: "{", count: 300) + "\"\n"
    #expect(read(source) { _ = $0.optional("name", .text) }.isEmpty)
  }
}
