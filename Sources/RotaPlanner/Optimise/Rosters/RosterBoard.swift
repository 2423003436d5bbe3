/// The duties given out so far, and whether one more keeps every rule that binds a person's whole roster: R01, R10-R17, R30.
struct RosterBoard: Sendable {
  private let law: DutyLaw
  private let scenario: Scenario
  private(set) var duties: [[DutyCandidate]]
  private(set) var hours: RosterHours

  init(law: DutyLaw) {
    self.law = law
    scenario = law.scenario
    duties = Array(repeating: [], count: law.scenario.staff.count)
    hours = RosterHours(duties: [], scenario: law.scenario)
  }

  var all: [DutyCandidate] { duties.flatMap { $0 } }

  func hasDuty(_ staff: Int, on day: Int) -> Bool { duties[staff].contains { $0.day == day } }

  mutating func add(_ duty: DutyCandidate) {
    duties[duty.staff].append(duty)
    duties[duty.staff].sort { $0.day < $1.day }
    hours.add(duty)
  }

  /// The time in which a duty that starts on `day` must lie for the daily rest before and after it (R10), cut to the horizon.
  func room(_ staff: Int, day: Int) -> Interval {
    let rest = scenario.contract(of: staff).dailyRestMinutes ?? 0
    let before =
      duties[staff].last { $0.day < day }.map { scenario.horizon.restOver(after: $0.span.end, rest) }
      ?? law.earliestStart(of: staff)
    let after =
      duties[staff].first { $0.day > day }.map { scenario.horizon.restBegins(before: $0.span.start, rest) }
      ?? scenario.horizon.reach.end
    let start = max(before, day * minutesPerDay)
    return Interval(start, max(start, after))
  }

  /// Most paid minutes, credit included, that a duty on `day` may have without overtime and within the caps of R13 and R15.
  func mostPaid(_ staff: Int, day: Int) -> Minutes {
    let person = scenario.staff[staff]
    let contract = scenario.contract(of: staff)
    let week = scenario.horizon.week(ofDay: day)
    let caps = [
      contract.normalWeekMinutes, person.weekCapMinutes, contract.maximumWeekMinutes,
      person.isNightWorker ? contract.nightWorkerWeekMinutes : nil,
    ]
    let mostOfDay = law.mostWorked(staff, day: day) + contract.creditMinutes
    let left = caps.compactMap { $0 }.min()! - hours.paidWithLedger(staff: staff, week: week)
    let day = contract.normalDayMinutes - scenario.antenatalMinutes(of: staff, day: day)
    return min(left, averageLeft(staff), mostOfDay, day)
  }

  private func averageLeft(_ staff: Int) -> Minutes {
    guard let average = scenario.contract(of: staff).averageWeekMinutes else { return .max }
    let ledger = scenario.staff[staff].ledger
    let total = average * (ledger.referenceWeeks * 7 + scenario.horizon.days) - 7 * ledger.referenceMinutes
    let counted = (0..<scenario.horizon.weekCount).reduce(0) { $0 + scenario.antenatalMinutes(of: staff, week: $1) }
    return max(0, max(0, total) / 7 - counted) - hours.paid[staff].reduce(0, +)
  }

  /// Whether the roster with this duty keeps all rules. Overtime is allowed as far as R14 does when `allowsOvertime`.
  func accepts(_ duty: DutyCandidate, allowsOvertime: Bool = false) -> Bool {
    let staff = duty.staff
    guard !hasDuty(staff, on: duty.day), room(staff, day: duty.day).contains(duty.span) else { return false }
    let roster = duties[staff] + [duty]
    return keepsHours(duty, allowsOvertime: allowsOvertime) && keepsDaysInARow(staff, roster)
      && keepsWeeklyRest(staff, roster) && keepsNightsAndHeat(staff, roster) && keepsCounts(staff, duty)
  }

  private func keepsHours(_ duty: DutyCandidate, allowsOvertime: Bool) -> Bool {
    if duty.paidMinutes <= mostPaid(duty.staff, day: duty.day) { return true }
    guard allowsOvertime else { return false }
    var after = self
    after.add(duty)
    return after.keepsAllHours(duty.staff)
  }

