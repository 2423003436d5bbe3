extension Horizon {
  /// The planned day that people mean: a date, or a day of the week (its first in the horizon); nil when it is none.
  public func day(named text: String) -> Int? {
    let word = CellText.normalised(text)
    if let date = try? CellType<CalendarDate>.date.read(word) {
      let day = date.dayNumber - firstDay.dayNumber
      return (0..<days).contains(day) ? day : nil
    }
    guard let weekdays = WeekdayText.read(word)?.weekdays, weekdays.count == 1 else { return nil }
    return (0..<days).first { date(ofDay: $0).weekday == weekdays[0] }
  }

  /// The minute that people mean by a day and a time of day, `2026-07-08T12:30`, `wed 12:30` or `周三12:30`; the time alone
  /// where one day is planned. nil when it is none of the horizon's.
  public func minute(named text: String) -> Minutes? {
    let plain = CellText.normalised(text)
    for index in plain.indices {
      let head = CellText.trimmed(String(plain[..<index]))
      let separators: Set<Character> = ["T", "t", " "]
      let tail = plain[index...].drop { separators.contains($0) }
      let splitsNumber = [head.last, plain[index]].allSatisfy { $0.map { ("0"..."9").contains($0) } ?? false }
      guard !splitsNumber, let time = TimeText.time(String(tail)), time < minutesPerDay else { continue }
      if head.isEmpty, days == 1 { return time }
      if let day = day(named: head) { return day * minutesPerDay + time }
    }
    return nil
  }
}
