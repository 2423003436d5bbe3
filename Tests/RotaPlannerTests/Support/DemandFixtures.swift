@testable import RotaPlanner

extension WorkerGroup {
  /// Without `reach` the group reaches station 0 in 0 minutes.
  static func fixture(
    _ id: String = "g1", name: String? = nil, trade: String = "sanitation", headcount: Int = 10, pattern: Int = 0,
    patternOffset: Int = 0, sharePercent: Int = 100, dwellMinutes: Minutes = 15, employment: Employment = .employed,
    visitWeight: Score = .units(1), reach: [ReachLink] = [ReachLink(station: 0, walkMinutes: 0)]
  ) -> WorkerGroup {
    WorkerGroup(
      id: id, name: name ?? "Group \(id)", trade: trade, headcount: headcount, pattern: pattern,
      patternOffset: patternOffset, sharePercent: sharePercent, dwellMinutes: dwellMinutes, employment: employment,
      visitWeight: visitWeight, reach: reach)
  }
}

extension ShiftPattern {
  /// One entry a day of the cycle.
  static func fixture(_ id: String = "t1", _ days: PatternDay...) -> ShiftPattern {
    ShiftPattern(id: id, cycleDays: days.count, days: days)
  }
}

extension PatternDay {
  /// Work and breaks in minutes of the day; breaks use the group's share.
  static func fixture(work: [Interval], breaks: [Interval]) -> PatternDay {
    PatternDay(work: work, breaks: breaks.map { PatternBreak(interval: $0, sharePercent: nil) })
  }
}

extension VisitTableRow {
  static func fixture(
    row: Int = 2, station: Int = 0, interval: Interval = .hours(12, 13), visits: Int = 5, dwellMinutes: Minutes = 15,
    weight: Score = .units(1)
  ) -> VisitTableRow {
    VisitTableRow(
      row: row, station: station, interval: interval, visits: visits, dwellMinutes: dwellMinutes, weight: weight)
  }
}

extension HeatBand {
  static func fixture(
    from tenths: Int = .min, visitPercent: Int = 100, middayVisitPercent: Int = 100, selfEmployedPercent: Int = 100,
    selfEmployedMiddayPercent: Int = 100, lengthenBreakMinutes: Minutes = 0, stopsHottestWindow: Bool = false,
    refuge: Bool = false, bansRuns: Bool = false, bansRunsInHottestWindow: Bool = false, crewMinutes: Minutes? = nil,
    bansCrewOvertime: Bool = false, barsProtected: Bool = false, outdoorStopMinutes: Minutes? = nil,
    isHot: Bool = false
  ) -> HeatBand {
    HeatBand(
      fromTenths: tenths, visitPercent: visitPercent, middayVisitPercent: middayVisitPercent,
      selfEmployedPercent: selfEmployedPercent, selfEmployedMiddayPercent: selfEmployedMiddayPercent,
      lengthenBreakMinutes: lengthenBreakMinutes, stopsHottestWindow: stopsHottestWindow, refuge: refuge,
      bansRuns: bansRuns, bansRunsInHottestWindow: bansRunsInHottestWindow, crewMinutes: crewMinutes,
      bansCrewOvertime: bansCrewOvertime, barsProtected: barsProtected, outdoorStopMinutes: outdoorStopMinutes,
      isHot: isHot)
  }

  /// Bands like those of domain facts 3.1 and 3.3, for tests that want a hot day as such.
  static let usual: [HeatBand] = [
    .fixture(),
    .fixture(
      from: 330, visitPercent: 115, middayVisitPercent: 130, selfEmployedPercent: 115, selfEmployedMiddayPercent: 130),
    .fixture(
      from: 350, visitPercent: 130, middayVisitPercent: 160, selfEmployedPercent: 130, selfEmployedMiddayPercent: 160,
      lengthenBreakMinutes: 10, bansCrewOvertime: true, barsProtected: true, outdoorStopMinutes: 40, isHot: true),
    .fixture(
      from: 370, visitPercent: 150, middayVisitPercent: 200, selfEmployedPercent: 150, selfEmployedMiddayPercent: 200,
      lengthenBreakMinutes: 15, stopsHottestWindow: true, bansRunsInHottestWindow: true, crewMinutes: 360,
      bansCrewOvertime: true, barsProtected: true, outdoorStopMinutes: 20, isHot: true),
    .fixture(
      from: 400, visitPercent: 50, middayVisitPercent: 50, selfEmployedPercent: 160, selfEmployedMiddayPercent: 160,
      stopsHottestWindow: true, refuge: true, bansRuns: true, bansCrewOvertime: true, barsProtected: true, isHot: true),
  ]
}

extension Heat {
  /// One forecast a day, in tenths of a degree.
  static func fixture(
    forecast: [Int] = [300], bands: [HeatBand] = HeatBand.usual, hottestWindow: Interval = .hours(12, 15),
    middayWindow: Interval = .hours(12, 16), stopSharePercent: Int = 50
  ) -> Heat {
    Heat(
      forecast: forecast, bands: bands, hottestWindow: hottestWindow, middayWindow: middayWindow,
      stopSharePercent: stopSharePercent)
  }
}
