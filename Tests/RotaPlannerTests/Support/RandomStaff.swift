@testable import RotaPlanner

extension RandomScenario {
  /// Limits in slots, so that they bite.
  mutating func contract(_ id: String) -> Contract {
    let slot = slotMinutes
    let normalDay = random.int(2...3) * slot
    var contract = Contract.fixture(
      id, normalDayMinutes: normalDay, normalWeekMinutes: random.int(3...6) * slot,
      overtimeDayMinutes: random.int(0...2) * slot,
      overtimeMonthMinutes: random.chance(50) ? random.int(0...3) * slot : nil,
      maximumWeekMinutes: random.chance(25) ? random.int(4...7) * slot : nil,
      minimumDutyMinutes: random.int(1...2) * slot, maximumDutyMinutes: random.int(3...4) * slot,
      maximumSpanMinutes: random.int(3...6) * slot, minimumSegmentMinutes: slot, maximumPlaces: random.int(1...2),
      allowsSplit: random.chance(60), minimumSplitMinutes: random.int(1...2) * slot,
      maximumSplitMinutes: 2 * slot, mealBreakAfterMinutes: random.chance(60) ? random.int(1...4) * slot : nil,
      mealBreakMinutes: random.pick([30, 45, slot]), dailyRestMinutes: random.pick([nil, 660, 660, 1200]),
      weeklyRestKind: random.pick([nil, .calendarDay, .continuous]),
      weeklyRestMinutes: random.pick([1440, 2100, 7200]),
      maximumConsecutiveDays: random.pick([nil, 1, 2, 6]),
      averageWeekMinutes: random.chance(20) ? random.int(3...8) * slot : nil,
      nightWorkerWeekMinutes: random.chance(40) ? random.int(2...4) * slot : nil,
      bansProtectedNights: random.chance(70), protection: protection(normalDay),
      payBasis: random.pick([.overtimeOnly, .allHours, .free]))
    contract.weekCounts = WeekCounts(
      duties: random.pick([nil, nil, nil, 2]), evenings: random.pick([nil, nil, nil, 1]))
    return contract
  }

  /// Grants of whole slots and of less, so that rounding matters.
  private mutating func protection(_ normalDay: Minutes) -> Protection {
    Protection(
      fromMonth: random.pick([1, 7]), dayMinutes: random.pick([nil, normalDay, slotMinutes]),
      weekMinutes: random.pick([nil, 3 * slotMinutes]), nursingMinutes: random.pick([0, 30, slotMinutes]),
      pregnancyRestMinutes: random.pick([0, 20]), countsAntenatal: random.chance(80))
  }

  mutating func staff(contracts: Int) -> [StaffMember] {
    let days = availableDays()
    return (0..<staffCount).map { person($0, days: days[$0], contract: $0 % contracts) }
  }

  /// The days on which each staff member can work, `personDays` in all.
  private mutating func availableDays() -> [[Int]] {
    var left = personDays
    return (0..<staffCount).map { index in
      let fair = (left + staffCount - index - 1) / (staffCount - index)
      let chosen = random.distinct(min(days, fair), below: days)
      left -= chosen.count
      return chosen
    }
  }

  private mutating func person(_ index: Int, days workable: [Int], contract: Int) -> StaffMember {
    let allowed = random.distinct(random.int(1...2), below: stationCount)
    let usual = workable.compactMap {
      span(day: $0, first: random.int(0...2), count: random.int(2...4), withTail: true)
    }
    let isPregnant = random.chance(12)
    let absence = absence(usual.normalised(), isPregnant: isPregnant)
    return .fixture(
      "p\(index)", contract: contract, allowedStations: allowed,
      homeStations: allowed.filter { _ in random.chance(60) }, mayDeliver: random.chance(70), skills: skills(),
      isPregnant: isPregnant, pregnantMonth: isPregnant ? random.pick([nil, 6, 7, 9]) : nil,
      nursedChildren: random.chance(12) ? random.int(1...2) : 0, isMinor: random.chance(8),
      isNightWorker: random.chance(25), maximumNightDuties: random.chance(25) ? random.int(0...1) : nil,
      weekCapMinutes: random.chance(20) ? random.int(2...5) * slotMinutes : nil,
      guaranteedWeekMinutes: random.chance(40) ? random.int(2...5) * slotMinutes : 0,
      available: absence.available, absence: absence, payPerMinute: Money(milliFen: random.int(0...3) * 20_000),
      wishes: random.chance(40) ? [wish()] : [], ledger: random.chance(50) ? ledger() : .blank)
  }

  /// At night: gives some people a duty of last week that runs on, alone at a station that one person may staff.
  mutating func carried(_ staff: [StaffMember], _ stations: [Station]) -> [StaffMember] {
    guard tailSlots > 0, random.chance(60) else { return staff }
    var staff = staff
    for (index, station) in stations.enumerated() where station.minimumStaff == 1 && station.neededSkills.isEmpty {
      guard let open = station.hostHours.first, open.start == 0, random.chance(60) else { continue }
      let person = random.int(0...(staffCount - 1))
      guard staff[person].ledger.carriedWork == nil else { continue }
      let end = random.int(1...(open.length / slotMinutes)) * slotMinutes
      staff[person].ledger = .fixture(lastDutyEnd: end, lastDutyStation: index, consecutiveDays: random.int(1...2))
    }
    return staff
  }

  /// Leave and visits of hours that need not lie on the grid; the days of the week are those of the first planned week.
  private mutating func absence(_ usual: [Interval], isPregnant: Bool) -> Absence {
    let weekdays = random.distinct(random.int(2...7), below: 7)
    let leave = random.chance(25) ? [away()] : []
    let visits = isPregnant && random.chance(70) ? [away()] : []
    return .fixture(usual: usual, weekdays: weekdays.sorted(), leave: leave, antenatal: visits)
  }

  private mutating func away() -> Interval {
    let day = random.int(0...(days - 1))
    guard random.chance(70) else { return .hours(0, 24, day: day) }
    let start = day * minutesPerDay + slotTime(firstSlot) + random.int(0...4) * 30
    return Interval(start, start + random.int(1...5) * 30)
  }

  private mutating func skills() -> [String] {
    var held: [String] = []
    if random.chance(50) { held.append("aid") }
    if random.chance(60) { held.append("drive") }
    return held
  }

  private mutating func wish() -> Wish {
    let day = random.int(0...(days - 1))
    let interval = random.chance(50) ? nil : span(day: day, first: 0, count: 2)
    return .fixture(
      random.chance(50) ? .on : .off, day: day, interval: interval, weight: Score(micro: random.int(1...4) * 500_000))
  }

  private mutating func ledger() -> LedgerEntry {
    let worked = random.chance(60)
    let weeks = random.int(0...2)
    return .fixture(
      lastDutyEnd: worked ? -60 * random.int(0...12) : nil, consecutiveDays: worked ? random.int(1...3) : 0,
      weekMinutes: random.int(0...2) * slotMinutes, monthOvertimeMinutes: random.int(0...1) * slotMinutes,
      referenceWeeks: weeks, referenceMinutes: weeks * random.int(2...5) * slotMinutes,
      burdens: (0..<4).map { _ in random.int(0...2) })
  }
}
