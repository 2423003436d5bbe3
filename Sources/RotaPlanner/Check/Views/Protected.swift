/// What the law grants a person by what the staff table says of her, read by the checker from the class's own numbers and the flags:
/// Labour Law of the PRC, articles 61 and 63; State Council Decree 619, articles 6 and 9.
struct Protected {
  /// Pregnant in or past the month from which the rule set protects; an unknown month is.
  let isLate: Bool
  /// Nights are closed (R16).
  let hasNoNights: Bool
  /// No overtime at all (R05, R14).
  let hasNoOvertime: Bool
  /// Most paid minutes of a normal day, and of a normal week.
  let normalDay: Minutes
  let normalWeek: Minutes
  /// Most overtime minutes of a day.
  let overtimeDay: Minutes
  /// Minutes of every duty that are paid beside segments and travel.
  let credit: Minutes

  init(_ member: StaffMember, _ contract: Contract, slotMinutes: Minutes) {
    let rules = contract.protection
    if member.isPregnant {
      isLate = member.pregnantMonth.map { $0 >= rules.fromMonth } ?? true
    } else {
      isLate = false
    }
    let isProtected = isLate || member.nursedChildren > 0
    hasNoNights = contract.bansProtectedNights && (isProtected || member.isMinor)
    hasNoOvertime = isProtected && !(rules.dayMinutes == nil && rules.weekMinutes == nil)
    let (day, week) = isProtected ? (rules.dayMinutes, rules.weekMinutes) : (nil, nil)
    normalDay = day.map { min($0, contract.normalDayMinutes) } ?? contract.normalDayMinutes
    normalWeek = week.map { min($0, contract.normalWeekMinutes) } ?? contract.normalWeekMinutes
    overtimeDay = hasNoOvertime ? 0 : contract.overtimeDayMinutes
    func slots(_ minutes: Minutes) -> Minutes {
      let rest = minutes % slotMinutes
      return rest == 0 ? minutes : minutes + slotMinutes - rest
    }
    credit = slots(member.nursedChildren * rules.nursingMinutes) + (isLate ? slots(rules.pregnancyRestMinutes) : 0)
  }
}
