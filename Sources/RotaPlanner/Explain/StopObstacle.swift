/// Why no run of a day can stop at a site, whatever else the plan is.
struct StopObstacle {
  private let scenario: Scenario
  private let runs: RunEnumerator

  init(_ scenario: Scenario) {
    self.scenario = scenario
    runs = RunEnumerator(scenario)
  }

  /// The rule that leaves no delivery slot of the day for a stop at the site: R24, R25 or R27; nil when some slot may allow it.
  func rule(against site: Int, onDay day: Int) -> Rule? {
    let delivery = scenario.delivery
    let own = delivery.slots.indices.filter { delivery.slots[$0].day == day }
    let driven = own.filter { isInTime(site, slot: $0) }
    if driven.isEmpty { return .r24 }
    let cool = driven.filter { runs.allowsRuns(inSlot: $0) && isShortEnough(site, slot: $0) }
    if cool.isEmpty { return .r27 }
    return cool.contains { hasGoods(site, slot: $0) } ? nil : .r25
  }

  /// Whether a window of the site can be met on the shortest way there and back, over other points or not (R24).
  private func isInTime(_ site: Int, slot: Int) -> Bool {
    let delivery = scenario.delivery
    let (there, back) = ways(site, slot)
    let interval = delivery.slots[slot].interval
    let service = delivery.sites[site].serviceMinutes
    return delivery.sites[site].windows.contains { window in
      let start = max(window.start, interval.start + there)
      return start + service <= min(window.end, interval.end - back)
    }
  }

  private func isShortEnough(_ site: Int, slot: Int) -> Bool {
    let place = scenario.delivery.sites[site]
    guard let limit = scenario.heat.band(ofDay: scenario.delivery.slots[slot].day).outdoorStopMinutes else {
      return true
    }
    return place.hasIndoorRest || place.serviceMinutes <= limit
  }

  private func hasGoods(_ site: Int, slot: Int) -> Bool {
    let delivery = scenario.delivery
    let age = ways(site, slot).there
    return delivery.sites[site].allowedGoods.contains { goods in
      delivery.goods[goods].stock > 0 && age <= delivery.goods[goods].shelfMinutes ?? .max
    }
  }

  /// Fewest minutes from the depot to the site and back.
  private func ways(_ site: Int, _ slot: Int) -> (there: Minutes, back: Minutes) {
    let delivery = scenario.delivery
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    let minutes = delivery.travelMinutes
    return (shortest(to: site, from: depot) { minutes[$0][$1] }, shortest(to: site, from: depot) { minutes[$1][$0] })
  }

  /// Source: Dijkstra, A note on two problems in connexion with graphs (1959). Complexity: O(n^2) for n points.
  private func shortest(to end: Int, from start: Int, _ length: (Int, Int) -> Minutes) -> Minutes {
    let count = scenario.delivery.travelMinutes.count
    var best = [Minutes](repeating: .max, count: count)
    var isDone = [Bool](repeating: false, count: count)
    best[start] = 0
    while let next = best.indices.filter({ !isDone[$0] && best[$0] < .max }).min(by: { best[$0] < best[$1] }) {
      if next == end { break }
      isDone[next] = true
      for other in best.indices where !isDone[other] {
        best[other] = min(best[other], best[next] + length(next, other))
      }
    }
    return best[end]
  }
}
