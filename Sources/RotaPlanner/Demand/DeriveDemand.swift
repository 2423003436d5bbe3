/// The visits that worker groups and the visit table want, with every way to serve them (docs/model.md section 2).
///
/// Complexity: linear in group-days x breaks x stations in reach x slots of a break.
public func deriveDemand(_ scenario: Scenario) -> DerivedDemand {
  var items: [DemandItem] = []
  for (index, group) in scenario.workerGroups.enumerated() {
    items += groupItems(group, index: index, scenario)
  }
  for (index, row) in scenario.visitTable.enumerated() where row.visits > 0 {
    items.append(tableItem(row, index: index, scenario))
  }
  return DerivedDemand(items: items.sorted(by: precedes))
}

/// All breaks of a group that start and end inside the horizon, without those of 0 visits.
private func groupItems(_ group: WorkerGroup, index: Int, _ scenario: Scenario) -> [DemandItem] {
  let pattern = scenario.shiftPatterns[group.pattern]
  let latest = pattern.days.flatMap(\.work).map(\.end).max() ?? 0
  let reach = group.reach.sorted { $0.station < $1.station }
  let earliestDay = -((latest + minutesPerDay - 1) / minutesPerDay)
  return (earliestDay..<scenario.horizon.days).flatMap { day -> [DemandItem] in
    let patternDay = pattern.day(day + group.patternOffset)
    guard !patternDay.work.isEmpty else { return [] }
    let planned = WorkingDay(patternDay, midnight: day * minutesPerDay, groupSharePercent: group.sharePercent)
    let actual = group.employment == .employed ? planned.heated(scenario) : planned
    return actual.breaks.compactMap { pause in
      groupItem(group, index: index, day: day, pause, reach: reach, scenario)
    }
  }
}

/// The visits of one break; nil when it is not inside the horizon or nobody comes.
private func groupItem(
  _ group: WorkerGroup, index: Int, day: Int, _ pause: WorkingDay.Break, reach: [ReachLink], _ scenario: Scenario
) -> DemandItem? {
  guard scenario.horizon.interval.contains(pause.interval), pause.interval.length > 0 else { return nil }
  let heatPercent = scenario.heat.visitPercent(group.employment, breakInterval: pause.interval)
  // Nobody uses a station twice in one break, however hot it is.
  let visits = min(group.headcount, (group.headcount * pause.sharePercent * heatPercent + 5_000) / 10_000)
  guard visits > 0 else { return nil }
  return DemandItem(
    source: .group(
      index: index, day: day, sharePercent: pause.sharePercent, heatPercent: heatPercent, kind: pause.kind),
    window: pause.interval, visits: visits, dwellMinutes: group.dwellMinutes, weight: group.visitWeight,
    options: serviceOptions(window: pause.interval, dwellMinutes: group.dwellMinutes, reach: reach, scenario))
}

private func tableItem(_ row: VisitTableRow, index: Int, _ scenario: Scenario) -> DemandItem {
  let reach = [ReachLink(station: row.station, walkMinutes: 0)]
  return DemandItem(
    source: .table(row: index), window: row.interval, visits: row.visits, dwellMinutes: row.dwellMinutes,
    weight: row.weight,
    options: serviceOptions(window: row.interval, dwellMinutes: row.dwellMinutes, reach: reach, scenario))
}

/// By first minute, then worker group before table row, each by index, then end and day.
private func precedes(_ left: DemandItem, _ right: DemandItem) -> Bool {
  let leftRank = left.source.rank
  let rightRank = right.source.rank
  return (left.window.start, leftRank.0, leftRank.1, left.window.end, leftRank.2)
    < (right.window.start, rightRank.0, rightRank.1, right.window.end, rightRank.2)
}

extension DemandSource {
  fileprivate var rank: (Int, Int, Int) {
    switch self {
    case .group(let index, let day, _, _, _): (0, index, day)
    case .table(let row): (1, row, 0)
    }
  }
}

extension ShiftPattern {
  /// The day of the cycle for any whole number, also a negative one.
  fileprivate func day(_ number: Int) -> PatternDay {
    days[(number % cycleDays + cycleDays) % cycleDays]
  }
}

extension Heat {
  /// Percent of the pattern's visits for a break that starts inside the horizon.
  fileprivate func visitPercent(_ employment: Employment, breakInterval: Interval) -> Int {
    let day = breakInterval.start / minutesPerDay
    let band = band(ofDay: day)
    let middle = breakInterval.start + breakInterval.length / 2
    let window = middayWindow.shifted(by: day * minutesPerDay)
    let isMidday = window.start <= middle && middle < window.end
    switch employment {
    case .employed: return isMidday ? band.middayVisitPercent : band.visitPercent
    case .selfEmployed: return isMidday ? band.selfEmployedMiddayPercent : band.selfEmployedPercent
    }
  }
}
