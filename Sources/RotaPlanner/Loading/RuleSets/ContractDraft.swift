/// One staff class while rule set and scenario are laid over each other.
struct ContractDraft: Sendable {
  var limits: Contract
  /// Names in tables, the id first.
  var words: [String]
  /// Where the class was last described, for faults found later.
  var place: SourceLocation?

  var id: String { limits.id }
}

extension ContractDraft {
  /// Lays the limits of a YAML mapping over the present ones. A limit is a value or `{value: ..., source: ...}`; `none` lifts a
  /// limit that may be absent. `house` is the source of limits that name none. Limits that people say in hours take no bare number.
  mutating func apply(_ mapping: YAMLMapping, house: String?) {
    place = mapping.place
    var night = ClockInterval(start: limits.nightStart, end: limits.nightEnd)
    let sources = limits.citations.map { ($0.key, $0.source) }
    var reader = LimitReader(limits: mapping, house: house, sources: Dictionary(uniqueKeysWithValues: sources))
    reader.read("normal_day", .saidInHours(in: 1...1440), &limits.normalDayMinutes)
    reader.read("normal_week", .hours(upTo: 168), &limits.normalWeekMinutes)
    reader.read("overtime_day", .saidInHours(in: 0...1440), &limits.overtimeDayMinutes)
    reader.read("overtime_month", .hours(upTo: 744), orNone: &limits.overtimeMonthMinutes)
    reader.read("maximum_week", .hours(upTo: 168), orNone: &limits.maximumWeekMinutes)
    reader.read("minimum_duty", .saidInHours(in: 0...1440), &limits.minimumDutyMinutes)
    reader.read("maximum_duty", .saidInHours(in: 1...1440), &limits.maximumDutyMinutes)
    reader.read("maximum_span", .saidInHours(in: 1...2880), &limits.maximumSpanMinutes)
    reader.read("minimum_segment", .saidInHours(in: 1...1440), &limits.minimumSegmentMinutes)
    reader.read("maximum_places", .integer(in: 1...6), &limits.maximumPlaces)
    reader.read("allows_split", .boolean, &limits.allowsSplit)
    reader.read("minimum_split", .saidInHours(in: 1...1440), &limits.minimumSplitMinutes)
    reader.read("maximum_split", .saidInHours(in: 1...1440), &limits.maximumSplitMinutes)
    reader.read("meal_break_after", .saidInHours(in: 30...1440), orNone: &limits.mealBreakAfterMinutes)
    reader.read("meal_break", .duration(in: 1...240), &limits.mealBreakMinutes)
    reader.read("daily_rest", .saidInHours(in: 0...1440), orNone: &limits.dailyRestMinutes)
    reader.read("weekly_rest_kind", Self.restKinds, orNone: &limits.weeklyRestKind)
    reader.read("weekly_rest", .hours(upTo: 168), &limits.weeklyRestMinutes)
    reader.read("maximum_consecutive_days", .integer(in: 1...366), orNone: &limits.maximumConsecutiveDays)
    reader.read("duties_a_week", .integer(in: 1...7), orNone: &limits.weekCounts.duties)
    reader.read("evenings_a_week", .integer(in: 0...7), orNone: &limits.weekCounts.evenings)
    reader.read("average_week", .hours(upTo: 168), orNone: &limits.averageWeekMinutes)
    reader.read("night_worker_week", .hours(upTo: 168), orNone: &limits.nightWorkerWeekMinutes)
    reader.read("night", .interval, &night)
    reader.read("bans_protected_nights", .boolean, &limits.bansProtectedNights)
    reader.read("protected_from_month", .integer(in: 1...10), &limits.protection.fromMonth)
    reader.read("protected_day", .duration(in: 1...1440), orNone: &limits.protection.dayMinutes)
    reader.read("protected_week", .hours(upTo: 168), orNone: &limits.protection.weekMinutes)
    reader.read("nursing_time", .duration(in: 0...240), &limits.protection.nursingMinutes)
    reader.read("pregnancy_rest", .duration(in: 0...240), &limits.protection.pregnancyRestMinutes)
    reader.read("antenatal_counts", .boolean, &limits.protection.countsAntenatal)
    reader.read("pay_basis", Self.payBases, &limits.payBasis)
    reader.read("overtime_pay", .percent(upTo: 1000), &limits.overtimePayPercent)
    reader.read("weekend_pay", .percent(upTo: 1000), &limits.weekendPayPercent)
    reader.read("holiday_pay", .percent(upTo: 1000), &limits.holidayPayPercent)
    limits.nightStart = night.start
    limits.nightEnd = night.end > minutesPerDay ? night.end - minutesPerDay : night.end
    limits.citations = reader.sources.keys.sorted().map { Citation(key: $0, source: reader.sources[$0] ?? "") }
  }

  static let restKinds = CellType<WeeklyRestKind>.choice([
    (["calendar-day"], .calendarDay), (["continuous"], .continuous),
  ])
  static let payBases = CellType<PayBasis>.choice([
    (["overtime-only"], .overtimeOnly), (["all-hours"], .allHours), (["free"], .free),
  ])
}

/// Reads limits with their sources.
private struct LimitReader {
  let limits: YAMLMapping
  let house: String?
  var sources: [String: String]

  mutating func read<Value>(_ key: String, _ type: CellType<Value>, _ target: inout Value) {
    if let value = value(key, type) { target = value }
  }

  mutating func read<Value>(_ key: String, _ type: CellType<Value>, orNone target: inout Value?) {
    let optional = CellType<Value?>(type.expected) { text throws(CellFault) in
      ["none", "无"].contains(CellText.normalised(text).lowercased()) ? nil : try type.read(text)
    }
    if let value = value(key, optional) { target = value }
  }

  private mutating func value<Value>(_ key: String, _ type: CellType<Value>) -> Value? {
    guard limits.isMapping(key) else {
      let value = limits.optional(key, type)
      if value != nil { sources[key] = house ?? sources[key] }
      return value
    }
    let pair = limits.mapping(key) { mapping in
      (mapping.required("value", type), mapping.optional("source", .text))
    }
    if let source = pair?.1 { sources[key] = source }
    return pair?.0
  }
}
