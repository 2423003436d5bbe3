/// A minute of local wall-clock time on a date, without a time zone; written `2026-07-06T08:30`.
struct LocalMinute: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since the midnight at which 1970-01-01 began.
  let minutes: Minutes

  /// That many minutes after the midnight at which `date` begins; may lie on another day.
  init(_ date: CalendarDate, _ minuteOfDay: Minutes) { minutes = date.dayNumber * minutesPerDay + minuteOfDay }

  /// The minute that `text` names, as `description` writes it; nil when it names none.
  init?(_ text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard text.utf8.count == 16, halves.count == 2, let date = Self.date(halves[0]),
      let numbers = Self.numbers(halves[1], separator: ":", widths: [2, 2]), numbers[0] < 24, numbers[1] < 60
    else { return nil }
    self.init(date, numbers[0] * 60 + numbers[1])
  }

  /// The date that `text` names as `2026-07-06`; nil when it names none.
  static func date(_ text: Substring) -> CalendarDate? {
    guard let numbers = numbers(text, separator: "-", widths: [4, 2, 2]) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func numbers(_ text: Substring, separator: Character, widths: [Int]) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == widths else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    return parts.compactMap { Int($0) }
  }

  /// The day in which it lies.
  var date: CalendarDate { CalendarDate(dayNumber: (minutes - minuteOfDay) / minutesPerDay) }
  /// Minutes since that day's midnight, 0 to 1439.
  var minuteOfDay: Minutes { ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay }
  /// `2026-07-06T08:30`.
  var description: String { "\(date)T\(Self.clock(minuteOfDay))" }

  /// The time as it is written on the row of `day`: `08:30`, and `02:30+1` on the day after. The midnight that ends the
  /// day is `24:00` as an end.
  func clock(onRowOf day: CalendarDate, isEnd: Bool = false) -> String {
    let minute = minutes - day.dayNumber * minutesPerDay
    if isEnd, minute == minutesPerDay { return "24:00" }
    let days = (minute - minuteOfDay) / minutesPerDay
    return Self.clock(minuteOfDay) + (days == 0 ? "" : days > 0 ? "+\(days)" : "\(days)")
  }

  private static func clock(_ minute: Minutes) -> String {
    func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return pad(minute / 60) + ":" + pad(minute % 60)
  }

  /// The earlier first.
  static func < (left: LocalMinute, right: LocalMinute) -> Bool { left.minutes < right.minutes }
}
