/// Who could serve when, by what is certain from the rules on one person with the rest of the plan as it is.
struct StaffingReasons {
  private let context: CheckContext
  /// `[staff][slot]`: available and no banned night.
  private let isAvailable: [[Bool]]
  /// `[staff][slot]`: some work interval shares the slot.
  private let isOnDuty: [[Bool]]

  init(_ context: CheckContext) {
    self.context = context
    let horizon = context.horizon
    isAvailable = context.rosters.map { roster in
      let member = roster.member
      let banned = roster.protected.hasNoNights ? horizon.nights(of: roster.contract) : []
      let closed = horizon.minutesBySlot(banned)
      return horizon.minutesBySlot(member.available).enumerated().map { slot, minutes in
        minutes == horizon.slotMinutes && closed[slot] == 0
      }
    }
    isOnDuty = context.rosters.map { roster in
      horizon.minutesBySlot(roster.duties.flatMap(\.stretches)).map { $0 > 0 }
    }
  }

  /// Why `need` people with these skills cannot be found among `allowed` for the slots; nil: not certain that they cannot.
  func reason(_ allowed: [Int], need: Int, skills: [String], slots: Range<Int>) -> ShortageReason? {
    if allowed.count < need { return .nobodyAllowed }
    if !holds(allowed, skills) { return .nobodySkilled }
    let available = allowed.filter { person in slots.allSatisfy { isAvailable[person][$0] } }
    if available.count < need { return .nobodyAvailable }
    if !holds(available, skills) { return .nobodySkilled }
    let free = available.filter { person in !slots.contains { isOnDuty[person][$0] } }
    if free.count < need || !holds(free, skills) { return .allOnDuty }
    let whole = Interval(slots.lowerBound * slotMinutes, slots.upperBound * slotMinutes)
    let able = free.filter { couldWork($0, whole) }
    return able.count < need || !holds(able, skills) ? .allAtLimit : nil
  }

  private var slotMinutes: Minutes { context.horizon.slotMinutes }

  private func holds(_ people: [Int], _ skills: [String]) -> Bool {
    skills.allSatisfy { skill in people.contains { context.scenario.staff[$0].skills.contains(skill) } }
  }

  /// Whether a duty that starts on the day of `time`, or on the day before, might take in `time`.
  private func couldWork(_ person: Int, _ time: Interval) -> Bool {
    let day = context.horizon.day(of: time.start)
    return couldWork(person, time, day) || (day > 0 && couldWork(person, time, day - 1))
  }

  private func couldWork(_ person: Int, _ time: Interval, _ day: Int) -> Bool {
    let roster = context.rosters[person]
    let contract = roster.contract
    let present = roster.duties.filter { $0.day == day }
    let latestStart = (day + 1) * minutesPerDay - slotMinutes
    let start = ([time.start, latestStart] + present.map(\.span.start)).min() ?? time.start
    let end = ([time.end] + present.map(\.span.end)).max() ?? time.end
    if end - start > contract.maximumSpanMinutes { return false }
    let paid = present.reduce(0) { $0 + $1.paidMinutes }
    let credit = present.isEmpty ? roster.protected.credit : 0
    let after = max(paid + time.length + credit, contract.minimumDutyMinutes)
    let longest = min(contract.maximumDutyMinutes, roster.protected.normalDay + roster.protected.overtimeDay)
    return after + roster.absence.antenatal[day] <= longest && hasRest(roster, from: start, to: end, day)
      && hasWeek(roster, day, adding: after - paid)
      && hasDay(roster, day)
  }

  private func hasRest(_ roster: RosterView, from start: Minutes, to end: Minutes, _ day: Int) -> Bool {
    let rest = roster.contract.dailyRestMinutes ?? 0
    if let last = roster.member.ledger.lastDutyEnd, start - last < rest { return false }
    return roster.duties.allSatisfy { duty in
      if duty.day < day { return duty.span.end + rest <= start }
      return duty.day == day || end + rest <= duty.span.start
    }
  }

  private func hasWeek(_ roster: RosterView, _ day: Int, adding minutes: Minutes) -> Bool {
    let contract = roster.contract
    let normal = roster.protected.overtimeDay == 0 ? roster.protected.normalWeek : nil
    let caps = [roster.member.weekCapMinutes, contract.maximumWeekMinutes, normal].compactMap { $0 }
    guard let cap = caps.min() else { return true }
    return roster.weekMinutes(context.horizon.week(ofDay: day)) + minutes <= cap
  }

  private func hasDay(_ roster: RosterView, _ day: Int) -> Bool {
    let works = context.horizon.daysWithDuty(roster)
    guard let most = roster.contract.maximumConsecutiveDays, !works[day] else { return true }
    let before = works[..<day].reversed().prefix { $0 }.count
    let after = works[(day + 1)...].prefix { $0 }.count
    let ledger = before == day ? roster.member.ledger.consecutiveDays : 0
    return before + 1 + after + ledger <= most
  }
}
