import Foundation

/// What `scenario.yaml` says besides tables and rule set, with defaults filled in.
struct SettingsDraft: Sendable {
  var name: String
  var firstDay: CalendarDate
  var days: Int
  var slotMinutes: Minutes
  var holidays: [CalendarDate] = []
  var makeupDays: [CalendarDate] = []
  var makeupPlace: SourceLocation?
  /// Whose clock changes count; nil: none.
  var timeZone: TimeZone?
  var timeZonePlace: SourceLocation
  var calendarPlace: SourceLocation?
  var budget: Money?
  var weights = WeightsDraft()
  var fairness = FairnessDraft()
  var walking = WalkingDraft()
  var travel = TravelDraft()
  var delivery = DeliverySettingsDraft()
  /// Where the horizon is set, for faults found later.
  var place: SourceLocation

  /// Reads the settings; faults are reported and read as their defaults.
  init(_ root: YAMLMapping) {
    name = root.value("name", .text, default: "")
    firstDay = root.required("first_day", .date) ?? CalendarDate(dayNumber: 0)
    days = root.value("days", .integer(in: 1...371), default: 7)
    slotMinutes = root.value("slot", Self.slot, default: 30)
    place = root.location("first_day")
    timeZone = root.optional("time_zone", .timeZone)
    timeZonePlace = root.location("time_zone")
    budget = root.optional("budget", .yuan(upTo: 1_000_000_000))
    _ = root.mapping("calendar") { calendar in
      holidays = calendar.list("holidays", .date)
      makeupDays = calendar.list("makeup_days", .date)
      makeupPlace = calendar.location("makeup_days")
      calendarPlace = calendar.place
    }
    _ = root.mapping("weights") { weights.apply($0) }
    _ = root.mapping("fairness") { fairness.apply($0) }
    _ = root.mapping("walking") { walking.apply($0) }
    _ = root.mapping("travel") { travel.apply($0) }
    _ = root.mapping("delivery") { delivery.apply($0) }
  }

  /// A slot divides a day and is not so short that a day has more than 288 of them.
  static let slot = CellType<Minutes>(Message("expected.slot")) { text throws(CellFault) in
    let minutes = try CellType<Minutes>.duration(in: 5...1440).read(text)
    guard minutesPerDay.isMultiple(of: minutes) else { throw CellFault(.valueOutOfRange, Message("expected.slot")) }
    return minutes
  }
}

/// Prices of the objective, in the keys of `weights`.
struct WeightsDraft: Hashable, Sendable {
  var promiseHour = Score(micro: 30_000_000)
  var refugeHour = Score(micro: 60_000_000)
  var tradeMissed = Score(micro: 50_000_000)
  /// By `BurdenClass.rawValue`.
  var burdenPoint = [3, 2, 2, 3].map { Score(micro: $0 * 1_000_000) }
  var yuan = Score(micro: 2_000)
  var guaranteedHour = Score(micro: 1_000_000)
  var awayHour = Score(micro: 200_000)
  var kilometre = Score(micro: 200_000)
  var extraOpening = Score(micro: 3_000_000)
  var brokenDay = Score(micro: 4_000_000)

  static let burdenKeys = ["weekend", "evening", "early", "hot"]

  mutating func apply(_ mapping: YAMLMapping) {
    promiseHour = mapping.value("promise_hour", .units(), default: promiseHour)
    refugeHour = mapping.value("refuge_hour", .units(), default: refugeHour)
    tradeMissed = mapping.value("trade_missed", .units(), default: tradeMissed)
    for (index, key) in Self.burdenKeys.enumerated() {
      burdenPoint[index] = mapping.value(key + "_duty", .units(), default: burdenPoint[index])
    }
    yuan = mapping.value("yuan", .units(upTo: 1), default: yuan)
    guaranteedHour = mapping.value("guaranteed_hour", .units(), default: guaranteedHour)
    awayHour = mapping.value("away_hour", .units(), default: awayHour)
    kilometre = mapping.value("kilometre", .units(), default: kilometre)
    extraOpening = mapping.value("extra_opening", .units(), default: extraOpening)
    brokenDay = mapping.value("broken_day", .units(), default: brokenDay)
  }

  /// The prices; a metre is rounded half up from the kilometre.
  var weights: Weights {
    Weights(
      promiseHour: promiseHour, refugeHour: refugeHour, tradeMissed: tradeMissed, burdenPoint: burdenPoint,
      yuan: yuan, guaranteedHour: guaranteedHour, awayHour: awayHour,
      metre: Score(micro: (kilometre.micro + 500) / 1000), extraOpening: extraOpening, brokenDay: brokenDay)
  }
}

