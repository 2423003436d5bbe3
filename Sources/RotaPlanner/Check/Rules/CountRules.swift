/// Rules that count the duties of a week.
extension CheckContext {
  /// R30: duties, and evening duties, of each week.
  func r30() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      let most = roster.contract.weekCounts
      return (0..<horizon.weekCount).flatMap { week -> [Violation] in
        let days = horizon.days(ofWeek: week)
        let duties = roster.duties.filter { days.contains($0.day) }
        let span = Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
        func above(_ kind: ViolationKind, _ count: Int, _ most: Int?) -> Violation? {
          guard let most, count > most else { return nil }
          return Violation(kind, roster.subject, at: span, measured: count, allowed: most)
        }
        return [
          above(.weekDuties, duties.count, most.duties),
          above(.weekEvenings, duties.count { carries($0, .evening) }, most.evenings),
        ].compactMap { $0 }
      }
    }
  }
}
