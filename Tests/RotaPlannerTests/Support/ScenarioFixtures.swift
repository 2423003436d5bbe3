@testable import RotaPlanner

// Builders with defaults for every Scenario type: a test names only what it is about. Defaults are a Monday in July, hour
// slots, host hours 8-20, availability 6-22, mild weather, no deliveries. Scenario.fixture cuts all times to the horizon.

extension Interval {
  /// Hours of a day of the horizon: `.hours(8, 12, day: 1)`.
  static func hours(_ start: Int, _ end: Int, day: Int = 0) -> Interval {
    Interval(day * minutesPerDay + start * 60, day * minutesPerDay + end * 60)
  }
}

extension [Interval] {
  /// The same hours on each of `days` days.
  static func daily(_ start: Int, _ end: Int, days: Int = 14) -> [Interval] {
    (0..<days).map { .hours(start, end, day: $0) }.normalised()
  }

  /// The part inside `span`.
  func clipped(to span: Interval) -> [Interval] {
    compactMap { piece in
      let start = Swift.max(piece.start, span.start)
      let end = Swift.min(piece.end, span.end)
      return start < end ? Interval(start, end) : nil
    }
  }
}

extension Money {
  /// Whole yuan.
  static func yuan(_ yuan: Int) -> Money { Money(milliFen: yuan * 100_000) }
}

extension Score {
  /// Whole units.
  static func units(_ units: Int) -> Score { Score(micro: units * 1_000_000) }
}

extension CalendarDate {
  /// The default first day, 6 July 2026.
  static let aMonday = CalendarDate(year: 2026, month: 7, day: 6)!
}

extension Horizon {
  static func fixture(
    days: Int = 1, slotMinutes: Minutes = 60, firstDay: CalendarDate = .aMonday, dayKinds: [DayKind]? = nil,
    tailMinutes: Minutes = 0, clockChanges: [ClockChange] = []
  ) -> Horizon {
    let kinds = (0..<days).map { day in
      firstDay.adding(days: day).weekday >= 5 ? DayKind.weekend : .workday
    }
    return Horizon(
      firstDay: firstDay, days: days, slotMinutes: slotMinutes, dayKinds: dayKinds ?? kinds, tailMinutes: tailMinutes,
      clockChanges: clockChanges)
  }
}

extension Station {
  static func fixture(
    _ id: String = "s1", name: String? = nil, street: String = "", position: Position? = nil,
    hostHours: [Interval] = .daily(8, 20), promisedHours: [Interval] = [], selfServiceHours: [Interval] = [],
    promiseKeptBySelfService: Bool = false, seats: Int = 10, visitsPerStaffHour: Int = 30,
    visitsPerSelfServiceHour: Int = 10, minimumStaff: Int = 1, maximumStaff: Int = 4, neededSkills: [String] = [],
    staffedCostPerMinute: Money = .zero, selfServiceCostPerMinute: Money = .zero
  ) -> Station {
    Station(
      id: id, name: name ?? "Station \(id)", street: street, position: position, hostHours: hostHours,
      promisedHours: promisedHours, selfServiceHours: selfServiceHours,
      promiseKeptBySelfService: promiseKeptBySelfService, seats: seats, visitsPerStaffHour: visitsPerStaffHour,
      visitsPerSelfServiceHour: visitsPerSelfServiceHour, minimumStaff: minimumStaff, maximumStaff: maximumStaff,
      neededSkills: neededSkills, staffedCostPerMinute: staffedCostPerMinute,
      selfServiceCostPerMinute: selfServiceCostPerMinute)
  }
}

