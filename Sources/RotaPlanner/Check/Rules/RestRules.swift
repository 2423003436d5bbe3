/// Rules on the sequence of a person's duties: one a day, rest, days in a row.
extension CheckContext {
  /// R01: at most one duty starts on a day; duties do not overlap.
  func r01() -> [Violation] {
    rosters.flatMap { roster in
      var found: [Violation] = []
      var starts = Array(repeating: 0, count: horizon.days)
      for duty in roster.duties { starts[duty.day] += 1 }
      for (day, count) in starts.enumerated() where count > 1 {
        let interval = horizon.interval(ofDay: day)
        found.append(Violation(.dutiesOfDay, roster.subject, at: interval, measured: count, allowed: 1))
      }
      // Overlaps of duties that start on one day are told already.
      for (end, duty, day) in followers(roster) where duty.span.start < end && duty.day != day {
        let shared = Interval(duty.span.start, min(end, duty.span.end))
        found.append(Violation(.dutiesOverlap, roster.subject, at: shared, measured: shared.length, allowed: 0))
      }
      // A duty of the plan before may run on into the first day.
      if let end = roster.member.ledger.lastDutyEnd {
        for duty in roster.duties where duty.span.start < end {
          let shared = Interval(duty.span.start, min(end, duty.span.end))
          found.append(Violation(.dutiesOverlap, roster.subject, at: shared, measured: shared.length, allowed: 0))
        }
      }
      return found
    }
  }

  /// R10: daily rest between duties, the ledger's last one included. Overlaps are R01.
  func r10() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      guard let least = roster.contract.dailyRestMinutes else { return [] }
      var found: [Violation] = []
      if let end = roster.member.ledger.lastDutyEnd, let first = roster.duties.first?.span.start,
        end <= first || end <= 0, passed(end, first) < least
      {
        found.append(rest(roster, from: end, to: first, least))
      }
      for (end, duty, _) in followers(roster) where duty.span.start >= end && passed(end, duty.span.start) < least {
        found.append(rest(roster, from: end, to: duty.span.start, least))
      }
      return found
    }
  }

  /// R11: days in a row on which a duty starts, the ledger's in front.
  func r11() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      guard let most = roster.contract.maximumConsecutiveDays else { return [] }
      let works = horizon.daysWithDuty(roster)
      var found: [Violation] = []
      var first = 0
      while first < horizon.days {
        guard works[first] else {
          first += 1
          continue
        }
        let end = works[first...].firstIndex(of: false) ?? horizon.days
        // Days in a row that the ledger alone makes are no breach: they are the limit then.
        let before = first == 0 ? roster.member.ledger.consecutiveDays : 0
        let (count, allowed) = (before + end - first, max(most, before))
        if count > allowed {
          let interval = Interval(first * minutesPerDay, end * minutesPerDay)
          found.append(Violation(.daysInRow, roster.subject, at: interval, measured: count, allowed: allowed))
        }
        first = end
      }
      return found
    }
  }

  /// R12: weekly rest in weeks wholly inside the horizon.
  func r12() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      guard let kind = roster.contract.weeklyRestKind else { return [] }
      var work = roster.duties.flatMap(\.stretches)
      if let end = roster.member.ledger.lastDutyEnd, end > 0 { work.append(Interval(0, end)) }
      work = work.normalised()
      return (0..<horizon.weekCount).compactMap { week in
        let days = horizon.days(ofWeek: week)
        guard days.count == 7 else { return nil }
        switch kind {
        case .calendarDay: return restDay(roster, work, days)
        case .continuous: return unbrokenRest(roster, work, days)
        }
      }
    }
  }

  private func restDay(_ roster: RosterView, _ work: [Interval], _ days: Range<Int>) -> Violation? {
    if days.contains(where: { work.overlap(horizon.interval(ofDay: $0)) == 0 }) { return nil }
    let week = Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
    return Violation(.weeklyRestDay, roster.subject, at: week, measured: 0, allowed: 1)
  }

  private func unbrokenRest(_ roster: RosterView, _ work: [Interval], _ days: Range<Int>) -> Violation? {
    let week = Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
    let longest = [week].subtracting(work).map { passed(horizon.roundedUpToSlots($0.start), $0.end) }.max() ?? 0
    let least = roster.contract.weeklyRestMinutes
    return longest >= least
      ? nil : Violation(.weeklyRest, roster.subject, at: week, measured: max(0, longest), allowed: least)
  }

  /// Each duty but the first, with the latest end of those before it and the day on which that one starts.
  private func followers(_ roster: RosterView) -> [(end: Minutes, duty: DutyShape, dayBefore: Int)] {
    guard var latest = roster.duties.first else { return [] }
    return roster.duties.dropFirst().map { duty in
      defer { if duty.span.end > latest.span.end { latest = duty } }
      return (latest.span.end, duty, latest.day)
    }
  }

  private func rest(_ roster: RosterView, from end: Minutes, to start: Minutes, _ least: Minutes) -> Violation {
    let gap = Interval(min(end, start), start)
    return Violation(.dailyRest, roster.subject, at: gap, measured: passed(end, start), allowed: least)
  }

  /// Minutes that pass between two times of the wall clock; negative where the second is before the first.
  private func passed(_ from: Minutes, _ to: Minutes) -> Minutes {
    from <= to ? horizon.clockChanges.minutes(of: Interval(from, to)) : to - from
  }
}

extension Horizon {
  /// By day: whether a duty of the person starts on it.
  func daysWithDuty(_ roster: RosterView) -> [Bool] {
    var works = Array(repeating: false, count: days)
    for duty in roster.duties { works[duty.day] = true }
    return works
  }
}
