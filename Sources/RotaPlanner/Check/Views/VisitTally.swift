/// Served visits added up by item and by station and slot.
struct VisitTally {
  private(set) var servedOfItem: [Int]
  private(set) var arrivals: [[Int]]
  private(set) var seatMinutes: [[Int]]
  private(set) var unmatched: [ServedVisits] = []

  init(_ scenario: Scenario, demand: DerivedDemand, served: [ServedVisits]) {
    let horizon = scenario.horizon
    let zeros = Array(repeating: Array(repeating: 0, count: horizon.slotCount), count: scenario.stations.count)
    servedOfItem = Array(repeating: 0, count: demand.items.count)
    arrivals = zeros
    seatMinutes = zeros
    for row in served {
      let item = demand.items[row.item]
      guard let option = item.options.first(where: { $0.station == row.station && $0.slot == row.slot }) else {
        unmatched.append(row)
        continue
      }
      servedOfItem[row.item] = Bounded.sum(servedOfItem[row.item], row.count)
      arrivals[row.station][row.slot] = Bounded.sum(arrivals[row.station][row.slot], row.count)
      let stay = Interval(option.arrival, option.arrival + item.dwellMinutes)
      for slot in horizon.slots(touching: stay) {
        let minutes = Bounded.product(horizon.interval(ofSlot: slot).overlap(stay), row.count)
        seatMinutes[row.station][slot] = Bounded.sum(seatMinutes[row.station][slot], minutes)
      }
    }
  }
}
