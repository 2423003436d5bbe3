extension DemandReason {
  /// One sentence: who breaks when, how far they walk, how many come, and what heat does to it ("46 sweepers of team B
  /// break 11:30-12:30, 6 min walk: ...").
  public func message(in demand: DerivedDemand, _ scenario: Scenario) -> Message {
    let item = demand.items[item]
    switch item.source {
    case .table(let row):
      return Message(
        "demand.why.table",
        [
          "row": scenario.visitTable[row].row, "time": item.window.clockText, "visits": item.visits,
          "place": place(item, scenario),
        ])
    case .group(let index, _, let share, let percent, let kind):
      let group = scenario.workerGroups[index]
      return Message(
        "demand.why.\(kind.rawValue)",
        [
          "people": group.headcount, "group": group.name, "time": item.window.clockText, "walk": option.walkMinutes,
          "share": share, "heat": heat(percent, item, scenario), "visits": item.visits, "place": place(item, scenario),
        ])
    }
  }

  private func heat(_ percent: Int, _ item: DemandItem, _ scenario: Scenario) -> MessageValue {
    guard percent != 100 else { return .text("") }
    let tenths = scenario.heat.forecast[scenario.horizon.day(of: item.window.start)]
    let sign = tenths < 0 ? "-" : ""
    let celsius = "\(sign)\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
    return .message(Message("demand.why.heat", ["percent": percent, "celsius": celsius]))
  }

  private func place(_ item: DemandItem, _ scenario: Scenario) -> MessageValue {
    guard !countsHere, let nearest = item.nearestOption else { return .text("") }
    let elsewhere = Message(
      "demand.why.elsewhere",
      [
        "station": scenario.stations[nearest.station].name,
        "time": scenario.horizon.interval(ofSlot: nearest.slot).clockText,
      ])
    return .message(elsewhere)
  }
}
