/// Makes a scenario of a draft: resolves references, lays hours over the horizon, and checks what concerns more than one
/// cell. Every fault is reported; the scenario is made only when there is none.
struct ScenarioValidation {
  let draft: ScenarioDraft
  let issues: IssueCollector
  let days: PlannedDays
  let places: PlaceMap
  let stations: Lookup
  let staff: Lookup
  let sites: Lookup
  let goods: Lookup
  let vehicles: Lookup
  let trades: Vocabulary
  let lists = StationLists()

  init(_ typed: ScenarioDraft, issues: IssueCollector) {
    let (skills, streets) = (typed.skillWords, typed.streetWords)
    skills.report(issues)
    streets.report(issues)
    let draft = typed.spelt(skills: skills, streets: streets)
    self.draft = draft
    self.issues = issues
    days = PlannedDays(draft.settings, issues).withTail(of: draft)
      .withClockChanges(of: draft.settings.timeZone, draft.settings.timeZonePlace, issues)
    places = PlaceMap(draft, issues)
    stations = Lookup("kind.station", draft.stations.map { ($0.id, $0.origin) }, StationDraft.Columns.id, issues)
    staff = Lookup("kind.staff", draft.staff.map { ($0.id, $0.origin) }, StaffDraft.Columns.id, issues)
    sites = Lookup("kind.site", draft.sites.map { ($0.id, $0.origin) }, SiteDraft.Columns.id, issues)
    goods = Lookup("kind.goods", draft.goods.map { ($0.id, $0.origin) }, GoodsDraft.Columns.id, issues)
    vehicles = Lookup("kind.vehicle", draft.vehicles.map { ($0.id, $0.origin) }, VehicleDraft.Columns.id, issues)
    trades = Vocabulary(draft.trades.map(\.words))
  }

  var horizon: Horizon { days.horizon }

  /// The scenario; nil when there is an error, or when it is too large to be planned with that much memory.
  func scenario(memory: MachineMemory = .here) -> Scenario? {
    checkThereIsSomethingToPlan()
    issues.add(contentsOf: draft.tables.emptyCellsAmongFilled)
    guard fits(memory) else { return nil }
    let stations = stationValues()
    let contracts = contractValues()
    let (staff, limits) = staffValues(contracts)
    let (patterns, groups) = demandValues()
    let visits = visitValues()
    let heat = heatValue()
    let delivery = deliveryValue()
    checkCarried(staff, stations)
    let pins = pinValues(delivery, staff)
    checkSkills()
    checkGrid(stations, staff)
    checkShortHostHours(stations, staff, limits)
    guard !issues.hasErrors else { return nil }
    return Scenario(
      name: draft.settings.name, horizon: horizon, stations: stations, contracts: limits,
      staff: staff, shiftPatterns: patterns, workerGroups: groups, visitTable: visits, heat: heat,
      delivery: delivery, pins: pins, weights: draft.settings.weights.weights, fairness: fairness,
      budget: draft.settings.budget, staffTravelMinutes: staffTravel(), fingerprint: draft.fingerprint)
  }

  private var fairness: Fairness {
    let settings = draft.settings.fairness
    return Fairness(
      allowance: settings.allowance, eveningFrom: settings.eveningFrom, earlyBefore: settings.earlyBefore)
  }

  private func checkThereIsSomethingToPlan() {
    let file = SourceLocation(file: ScenarioFolder.settingsFile)
    if draft.stations.isEmpty { issues.add(Issue(.nothingToPlan, at: file, subject: Message("kind.stations"))) }
    if draft.staff.isEmpty { issues.add(Issue(.nothingToPlan, at: file, subject: Message("kind.staffTable"))) }
    if draft.workerGroups.isEmpty && draft.visits.isEmpty && draft.sites.isEmpty {
      issues.add(Issue(.nothingToPlan, at: file, subject: Message("kind.demand")))
    }
  }
}
