/// The tables of a scenario as read, before their rows become drafts; variants change these.
struct ScenarioTables: Sendable {
  /// By name, as in `tables` of `scenario.yaml`; never iterated.
  private var tables: [String: Table] = [:]

  /// The schema of every table, in the order in which they are read.
  static let schemas = [
    StationDraft.schema, StaffDraft.schema, AvailabilityDraft.schema, RequestDraft.schema, WorkerGroupDraft.schema,
    ShiftPatternDraft.schema, VisitDraft.schema, ReachDraft.schema, HeatDraft.schema, SiteDraft.schema,
    GoodsDraft.schema, VehicleDraft.schema, PinDraft.schema, LedgerDraft.schema,
  ]

  /// A table; without rows when the folder has none of that kind.
  subscript(schema: TableSchema) -> Table {
    get { tables[schema.name] ?? .empty(schema) }
    set { tables[schema.name] = newValue }
  }

  /// What is worth saying about empty cells of all tables.
  var emptyCellsAmongFilled: [Issue] {
    Self.schemas.flatMap { tables[$0.name]?.emptyCellsAmongFilled ?? [] }
  }

  /// The rows of one table as drafts, with faults of their cells going to `issues`.
  func rows<Row: DraftRow>(_ issues: IssueCollector) -> [Row] {
    var rows: [Row] = []
    tables[Row.schema.name]?.forEachRow(issues) { row in
      if let draft = Row(row) { rows.append(draft) }
    }
    return rows
  }
}

extension ScenarioDraft {
  /// Makes the rows of all tables anew from `tables`.
  mutating func readRows(_ issues: IssueCollector) {
    stations = tables.rows(issues)
    staff = tables.rows(issues)
    availability = tables.rows(issues)
    requests = tables.rows(issues)
    workerGroups = tables.rows(issues)
    shiftPatterns = tables.rows(issues)
    visits = tables.rows(issues)
    reach = tables.rows(issues)
    heat = tables.rows(issues)
    sites = tables.rows(issues)
    goods = tables.rows(issues)
    vehicles = tables.rows(issues)
    pins = tables.rows(issues)
    ledger = tables.rows(issues)
  }
}
