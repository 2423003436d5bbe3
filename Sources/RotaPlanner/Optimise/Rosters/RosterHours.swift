/// Paid and overtime minutes per staff member and week (R13, R14), ledger included where the rules say so.
struct RosterHours: Hashable, Sendable {
  private let scenario: Scenario
  /// Paid minutes of the horizon's duties, `[staff][week]`, without the ledger and antenatal visits.
  private(set) var paid: [[Minutes]]
  /// Sum of the days' minutes beyond the normal day, `[staff][week]`.
  private(set) var daily: [[Minutes]]

  init(duties: [DutyCandidate], scenario: Scenario) {
    self.scenario = scenario
    let none = [Minutes](repeating: 0, count: scenario.horizon.weekCount)
    paid = Array(repeating: none, count: scenario.staff.count)
    daily = paid
    for duty in duties { add(duty) }
  }

  mutating func add(_ duty: DutyCandidate) {
    let week = scenario.horizon.week(ofDay: duty.day)
    paid[duty.staff][week] += duty.paidMinutes
    daily[duty.staff][week] += duty.dayOvertime
  }

  /// Paid minutes of the week with antenatal visits, and with the ledger's in week 0.
  func paidWithLedger(staff: Int, week: Int) -> Minutes {
    paid[staff][week] + scenario.minutesBefore(of: staff, week: week)
  }

  /// R14: overtime minutes of the week.
  func overtime(staff: Int, week: Int) -> Minutes {
    max(
      0, paidWithLedger(staff: staff, week: week) - scenario.contract(of: staff).normalWeekMinutes, daily[staff][week])
  }

  /// What `overtime` would be without any duty.
  static func sunkOvertime(staff: Int, week: Int, scenario: Scenario) -> Minutes {
    max(0, scenario.minutesBefore(of: staff, week: week) - scenario.contract(of: staff).normalWeekMinutes)
  }

  /// O9: the minutes that the person counts on in the week, as far as the ledger and antenatal visits have not given them yet.
  static func guaranteedNeed(staff: Int, week: Int, scenario: Scenario) -> Minutes {
    max(0, scenario.guaranteedTarget(of: staff, week: week) - scenario.minutesBefore(of: staff, week: week))
  }
}
