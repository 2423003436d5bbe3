/// A scenario folder as read: every value typed and defaulted, but references not yet resolved and rules not yet
/// checked. Variants change a draft; `Validation` makes a `Scenario` of it.
struct ScenarioDraft: Sendable {
  var settings: SettingsDraft
  var ruleSet: RuleSet
  var heatRules: HeatRules
  var trades: [TradeDraft]
  /// What the rows below were made from.
  var tables = ScenarioTables()
  var stations: [StationDraft] = []
  var staff: [StaffDraft] = []
  var availability: [AvailabilityDraft] = []
  var requests: [RequestDraft] = []
  var workerGroups: [WorkerGroupDraft] = []
  var shiftPatterns: [ShiftPatternDraft] = []
  /// The patterns that ship with the program, for groups whose pattern the scenario does not define.
  var libraryPatterns: [ShiftPatternDraft] = []
  var visits: [VisitDraft] = []
  var reach: [ReachDraft] = []
  var heat: [HeatDraft] = []
  var sites: [SiteDraft] = []
  var goods: [GoodsDraft] = []
  var vehicles: [VehicleDraft] = []
  var pins: [PinDraft] = []
  var ledger: [LedgerDraft] = []
  /// Checksum of every file read, as 16 hexadecimal digits.
  var fingerprint: String
}

/// What is usual for a trade, unless a worker group or site says otherwise.
struct TradeDraft: Hashable, Sendable {
  var words: [String]
  var pattern: String?
  var sharePercent = 40
  var dwellMinutes: Minutes = 15
  var employment = Employment.employed
  var visitWeight = Score(micro: 1_000_000)
  var alcoholFree = false

  init(words: [String]) { self.words = words }

  /// The trade's name everywhere in the program.
  var id: String { words[0] }

  mutating func apply(_ mapping: YAMLMapping) {
    words += mapping.optional("words", .list) ?? []
    pattern = mapping.optional("pattern", .id) ?? pattern
    sharePercent = mapping.value("share", .percent(upTo: 100), default: sharePercent)
    dwellMinutes = mapping.value("dwell", .duration(in: 1...480), default: dwellMinutes)
    employment = mapping.value("employment", WorkerGroupDraft.employments, default: employment)
    visitWeight = mapping.value("weight", .units(), default: visitWeight)
    applyAlcohol(mapping)
  }

  /// A scenario may bar alcohol from a trade, but not let it back in.
  private mutating func applyAlcohol(_ mapping: YAMLMapping) {
    guard let typed = mapping.optional("alcohol_free", .boolean) else { return }
    if alcoholFree, !typed {
      mapping.issues.add(Issue(.alcoholBanKept, at: mapping.location("alcohol_free"), subject: id))
    }
    alcoholFree = alcoholFree || typed
  }

  /// Lays a `trades` mapping over the trades; one not known yet is added.
  static func apply(_ mapping: YAMLMapping, to trades: inout [TradeDraft]) {
    for id in mapping.keys {
      let known = trades.firstIndex { $0.words.contains(id) }
      _ = mapping.mapping(id) { entry in
        var trade = known.map { trades[$0] } ?? TradeDraft(words: [id])
        trade.apply(entry)
        if let known { trades[known] = trade } else { trades.append(trade) }
      }
    }
  }
}