extension Contract {
  static func fixture(
    _ id: String = "usw", ruleSet: String = "cn-standard", normalDayMinutes: Minutes = 480,
    normalWeekMinutes: Minutes = 2400, overtimeDayMinutes: Minutes = 180, overtimeMonthMinutes: Minutes? = 2160,
    maximumWeekMinutes: Minutes? = nil, minimumDutyMinutes: Minutes = 180, maximumDutyMinutes: Minutes = 480,
    maximumSpanMinutes: Minutes = 720, minimumSegmentMinutes: Minutes = 60, maximumPlaces: Int = 2,
    allowsSplit: Bool = true, minimumSplitMinutes: Minutes = 120, maximumSplitMinutes: Minutes = 240,
    mealBreakAfterMinutes: Minutes? = 360, mealBreakMinutes: Minutes = 30, dailyRestMinutes: Minutes? = 660,
    weeklyRestKind: WeeklyRestKind? = .calendarDay, weeklyRestMinutes: Minutes = 1440,
    maximumConsecutiveDays: Int? = 6, averageWeekMinutes: Minutes? = nil, nightWorkerWeekMinutes: Minutes? = nil,
    nightStart: Minutes = 22 * 60, nightEnd: Minutes = 6 * 60, bansProtectedNights: Bool = true,
    protection: Protection = .none, creditMinutes: Minutes = 0,
    payBasis: PayBasis = .overtimeOnly, overtimePayPercent: Int = 150, weekendPayPercent: Int = 200,
    holidayPayPercent: Int = 300, citations: [Citation] = []
  ) -> Contract {
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
      nightWorkerWeekMinutes: nightWorkerWeekMinutes, nightStart: nightStart, nightEnd: nightEnd,
      bansProtectedNights: bansProtectedNights, protection: protection, creditMinutes: creditMinutes,
      payBasis: payBasis, overtimePayPercent: overtimePayPercent,
      weekendPayPercent: weekendPayPercent, holidayPayPercent: holidayPayPercent, citations: citations)
  }
}

extension LedgerEntry {
  static func fixture(
    lastDutyEnd: Minutes? = nil, lastDutyStation: Int? = nil, consecutiveDays: Int = 0, weekMinutes: Minutes = 0,
    monthOvertimeMinutes: Minutes = 0, referenceWeeks: Int = 0, referenceMinutes: Minutes = 0,
    burdens: [Int] = [0, 0, 0, 0]
  ) -> LedgerEntry {
    LedgerEntry(
      lastDutyEnd: lastDutyEnd, lastDutyStation: lastDutyStation, consecutiveDays: consecutiveDays,
      weekMinutes: weekMinutes,
      monthOvertimeMinutes: monthOvertimeMinutes, referenceWeeks: referenceWeeks, referenceMinutes: referenceMinutes,
      burdens: burdens)
  }
}

extension Wish {
  /// Without `interval` the whole day is meant.
  static func fixture(_ kind: Kind = .off, day: Int = 0, interval: Interval? = nil, weight: Score = .units(1)) -> Wish {
    Wish(kind: kind, day: day, interval: interval ?? .hours(0, 24, day: day), weight: weight)
  }
}

extension StaffMember {
  /// Without `homeStations` every allowed station is home.
  static func fixture(
    _ id: String = "p1", name: String? = nil, contract: Int = 0, homeStreet: String = "",
    allowedStations: [Int] = [0], homeStations: [Int]? = nil, mayDeliver: Bool = false, skills: [String] = [],
    isPregnant: Bool = false, pregnantMonth: Int? = nil, isNursing: Bool = false, nursedChildren: Int? = nil,
    isMinor: Bool = false, isNightWorker: Bool = false,
    maximumNightDuties: Int? = nil, weekCapMinutes: Minutes? = nil, guaranteedWeekMinutes: Minutes = 0,
    available: [Interval] = .daily(6, 22), absence: Absence = .none, payPerMinute: Money = .zero, wishes: [Wish] = [],
    ledger: LedgerEntry = .blank
  ) -> StaffMember {
    StaffMember(
      id: id, name: name ?? "Person \(id)", contract: contract, homeStreet: homeStreet,
      allowedStations: allowedStations, homeStations: homeStations ?? allowedStations, mayDeliver: mayDeliver,
      skills: skills, isPregnant: isPregnant, pregnantMonth: pregnantMonth,
      nursedChildren: nursedChildren ?? (isNursing ? 1 : 0), isMinor: isMinor, isNightWorker: isNightWorker,
      maximumNightDuties: maximumNightDuties, weekCapMinutes: weekCapMinutes,
      guaranteedWeekMinutes: guaranteedWeekMinutes, available: available, absence: absence, payPerMinute: payPerMinute,
      wishes: wishes,
      ledger: ledger)
  }
}

