/// Visits wanted per station and slot, as `rota demand` shows them.
public struct DemandReport: Sendable {
  /// One row per station and slot with visits, by slot, then station.
  public let table: ReportTable
  /// How visits are counted, and what is out of reach: sentences for people.
  public let notes: [Message]

  /// Counts the demand, of one station and one day where these are given.
  public init(_ demand: DerivedDemand, _ scenario: Scenario, station: Int? = nil, day: Int? = nil) {
    let overview = DemandOverview(demand)
    let cells = overview.cells.filter { cell in
      let cellDay = cell.slot / scenario.horizon.slotsPerDay
      return (station ?? cell.station) == cell.station && (day ?? cellDay) == cellDay
    }
    table = ReportTable(
      name: "demand",
      columns: [
        .text("date"), .text("start"), .text("end"), .text("station"), .text("station_name"), .number("visits_wanted"),
      ],
      rows: Self.rows(cells, scenario))
    let total = Message("demand.total", ["visits": cells.reduce(0) { $0 + $1.visits }])
    notes = [total] + [OutOfReachReport(demand, scenario, station: station, day: day).note].compactMap { $0 }
  }

  /// Cells come by slot, so that the times of each slot are written once.
  private static func rows(_ cells: [DemandOverview.Cell], _ scenario: Scenario) -> [[ReportTable.Cell]] {
    var slot = -1
    var times: [ReportTable.Cell] = []
    return cells.map { cell in
      if cell.slot != slot {
        slot = cell.slot
        times = Self.times(scenario.horizon.interval(ofSlot: slot), scenario.horizon)
      }
      let station = scenario.stations[cell.station]
      return times + [.text(station.id), .text(station.name), .count(cell.visits)]
    }
  }

  private static func times(_ interval: Interval, _ horizon: Horizon) -> [ReportTable.Cell] {
    [
      .text(horizon.date(ofDay: horizon.day(of: interval.start)).description), .text(clockText(interval.start)),
      .text(interval.endText),
    ]
  }
}

/// Where the visits at a station in a slot come from, as `rota demand --why` shows them.
public struct DemandWhyReport: Sendable {
  /// One row per break that can be served there and then; those that count there first.
  public let table: ReportTable
  /// The same as sentences, after a heading.
  public let sentences: [Message]

  /// Looks the reasons up.
  public init(_ demand: DerivedDemand, _ scenario: Scenario, station: Int, slot: Int) {
    let reasons = demand.reasons(station: station, slot: slot)
    let interval = scenario.horizon.interval(ofSlot: slot)
    let date = scenario.horizon.date(ofDay: scenario.horizon.day(of: interval.start)).description
    let visits = reasons.filter(\.countsHere).reduce(0) { $0 + demand.items[$1.item].visits }
    let heading = Message(
      "demand.why.title",
      [
        "station": scenario.stations[station].name, "time": "\(date) \(interval.clockText)", "visits": visits,
      ])
    sentences =
      [heading]
      + (reasons.isEmpty ? [Message("demand.why.nothing")] : reasons.map { $0.message(in: demand, scenario) })
    table = ReportTable(
      name: "why",
      columns: [
        .text("worker_group"), .text("worker_group_name"), .number("people"), .text("start"), .text("end"),
        .number("walk_minutes"), .number("share_percent"), .number("heat_percent"), .number("visits_wanted"),
        .number("counted_here"),
      ],
      rows: reasons.map { Self.row($0, demand.items[$0.item], scenario) })
  }

  private static func row(_ reason: DemandReason, _ item: DemandItem, _ scenario: Scenario) -> [ReportTable.Cell] {
    var source: [ReportTable.Cell] = [.none, .none, .none]
    var percents: [ReportTable.Cell] = [.none, .none]
    if case .group(let index, _, let share, let heat, _) = item.source {
      let group = scenario.workerGroups[index]
      source = [.text(group.id), .text(group.name), .count(group.headcount)]
      percents = [.count(share), .count(heat)]
    }
    let times: [ReportTable.Cell] = [
      .text(clockText(item.window.start)), .text(item.window.endText), .count(reason.option.walkMinutes),
    ]
    return source + times + percents + [.count(item.visits), .count(reason.countsHere ? item.visits : 0)]
  }
}
