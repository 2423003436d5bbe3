/// A pattern and whether its first day is a Monday of the calendar.
struct BuiltPattern {
  let pattern: ShiftPattern
  let isWeekly: Bool
}

/// Makes one shift pattern of its rows.
struct PatternBuilder {
  let id: String
  let rows: [ShiftPatternDraft]
  let issues: IssueCollector

  func built() -> BuiltPattern {
    let isWeekly = rows.contains { if case .weekdays = $0.days { true } else { false } }
    let cycle = cycleDays(isWeekly)
    var days: [PatternDay?] = Array(repeating: nil, count: cycle)
    for row in rows {
      let day = patternDay(row)
      for index in indices(row, isWeekly, cycle) {
        if days[index] != nil {
          report(.patternDayTwice, row, ShiftPatternDraft.Columns.days, ["day": index + 1])
        }
        days[index] = day
      }
    }
    let pattern = ShiftPattern(id: id, cycleDays: cycle, days: days.map { $0 ?? .off })
    return BuiltPattern(pattern: pattern, isWeekly: isWeekly)
  }

  private func cycleDays(_ isWeekly: Bool) -> Int {
    if isWeekly {
      for row in rows where row.cycleDays.map({ $0 != 7 }) ?? false {
        report(.patternDaysMixed, row, ShiftPatternDraft.Columns.cycle)
      }
      return 7
    }
    let named = rows.compactMap(\.cycleDays).max()
    if let named, let row = rows.first(where: { ($0.cycleDays ?? named) != named }) {
      report(
        .cycleLengthsDiffer, row, ShiftPatternDraft.Columns.cycle,
        ["found": row.cycleDays ?? named, "expected": named])
    }
    var needed = 1
    for row in rows {
      if case .numbers(let numbers) = row.days { needed = max(needed, numbers.max() ?? 1) }
    }
    return named ?? needed
  }

  private func indices(_ row: ShiftPatternDraft, _ isWeekly: Bool, _ cycle: Int) -> [Int] {
    switch row.days {
    case .every: return Array(0..<cycle)
    case .weekdays(let set): return set.weekdays
    case .numbers(let numbers):
      if isWeekly {
        report(.patternDaysMixed, row, ShiftPatternDraft.Columns.days)
        return []
      }
      if let beyond = numbers.first(where: { $0 > cycle }) {
        report(.patternDayBeyondCycle, row, ShiftPatternDraft.Columns.days, ["day": beyond, "cycle": cycle])
      }
      return numbers.filter { $0 <= cycle }.map { $0 - 1 }
    }
  }

  private func patternDay(_ row: ShiftPatternDraft) -> PatternDay {
    let work = row.work.map { $0.on(0) }.normalised()
    let breaks = row.breaks.compactMap { pause(in: work, $0, row) }.sorted { $0.interval < $1.interval }
    for (first, second) in zip(breaks, breaks.dropFirst()) where second.interval.start < first.interval.end {
      report(.breaksOverlap, row, ShiftPatternDraft.Columns.breaks)
    }
    return PatternDay(work: work, breaks: breaks)
  }

  /// The break, moved to the next day where a night's work has it there; one outside work is reported.
  private func pause(in work: [Interval], _ pause: BreakDraft, _ row: ShiftPatternDraft) -> PatternBreak? {
    for day in 0...1 where work.covers(pause.interval.on(day)) {
      return PatternBreak(interval: pause.interval.on(day), sharePercent: pause.sharePercent)
    }
    // Faulty working times are reported where they stand.
    if !work.isEmpty { report(.breakOutsideWork, row, ShiftPatternDraft.Columns.breaks) }
    return nil
  }

  private func report(
    _ code: IssueCode, _ row: ShiftPatternDraft, _ column: Column, _ arguments: [String: any MessageArgument] = [:]
  ) {
    issues.add(Issue(code, at: row.origin.location(column), subject: id, arguments))
  }
}
