/// Files of a scenario folder that look like tables and are not read: a misspelt name must not lose a table without a word.
struct UnreadFiles {
  /// Every file that was read.
  let read: Set<String>
  /// The file of each table that was read, by table.
  let fileOfTable: [String: String]

  /// What people call the tables, beside their names.
  private static let otherNames: [(table: String, words: [String])] = [
    ("stations", ["station", "驿站", "驿站表"]), ("staff", ["人员", "服务人员", "人员名单", "员工", "people"]),
    ("availability", ["请假", "请假表", "休假", "请假与可上班", "可上班时间", "leave", "absence", "absences"]),
    ("requests", ["request", "愿望", "排班愿望", "wishes"]),
    ("worker_groups", ["worker_group", "groups", "群体", "户外劳动者", "户外劳动者群体"]),
    ("shift_patterns", ["shift_pattern", "patterns", "作息", "作息表"]), ("visits", ["visit", "服务人次", "人次"]),
    ("reach", ["步行范围", "步行"]), ("heat", ["天气", "气温", "高温", "天气预报", "weather", "forecast"]),
    ("sites", ["site", "点位", "慰问点位"]), ("goods", ["物资", "kits"]), ("vehicles", ["vehicle", "车辆"]),
    ("pins", ["pin", "固定安排"]), ("ledger", ["台账"]),
  ]

  /// Endings of files that hold tables whatever their name.
  private static let tableEndings: Set<String> = ["csv", "tsv", "tab"]
  private static let workbookEndings: Set<String> = ["xlsx", "xls", "xlsm", "xlsb", "ods", "et", "numbers"]
  /// Endings of files that hold a table only where the name says so; none is one of them.
  private static let textEndings: Set<String> = ["", "txt", "dat", "text"]

  /// A warning for each of the folder's files that looks like a table and is not read, in the order of the names.
  func issues(_ names: [String]) -> [Issue] {
    names.compactMap { name in
      // Office programs leave lock files while a sheet is open.
      if read.contains(name) || name.hasPrefix(".") || name.hasPrefix("~$") { return nil }
      let (stem, ending) = Self.parts(name)
      let isWorkbook = Self.workbookEndings.contains(ending)
      let table = Self.table(meantBy: stem)
      guard isWorkbook || Self.tableEndings.contains(ending) || (table?.isExact ?? false && isText(ending)) else {
        return isLostSettings(name, ending) ? Issue(.fileNotRead, at: SourceLocation(file: name), subject: name) : nil
      }
      return Issue(
        .fileNotRead, at: SourceLocation(file: name), subject: name, fix: table.map { fix($0.name, isWorkbook) })
    }
  }

  private func isText(_ ending: String) -> Bool { Self.textEndings.contains(ending) }

  /// Whether a file is a second or misspelt `scenario.yaml`; other YAML files may be rule sets and variants.
  private func isLostSettings(_ name: String, _ ending: String) -> Bool {
    guard ["yaml", "yml"].contains(ending) else { return false }
    return didYouMean(Self.parts(name).stem, among: ["scenario"]) != nil
  }

  private func fix(_ table: String, _ isWorkbook: Bool) -> Message {
    if let file = fileOfTable[table] { return Message("fix.otherFileRead", ["guess": table, "read": file]) }
    return Message(isWorkbook ? "fix.workbookMeant" : "fix.tableMeant", ["guess": table])
  }

  /// The name without its ending and without the marks of copies, and the ending, both in lower case.
  private static func parts(_ name: String) -> (stem: String, ending: String) {
    let folded = CellText.normalised(name).lowercased()
    let dot = folded.lastIndex(of: ".")
    var stem = String(folded[..<(dot ?? folded.endIndex)])
    for mark in ["copy", "副本", "new", "新"] where stem.hasSuffix(mark) { stem.removeLast(mark.count) }
    if let bracket = stem.lastIndex(of: "("), stem.hasSuffix(")") { stem = String(stem[..<bracket]) }
    while let last = stem.last, " -_".contains(last) || last.isNumber { stem.removeLast() }
    return (stem, dot.map { String(folded[folded.index(after: $0)...]) } ?? "")
  }

  /// The table that a file's name most likely means, and whether it is one of its names.
  private static func table(meantBy stem: String) -> (name: String, isExact: Bool)? {
    let plain = stem.replacing(" ", with: "_").replacing("-", with: "_")
    let names = otherNames.map { ([$0.table] + $0.words, $0.table) }
    if let exact = names.first(where: { $0.0.contains(plain) }) { return (exact.1, true) }
    guard let guess = didYouMean(plain, among: names.flatMap(\.0)) else { return nil }
    return names.first { $0.0.contains(guess) }.map { ($0.1, false) }
  }
}
