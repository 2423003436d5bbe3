extension LoadedScenario {
  /// The scenario with a variant's changes made, one after the other, and checked again like any other.
  ///
  /// - Throws: every change that names something unknown and every new cell that is no value, or else every fault that the
  ///   changed scenario has; what a change causes is reported at the change's place.
  public func applying(_ variant: Variant) throws(ScenarioError) -> LoadedScenario {
    let issues = IssueCollector()
    issues.add(contentsOf: variant.warnings)
    var application = VariantApplication(draft: draft, horizon: scenario.horizon, issues: issues)
    for change in variant.changes { application.make(change) }
    let hasUnknownNames = issues.hasErrors
    var changed = application.draft
    changed.readRows(issues)
    if hasUnknownNames { throw ScenarioError(issues.issues) }
    var checksum = Checksum()
    checksum.add(scenario.fingerprint.utf8)
    checksum.add(variant.fingerprint.utf8)
    changed.fingerprint = checksum.text
    do throws(ScenarioError) {
      return try LoadedScenario(changed, issues: issues)
    } catch {
      throw ScenarioError(application.traces.blamed(error.list.issues, file: variant.file))
    }
  }

  /// The warnings that the scenario this was made from does not have.
  public func warnings(beyond base: LoadedScenario) -> IssueList {
    let known = Set(base.warnings.issues)
    return IssueList(warnings.issues.filter { !known.contains($0) })
  }
}

/// A draft while the changes of a variant are made to its tables and settings; later changes see what earlier ones did.
struct VariantApplication {
  var draft: ScenarioDraft
  let horizon: Horizon
  let issues: IssueCollector
  var traces = VariantTraces()

  /// Makes one change; what it names and the scenario has not is reported.
  mutating func make(_ change: VariantChange) {
    switch change {
    case .heat(let days): setHeat(days)
    case .close(let change): close(change)
    case .absent(let change): sendAway(change)
    case .shift(let shift): move(shift)
    case .budget(let change, let place): setBudget(change, place)
    case .set(let choice, let cells):
      for row in rows(choice) { edit(choice.schema, row, cells) }
    case .add(let schema, let like, let rows): add(schema, like, rows)
    case .remove(let choice): remove(choice)
    }
  }

  // MARK: - Rows

  /// Writes texts into the cells of a row.
  mutating func edit(_ schema: TableSchema, _ row: Int, _ cells: [VariantCell]) {
    guard let first = cells.first else { return }
    traces.noteEdit(of: draft.tables[schema].place(of: draft.tables[schema].rows[row]), at: first.value.place)
    draft.tables[schema].rows[row] = draft.tables[schema].rows[row].editing(Self.texts(cells), at: first.value.place)
  }

  /// Puts a row at the end of a table.
  mutating func append(_ schema: TableSchema, _ cells: [VariantCell], at place: SourceLocation) {
    draft.tables[schema].rows.append(Table.Row(edits: RowEdits(place: place, cells: Self.texts(cells))))
  }

  private static func texts(_ cells: [VariantCell]) -> [String: PlacedText] {
    Dictionary(cells.map { ($0.column.id, $0.value) }) { first, _ in first }
  }

  private mutating func add(_ schema: TableSchema, _ like: PlacedText?, _ added: [AddedRow]) {
    var model: [VariantCell] = []
    if let like {
      guard let row = rows(RowChoice(schema: schema, rows: .ids([like]), place: like.place)).first else { return }
      model = copy(of: row, schema, at: like.place)
    }
    for row in added {
      let cells = row.cells + model.filter { cell in !row.cells.contains { $0.column == cell.column } }
      if let key = cells.first(where: { $0.column == schema.columns[0] }), schema.hasOneRowPerKey,
        draft.tables[schema].firstRow(key.column, key.value.text) != nil
      {
        issues.add(
          Issue(
            .variantRowExists, at: row.cells.contains { $0.column == key.column } ? key.value.place : row.place,
            subject: key.column.id, found: key.value.text, ["table": schema.name]))
      }
      append(schema, cells, at: row.place)
    }
  }

  /// The texts of a row as cells that stand where the variant names it.
  private func copy(of row: Int, _ schema: TableSchema, at place: SourceLocation) -> [VariantCell] {
    schema.columns.compactMap { column in
      let text = draft.tables[schema].text(column, in: draft.tables[schema].rows[row])
      let shown = SourceLocation(file: place.file, line: place.line, column: place.column, heading: column.id)
      return text.isEmpty ? nil : VariantCell(column: column, value: PlacedText(text: text, place: shown))
    }
  }

  private mutating func remove(_ choice: RowChoice) {
    let table = draft.tables[choice.schema]
    let indices = rows(choice)
    for index in indices {
      traces.noteRemoval(of: table.text(choice.schema.columns[0], in: table.rows[index]), at: choice.place)
    }
    let removed = Set(indices)
    draft.tables[choice.schema].rows = table.rows.indices.filter { !removed.contains($0) }.map { table.rows[$0] }
  }

  // MARK: - Settings

  private mutating func setBudget(_ change: BudgetChange, _ place: SourceLocation) {
    switch change {
    case .none: draft.settings.budget = nil
    case .amount(let amount): draft.settings.budget = amount
    case .tenthsOfPercent(let tenths):
      guard let budget = draft.settings.budget else {
        issues.add(Issue(.variantNoBudget, at: place))
        return
      }
      draft.settings.budget = Money(milliFen: budget.milliFen * (1000 + tenths) / 1000)
    }
  }
}

extension TableSchema {
  /// Whether the first column tells the table's rows apart.
  var hasOneRowPerKey: Bool {
    ["stations", "staff", "worker_groups", "sites", "goods", "vehicles", "heat", "ledger"].contains(name)
  }
}