  /// R13, R14 and R15 as they are, for the few duties that pins force.
  private func keepsAllHours(_ staff: Int) -> Bool {
    let person = scenario.staff[staff]
    let contract = scenario.contract(of: staff)
    let night = person.isNightWorker ? contract.nightWorkerWeekMinutes : nil
    let weekCap = [person.weekCapMinutes, contract.maximumWeekMinutes, night].compactMap { $0 }.min() ?? .max
    for week in 0..<scenario.horizon.weekCount {
      let sunk = scenario.minutesBefore(of: staff, week: week)
      if hours.paidWithLedger(staff: staff, week: week) > max(weekCap, sunk) { return false }
      let before = RosterHours.sunkOvertime(staff: staff, week: week, scenario: scenario)
      if contract.overtimeDayMinutes == 0, hours.overtime(staff: staff, week: week) > before { return false }
    }
    return averageLeft(staff) >= 0 && keepsMonths(staff)
  }

  private func keepsMonths(_ staff: Int) -> Bool {
    guard let limit = scenario.contract(of: staff).overtimeMonthMinutes else { return true }
    var byMonth: [Int: Minutes] = [:]
    var sunk: [Int: Minutes] = [:]
    let first = month(0)
    for week in 0..<scenario.horizon.weekCount {
      byMonth[month(week), default: 0] += hours.overtime(staff: staff, week: week)
      sunk[month(week), default: 0] += RosterHours.sunkOvertime(staff: staff, week: week, scenario: scenario)
    }
    let before = scenario.staff[staff].ledger.monthOvertimeMinutes
    return byMonth.allSatisfy { month, minutes in
      minutes <= max(month == first ? limit - before : limit, sunk[month, default: 0])
    }
  }

  private func month(_ week: Int) -> Int {
    let date = scenario.horizon.date(ofDay: scenario.horizon.days(ofWeek: week).lowerBound).components
    return date.year * 12 + date.month
  }

  private func keepsDaysInARow(_ staff: Int, _ roster: [DutyCandidate]) -> Bool {
    guard let most = scenario.contract(of: staff).maximumConsecutiveDays else { return true }
    let before = scenario.staff[staff].ledger.consecutiveDays
    let days = Set(roster.map(\.day))
    var inARow = before
    for day in 0..<scenario.horizon.days {
      inARow = days.contains(day) ? inARow + 1 : 0
      if days.contains(day) && inARow > most { return false }
    }
    return true
  }

  private func keepsWeeklyRest(_ staff: Int, _ roster: [DutyCandidate]) -> Bool {
    let contract = scenario.contract(of: staff)
    guard let kind = contract.weeklyRestKind else { return true }
    let carried = scenario.staff[staff].ledger.carriedWork.map { [$0] } ?? []
    let work = (carried + roster.flatMap(\.stretches)).normalised()
    let horizon = scenario.horizon
    return (0..<horizon.weekCount).allSatisfy { week in
      let days = horizon.days(ofWeek: week)
      guard days.count == 7 else { return true }
      if kind == .calendarDay { return days.contains { work.overlap(horizon.interval(ofDay: $0)) == 0 } }
      let span = Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
      // A rest starts on the grid, as duties end; only a duty carried over may end off it.
      return [span].subtracting(work).contains {
        let start = horizon.roundedUpToSlots($0.start)
        return start <= $0.end && horizon.lasting(Interval(start, $0.end)) >= contract.weeklyRestMinutes
      }
    }
  }

  /// R30 with this duty.
  private func keepsCounts(_ staff: Int, _ duty: DutyCandidate) -> Bool {
    let counts = scenario.contract(of: staff).weekCounts
    let week = scenario.horizon.week(ofDay: duty.day)
    let others = duties[staff].filter { scenario.horizon.week(ofDay: $0.day) == week }
    if let most = counts.duties, others.count >= most { return false }
    guard let most = counts.evenings, duty.isEvening else { return true }
    return others.count(where: \.isEvening) < most
  }

  private func keepsNightsAndHeat(_ staff: Int, _ roster: [DutyCandidate]) -> Bool {
    if let most = scenario.staff[staff].maximumNightDuties, roster.count(where: \.touchesNight) > most { return false }
    return (0..<scenario.horizon.days).allSatisfy { day in
      guard let limit = law.bands[day].crewMinutes else { return true }
      return roster.reduce(0) { $0 + law.runMinutes($1.segments, day: day) } <= limit
    }
  }
}