/// Fair shares, in the keys of `fairness`.
struct FairnessDraft: Hashable, Sendable {
  /// By `BurdenClass.rawValue`.
  var allowance = [1, 2, 2, 1]
  var eveningFrom: Minutes = 1140
  var earlyBefore: Minutes = 420

  mutating func apply(_ mapping: YAMLMapping) {
    for (index, key) in WeightsDraft.burdenKeys.enumerated() {
      allowance[index] = mapping.value(key + "_allowance", .integer(in: 0...1000), default: allowance[index])
    }
    eveningFrom = mapping.value("evening_from", .time.doubting(Self.morning), default: eveningFrom)
    earlyBefore = mapping.value("early_before", .time, default: earlyBefore)
  }
}

extension FairnessDraft {
  /// No evening begins before noon.
  @Sendable private static func morning(_ text: String, _ mark: DecimalMark) -> Doubt? {
    guard let minutes = TimeText.time(CellText.normalised(text)), (60..<720).contains(minutes) else { return nil }
    let (reading, other) = (clock(minutes), clock(minutes + 720))
    return Doubt(reading: reading, other: other, fix: Message("fix.writeOther", ["other": other]))
  }

  private static func clock(_ minutes: Minutes) -> String {
    "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }
}

/// How far people walk to a station, in the keys of `walking`.
struct WalkingDraft: Hashable, Sendable {
  var metresPerMinute = 70
  var limitMinutes: Minutes = 10
  var sameStreetMinutes: Minutes = 8
  var detourPercent = 130

  mutating func apply(_ mapping: YAMLMapping) {
    metresPerMinute = mapping.value("metres_per_minute", .integer(in: 10...1000), default: metresPerMinute)
    limitMinutes = mapping.value("limit", .duration(in: 1...120), default: limitMinutes)
    sameStreetMinutes = mapping.value("same_street", .duration(in: 0...120), default: sameStreetMinutes)
    detourPercent = mapping.value("detour", .percent(upTo: 500), default: detourPercent)
  }
}

/// How staff get from station to station, in the keys of `travel`.
struct TravelDraft: Hashable, Sendable {
  var metresPerMinute = 200
  var detourPercent = 130
  var overheadMinutes: Minutes = 5
  /// Where positions are not known.
  var sameStreetMinutes: Minutes = 15
  var otherStreetMinutes: Minutes = 30

  mutating func apply(_ mapping: YAMLMapping) {
    metresPerMinute = mapping.value("metres_per_minute", .integer(in: 10...2000), default: metresPerMinute)
    detourPercent = mapping.value("detour", .percent(upTo: 500), default: detourPercent)
    overheadMinutes = mapping.value("overhead", .duration(in: 0...120), default: overheadMinutes)
    sameStreetMinutes = mapping.value("same_street", .duration(in: 0...480), default: sameStreetMinutes)
    otherStreetMinutes = mapping.value("other_street", .duration(in: 0...480), default: otherStreetMinutes)
  }
}

/// How kits are delivered, in the keys of `delivery`.
struct DeliverySettingsDraft: Hashable, Sendable {
  var crewSize = 2
  var driverSkill: String?
  var driverSkillPlace: SourceLocation?
  var depotTravelMinutes: Minutes = 30
  var metresPerMinute = 300
  var detourPercent = 140
  /// Where positions are not known.
  var legMinutes: Minutes = 15
  var legMetres = 3000
  var slots = [
    WeeklyInterval(weekdays: .all, interval: ClockInterval(start: 540, end: 720)),
    WeeklyInterval(weekdays: .all, interval: ClockInterval(start: 840, end: 1020)),
  ]
  var slotsPlace: SourceLocation?
  var serviceMinutes: Minutes = 15
  var servicePerTwentyMinutes: Minutes = 3

  mutating func apply(_ mapping: YAMLMapping) {
    crewSize = mapping.value("crew_size", .integer(in: 1...6), default: crewSize)
    driverSkill = mapping.optional("driver_skill", .word)
    driverSkillPlace = mapping.location("driver_skill")
    depotTravelMinutes = mapping.value("depot_travel", .duration(in: 0...480), default: depotTravelMinutes)
    metresPerMinute = mapping.value("metres_per_minute", .integer(in: 10...2000), default: metresPerMinute)
    detourPercent = mapping.value("detour", .percent(upTo: 500), default: detourPercent)
    legMinutes = mapping.value("leg", .duration(in: 0...480), default: legMinutes)
    legMetres = mapping.value("leg_metres", .integer(in: 0...200_000), default: legMetres)
    slots = mapping.value("slots", .weeklyIntervals, default: slots)
    slotsPlace = mapping.location("slots")
    serviceMinutes = mapping.value("service", .duration(in: 1...480), default: serviceMinutes)
    servicePerTwentyMinutes = mapping.value(
      "service_per_twenty", .duration(in: 0...120), default: servicePerTwentyMinutes)
  }
}
