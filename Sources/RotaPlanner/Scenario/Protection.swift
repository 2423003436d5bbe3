/// What a rule set grants pregnant and nursing staff (Labour Law of the PRC, articles 61 and 63; State Council Decree 619, articles 6
/// and 9; Directive 92/85/EEC, articles 7 and 9).
struct Protection: Hashable, Sendable {
  /// Month of pregnancy (1 to 10) from which nights and overtime are closed; pregnancy without a month counts as reached.
  var fromMonth = 1
  /// Most paid minutes a day of the protected; nil: no such limit. With this or `weekMinutes` they have no overtime.
  var dayMinutes: Minutes?
  /// Most paid minutes a week of the protected; nil: no such limit.
  var weekMinutes: Minutes?
  /// Minutes a duty that count as working time for each child nursed.
  var nursingMinutes: Minutes = 0
  /// Minutes a duty that count as working time for the rest of those whose pregnancy has reached `fromMonth`.
  var pregnancyRestMinutes: Minutes = 0
  /// Whether antenatal visits in working hours count as working time.
  var countsAntenatal = false

  /// Nothing is granted but that pregnancy counts from its first month.
  static let none = Protection()
}