extension Absence {
  /// Nobody is away from `usual` but for what is named; by default Monday to Friday, 8 to 18, of two weeks.
  static func fixture(
    usual: [Interval]? = nil, weekdays: [Int] = [0, 1, 2, 3, 4], leave: [Interval] = [], antenatal: [Interval] = []
  ) -> Absence {
    let usual = usual ?? (0..<14).filter { weekdays.contains($0 % 7) }.map { .hours(8, 18, day: $0) }
    return Absence(
      usual: usual.normalised(), weekdays: weekdays, leave: leave.normalised(), antenatal: antenatal.normalised())
  }

  /// The hours left, as validation gives them.
  var available: [Interval] { usual.subtracting((leave + antenatal).normalised()).normalised() }
}

extension Scenario {
  /// The same with each person's contract made what protection makes of it, as validation does.
  var withProtection: Scenario {
    var scenario = self
    var protected = PersonalContracts(contracts, slotMinutes: horizon.slotMinutes)
    scenario.staff.changeEach {
      $0.contract = protected.index(
        of: $0.contract, pregnant: $0.isPregnant, month: $0.pregnantMonth, nursing: $0.nursedChildren)
    }
    scenario.contracts = protected.contracts
    return scenario
  }

  /// Without `heat` every day has 30 C; without `staffTravelMinutes` every way between two stations takes 30 minutes.
  static func fixture(
    days: Int = 1, slotMinutes: Minutes = 60, firstDay: CalendarDate = .aMonday, dayKinds: [DayKind]? = nil,
    tailMinutes: Minutes = 0, clockChanges: [ClockChange] = [], stations: [Station] = [.fixture()],
    contracts: [Contract] = [.fixture()],
    staff: [StaffMember] = [],
    shiftPatterns: [ShiftPattern] = [], workerGroups: [WorkerGroup] = [], visitTable: [VisitTableRow] = [],
    heat: Heat? = nil, delivery: Delivery = .none, pins: [Pin.Demand] = [], weights: Weights = .fixture(),
    fairness: Fairness = .fixture(), budget: Money? = nil, staffTravelMinutes: [[Minutes]]? = nil
  ) -> Scenario {
    let horizon = Horizon.fixture(
      days: days, slotMinutes: slotMinutes, firstDay: firstDay, dayKinds: dayKinds, tailMinutes: tailMinutes,
      clockChanges: clockChanges)
    let travel = stations.indices.map { from in stations.indices.map { from == $0 ? 0 : 30 } }
    var scenario = Scenario(
      name: "fixture", horizon: horizon, stations: stations, contracts: contracts, staff: staff,
      shiftPatterns: shiftPatterns, workerGroups: workerGroups, visitTable: visitTable,
      heat: heat ?? .fixture(forecast: .init(repeating: 300, count: days)),
      delivery: delivery, pins: pins.map { Pin(demand: $0, location: nil) }, weights: weights, fairness: fairness,
      budget: budget, staffTravelMinutes: staffTravelMinutes ?? travel, fingerprint: "00")
    scenario.stations.changeEach {
      $0.hostHours = $0.hostHours.clipped(to: horizon.reach)
      $0.promisedHours = $0.promisedHours.clipped(to: horizon.interval)
      $0.selfServiceHours = $0.selfServiceHours.clipped(to: horizon.interval)
    }
    scenario.staff.changeEach { $0.available = $0.available.clipped(to: horizon.reach) }
    return scenario
  }
}

extension Scenario {
  /// The same scenario on a finer grid, which divides the present one.
  func onGrid(_ slotMinutes: Minutes) -> Scenario {
    var finer = self
    finer.horizon.slotMinutes = slotMinutes
    return finer.withProtection
  }
}
