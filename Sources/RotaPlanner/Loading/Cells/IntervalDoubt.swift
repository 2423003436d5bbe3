/// Hours of a day that people type on a clock of twelve hours, where the program reads twenty-four.
enum IntervalDoubt {
  /// The doubt about the first interval of a text that may be meant otherwise: one that goes round the clock over midnight (`9-5`), or in the
  /// small hours (`1-5`). nil when there is none.
  static func any(_ text: String, _ mark: DecimalMark) -> Doubt? {
    first(in: text) { overnight($0) ?? smallHours($0) }
  }

  /// The same for hours that often lie before six, as work does and breaks of a night.
  static func overnight(_ text: String, _ mark: DecimalMark) -> Doubt? { first(in: text, overnight) }

  /// One interval as typed.
  private struct Typed {
    let start: Minutes
    /// Beyond 1440 where the text says that it is the next day.
    let end: Minutes
    /// Whether both times are typed as a clock of twenty-four hours shows them, such as `01:00`.
    let hasLeadingZero: Bool
    let hasBareHour: Bool
  }

  private static func first(in text: String, _ doubt: (Typed) -> Doubt?) -> Doubt? {
    for item in IntervalText.items(CellText.normalised(text)) {
      if let typed = typed(item), let found = doubt(typed) { return found }
    }
    return nil
  }

  /// An item without the days of the week in front and the share behind.
  private static func typed(_ item: Substring) -> Typed? {
    let hours = item.drop { !$0.isASCII || !$0.isNumber }.prefix { $0 != "@" }
    let ends = hours.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let start = TimeText.time(ends[0]), let end = TimeText.time(ends[1]) else { return nil }
    let isBare = ends.contains { $0.allSatisfy(\.isNumber) }
    return Typed(start: start, end: end, hasLeadingZero: ends[0].hasPrefix("0"), hasBareHour: isBare)
  }

  /// Nobody begins before one in the afternoon and stays for more than half a day.
  private static func overnight(_ typed: Typed) -> Doubt? {
    guard typed.start < 780, typed.end < typed.start, (60..<720).contains(typed.end) else { return nil }
    let (start, end) = (clock(typed.start), clock(typed.end))
    let day = "\(start)-\(clock(typed.end + 720))"
    let length = FixedPoint.text((typed.end + minutesPerDay - typed.start) * 10 / 60, decimals: 1)
    return Doubt(
      reading: Message("doubt.overnight", ["start": start, "end": end, "hours": length]), other: day,
      fix: Message("fix.overnight", ["day": day, "night": "\(start)-\(end)+1"]))
  }

  private static func smallHours(_ typed: Typed) -> Doubt? {
    guard !typed.hasLeadingZero, (60..<360).contains(typed.start), typed.start < typed.end, typed.end < 720,
      typed.start < 300 || typed.hasBareHour
    else { return nil }
    let night = "\(twoDigits(typed.start))-\(twoDigits(typed.end))"
    let day = "\(clock(typed.start + 720))-\(clock(typed.end + 720))"
    return Doubt(reading: night, other: day, fix: Message("fix.writeEither", ["other": day, "reading": night]))
  }

  private static func clock(_ minutes: Minutes) -> String {
    let rest = minutes % 60
    return "\(minutes / 60):" + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  private static func twoDigits(_ minutes: Minutes) -> String { (minutes < 600 ? "0" : "") + clock(minutes) }
}
