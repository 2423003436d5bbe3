import Foundation

extension PlannedDays {
  /// The days with the clock changes of a time zone, from the day before the first to the end of the tail. A change that the grid cannot
  /// hold is reported and left out; each change inside is told, because its night looks an hour longer or shorter than it is.
  func withClockChanges(of zone: TimeZone?, _ place: SourceLocation, _ issues: IssueCollector) -> PlannedDays {
    guard let zone else { return self }
    let found = changes(in: zone).filter { $0.piece.end > -minutesPerDay && $0.piece.start < horizon.reach.end }
    let usable = found.filter { isOnGrid($0.piece) }
    for change in found where !isOnGrid(change.piece) {
      issues.add(
        Issue(
          .clockChangeOffGrid, at: place, found: change.piece.clockText, expected: horizon.slotMinutes,
          ["date": date(of: change)]))
    }
    for change in usable where change.piece.start >= 0 {
      let key = change.isSkipped ? "issue.clocks.forward" : "issue.clocks.back"
      issues.add(
        Issue(.clockChange, at: place, found: change.piece.clockText, ["date": date(of: change), "what": Message(key)]))
    }
    var days = self
    days.horizon.clockChanges = usable
    return days
  }

  private func date(of change: ClockChange) -> String {
    horizon.date(ofDay: horizon.day(of: change.piece.start)).description
  }

  private func isOnGrid(_ piece: Interval) -> Bool {
    piece.start % horizon.slotMinutes == 0 && piece.end % horizon.slotMinutes == 0
  }

  /// Every change of the zone's offset from UTC around the horizon, to the minute.
  private func changes(in zone: TimeZone) -> [ClockChange] {
    let midnight = horizon.firstDay.dayNumber * 86_400
    func offset(_ second: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) }
    var found: [ClockChange] = []
    var second = midnight - 3 * 86_400
    let end = midnight + (horizon.days + 3) * 86_400
    while second < end {
      let (before, after) = (offset(second), offset(second + 3600))
      if before != after {
        var (low, high) = (second, second + 3600)
        while high - low > 60 {
          let middle = (low + high) / 120 * 60
          if offset(middle) == before { low = middle } else { high = middle }
        }
        let piece = Interval(
          (high + min(before, after) - midnight) / 60, (high + max(before, after) - midnight) / 60)
        found.append(ClockChange(piece: piece, isSkipped: after > before))
      }
      second += 3600
    }
    return found
  }
}
