/// The limits of one staff class while rule set and scenario are laid over each other.
struct ContractDraft: Sendable {
  var id: String
  var ruleSet: String
  /// Names in tables, the id first.
  var words: [String]
  var normalDayMinutes: Minutes = 480
  var normalWeekMinutes: Minutes = 2400
  var overtimeDayMinutes: Minutes = 0
  var overtimeMonthMinutes: Minutes?
  var maximumWeekMinutes: Minutes?
  var minimumDutyMinutes: Minutes = 180
  var maximumDutyMinutes: Minutes = 480
  var maximumSpanMinutes: Minutes = 720
  var minimumSegmentMinutes: Minutes = 60
  var maximumPlaces = 2
  var allowsSplit = false
  var minimumSplitMinutes: Minutes = 120
  var maximumSplitMinutes: Minutes = 240
  var mealBreakAfterMinutes: Minutes?
  var mealBreakMinutes: Minutes = 30
  var dailyRestMinutes: Minutes?
  var weeklyRestKind: WeeklyRestKind?
  var weeklyRestMinutes: Minutes = 1440
  var maximumConsecutiveDays: Int?
  var averageWeekMinutes: Minutes?
  var nightWorkerWeekMinutes: Minutes?
  var night = ClockInterval(start: 1320, end: 1800)
  var bansProtectedNights = true
  var protectedFromMonth = 1
  var protectedDayMinutes: Minutes?
  var protectedWeekMinutes: Minutes?
  var nursingMinutes: Minutes = 0
  var pregnancyRestMinutes: Minutes = 0
  var countsAntenatal = true
  var payBasis = PayBasis.overtimeOnly
  var overtimePayPercent = 100
  var weekendPayPercent = 100
  var holidayPayPercent = 100
  /// Where the class was last described, for faults found later.
  var place: SourceLocation?
  /// Source by the key of the limit.
  var citations: [String: String] = [:]

  /// The contract these limits make.
  var contract: Contract {
    Contract(
      id: id, ruleSet: ruleSet, normalDayMinutes: normalDayMinutes, normalWeekMinutes: normalWeekMinutes,
      overtimeDayMinutes: overtimeDayMinutes, overtimeMonthMinutes: overtimeMonthMinutes,
      maximumWeekMinutes: maximumWeekMinutes, minimumDutyMinutes: minimumDutyMinutes,
      maximumDutyMinutes: maximumDutyMinutes, maximumSpanMinutes: maximumSpanMinutes,
      minimumSegmentMinutes: minimumSegmentMinutes, maximumPlaces: maximumPlaces, allowsSplit: allowsSplit,
      minimumSplitMinutes: minimumSplitMinutes, maximumSplitMinutes: maximumSplitMinutes,
      mealBreakAfterMinutes: mealBreakAfterMinutes, mealBreakMinutes: mealBreakMinutes,
      dailyRestMinutes: dailyRestMinutes, weeklyRestKind: weeklyRestKind, weeklyRestMinutes: weeklyRestMinutes,
      maximumConsecutiveDays: maximumConsecutiveDays, averageWeekMinutes: averageWeekMinutes,
      nightWorkerWeekMinutes: nightWorkerWeekMinutes, nightStart: night.start,
      nightEnd: night.end > minutesPerDay ? night.end - minutesPerDay : night.end,
      bansProtectedNights: bansProtectedNights,
      protection: Protection(
        fromMonth: protectedFromMonth, dayMinutes: protectedDayMinutes, weekMinutes: protectedWeekMinutes,
        nursingMinutes: nursingMinutes, pregnancyRestMinutes: pregnancyRestMinutes, countsAntenatal: countsAntenatal),
      creditMinutes: 0, payBasis: payBasis, overtimePayPercent: overtimePayPercent,
      weekendPayPercent: weekendPayPercent, holidayPayPercent: holidayPayPercent,
      citations: citations.keys.sorted().map { Citation(key: $0, source: citations[$0] ?? "") })
  }
}

