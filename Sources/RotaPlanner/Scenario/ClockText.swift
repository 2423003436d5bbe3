/// The time of the day of a minute of the horizon, `08:05`; a midnight is the `00:00` of the day it begins.
func clockText(_ minute: Minutes) -> String {
  let ofDay = (minute % minutesPerDay + minutesPerDay) % minutesPerDay
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(two(ofDay / 60)):\(two(ofDay % 60))"
}

extension Interval {
  /// Both ends as times of the start's day, `11:30-12:30`; see `endText`.
  var clockText: String {
    "\(RotaPlanner.clockText(start))-\(endText)"
  }

  /// The end as a time of the day on which the interval starts, `12:30`: the midnight that ends that day is `24:00`, and on later days
  /// the days after it are told, `06:00+1`, `00:00+2`.
  var endText: String {
    let midnight = start - (start % minutesPerDay + minutesPerDay) % minutesPerDay
    let end = end - midnight
    if end == minutesPerDay { return "24:00" }
    let days = end / minutesPerDay
    return RotaPlanner.clockText(end) + (days == 0 ? "" : "+\(days)")
  }
}
