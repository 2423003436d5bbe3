/// What the changes of a variant have in common: names of tables, rows and cells, each with its place.
extension YAMLMapping {
  /// The text at a key and its place; a list's items are joined by semicolons, no value is an empty text. nil when the key
  /// is absent, which is reported unless it `isOptional`, or holds a mapping.
  func placed(_ key: String, isOptional: Bool = false, heading: String? = nil) -> PlacedText? {
    guard keys.contains(key) else {
      tick(key)
      if !isOptional { reportMissing(key, "expected.text") }
      return nil
    }
    let place = has(key) ? location(key) : keyLocation(key)
    let text = has(key) ? optional(key, .text.asList()) : ""
    let shown = SourceLocation(file: place.file, line: place.line, column: place.column, heading: heading ?? key)
    return text.map { PlacedText(text: $0, place: shown) }
  }

  /// The items at a key, as a list or as text separated by semicolons; without any, that is reported.
  func placedList(_ key: String) -> [PlacedText] {
    let items = placedItems(key)
    if items.isEmpty { reportMissing(key, "expected.list") }
    return items
  }

  /// The table that `table` names; nil when it is missing or unknown, and reported. The keys beside it are known even where
  /// the table is not.
  func schema(beside keys: [String]) -> TableSchema? {
    keys.forEach(tick)
    guard let name = required("table", .text) else { return nil }
    let known = ScenarioTables.schemas.map(\.name)
    if let index = Vocabulary(known.map { [$0] }).index(name) { return ScenarioTables.schemas[index] }
    let fix = didYouMean(name, among: known).map { Message("fix.didYouMean", ["guess": $0]) }
    issues.add(
      Issue(
        .unknownReference, at: location("table"), found: name, fix: fix,
        ["kind": Message("kind.table"), "known": known]))
    return nil
  }

  /// The rows that `id` or `where` names; nil when there is neither or a fault, and reported.
  func rows(of schema: TableSchema) -> RowChoice? {
    let named = ["id", "where"].filter(has)
    guard named.count == 1 else {
      reportNotOne(of: ["id", "where"], found: named)
      return nil
    }
    if named == ["id"] {
      let ids = placedList("id")
      return ids.isEmpty ? nil : RowChoice(schema: schema, rows: .ids(ids), place: location("id"))
    }
    return cells("where", of: schema).map { RowChoice(schema: schema, rows: .matching($0), place: location("where")) }
  }

  /// The cells at a key, of which there must be some; nil when one is faulty, and reported.
  func cells(_ key: String, of schema: TableSchema) -> [VariantCell]? {
    guard has(key) else {
      reportMissing(key, "expected.mapping")
      return nil
    }
    return mapping(key) { mapping -> [VariantCell]? in
      if mapping.keys.isEmpty { reportMissing(key, "expected.mapping") }
      let cells = mapping.keys.compactMap { mapping.cell($0, of: schema) }
      return cells.isEmpty || cells.count < mapping.keys.count ? nil : cells
    } ?? nil
  }

  /// The cell whose heading is a key of this mapping; nil when it is faulty, and reported.
  func cell(_ heading: String, of schema: TableSchema) -> VariantCell? {
    let value = placed(heading, heading: heading)
    let name = PlacedText(text: heading, place: keyLocation(heading))
    guard let column = column(name, of: schema), let value else { return nil }
    let earlier = keys.prefix { $0 != heading }
    if earlier.contains(where: { schema.column(heading: $0) == column }) {
      issues.add(Issue(.tableDuplicateColumn, at: name.place, subject: column.id, found: heading))
      return nil
    }
    return VariantCell(column: column, value: value)
  }

  /// The column that a heading means; nil when there is none, and reported.
  func column(_ heading: PlacedText, of schema: TableSchema) -> Column? {
    if let column = schema.column(heading: heading.text) { return column }
    let guess = didYouMean(heading.text, among: schema.columns.flatMap(\.headings))
    issues.add(
      Issue(
        .tableUnknownColumn, at: heading.place, found: heading.text,
        fix: guess.map { Message("fix.didYouMean", ["guess": $0]) },
        ["table": schema.name, "known": schema.columns.map(\.id)]))
    return nil
  }

  /// Reports a key that must be there.
  func reportMissing(_ key: String, _ expected: String) {
    issues.add(Issue(.yamlMissingKey, at: place, subject: name(key), expected: Message(expected)))
  }

  /// Reports that not exactly one of some keys is there.
  func reportNotOne(of keys: [String], found: [String]) {
    let shown = found.isEmpty ? Message("found.nothing").messageValue : found.messageValue
    issues.add(Issue(.variantNotOne, at: place, found: shown, expected: keys))
  }
}

extension CellType where Value == Minutes {
  /// A length of time up to a day with a sign: `-2h`, `+30`, `1h30`; negative: earlier. A bare number that may well be hours is refused.
  static var signedDuration: CellType {
    CellType(Message("expected.signedDuration")) { text throws(CellFault) in
      let plain = CellText.normalised(text)
      let isNegative = plain.hasPrefix("-")
      let magnitude = isNegative || plain.hasPrefix("+") ? String(plain.dropFirst()) : plain
      guard let minutes = TimeText.duration(magnitude), (1...minutesPerDay).contains(minutes) else {
        throw CellFault(.valueNotDuration, Message("expected.signedDuration"))
      }
      if minutes <= 12, FixedPoint.read(magnitude, decimals: 0, exact: true) != nil {
        throw CellFault(
          .valueWithoutUnit, Message("expected.signedDuration"),
          fix: Message("fix.hoursOrMinutes", ["hours": plain + "h", "minutes": plain + "min"]))
      }
      return isNegative ? -minutes : minutes
    }
  }
}

extension BudgetChange {
  /// `-10%`, `+2.5%`, an amount in yuan, or `none`.
  static let cell = CellType<BudgetChange>(Message("expected.budget")) { text throws(CellFault) in
    let plain = CellText.normalised(text)
    if IntervalText.none.contains(plain.lowercased()) { return .none }
    guard plain.hasSuffix("%") else { return .amount(try CellType<Money>.yuan(upTo: 1_000_000_000).read(plain)) }
    let number = CellText.trimmed(String(plain.dropLast()))
    // Without a sign, 90 % could mean 90 % of the budget or 90 % more.
    guard number.hasPrefix("-") || number.hasPrefix("+"),
      let tenths = FixedPoint.read(number, decimals: 1, exact: true), (-1000...10_000).contains(tenths)
    else { throw CellFault(.valueNotDecimal, Message("expected.budget"), fix: Message("fix.budget")) }
    return .tenthsOfPercent(tenths)
  }
}
