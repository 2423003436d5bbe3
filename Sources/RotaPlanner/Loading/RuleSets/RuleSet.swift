/// A rule set: the limits of each staff class and the heat rules, each with its source.
struct RuleSet: Sendable {
  var name: String
  var classes: [ContractDraft]
  var heat: HeatRules

  /// The class by each of the words that is its id or another of its names; words of no class are left out.
  func contracts(named words: Set<String>) -> [String: ContractDraft] {
    let vocabulary = Vocabulary(classes.map(\.words))
    var found: [String: ContractDraft] = [:]
    for word in words { found[word] = vocabulary.index(word).map { classes[$0] } }
    return found
  }

  /// Reads a rule set file.
  init(_ root: YAMLMapping) {
    let name = root.required("name", .text) ?? ""
    self.name = name
    _ = root.optional("title", .text)
    var common = ContractDraft(limits: Contract(id: "", ruleSet: name), words: [])
    _ = root.mapping("limits") { common.apply($0, house: nil) }
    classes = root.mapping("classes") { Self.classes($0, common) } ?? []
    heat = HeatRules()
    _ = root.mapping("heat") { heat.apply($0) }
  }

  private static func classes(_ mapping: YAMLMapping, _ common: ContractDraft) -> [ContractDraft] {
    mapping.keys.compactMap { id in
      mapping.mapping(id) { entry in
        var draft = common
        draft.limits.id = id
        draft.words = [id] + (entry.optional("words", .list) ?? [])
        _ = entry.mapping("limits") { draft.apply($0, house: nil) }
        return draft
      }
    }
  }

  /// Lays the scenario's `contracts` over the classes; a class the rule set lacks is reported.
  mutating func override(_ contracts: YAMLMapping) {
    let vocabulary = Vocabulary(classes.map(\.words))
    for id in contracts.keys {
      guard let index = vocabulary.index(id) else {
        let known = classes.map(\.id)
        let fix = didYouMean(id, among: known).map { Message("fix.didYouMean", ["guess": $0]) }
        contracts.issues.add(
          Issue(
            .unknownReference, at: contracts.keyLocation(id), found: id, fix: fix,
            ["kind": Message("kind.class"), "known": known]))
        contracts.tick(id)
        continue
      }
      _ = contracts.mapping(id) { classes[index].apply($0, house: contracts.place.file) }
    }
  }
}

/// The heat rules: windows and bands.
struct HeatRules: Sendable {
  var hottestWindow = ClockInterval(start: 720, end: 900)
  var middayWindow = ClockInterval(start: 720, end: 960)
  var stopSharePercent = 25
  /// Forecast maximum of days without one, tenths of a degree.
  var usualMaximum = 300
  var bands: [HeatBand] = [HeatBandReader.mild]
  /// Where the bands stand, for faults of their order.
  var bandsPlace: SourceLocation?

  /// Lays the keys of a `heat` mapping over these; `bands`, when given, replaces all bands.
  mutating func apply(_ mapping: YAMLMapping) {
    hottestWindow = mapping.value("hottest_window", .interval, default: hottestWindow)
    middayWindow = mapping.value("midday_window", .interval, default: middayWindow)
    stopSharePercent = mapping.value("stop_share", .percent(upTo: 100), default: stopSharePercent)
    usualMaximum = mapping.value("usual_maximum", .celsius, default: usualMaximum)
    let bands = mapping.mappings("bands", HeatBandReader.band)
    if mapping.has("bands") {
      self.bands = bands
      bandsPlace = mapping.location("bands")
    }
  }
}

enum HeatBandReader {
  /// An ordinary day.
  static let mild = HeatBand(
    fromTenths: Int.min, visitPercent: 100, middayVisitPercent: 100, selfEmployedPercent: 100,
    selfEmployedMiddayPercent: 100, lengthenBreakMinutes: 0, stopsHottestWindow: false, refuge: false, bansRuns: false,
    bansRunsInHottestWindow: false, crewMinutes: nil, bansCrewOvertime: false, barsProtected: false,
    outdoorStopMinutes: nil, isHot: false)

  /// Reads one band; what it leaves out is as on an ordinary day. Without `from` it is the first band.
  static func band(_ mapping: YAMLMapping) -> HeatBand {
    _ = mapping.optional("source", .text)
    let visits = mapping.value("visits", .percent(upTo: 1000), default: 100)
    let selfEmployed = mapping.value("self_employed_visits", .percent(upTo: 1000), default: visits)
    let midday = mapping.value("midday_visits", .percent(upTo: 1000), default: visits)
    return HeatBand(
      fromTenths: mapping.value("from", .celsius, default: Int.min), visitPercent: visits, middayVisitPercent: midday,
      selfEmployedPercent: selfEmployed,
      selfEmployedMiddayPercent: mapping.value(
        "self_employed_midday_visits", .percent(upTo: 1000),
        default: mapping.has("self_employed_visits") ? selfEmployed : midday),
      lengthenBreakMinutes: mapping.value("lengthen_breaks", .duration(in: 0...240), default: 0),
      stopsHottestWindow: mapping.value("stops_hottest_window", .boolean, default: false),
      refuge: mapping.value("refuge", .boolean, default: false),
      bansRuns: mapping.value("bans_runs", .boolean, default: false),
      bansRunsInHottestWindow: mapping.value("bans_runs_in_hottest_window", .boolean, default: false),
      crewMinutes: mapping.optional("crew_limit", .saidInHours(in: 0...1440)),
      bansCrewOvertime: mapping.value("bans_crew_overtime", .boolean, default: false),
      barsProtected: mapping.value("bars_protected", .boolean, default: false),
      outdoorStopMinutes: mapping.optional("outdoor_stop_limit", .duration(in: 0...480)),
      isHot: mapping.value("hot", .boolean, default: false))
  }
}
