/// The time of the day of a minute of the horizon, `08:05`; `24:00` for exactly 1440.
public func clockText(_ minute: Minutes) -> String {
  let ofDay = minute == minutesPerDay ? minute : (minute % minutesPerDay + minutesPerDay) % minutesPerDay
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(two(ofDay / 60)):\(two(ofDay % 60))"
}

extension Interval {
  /// Both ends as times of the day, `11:30-12:30`; an end at midnight is 24:00.
  public var clockText: String {
    "\(RotaPlanner.clockText(start))-\(endText)"
  }

  /// The end as a time of the day, `12:30`; midnight is 24:00.
  public var endText: String {
    let endsAtMidnight = end % minutesPerDay == 0 && end > start
    return RotaPlanner.clockText(endsAtMidnight ? minutesPerDay : end)
  }
}
