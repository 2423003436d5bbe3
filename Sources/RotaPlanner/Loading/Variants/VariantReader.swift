/// Reads a variant file; names of tables and columns are looked up here, all others when the variant is applied.
enum VariantReader {
  /// The kinds of changes, as their keys.
  static let kinds = ["heat", "close", "absent", "shift", "budget", "set", "add", "remove"]

  /// The variant in a file's bytes; nil when it has a fault, which goes to `issues`.
  static func variant(_ bytes: [UInt8], file: String, issues: IssueCollector) -> Variant? {
    let read = YAMLDocument.read(bytes, file: file, issues: issues) { root in
      var checksum = Checksum()
      checksum.add(bytes)
      let name = root.value("name", .text, default: SystemPath.name(Variant.shortName(of: file)))
      _ = root.optional("note", .text)
      let changes = root.mappings("changes", change).compactMap { $0 }
      if changes.isEmpty, !issues.hasErrors {
        issues.add(
          Issue(.yamlMissingKey, at: root.place, subject: "changes", expected: Message("expected.sequence")))
      }
      return Variant(name: name, file: file, changes: changes, fingerprint: checksum.text)
    }
    guard !issues.hasErrors, var variant = read else { return nil }
    variant.warnings = issues.issues
    return variant
  }

  /// One item of `changes`: a mapping with one key, the kind.
  private static func change(_ item: YAMLMapping) -> VariantChange? {
    kinds.forEach(item.tick)
    _ = item.optional("note", .text)
    let named = kinds.filter(item.keys.contains)
    guard named.count == 1, let kind = named.first else {
      // A misspelt kind is reported as an unknown key.
      let isMisspelt = named.isEmpty && item.keys.contains { $0 != "note" }
      if !isMisspelt { item.reportNotOne(of: kinds, found: named) }
      return nil
    }
    guard item.has(kind) else {
      item.reportMissing(kind, "expected.mapping")
      return nil
    }
    return change(kind, item)
  }

  private static func change(_ kind: String, _ item: YAMLMapping) -> VariantChange? {
    switch kind {
    case "heat": return item.mapping(kind, heat) ?? nil
    case "close": return item.mapping(kind) { timed($0, "station").map(VariantChange.close) } ?? nil
    case "absent": return item.mapping(kind) { timed($0, "staff").map(VariantChange.absent) } ?? nil
    case "shift": return item.mapping(kind, shift) ?? nil
    case "budget":
      return item.optional(kind, BudgetChange.cell).map { .budget($0, place: item.location(kind)) }
    case "set":
      return item.mapping(kind) { mapping in
        guard let schema = mapping.schema(beside: ["id", "where", "cells"]), let rows = mapping.rows(of: schema),
          let cells = mapping.cells("cells", of: schema)
        else { return nil }
        return .set(rows, cells: cells)
      } ?? nil
    case "add": return item.mapping(kind, add) ?? nil
    default:
      return item.mapping(kind) { mapping in
        mapping.schema(beside: ["id", "where"]).flatMap { mapping.rows(of: $0) }.map(VariantChange.remove)
      } ?? nil
    }
  }

  private static func heat(_ mapping: YAMLMapping) -> VariantChange? {
    if mapping.keys.isEmpty { mapping.reportMissing("heat", "expected.mapping") }
    let days = mapping.keys.compactMap { key in
      mapping.placed(key, heading: key).map { (PlacedText(text: key, place: mapping.keyLocation(key)), $0) }
    }
    return days.isEmpty ? nil : .heat(days)
  }

  private static func timed(_ mapping: YAMLMapping, _ subject: String) -> TimedChange? {
    let ids = mapping.placedList(subject)
    let from = mapping.placed("from")
    let change = from.map {
      TimedChange(
        ids: ids, from: $0, until: mapping.placed("until", isOptional: true),
        hours: mapping.placed("hours", isOptional: true))
    }
    return ids.isEmpty ? nil : change
  }

  private static func shift(_ mapping: YAMLMapping) -> VariantChange? {
    let keys = ["by", "start", "end"]
    let moves = keys.map { mapping.optional($0, .signedDuration) }
    let columns = mapping.placedList("column")
    guard let schema = mapping.schema(beside: ["id", "where"]), let rows = mapping.rows(of: schema) else { return nil }
    let named = keys.filter(mapping.has)
    guard named == ["by"] || (!named.isEmpty && !named.contains("by")) else {
      mapping.reportNotOne(of: ["by", "start/end"], found: named)
      return nil
    }
    let found = columns.compactMap { name in mapping.column(name, of: schema).map { ($0, name.place) } }
    guard !found.isEmpty, found.count == columns.count else { return nil }
    return .shift(
      HoursShift(rows: rows, columns: found, start: moves[0] ?? moves[1] ?? 0, end: moves[0] ?? moves[2] ?? 0))
  }

  private static func add(_ mapping: YAMLMapping) -> VariantChange? {
    guard let schema = mapping.schema(beside: ["like", "rows"]) else { return nil }
    let like = mapping.placed("like", isOptional: true)
    let rows = mapping.mappings("rows") { row in
      AddedRow(cells: row.keys.compactMap { row.cell($0, of: schema) }, place: row.place)
    }
    if rows.isEmpty, !mapping.issues.hasErrors { mapping.reportMissing("rows", "expected.sequence") }
    return rows.isEmpty ? nil : .add(schema, like: like, rows: rows)
  }
}

extension Variant {
  /// The file's name without folders and ending.
  public static func shortName(of path: String) -> String {
    let name = SystemPath.split(path).name.utf8
    return String(name.prefix(upTo: name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)) ?? ""
  }

  /// Reads a variant file.
  ///
  /// - Throws: every fault of the file: what cannot be read, unknown keys, tables and columns, values that are none.
  public static func read(_ path: String) throws(ScenarioError) -> Variant {
    let (folder, name) = SystemPath.split(path)
    let reader = FileReader(folder: folder.isEmpty ? "." : folder == "/" ? "/" : String(folder.dropLast()))
    let bytes: [UInt8]
    do {
      bytes = try reader.bytes(name, namedAt: SourceLocation(file: path))
    } catch {
      let issue = error.issue
      let fix = issue.code == .fileMissing && issue.fix == nil ? Message("fix.noVariant") : issue.fix
      throw ScenarioError([Issue(issue.code, at: issue.location, fix: fix, issue.arguments)])
    }
    return try read(bytes, file: path)
  }

  /// Reads the bytes of a variant file; `file` is its name for messages.
  static func read(_ bytes: [UInt8], file: String) throws(ScenarioError) -> Variant {
    let issues = IssueCollector()
    let variant = VariantReader.variant(bytes, file: file, issues: issues)
    try issues.throwIfErrors()
    guard let variant else { preconditionFailure("A variant that cannot be read has no fault.") }
    return variant
  }
}
