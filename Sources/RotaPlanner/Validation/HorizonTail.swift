extension PlannedDays {
  /// The longest tail: hardly a duty that begins before midnight ends later.
  private static let longestTail: Minutes = 12 * 60

  /// The days with the tail in which a duty may run on over the last midnight: as long as some host is open and somebody available
  /// without a break from before that midnight on, both by the hours of the day after; 0 where no duty could.
  func withTail(of draft: ScenarioDraft) -> PlannedDays {
    let slot = horizon.slotMinutes
    var longest = self
    longest.horizon.tailMinutes = Self.longestTail / slot * slot
    let hosts = draft.stations.map { station in
      longest.runOn(longest.hours(station.hostHours ?? [], holiday: station.holidayHours, withTail: true))
    }
    guard let open = hosts.max(), open >= slot else { return self }
    let people = draft.staff.map { longest.runOn(longest.hours($0.available, withTail: true)) }
    let extras = draft.availability.filter { $0.kind == .extra }.map { row in
      let days = longest.days(row.firstDay, row.lastDay, withTail: true)
      return longest.runOn(longest.cut(longest.spans(row.hours, on: days), withTail: true))
    }
    let free = (people + extras).max() ?? 0
    var days = self
    days.horizon.tailMinutes = min(open, free) / slot * slot
    return days
  }

  /// How far the hours that cover the last midnight run on after it.
  private func runOn(_ hours: [Interval]) -> Minutes {
    let midnight = horizon.interval.end
    return hours.first { $0.start < midnight && $0.end > midnight }.map { $0.end - midnight } ?? 0
  }
}
