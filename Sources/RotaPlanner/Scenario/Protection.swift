/// What a rule set grants pregnant and nursing staff (Labour Law of the PRC, articles 61 and 63; State Council Decree 619, articles 6
/// and 9; Directive 92/85/EEC, articles 7 and 9).
struct Protection: Hashable, Sendable {
  /// Month of pregnancy (1 to 10) from which nights and overtime are closed; pregnancy without a month counts as reached.
  let fromMonth: Int
  /// Most paid minutes a day of the protected; nil: no such limit. With this or `weekMinutes` they have no overtime.
  let dayMinutes: Minutes?
  /// Most paid minutes a week of the protected; nil: no such limit.
  let weekMinutes: Minutes?
  /// Minutes a duty that count as working time for each child nursed.
  let nursingMinutes: Minutes
  /// Minutes a duty that count as working time for the rest of those whose pregnancy has reached `fromMonth`.
  let pregnancyRestMinutes: Minutes
  /// Whether antenatal visits in working hours count as working time.
  let countsAntenatal: Bool

  /// As `Protection.none` where nothing is said.
  init(
    fromMonth: Int = 1, dayMinutes: Minutes? = nil, weekMinutes: Minutes? = nil, nursingMinutes: Minutes = 0,
    pregnancyRestMinutes: Minutes = 0, countsAntenatal: Bool = false
  ) {
    self.fromMonth = fromMonth
    self.dayMinutes = dayMinutes
    self.weekMinutes = weekMinutes
    self.nursingMinutes = nursingMinutes
    self.pregnancyRestMinutes = pregnancyRestMinutes
    self.countsAntenatal = countsAntenatal
  }

  /// Nothing is granted but that pregnancy counts from its first month.
  static let none = Protection()
}
