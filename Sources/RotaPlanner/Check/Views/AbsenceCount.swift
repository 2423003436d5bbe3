/// What a person's absences count for (docs/model.md section 3), day by day.
struct AbsenceCount {
  /// Minutes of antenatal visits that are paid, by planned day.
  let antenatal: [Minutes]
  private let member: StaffMember
  private let horizon: Horizon
  /// Minutes of the person's normal day.
  private let normalDay: Minutes
  /// Share of a normal day that a holiday or leave takes from each planned day, in minutes of it.
  private let lost: [Minutes]
  /// Whether the person has hours on the planned day.
  private let hasHours: [Bool]

  init(_ member: StaffMember, _ contract: Contract, normalDay: Minutes, _ horizon: Horizon) {
    let absence = member.absence
    self.member = member
    self.horizon = horizon
    self.normalDay = normalDay
    func minutes(_ intervals: [Interval], _ day: Int) -> Minutes {
      intervals.normalised().overlap(horizon.interval(ofDay: day))
    }
    // Present is what neither leave nor a visit takes; the parts are differences of such sums.
    let present = absence.usual.subtracting(absence.leave)
    let atWork = present.subtracting(absence.antenatal)
    antenatal = (0..<horizon.days).map { day in
      guard contract.protection.countsAntenatal else { return 0 }
      return min(normalDay, minutes(present, day) - minutes(atWork, day))
    }
    lost = (0..<horizon.days).map { day in
      if horizon.dayKinds[day] == .holiday { return normalDay }
      let (all, left) = (minutes(absence.usual, day), minutes(present, day))
      return all > 0 && left == 0 ? normalDay : min(normalDay, all - left)
    }
    hasHours = (0..<horizon.days).map { minutes(absence.usual, $0) > 0 }
  }

  /// O9: minutes that the person counts on in the week, leave and holidays taken off.
  func guaranteed(week: Int) -> Minutes {
    let days = Array(horizon.days(ofWeek: week))
    let goesOn = week == 0 && member.ledger.weekMinutes > 0
    var whole = member.guaranteedWeekMinutes
    if days.count < 7 && !goesOn { whole = whole * days.count / 7 }
    if member.absence.usual.isEmpty { return whole }
    let begins = Set(member.absence.weekdays)
    let ordinary = begins.count > 5 ? begins.intersection([0, 1, 2, 3, 4]) : begins
    let isPlanned = days.map { ordinary.contains(horizon.date(ofDay: $0).weekday) }
    var expected = isPlanned.filter { $0 }.count
    var left = days.filter { works($0, ordinary) }.reduce(0) { $0 + normalDay - lost[$1] }
    if days.count == 7 || goesOn {
      left += (ordinary.count - expected) * normalDay
      expected = ordinary.count
    }
    if expected == 0 {
      let own = days.filter { hasHours[$0] }
      expected = own.count
      left = own.reduce(0) { $0 + normalDay - lost[$1] }
    }
    let ordinaryMinutes = expected * normalDay
    return ordinaryMinutes == 0 ? whole : whole * min(left, ordinaryMinutes) / ordinaryMinutes
  }

  /// Whether the planned day is one of the person's working days; a make-up day follows Monday.
  private func works(_ day: Int, _ ordinary: Set<Int>) -> Bool {
    let weekday = horizon.date(ofDay: day).weekday
    return ordinary.contains(horizon.dayKinds[day] == .workday && weekday > 4 ? 0 : weekday)
  }
}