extension ContractDraft {
  /// Lays the limits of a YAML mapping over these. A limit is a value or `{value: ..., source: ...}`; `none` lifts a
  /// limit that may be absent. `house` is the source of limits that name none. Limits that people say in hours take no bare number.
  mutating func apply(_ limits: YAMLMapping, house: String?) {
    place = limits.place
    var reader = LimitReader(limits: limits, house: house, citations: citations)
    reader.read("normal_day", .saidInHours(in: 1...1440), &normalDayMinutes)
    reader.read("normal_week", .hours(upTo: 168), &normalWeekMinutes)
    reader.read("overtime_day", .saidInHours(in: 0...1440), &overtimeDayMinutes)
    reader.read("overtime_month", .hours(upTo: 744), orNone: &overtimeMonthMinutes)
    reader.read("maximum_week", .hours(upTo: 168), orNone: &maximumWeekMinutes)
    reader.read("minimum_duty", .saidInHours(in: 0...1440), &minimumDutyMinutes)
    reader.read("maximum_duty", .saidInHours(in: 1...1440), &maximumDutyMinutes)
    reader.read("maximum_span", .saidInHours(in: 1...2880), &maximumSpanMinutes)
    reader.read("minimum_segment", .saidInHours(in: 1...1440), &minimumSegmentMinutes)
    reader.read("maximum_places", .integer(in: 1...6), &maximumPlaces)
    reader.read("allows_split", .boolean, &allowsSplit)
    reader.read("minimum_split", .saidInHours(in: 1...1440), &minimumSplitMinutes)
    reader.read("maximum_split", .saidInHours(in: 1...1440), &maximumSplitMinutes)
    reader.read("meal_break_after", .saidInHours(in: 30...1440), orNone: &mealBreakAfterMinutes)
    reader.read("meal_break", .duration(in: 1...240), &mealBreakMinutes)
    reader.read("daily_rest", .saidInHours(in: 0...1440), orNone: &dailyRestMinutes)
    reader.read("weekly_rest_kind", Self.restKinds, orNone: &weeklyRestKind)
    reader.read("weekly_rest", .hours(upTo: 168), &weeklyRestMinutes)
    reader.read("maximum_consecutive_days", .integer(in: 1...366), orNone: &maximumConsecutiveDays)
    reader.read("average_week", .hours(upTo: 168), orNone: &averageWeekMinutes)
    reader.read("night_worker_week", .hours(upTo: 168), orNone: &nightWorkerWeekMinutes)
    reader.read("night", .interval, &night)
    reader.read("bans_protected_nights", .boolean, &bansProtectedNights)
    reader.read("protected_from_month", .integer(in: 1...10), &protectedFromMonth)
    reader.read("protected_day", .duration(in: 1...1440), orNone: &protectedDayMinutes)
    reader.read("protected_week", .hours(upTo: 168), orNone: &protectedWeekMinutes)
    reader.read("nursing_time", .duration(in: 0...240), &nursingMinutes)
    reader.read("pregnancy_rest", .duration(in: 0...240), &pregnancyRestMinutes)
    reader.read("antenatal_counts", .boolean, &countsAntenatal)
    reader.read("pay_basis", Self.payBases, &payBasis)
    reader.read("overtime_pay", .percent(upTo: 1000), &overtimePayPercent)
    reader.read("weekend_pay", .percent(upTo: 1000), &weekendPayPercent)
    reader.read("holiday_pay", .percent(upTo: 1000), &holidayPayPercent)
    citations = reader.citations
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
  var citations: [String: String]

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
      if value != nil { citations[key] = house ?? citations[key] }
      return value
    }
    let pair = limits.mapping(key) { mapping in
      (mapping.required("value", type), mapping.optional("source", .text))
    }
    if let source = pair?.1 { citations[key] = source }
    return pair?.0
  }
}
