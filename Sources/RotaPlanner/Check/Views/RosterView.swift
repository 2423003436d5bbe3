/// All duties of one staff member with the sums that the rules on days, weeks and months ask for.
struct RosterView {
  let staff: Int
  let member: StaffMember
  let contract: Contract
  let protected: Protected
  let absence: AbsenceCount
  /// By start, then end.
  let duties: [DutyShape]
  /// Paid minutes of each day: of the duties that start on it, and of antenatal visits.
  let paidOfDay: [Minutes]
  /// Paid minutes of each week, without the ledger.
  let paidOfWeek: [Minutes]
  /// Overtime minutes of each week (R14), with the ledger in week 0.
  let overtimeOfWeek: [Minutes]

  var subject: ViolationSubject { ViolationSubject(staff: staff) }
  /// Overtime of each week that stands without any duty: by the ledger in week 0, and by antenatal visits.
  var sunkOvertime: [Minutes] { paidBefore.map { max(0, $0 - protected.normalWeek) } }
  /// Paid minutes of each week that stand without any duty.
  let paidBefore: [Minutes]
  /// Paid minutes of the horizon.
  var paidMinutes: Minutes { paidOfWeek.reduce(0, +) }

  init(staff: Int, duties unsorted: [DutyShape], in scenario: Scenario) {
    let horizon = scenario.horizon
    self.staff = staff
    member = scenario.staff[staff]
    contract = scenario.contract(of: staff)
    duties = unsorted.sorted { $0.span < $1.span }
    protected = Protected(member, contract, slotMinutes: horizon.slotMinutes)
    absence = AbsenceCount(member, contract, normalDay: protected.normalDay, horizon)
    var paidOfDay = absence.antenatal
    for duty in duties { paidOfDay[duty.day] += duty.paidMinutes }
    self.paidOfDay = paidOfDay
    let paidOfWeek = (0..<horizon.weekCount).map { horizon.days(ofWeek: $0).reduce(0) { $0 + paidOfDay[$1] } }
    self.paidOfWeek = paidOfWeek
    let (protected, ledger, visits) = (protected, member.ledger, absence.antenatal)
    paidBefore = (0..<horizon.weekCount).map { week in
      horizon.days(ofWeek: week).reduce(week == 0 ? ledger.weekMinutes : 0) { $0 + visits[$1] }
    }
    overtimeOfWeek = (0..<horizon.weekCount).map { week in
      let before = week == 0 ? ledger.weekMinutes : 0
      let overDays = horizon.days(ofWeek: week).reduce(0) { $0 + max(0, paidOfDay[$1] - protected.normalDay) }
      return max(0, paidOfWeek[week] + before - protected.normalWeek, overDays)
    }
  }

  /// Paid minutes of a week, with the ledger in week 0.
  func weekMinutes(_ week: Int) -> Minutes { paidOfWeek[week] + (week == 0 ? member.ledger.weekMinutes : 0) }

  /// Segments of this person at that station.
  func intervals(atStation station: Int) -> [Interval] {
    duties.flatMap(\.segments).filter { $0.place == .station(station) }.map(\.interval).normalised()
  }

  /// Segments of this person in delivery crews, with the index of the delivery slot.
  var runSegments: [(slot: Int, interval: Interval)] {
    duties.flatMap(\.segments).compactMap { segment in
      if case .run(let slot) = segment.place { return (slot, segment.interval) } else { return nil }
    }
  }
}
