/// A pattern day of one worker group on the horizon's clock, after heat has moved its breaks (docs/model.md section 2).
struct WorkingDay {
  /// A break with the share of people who use a station in it.
  struct Break: Hashable {
    var interval: Interval
    let sharePercent: Int
    var kind: BreakKind
  }

  /// Working times, normalised, breaks included.
  let work: [Interval]
  /// Breaks by start.
  private(set) var breaks: [Break]

  /// The pattern day as planned, with its midnight at minute `midnight` of the horizon.
  init(_ day: PatternDay, midnight: Minutes, groupSharePercent: Int) {
    work = day.work.map { $0.shifted(by: midnight) }
    breaks = day.breaks.map {
      Break(
        interval: $0.interval.shifted(by: midnight), sharePercent: $0.sharePercent ?? groupSharePercent, kind: .planned)
    }
  }

  /// The same day under the heat rules for employers.
  func heated(_ scenario: Scenario) -> WorkingDay {
    var result = self
    result.stopWork(scenario)
    result.lengthenBreaks(scenario)
    return result
  }

  /// Working time in the hottest window of a band that stops work becomes one break with the breaks it overlaps.
  private mutating func stopWork(_ scenario: Scenario) {
    guard let first = work.first, let last = work.last else { return }
    let horizon = scenario.horizon
    let touched = horizon.day(of: first.start)...horizon.day(of: last.end)
    for day in touched.clamped(to: 0...(horizon.days - 1)) where scenario.heat.band(ofDay: day).stopsHottestWindow {
      let window = scenario.heat.hottestWindow(ofDay: day)
      for piece in work.compactMap({ $0.shared(with: window) }) { stopWork(in: piece, scenario) }
    }
  }

  private mutating func stopWork(in piece: Interval, _ scenario: Scenario) {
    let merged = breaks.filter { $0.interval.overlap(piece) > 0 }
    let start = merged.map(\.interval.start).min() ?? piece.start
    let end = merged.map(\.interval.end).max() ?? piece.end
    let share = merged.map(\.sharePercent).max() ?? 0
    let stop = Break(
      interval: Interval(min(start, piece.start), max(end, piece.end)),
      sharePercent: max(share, scenario.heat.stopSharePercent), kind: .heatStop)
    breaks = breaks.filter { $0.interval.overlap(piece) == 0 } + [stop]
    breaks.sort { $0.interval < $1.interval }
  }

  /// The end of a break moves later, not past the end of the working time nor the start of the next break.
  private mutating func lengthenBreaks(_ scenario: Scenario) {
    for index in breaks.indices where breaks[index].kind == .planned {
      let interval = breaks[index].interval
      let day = scenario.horizon.day(of: interval.start)
      guard (0..<scenario.horizon.days).contains(day) else { continue }
      let workEnd = work.first { $0.contains(interval) }?.end ?? interval.end
      let nextStart = breaks.dropFirst(index + 1).first?.interval.start ?? workEnd
      let wanted = interval.end + scenario.heat.band(ofDay: day).lengthenBreakMinutes
      let end = max(interval.end, min(wanted, workEnd, nextStart))
      guard end > interval.end else { continue }
      breaks[index].interval = Interval(interval.start, end)
      breaks[index].kind = .lengthened
    }
  }
}

extension Interval {
  /// The minutes that both spans hold; nil when there are none.
  fileprivate func shared(with other: Interval) -> Interval? {
    guard overlap(other) > 0 else { return nil }
    return Interval(max(start, other.start), min(end, other.end))
  }
}
