/// Reads a scenario folder into a draft: `scenario.yaml`, the tables it names, and what ships with the program.
enum ScenarioFolder {
  /// The file every scenario folder holds.
  static let settingsFile = "scenario.yaml"

  /// Reads the folder; every fault goes to `issues`. nil when there is too little to go on.
  static func draft(_ folder: String, issues: IssueCollector) -> ScenarioDraft? {
    let reader = FileReader(folder: folder)
    guard reader.folderExists else {
      issues.add(Issue(.folderMissing, subject: folder))
      return nil
    }
    var loading = FolderLoading(reader: reader, issues: issues)
    guard let bytes = loading.bytes(settingsFile) else { return nil }
    return YAMLDocument.read(bytes, file: settingsFile, beside: loading.encoding, issues: issues) { root in
      loading.draft(root)
    } ?? nil
  }
}

/// One reading of a folder.
private struct FolderLoading {
  let reader: FileReader
  let issues: IssueCollector
  /// That of the folder's files together, if they have one.
  let encoding: TextEncoding?
  private var checksum = Checksum()
  private var read: Set<String> = []
  private var fileOfTable: [String: String] = [:]

  init(reader: FileReader, issues: IssueCollector) {
    self.reader = reader
    self.issues = issues
    encoding = FolderEncodings(reader).common
  }

  mutating func draft(_ root: YAMLMapping) -> ScenarioDraft? {
    let settings = SettingsDraft(root)
    guard var ruleSet = ruleSet(root) else { return nil }
    var heatRules = ruleSet.heat
    _ = root.mapping("heat") { heatRules.apply($0) }
    _ = root.mapping("contracts") { ruleSet.override($0) }
    var trades = Library.trades
    _ = root.mapping("trades") { TradeDraft.apply($0, to: &trades) }
    var draft = ScenarioDraft(
      settings: settings, ruleSet: ruleSet, heatRules: heatRules, trades: trades,
      libraryPatterns: Library.shiftPatterns, fingerprint: "")
    tables(root, &draft)
    issues.add(contentsOf: UnreadFiles(read: read, fileOfTable: fileOfTable).issues(reader.fileNames()))
    draft.fingerprint = checksum.text
    return draft
  }

  /// The bytes of a file, which then count in the fingerprint; nil and an issue when it cannot be read.
  mutating func bytes(_ name: String, namedAt place: SourceLocation? = nil) -> [UInt8]? {
    read.insert(name)
    do {
      let bytes = try reader.bytes(name, namedAt: place)
      checksum.add(name.utf8)
      checksum.add(bytes)
      return bytes
    } catch {
      issues.add(error.issue)
      return nil
    }
  }

  /// The rule set named: one that ships with the program, or a file of the folder.
  private mutating func ruleSet(_ root: YAMLMapping) -> RuleSet? {
    let name = root.value("rule_set", .text, default: "cn-standard")
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      guard let bytes = bytes(name, namedAt: root.location("rule_set")) else { return nil }
      return YAMLDocument.read(bytes, file: name, beside: encoding, issues: issues, RuleSet.init)
    }
    let known = Vocabulary(Library.ruleSetNames.map { [$0] }).index(name).map { Library.ruleSetNames[$0] }
    guard let known, let bytes = Library.ruleSet(known) else {
      let fix = didYouMean(name, among: Library.ruleSetNames).map { Message("fix.didYouMean", ["guess": $0]) }
      issues.add(
        Issue(
          .unknownReference, at: root.location("rule_set"), found: name, fix: fix,
          ["kind": Message("kind.ruleSet"), "known": Library.ruleSetNames]))
      return nil
    }
    checksum.add(bytes)
    return YAMLDocument.read(bytes, file: "rulesets/\(known).yaml", issues: issues, RuleSet.init)
  }

  private mutating func tables(_ root: YAMLMapping, _ draft: inout ScenarioDraft) {
    let names = TableNames(root)
    for schema in ScenarioTables.schemas {
      if let table = table(schema, names) { draft.tables[schema] = table }
    }
    draft.readRows(issues)
  }

  /// A table: of the file `tables` names, or else of `NAME.csv` if the folder has one.
  private mutating func table(_ schema: TableSchema, _ names: TableNames) -> Table? {
    let named = names.file(schema.name)
    let name = named?.name ?? schema.name + ".csv"
    guard named != nil || reader.exists(name), let bytes = bytes(name, namedAt: named?.place) else { return nil }
    fileOfTable[schema.name] = name
    return Table.read(bytes, file: name, schema: schema, beside: encoding, issues: issues)
  }
}

/// The file names of `tables`.
private struct TableNames {
  private var files: [String: (name: String, place: SourceLocation)] = [:]

  init(_ root: YAMLMapping) {
    var files: [String: (name: String, place: SourceLocation)] = [:]
    _ = root.mapping("tables") { mapping in
      for table in ScenarioTables.schemas.map(\.name) {
        if let name = mapping.optional(table, .text) { files[table] = (name, mapping.location(table)) }
      }
    }
    self.files = files
  }

  func file(_ table: String) -> (name: String, place: SourceLocation)? { files[table] }
}
