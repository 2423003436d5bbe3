/// A half-open interval [start, end) of a day in minutes from its midnight; an end beyond 1440 lies on the next day.
struct ClockInterval: Hashable, Sendable {
  let start: Minutes
  let end: Minutes
}

/// Intervals and the days of the week on which they begin.
struct WeeklyInterval: Hashable, Sendable {
  let weekdays: WeekdaySet
  let interval: ClockInterval
}

extension CellType where Value == [ClockInterval] {
  /// Intervals of a day: `8:30-12:00;14:00-18:00`, `22:00-6:00` over midnight, `全天`; `closed` or `休息` for none.
  static var intervals: CellType {
    CellType(Message("expected.intervals"), .valueNotInterval) { IntervalText.intervals($0) }.asList().remembered()
      .doubting(IntervalDoubt.any)
  }
}

extension CellType where Value == ClockInterval {
  /// One interval of a day.
  static var interval: CellType {
    CellType(Message("expected.interval"), .valueNotInterval) { text in
      guard let intervals = IntervalText.intervals(text), intervals.count == 1 else { return nil }
      return intervals[0]
    }.doubting(IntervalDoubt.any)
  }
}

extension CellType where Value == [WeeklyInterval] {
  /// Intervals of a week: `mon-fri 9:00-17:00; sat 10:00-16:00`, `周一至周五 8:30-12:00，14:00-18:00；周六 10:00-16:00`;
  /// without days of the week, every day.
  static var weeklyIntervals: CellType {
    CellType(Message("expected.weeklyIntervals")) { text throws(CellFault) in
      try WeeklyIntervalText.read(CellText.normalised(text))
    }.asList().remembered().doubting(IntervalDoubt.any)
  }
}

enum IntervalText {
  /// Reads the intervals of normalised text; nil when one of them is none, or ends when it begins.
  static func intervals(_ text: String) -> [ClockInterval]? {
    if none.contains(text.lowercased()) { return [] }
    var intervals: [ClockInterval] = []
    for item in items(text) {
      guard let interval = interval(item) else { return nil }
      intervals.append(interval)
    }
    return intervals.isEmpty ? nil : intervals
  }

  /// Words for "not at all".
  static let none: Set<String> = ["closed", "none", "off", "休息", "关闭", "不开放", "休", "无", "-"]

  /// Splits at separators, and at spaces that do not belong to a dash.
  static func items(_ text: String) -> [Substring] {
    var joined = text
    for dash in ["~", "至", "到", "--"] { joined = joined.replacing(dash, with: "-") }
    joined = joined.replacing(" -", with: "-").replacing("- ", with: "-")
    for next in ["次日", "翌日", "第二天"] { joined = joined.replacing(next + " ", with: next) }
    return joined.split { ";,、|/ \n".contains($0) }
  }

  private static func interval(_ item: Substring) -> ClockInterval? {
    if wholeDay.contains(item.lowercased()) { return ClockInterval(start: 0, end: 1440) }
    let ends = item.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = TimeText.time(String(ends[0])), var end = TimeText.time(String(ends[1])),
      start < 1440, start != end
    else { return nil }
    if end < start { end += 1440 }
    return end - start <= 1440 ? ClockInterval(start: start, end: end) : nil
  }

  private static let wholeDay: Set<String> = ["全天", "24h", "24小时", "allday", "all-day"]
}

private enum WeeklyIntervalText {
  static func read(_ text: String) throws(CellFault) -> [WeeklyInterval] {
    if IntervalText.none.contains(text.lowercased()) { return [] }
    let clauses = text.split(whereSeparator: { ";\n".contains($0) }).map { CellText.trimmed(String($0)) }
      .filter { !$0.isEmpty }
    var result: [WeeklyInterval] = []
    var closed = WeekdaySet.none
    var previous: Clause?
    for text in clauses {
      let clause = try self.clause(text, after: previous)
      if clause.intervals.isEmpty {
        // "Closed" without days, beside hours of some: of which days?
        if !clause.namesDays, clauses.count > 1 { throw contradiction(text) }
        closed.formUnion(clause.weekdays)
      }
      let hours = clause.intervals.map { WeeklyInterval(weekdays: clause.weekdays, interval: $0) }
      if hours.contains(where: { one in result.contains { $0.saysAgain(one) } }) { throw contradiction(text) }
      result += hours
      previous = clause
    }
    return result.compactMap { $0.without(closed) }
  }

  private static func contradiction(_ clause: String) -> CellFault {
    CellFault(.hoursContradict, Message("expected.weeklyIntervals"), part: clause)
  }

  private struct Clause {
    let namesDays: Bool
    let weekdays: WeekdaySet
    /// None: closed on these days.
    let intervals: [ClockInterval]
  }

  /// One clause: days of the week, then intervals; without days the days of the clause before go on.
  private static func clause(_ text: String, after previous: Clause?) throws(CellFault) -> Clause {
    let split = text.firstIndex { $0.isNumber && $0.isASCII } ?? text.endIndex
    var head = CellText.trimmed(String(text[..<split]))
    var tail = String(text[split...])
    for word in ["全天", "次日", "closed", "休息", "关闭", "不开放", "休", "all day"] where head.hasSuffix(word) {
      head = CellText.trimmed(String(head.dropLast(word.count)))
      tail = (word == "all day" ? "allday" : word) + tail
    }
    head = CellText.trimmed(head.hasSuffix(":") ? String(head.dropLast()) : head)
    guard let weekdays = head.isEmpty ? previous?.weekdays ?? .all : WeekdayText.read(head) else {
      throw CellFault(.valueNotWeekdays, Message("expected.weekdays"), part: head)
    }
    guard let intervals = IntervalText.intervals(tail) else {
      throw CellFault(.valueNotInterval, Message("expected.weeklyIntervals"), part: text)
    }
    // Hours that follow "closed" cannot be those of the days that are closed.
    if head.isEmpty, let previous, previous.intervals.isEmpty { throw contradiction(text) }
    return Clause(namesDays: !head.isEmpty, weekdays: weekdays, intervals: intervals)
  }
}

extension WeeklyInterval {
  /// Whether one of these hours and others, on a day that both have, lies within the other: then one of them says nothing.
  fileprivate func saysAgain(_ other: WeeklyInterval) -> Bool {
    guard weekdays.weekdays.contains(where: other.weekdays.contains) else { return false }
    let (mine, theirs) = (interval, other.interval)
    return (mine.start <= theirs.start && mine.end >= theirs.end)
      || (theirs.start <= mine.start && theirs.end >= mine.end)
  }

  /// The hours on the other days; nil when there is none.
  fileprivate func without(_ closed: WeekdaySet) -> WeeklyInterval? {
    if closed.isEmpty { return self }
    var open = WeekdaySet.none
    for weekday in weekdays.weekdays where !closed.contains(weekday) { open.insert(weekday) }
    return open.isEmpty ? nil : WeeklyInterval(weekdays: open, interval: interval)
  }
}
