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
