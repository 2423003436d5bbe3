@testable import RotaPlanner

/// Demand counted again, minute by minute and slot by slot, from the sentences of docs/model.md section 2 and with no code of
/// the Demand stage.
struct SlowDemandCount {
  let scenario: Scenario
  /// By station, then minute.
  private let open: [[Bool]]
  /// By minute: whether heat stops employed work.
  private var hottest: [Bool] = []

  init(scenario: Scenario) {
    self.scenario = scenario
    open = scenario.stations.map { station in
      (0..<scenario.horizon.days * 1440).map { minute in
        station.hostHours.contains { $0.start <= minute && minute < $0.end }
      }
    }
    let window = scenario.heat.hottestWindow
    hottest = (0..<scenario.horizon.days * 1440).map { minute in
      band(at: minute)!.stopsHottestWindow && window.start <= minute % 1440 && minute % 1440 < window.end
    }
  }

  /// One item in a form that can be sorted and compared.
  struct Line: Hashable, Comparable {
    let source: String
    let start: Minutes
    let end: Minutes
    let visits: Int
    let options: String
    static func < (left: Line, right: Line) -> Bool {
      (left.source, left.start, left.end) < (right.source, right.start, right.end)
    }
  }

  func lines() -> [Line] {
    var lines: [Line] = []
    for index in scenario.workerGroups.indices {
      for day in -3..<scenario.horizon.days { lines += groupLines(index, day) }
    }
    for (index, row) in scenario.visitTable.enumerated() {
      let links = [ReachLink(station: row.station, walkMinutes: 0)]
      lines.append(
        Line(
          source: "row\(index)", start: row.interval.start, end: row.interval.end, visits: row.visits,
          options: options(row.interval.start, row.interval.end, row.dwellMinutes, links)))
    }
    return lines.sorted()
  }

  private struct Pause {
    var start: Minutes
    var end: Minutes
    var share: Int
    var isStop = false
  }

  private func groupLines(_ index: Int, _ day: Int) -> [Line] {
    let group = scenario.workerGroups[index]
    let pattern = scenario.shiftPatterns[group.pattern]
    var cycleDay = day + group.patternOffset
    while cycleDay < 0 { cycleDay += pattern.cycleDays }
    let patternDay = pattern.days[cycleDay % pattern.cycleDays]
    let shift = day * 1440
    let works = { (minute: Minutes) in
      patternDay.work.contains { $0.start <= minute - shift && minute - shift < $0.end }
    }
    var pauses = patternDay.breaks.map {
      Pause(
        start: $0.interval.start + shift, end: $0.interval.end + shift, share: $0.sharePercent ?? group.sharePercent)
    }
    if group.employment == .employed {
      pauses = stopped(pauses, works)
      pauses = lengthened(pauses, works)
    }
    return pauses.compactMap { pause -> Line? in
      guard pause.start >= 0, pause.end <= scenario.horizon.days * 1440 else { return nil }
      let visits = count(group, pause)
      guard visits > 0 else { return nil }
      return Line(
        source: "group\(index) day\(day)", start: pause.start, end: pause.end, visits: visits,
        options: options(pause.start, pause.end, group.dwellMinutes, group.reach))
    }
  }

  private func band(at minute: Minutes) -> HeatBand? {
    guard minute >= 0, minute < scenario.horizon.days * 1440 else { return nil }
    let tenths = scenario.heat.forecast[minute / 1440]
    return scenario.heat.bands.filter { $0.fromTenths <= tenths }.max { $0.fromTenths < $1.fromTenths }
  }

  /// Walks over all minutes; a run of stopped minutes is a piece.
  private func stopped(_ pauses: [Pause], _ works: (Minutes) -> Bool) -> [Pause] {
    let stops = hottest.indices.map { hottest[$0] && works($0) }
    var result = pauses
    var minute = 0
    while minute < stops.count {
      guard stops[minute] else {
        minute += 1
        continue
      }
      var piece = Pause(start: minute, end: minute, share: scenario.heat.stopSharePercent, isStop: true)
      while minute < stops.count, stops[minute] { minute += 1 }
      piece.end = minute
      let (first, last) = (piece.start, piece.end)
      for pause in result where pause.start < last && first < pause.end {
        piece.start = min(piece.start, pause.start)
        piece.end = max(piece.end, pause.end)
        piece.share = max(piece.share, pause.share)
      }
      result = result.filter { !($0.start < last && first < $0.end) } + [piece]
    }
    return result
  }

  /// Adds a minute at a time while it is work and no other break's.
  private func lengthened(_ pauses: [Pause], _ works: (Minutes) -> Bool) -> [Pause] {
    pauses.map { pause in
      var longer = pause
      guard !pause.isStop, let band = band(at: pause.start) else { return pause }
      for _ in 0..<band.lengthenBreakMinutes {
        let taken = pauses.contains { $0.start == longer.end }
        if taken || !works(longer.end) { break }
        longer.end += 1
      }
      return longer
    }
  }

  private func count(_ group: WorkerGroup, _ pause: Pause) -> Int {
    let band = band(at: pause.start)!
    let middle =
      (pause.start + pause.end) / 2 % 1440 + ((pause.start + pause.end) / 2 / 1440 - pause.start / 1440) * 1440
    let midday = scenario.heat.middayWindow.start <= middle && middle < scenario.heat.middayWindow.end
    let percent: Int
    if group.employment == .employed {
      percent = midday ? band.middayVisitPercent : band.visitPercent
    } else {
      percent = midday ? band.selfEmployedMiddayPercent : band.selfEmployedPercent
    }
    let exact = Double(group.headcount * pause.share * percent) / 10_000
    return Swift.min(group.headcount, Int((exact + 0.5).rounded(.down)))
  }

  private func options(_ start: Minutes, _ end: Minutes, _ dwell: Minutes, _ reach: [ReachLink]) -> String {
    var found: [String] = []
    for link in reach.sorted(by: { $0.station < $1.station }) {
      for slot in 0..<scenario.horizon.slotCount {
        let slotEnd = (slot + 1) * scenario.horizon.slotMinutes
        let arrival = max(slot * scenario.horizon.slotMinutes, start + link.walkMinutes)
        guard arrival < slotEnd, arrival + dwell + link.walkMinutes <= end,
          (arrival..<arrival + dwell).allSatisfy({ $0 < open[link.station].count && open[link.station][$0] })
        else { continue }
        found.append("\(link.station)/\(slot)@\(arrival)+\(link.walkMinutes)")
      }
    }
    return found.joined(separator: " ")
  }
}
