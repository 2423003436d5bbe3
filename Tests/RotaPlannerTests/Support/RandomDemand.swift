@testable import RotaPlanner

extension RandomScenario {
  mutating func demand() -> ([ShiftPattern], [WorkerGroup]) {
    let patterns = (0..<random.int(1...2)).map { index in
      let cycle = random.pick([1, 1, 2, 3])
      return ShiftPattern(
        id: "t\(index)", cycleDays: cycle, days: (0..<cycle).map { _ in random.chance(20) ? .off : patternDay() })
    }
    let groups = (0..<random.int(1...3)).map { group($0, patterns: patterns) }
    return (patterns, groups)
  }

  private mutating func patternDay() -> PatternDay {
    let start = slotTime(firstSlot) + random.pick([0, 0, 15, -30])
    let work = Interval(start, start + 5 * slotMinutes)
    let first = start + random.int(0...4) * 15
    let breaks = [
      PatternBreak(
        interval: Interval(first, first + random.pick([30, 60, 75])), sharePercent: random.chance(30) ? 60 : nil),
      PatternBreak(interval: Interval(work.end - 90, work.end - random.pick([0, 30])), sharePercent: nil),
    ]
    return PatternDay(work: [work], breaks: random.chance(60) ? breaks : [breaks[0]])
  }

  private mutating func group(_ index: Int, patterns: [ShiftPattern]) -> WorkerGroup {
    let pattern = random.int(0...(patterns.count - 1))
    let links = random.distinct(random.int(1...stationCount), below: stationCount).map {
      ReachLink(station: $0, walkMinutes: random.int(0...12))
    }
    return .fixture(
      "g\(index)", headcount: random.int(1...4), pattern: pattern,
      patternOffset: random.int(0...(patterns[pattern].cycleDays - 1)), sharePercent: random.int(30...100),
      dwellMinutes: random.pick([10, 15, 30, 45]), employment: random.chance(60) ? .employed : .selfEmployed,
      visitWeight: random.chance(30) ? Score(micro: 1_500_000) : .units(1),
      reach: links.sorted { ($0.walkMinutes, $0.station) < ($1.walkMinutes, $1.station) })
  }

  mutating func visitRow() -> VisitTableRow {
    let interval = span(day: random.int(0...(days - 1)), first: random.int(0...2), count: 1)
    return .fixture(
      station: random.int(0...(stationCount - 1)), interval: interval ?? .hours(8, 10), visits: random.int(1...3),
      dwellMinutes: random.pick([15, 30]))
  }

  mutating func heat() -> Heat {
    let start = slotTime(firstSlot + random.int(0...1))
    return .fixture(
      forecast: (0..<days).map { _ in random.pick([300, 300, 340, 360, 380, 410]) },
      bands: HeatBand.usual, hottestWindow: Interval(start, min(minutesPerDay, start + 150)),
      middayWindow: Interval(start, min(minutesPerDay, start + 180)), stopSharePercent: random.int(30...80))
  }
}
