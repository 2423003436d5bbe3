extension CompactBuilder {
  /// R10, R11 and R12.
  mutating func addRests() {
    for staff in scenario.staff.indices {
      addDailyRest(staff)
      addConsecutiveDays(staff)
      for week in 0..<scenario.horizon.weekCount { addWeeklyRest(staff, week) }
    }
  }

  /// R10 (and R01's ban on overlaps) as cliques: of the duties of earlier days that with their rest end after t, and the duties of
  /// this day that start at t or before, at most one can be worked. Starts t whose earlier duties are the next start's add nothing.
  private mutating func addDailyRest(_ staff: Int) {
    let rest = scenario.contract(of: staff).dailyRestMinutes ?? 0
    let horizon = scenario.horizon
    for day in dutiesOfDay[staff].indices.dropFirst() {
      let own = dutiesOfDay[staff][day]
      let starts = Set(own.map { columns.duties[$0].duty.span.start }).sorted()
      let earlier = dutiesOfDay[staff][..<day].flatMap { $0 }
      let blocked = starts.map { start in
        earlier.filter { horizon.restOver(after: columns.duties[$0].duty.span.end, rest) > start }
      }
      for (index, start) in starts.enumerated() {
        let isWeaker = index + 1 < starts.count && blocked[index].count == blocked[index + 1].count
        if blocked[index].isEmpty || isWeaker { continue }
        let late = own.filter { columns.duties[$0].duty.span.start <= start }
        addRow("R10_p\(staff)_t\(start)", .atMost(1), terms(blocked[index] + late))
      }
    }
  }

  /// R11 as one row per window of one day more than allowed; ledger days shorten the first window.
  private mutating func addConsecutiveDays(_ staff: Int) {
    guard let most = scenario.contract(of: staff).maximumConsecutiveDays else { return }
    let before = scenario.staff[staff].ledger.consecutiveDays
    let days = scenario.horizon.days
    let first = max(1, most + 1 - before)
    if first <= min(days, most) { addWindow(staff, 0..<first, most: first - 1) }
    for start in 0..<max(0, days - most) { addWindow(staff, start..<(start + most + 1), most: most) }
  }

  private mutating func addWindow(_ staff: Int, _ days: Range<Int>, most: Int) {
    let duties = days.flatMap { dutiesOfDay[staff][$0] }
    addRow("R11_p\(staff)_d\(days.lowerBound)_n\(days.count)", .atMost(Double(most)), terms(duties))
  }

  /// R12 in a week of seven planned days.
  private mutating func addWeeklyRest(_ staff: Int, _ week: Int) {
    let days = scenario.horizon.days(ofWeek: week)
    guard days.count == 7, let kind = scenario.contract(of: staff).weeklyRestKind else { return }
    let span = Interval(days.lowerBound * minutesPerDay, days.upperBound * minutesPerDay)
    let duties = dutiesOfDay[staff].flatMap { $0 }.filter { works($0, in: span) }
    if duties.isEmpty { return }
    let carried = scenario.staff[staff].ledger.carriedWork ?? Interval(0, 0)
    switch kind {
    case .calendarDay:
      let parts = days.map { scenario.horizon.interval(ofDay: $0) }
      let rests = parts.filter { $0.overlap(carried) == 0 }
      addRestCliques(staff, week, rests: rests, parts: parts, duties: duties)
    case .continuous:
      let length = scenario.contract(of: staff).weeklyRestMinutes
      let slot = scenario.horizon.slotMinutes
      let rests = stride(from: span.start, through: span.end, by: slot)
        .map { Interval($0, scenario.horizon.restOver(after: $0, length)) }
        .filter { $0.end <= span.end && $0.overlap(carried) == 0 }
      let parts = stride(from: span.start, to: span.end, by: slot).map { Interval($0, $0 + slot) }
      addRestCliques(staff, week, rests: rests, parts: parts, duties: duties)
    }
  }

  /// One of the rests is chosen; in each part of the week there is either a chosen rest or the duties of one start day (duties
  /// of different start days may both work in a day, but not in a slot).
  private mutating func addRestCliques(
    _ staff: Int, _ week: Int, rests: [Interval], parts: [Interval], duties: [Int]
  ) {
    let chosen = rests.map { rest in
      addDerived(
        .rest(staff: staff, week: week, rest), "rest_p\(staff)_t\(rest.start)_n\(rest.length)", .unit, isInteger: true)
    }
    addRow("R12_p\(staff)_w\(week)", .exactly(1), chosen.map { ($0, 1) })
    for part in parts {
      let working = duties.filter { works($0, in: part) }
      let resting = rests.indices.filter { rests[$0].overlap(part) > 0 }.map { (column: chosen[$0], coefficient: 1.0) }
      for day in Set(working.map { columns.duties[$0].duty.day }).sorted() {
        let own = working.filter { columns.duties[$0].duty.day == day }
        addRow("R12_p\(staff)_t\(part.start)_d\(day)", .atMost(1), terms(own) + resting)
      }
    }
  }

  private func works(_ position: Int, in span: Interval) -> Bool {
    columns.duties[position].duty.stretches.contains { $0.overlap(span) > 0 }
  }
}
