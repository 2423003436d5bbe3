extension ScenarioValidation {
  /// The shift patterns, those of the scenario first, then those of the library that are used; and the worker groups.
  func demandValues() -> ([ShiftPattern], [WorkerGroup]) {
    _ = Lookup("kind.group", draft.workerGroups.map { ($0.id, $0.origin) }, WorkerGroupDraft.Columns.id, issues)
    let own = builtPatterns(draft.shiftPatterns)
    let wanted = draft.workerGroups.compactMap { patternID($0) }
    let ownIDs = Set(own.map(\.pattern.id))
    let wantedIDs = Set(wanted)
    let library = builtPatterns(
      draft.libraryPatterns.filter { !ownIDs.contains($0.pattern) && wantedIDs.contains($0.pattern) })
    let patterns = own + library
    let links = reachLinks()
    let groups = draft.workerGroups.enumerated().map { index, group in
      workerGroup(group, patterns, links[index])
    }
    return (patterns.map(\.pattern), groups)
  }

  private func builtPatterns(_ rows: [ShiftPatternDraft]) -> [BuiltPattern] {
    var order: [String] = []
    var groups: [String: [ShiftPatternDraft]] = [:]
    for row in rows {
      if groups[row.pattern] == nil { order.append(row.pattern) }
      groups[row.pattern, default: []].append(row)
    }
    return order.map { PatternBuilder(id: $0, rows: groups[$0] ?? [], issues: issues).built() }
  }

  /// What is usual for a trade by any of its names; for a trade nobody described, the plain defaults.
  func trade(_ word: String) -> TradeDraft {
    trades.index(word).map { draft.trades[$0] } ?? TradeDraft(words: [word])
  }

  /// Reports a trade that neither the library nor the scenario describes: a slip would become a trade of its own, with habits and goods
  /// that nobody gave it.
  func checkTrade(_ word: String, of subject: String, at place: SourceLocation?) {
    guard !word.isEmpty, trades.index(word) == nil else { return }
    let guess = NearWords.guess(word, among: draft.trades.flatMap(\.words))
    issues.add(
      Issue(
        .tradeUnknown, at: place, subject: subject, found: word,
        fix: guess.map { Message("fix.tradeGuess", ["guess": $0, "found": word]) },
        ["known": draft.trades.map(\.id)]))
  }

  private func patternID(_ group: WorkerGroupDraft) -> String? { group.pattern ?? trade(group.trade).pattern }

  private func workerGroup(_ group: WorkerGroupDraft, _ patterns: [BuiltPattern], _ reach: [ReachLink]) -> WorkerGroup {
    let trade = trade(group.trade)
    checkTrade(group.trade, of: group.id, at: group.origin.location(WorkerGroupDraft.Columns.trade))
    let pattern = patternIndex(group, patterns)
    if reach.isEmpty {
      issues.add(Issue(.groupWithoutReach, at: group.origin.location(), subject: group.id))
    }
    return WorkerGroup(
      id: group.id, name: group.name, trade: trade.id, headcount: group.headcount, pattern: pattern ?? 0,
      patternOffset: pattern.map { offset(group, patterns[$0]) } ?? 0,
      sharePercent: group.sharePercent ?? trade.sharePercent, dwellMinutes: group.dwellMinutes ?? trade.dwellMinutes,
      employment: group.employment ?? trade.employment, visitWeight: group.visitWeight ?? trade.visitWeight,
      reach: reach)
  }

  private func patternIndex(_ group: WorkerGroupDraft, _ patterns: [BuiltPattern]) -> Int? {
    guard let id = patternID(group) else {
      guard trades.index(group.trade) != nil else { return nil }
      issues.add(
        Issue(
          .patternMissing, at: group.origin.location(WorkerGroupDraft.Columns.trade), subject: group.id,
          found: group.trade))
      return nil
    }
    if let index = patterns.firstIndex(where: { $0.pattern.id == id }) { return index }
    let known = patterns.map(\.pattern.id)
    let all = known + draft.libraryPatterns.map(\.pattern)
    let fix = didYouMean(id, among: all).map { Message("fix.didYouMean", ["guess": $0]) }
    issues.add(
      Issue(
        .unknownReference, at: group.origin.location(WorkerGroupDraft.Columns.pattern), found: id, fix: fix,
        ["kind": Message("kind.pattern"), "known": all]))
    return nil
  }

  /// The 0-based day of the cycle on the horizon's first day.
  private func offset(_ group: WorkerGroupDraft, _ built: BuiltPattern) -> Int {
    let cycle = built.pattern.cycleDays
    let isGiven = group.cycleDay != nil || group.cycleStart != nil
    let isTwice = group.cycleDay != nil && group.cycleStart != nil
    if isTwice || (isGiven && built.isWeekly) || (group.cycleDay ?? 1) > cycle {
      issues.add(
        Issue(
          .cycleDayWrong, at: group.origin.location(WorkerGroupDraft.Columns.cycleDay), subject: group.id,
          ["cycle": cycle]))
      return 0
    }
    if built.isWeekly { return horizon.firstDay.weekday }
    guard let start = group.cycleStart else { return (group.cycleDay ?? 1) - 1 }
    let passed = (horizon.firstDay.dayNumber - start.dayNumber) % cycle
    return passed >= 0 ? passed : passed + cycle
  }

  /// The visits of the visit table on the planned days they fall on.
  func visitValues() -> [VisitTableRow] {
    var number = 0
    return draft.visits.flatMap { row -> [VisitTableRow] in
      number = row.origin.line ?? number + 1
      let place = row.origin.location(VisitDraft.Columns.station)
      guard let station = stations.index(row.station, at: place, issues), row.visits > 0 else { return [] }
      let planned = visitDays(row.days)
      if planned.isEmpty {
        issues.add(days.outside(row.days.text, at: row.origin.location(VisitDraft.Columns.days)))
      }
      return planned.map { day in
        VisitTableRow(
          row: number, station: station, interval: row.hours.on(day), visits: row.visits,
          dwellMinutes: row.dwellMinutes, weight: row.weight)
      }
    }
  }

  private func visitDays(_ choice: DayChoice) -> [Int] {
    switch choice {
    case .date(let date): return days.day(date).map { [$0] } ?? []
    case .weekdays(let set): return (0..<horizon.days).filter { set.contains(days.weekday($0)) }
    }
  }
}

extension DayChoice {
  /// The date, or the days of the week, for messages.
  fileprivate var text: String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    switch self {
    case .date(let date): return date.description
    case .weekdays(let set): return set.weekdays.map { names[$0] }.joined(separator: ", ")
    }
  }
}
