/// Dates and clock times of a horizon's minutes for messages.
struct HorizonText {
  private let horizon: Horizon

  init(_ horizon: Horizon) { self.horizon = horizon }

  /// The date of a minute, `2026-07-06`.
  func date(_ minute: Minutes) -> String { horizon.date(ofDay: horizon.day(of: minute)).description }

  /// A moment, `2026-07-06 22:00`.
  func time(_ minute: Minutes) -> String { "\(date(minute)) \(clockText(minute % minutesPerDay))" }

  /// A span: `2026-07-06` and `2026-07-06 - 2026-07-12` for whole days, `2026-07-06 08:00-12:00` on one day, otherwise
  /// both moments.
  func span(_ interval: Interval) -> String {
    guard interval.length > 0 else { return time(interval.start) }
    let (first, last) = (date(interval.start), date(interval.end - 1))
    if interval.start % minutesPerDay == 0 && interval.end % minutesPerDay == 0 {
      return first == last ? first : "\(first) - \(last)"
    }
    return first == last ? "\(first) \(interval.clockText)" : "\(time(interval.start)) - \(time(interval.end))"
  }
}
