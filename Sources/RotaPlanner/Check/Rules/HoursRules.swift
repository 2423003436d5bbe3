/// Rules on the minutes of weeks, months and reference periods.
///
/// What the ledger and antenatal visits alone make is never a breach: the limit is then that amount, so that no more may be added.
extension CheckContext {
  /// R13: minutes of a week.
  func r13() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      let caps = [roster.member.weekCapMinutes, roster.contract.maximumWeekMinutes].compactMap { $0 }
      guard let cap = caps.min() else { return [] }
      return weekBreaches(roster, .week, cap)
    }
  }

  /// R14: overtime of a month; none where none is allowed.
  func r14() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      var found: [Violation] = []
      if roster.protected.overtimeDay == 0 {
        for (week, overtime) in roster.overtimeOfWeek.enumerated() {
          let allowed = roster.sunkOvertime[week]
          guard overtime > allowed else { continue }
          let interval = interval(ofWeek: week)
          found.append(
            Violation(.overtimeForbidden, roster.subject, at: interval, measured: overtime, allowed: allowed))
        }
      }
      if let limit = roster.contract.overtimeMonthMinutes { found += monthBreaches(roster, limit) }
      return found
    }
  }

  /// R15: the average week of the reference period; the week of night staff.
  func r15() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      var found: [Violation] = []
      let ledger = roster.member.ledger
      if let average = roster.contract.averageWeekMinutes {
        let limit = average * (ledger.referenceWeeks * 7 + horizon.days) / 7
        let visits = roster.absence.antenatal.reduce(0, +)
        let allowed = max(limit, ledger.referenceMinutes + visits)
        let measured = ledger.referenceMinutes + roster.paidMinutes
        if measured > allowed {
          found.append(
            Violation(.average, roster.subject, at: horizon.interval, measured: measured, allowed: allowed))
        }
      }
      if roster.member.isNightWorker, let limit = roster.contract.nightWorkerWeekMinutes {
        found += weekBreaches(roster, .nightWorkWeek, limit)
      }
      return found
    }
  }

  private func weekBreaches(_ roster: RosterView, _ kind: ViolationKind, _ limit: Minutes) -> [Violation] {
    (0..<horizon.weekCount).compactMap { week in
      let measured = roster.weekMinutes(week)
      let allowed = max(limit, roster.paidBefore[week])
      guard measured > allowed else { return nil }
      return Violation(kind, roster.subject, at: interval(ofWeek: week), measured: measured, allowed: allowed)
    }
  }

  private func monthBreaches(_ roster: RosterView, _ limit: Minutes) -> [Violation] {
    let months = (0..<horizon.weekCount).map { horizon.month(ofWeek: $0) }
    let ledger = roster.member.ledger
    return months.enumerated().compactMap { first, month in
      // One answer a month, at the month's first week.
      if first > 0 && months[first - 1] == month { return nil }
      let weeks = months.indices.filter { months[$0] == month }
      let before = first == 0 ? ledger.monthOvertimeMinutes : 0
      let measured = weeks.reduce(before) { $0 + roster.overtimeOfWeek[$1] }
      let sunk = weeks.reduce(before) { $0 + roster.sunkOvertime[$1] }
      let allowed = max(limit, sunk)
      guard measured > allowed else { return nil }
      let last = weeks[weeks.count - 1]
      let interval = Interval(interval(ofWeek: first).start, interval(ofWeek: last).end)
      return Violation(.overtimeMonth, roster.subject, at: interval, measured: measured, allowed: allowed)
    }
  }

  private func interval(ofWeek week: Int) -> Interval {
    let days = horizon.days(ofWeek: week)
    return Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
  }
}

extension Horizon {
  /// Months since year 0 of the month in which the week's first planned day lies: the overtime of the week counts there.
  func month(ofWeek week: Int) -> Int {
    let date = date(ofDay: days(ofWeek: week).lowerBound).components
    return date.year * 12 + date.month
  }
}
