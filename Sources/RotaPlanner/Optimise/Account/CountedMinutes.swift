/// What absences make of a person's days and weeks (docs/model.md section 3), as planning counts it.
extension Scenario {
  /// Minutes of antenatal visits that count as paid on the day: those in the hours of work without leave, at most a normal day.
  func antenatalMinutes(of staff: Int, day: Int) -> Minutes {
    guard !self.staff[staff].absence.antenatal.isEmpty else { return 0 }
    let contract = contract(of: staff)
    guard contract.protection.countsAntenatal else { return 0 }
    let absence = self.staff[staff].absence
    let visits = absence.antenatal.intersection(absence.usual).subtracting(absence.leave)
    return min(contract.normalDayMinutes, visits.overlap(horizon.interval(ofDay: day)))
  }

  /// The same of the days of a week.
  func antenatalMinutes(of staff: Int, week: Int) -> Minutes {
    guard !self.staff[staff].absence.antenatal.isEmpty else { return 0 }
    return horizon.days(ofWeek: week).reduce(0) { $0 + antenatalMinutes(of: staff, day: $1) }
  }

  /// Paid minutes of the week that stand before any duty is planned: the ledger's in week 0, and antenatal visits.
  func minutesBefore(of staff: Int, week: Int) -> Minutes {
    (week == 0 ? self.staff[staff].ledger.weekMinutes : 0) + antenatalMinutes(of: staff, week: week)
  }

  /// O9: the minutes that the person counts on in the week: what is guaranteed for its planned part, less the share that leave and
  /// statutory holidays take of its working days.
  func guaranteedTarget(of staff: Int, week: Int) -> Minutes {
    let guaranteed = self.staff[staff].guaranteedWeekMinutes
    guard guaranteed > 0 else { return 0 }
    let days = horizon.days(ofWeek: week)
    let isPartial = days.count < 7 && (week > 0 || self.staff[staff].ledger.weekMinutes == 0)
    let whole = isPartial ? guaranteed * days.count / 7 : guaranteed
    guard !self.staff[staff].absence.usual.isEmpty else { return whole }
    if self.staff[staff].absence.leave.isEmpty && days.allSatisfy(isPlain) { return whole }
    let (left, all) = workingMinutes(of: staff, days: days, isPartial: isPartial)
    return all > 0 ? whole * min(left, all) / all : whole
  }

  /// Whether the day is neither a holiday nor a make-up day.
  private func isPlain(_ day: Int) -> Bool {
    horizon.dayKinds[day] == ((horizon.firstDay.weekday + day) % 7 < 5 ? .workday : .weekend)
  }

  /// Working days of the week in minutes of normal days: those left after leave and holidays, and those of an ordinary week.
  private func workingMinutes(of staff: Int, days: Range<Int>, isPartial: Bool) -> (left: Int, all: Int) {
    let absence = self.staff[staff].absence
    let normal = contract(of: staff).normalDayMinutes
    let ordinary = Set(absence.weekdays.count <= 5 ? absence.weekdays : absence.weekdays.filter { $0 < 5 })
    func weekday(_ day: Int) -> Int { (horizon.firstDay.weekday + day) % 7 }
    let planned = days.count { ordinary.contains(weekday($0)) }
    let all = isPartial ? planned : ordinary.count
    guard all > 0 else {
      let worked = days.filter { absence.usual.overlap(horizon.interval(ofDay: $0)) > 0 }
      return (worked.reduce(0) { $0 + normal - lost(absence, $1, normal) }, worked.count * normal)
    }
    let left = days.reduce((all - planned) * normal) { sum, day in
      let isMakeUp = weekday(day) >= 5 && horizon.dayKinds[day] == .workday
      return ordinary.contains(isMakeUp ? 0 : weekday(day)) ? sum + normal - lost(absence, day, normal) : sum
    }
    return (left, all * normal)
  }

  /// Minutes of a normal day that a holiday or leave takes from a day: all of it where no hours are left.
  private func lost(_ absence: Absence, _ day: Int, _ normal: Minutes) -> Minutes {
    if horizon.dayKinds[day] == .holiday { return normal }
    let usual = absence.usual.intersection([horizon.interval(ofDay: day)])
    let taken = usual.intersection(absence.leave).reduce(0) { $0 + $1.length }
    return taken > 0 && taken == usual.reduce(0) { $0 + $1.length } ? normal : min(normal, taken)
  }
}
