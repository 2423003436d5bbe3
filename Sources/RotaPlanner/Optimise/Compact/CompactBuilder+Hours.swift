import RotaEngine

extension CompactBuilder {
  /// R13, R14, R15, R16, crew minutes of R17 over midnight, R30, and O9.
  mutating func addHours() {
    for staff in scenario.staff.indices {
      for week in 0..<scenario.horizon.weekCount {
        addWeekCaps(staff, week)
        addOvertime(staff, week)
        addGuaranteed(staff, week)
        addWeekCounts(staff, week)
      }
      addMonths(staff)
      addAverage(staff)
      addNights(staff)
      addCrewMinutes(staff)
    }
  }

  func duties(_ staff: Int, week: Int) -> [Int] {
    scenario.horizon.days(ofWeek: week).flatMap { dutiesOfDay[staff][$0] }
  }

  /// Paid minutes of the duties at most `most`; a limit that the past has used up leaves 0. Counted in slots.
  private mutating func addPaidCap(_ name: String, _ duties: [Int], most: Minutes) {
    let slot = scenario.horizon.slotMinutes
    let cap = max(0, most) / slot
    addRow(name, .atMost(Double(cap)), terms(duties) { Double($0.paidMinutes / slot) })
  }

  private mutating func addWeekCaps(_ staff: Int, _ week: Int) {
    let person = scenario.staff[staff]
    let contract = scenario.contract(of: staff)
    let before = scenario.minutesBefore(of: staff, week: week)
    let duties = duties(staff, week: week)
    if let cap = [person.weekCapMinutes, contract.maximumWeekMinutes].compactMap({ $0 }).min() {
      addPaidCap("R13_p\(staff)_w\(week)", duties, most: cap - before)
    }
    if person.isNightWorker, let cap = contract.nightWorkerWeekMinutes {
      addPaidCap("R15_night_p\(staff)_w\(week)", duties, most: cap - before)
    }
    if contract.overtimeDayMinutes == 0 {
      addPaidCap("R14_p\(staff)_w\(week)", duties, most: contract.normalWeekMinutes - before)
    }
  }

  /// The overtime column where overtime can arise and matters; otherwise only what the ledger makes is paid.
  private mutating func addOvertime(_ staff: Int, _ week: Int) {
    let contract = scenario.contract(of: staff)
    let rate = contract.overtimeRate(payPerMinute: scenario.staff[staff].payPerMinute)
    let before = RosterHours.sunkOvertime(staff: staff, week: week, scenario: scenario)
    let duties = duties(staff, week: week)
    let matters = rate != .zero || contract.overtimeMonthMinutes != nil
    guard contract.overtimeDayMinutes > 0, !duties.isEmpty, matters else {
      sunkMoney += rate * before
      return
    }
    let column = addDerived(
      .overtime(staff: staff, week: week), "overtime_p\(staff)_w\(week)", .atLeast(Double(before)), money: rate)
    let counted = scenario.minutesBefore(of: staff, week: week)
    addRow(
      "R14_week_p\(staff)_w\(week)", .atLeast(Double(counted - contract.normalWeekMinutes)),
      terms(duties) { Double(-$0.paidMinutes) } + [(column, 1)])
    addRow(
      "R14_day_p\(staff)_w\(week)", .atLeast(0), terms(duties) { Double(-$0.dayOvertime) } + [(column, 1)])
  }

  private mutating func addMonths(_ staff: Int) {
    guard let limit = scenario.contract(of: staff).overtimeMonthMinutes else { return }
    let horizon = scenario.horizon
    func month(_ week: Int) -> Int {
      let date = horizon.date(ofDay: horizon.days(ofWeek: week).lowerBound).components
      return date.year * 12 + date.month
    }
    let months = (0..<horizon.weekCount).map(month)
    for first in months.indices where months.firstIndex(of: months[first]) == first {
      let before = first == 0 ? scenario.staff[staff].ledger.monthOvertimeMinutes : 0
      let sunk = months.indices.map { week in
        months[week] == months[first] ? RosterHours.sunkOvertime(staff: staff, week: week, scenario: scenario) : 0
      }
      let terms = columns.derived.compactMap { derived -> LinearModel.Term? in
        guard case .overtime(staff, let week) = derived.quantity, months[week] == months[first] else { return nil }
        return (derived.column, 1)
      }
      // Weeks without a column keep what stands before any duty.
      let fixed = months.indices.reduce(0) { sum, week in
        let isDerived = columns.derived.contains { $0.quantity == .overtime(staff: staff, week: week) }
        return isDerived ? sum : sum + sunk[week]
      }
      let most = max(limit - before, sunk.reduce(0, +)) - fixed
      addRow("R14_month_p\(staff)_w\(first)", .atMost(Double(most)), terms)
    }
  }

  private mutating func addAverage(_ staff: Int) {
    guard let average = scenario.contract(of: staff).averageWeekMinutes else { return }
    let ledger = scenario.staff[staff].ledger
    let total = average * (ledger.referenceWeeks * 7 + scenario.horizon.days)
    let left = (total - 7 * ledger.referenceMinutes) / 7
    let counted = (0..<scenario.horizon.weekCount).reduce(0) { $0 + scenario.antenatalMinutes(of: staff, week: $1) }
    addPaidCap("R15_p\(staff)", dutiesOfDay[staff].flatMap { $0 }, most: left - counted)
  }

  private mutating func addNights(_ staff: Int) {
    guard let most = scenario.staff[staff].maximumNightDuties else { return }
    let terms = terms(dutiesOfDay[staff].flatMap { $0 }) { $0.touchesNight ? 1 : 0 }
    addRow("R16_p\(staff)", .atMost(Double(most)), terms)
  }

  /// R17 where duties of two start days may both hold runs of one day; within one duty the enumeration has seen to it.
  private mutating func addCrewMinutes(_ staff: Int) {
    for day in 0..<scenario.horizon.days {
      guard let limit = rules.bands[day].crewMinutes else { continue }
      let onRuns = dutiesOfDay[staff].flatMap { $0 }
        .filter { rules.runMinutes(columns.duties[$0].duty.segments, day: day) > 0 }
      guard Set(onRuns.map { columns.duties[$0].duty.day }).count > 1 else { continue }
      let terms = terms(onRuns) { Double(rules.runMinutes($0.segments, day: day)) }
      addRow("R17_p\(staff)_d\(day)", .atMost(Double(limit)), terms)
    }
  }

  private mutating func addGuaranteed(_ staff: Int, _ week: Int) {
    let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
    guard need > 0, scenario.weights.guaranteedHour > .zero else { return }
    let column = addDerived(
      .missing(staff: staff, week: week), "missing_p\(staff)_w\(week)", .nonNegative,
      units: scenario.weights.guaranteedHour.units / 60)
    let paid = terms(duties(staff, week: week)) { Double($0.paidMinutes) }
    addRow("O9_p\(staff)_w\(week)", .atLeast(Double(need)), paid + [(column, 1)])
  }
}
