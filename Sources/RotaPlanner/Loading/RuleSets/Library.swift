/// What ships with the program and scenarios build on: rule sets, trades and usual shift patterns.
enum Library {
  /// The names of the rule sets, sorted.
  static let ruleSetNames = ResourceReader.names(in: "rulesets").filter { $0.hasSuffix(".yaml") }
    .map { String($0.dropLast(".yaml".count)) }

  /// The file of a rule set; nil when there is none of that name.
  static func ruleSet(_ name: String) -> [UInt8]? {
    guard ruleSetNames.contains(name), let text = ResourceReader.text("rulesets/\(name).yaml") else { return nil }
    return Array(text.utf8)
  }

  /// The usual habits of each trade.
  static let trades: [TradeDraft] = {
    var trades: [TradeDraft] = []
    read("library/trades.yaml") { bytes, file, issues in
      YAMLDocument.read(bytes, file: file, issues: issues) { TradeDraft.apply($0, to: &trades) }
    }
    return trades
  }()

  /// The usual patterns of the trades.
  static let shiftPatterns: [ShiftPatternDraft] = {
    var rows: [ShiftPatternDraft] = []
    read("library/shift_patterns.csv") { bytes, file, issues in
      Table.read(bytes, file: file, schema: ShiftPatternDraft.schema, issues: issues)?.forEachRow(issues) { row in
        if let draft = ShiftPatternDraft(row) { rows.append(draft) }
      }
    }
    return rows
  }()

  /// Reads a file of ours; a fault in it is our own mistake.
  private static func read(_ file: String, _ body: ([UInt8], String, IssueCollector) -> Void) {
    guard let text = ResourceReader.text(file) else { preconditionFailure("The resource \(file) is missing.") }
    let issues = IssueCollector()
    body(Array(text.utf8), file, issues)
    precondition(issues.issues.isEmpty, "The resource \(file) is faulty: \(issues.list.issues[0])")
  }
}
