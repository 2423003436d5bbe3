/// The station side of the district bound: what each cell (station and slot) does when a person there costs its multiplier and a
/// visit earns its weight less the item's multiplier. Seats count only by their number in the slot; everything else is exact.
struct CellRelaxation: Sendable {
  /// A way to serve an item from a cell.
  private struct Arrival: Sendable {
    let item: Int
    let visits: Double
  }

  private let closed: [Double]
  private let selfService: [Double]
  private let staffed: [Double]
  /// What self-service and staff cost in the slot, in yuan.
  private let selfMoney: [Double]
  private let staffedMoney: [Double]
  private let staffRate: [Double]
  private let selfRate: [Double]
  private let mostArrivals: [Double]
  private let leastStaff: [Int]
  private let mostStaff: [Int]
  private let arrivals: [[Arrival]]
  private let weights: [Double]
  /// Cells in which any state but closed is possible.
  let cellCount: Int

  init(_ scenario: Scenario, demand: DerivedDemand, law: DutyLaw) {
    let horizon = scenario.horizon
    let prices = OpeningPrices(scenario)
    let cells = scenario.stations.indices.flatMap { station in (0..<horizon.slotCount).map { (station, $0) } }
    cellCount = cells.count
    weights = demand.items.map { Double($0.weight.micro) }
    func price(_ cell: (Int, Int), _ opening: Opening) -> Double {
      Double(prices.promise(cell.0, cell.1, opening).micro + prices.refuge(cell.0, cell.1, opening).micro)
    }
    let length = Double(horizon.slotMinutes)
    selfMoney = cells.map { scenario.stations[$0.0].selfServiceCostPerMinute.yuan * length }
    staffedMoney = cells.map { scenario.stations[$0.0].staffedCostPerMinute.yuan * length }
    closed = cells.map { price($0, .closed) }
    selfService = cells.map { cell in
      let (station, slot) = (scenario.stations[cell.0], horizon.interval(ofSlot: cell.1))
      let isAllowed =
        station.selfServiceHours.covers(slot) && station.hostHours.covers(slot) && !law.isClosed(cell.0, in: slot)
      return isAllowed ? price(cell, .selfService) : .infinity
    }
    staffed = cells.map { cell in
      let (station, slot) = (scenario.stations[cell.0], horizon.interval(ofSlot: cell.1))
      let isAllowed = station.hostHours.covers(slot) && !law.isClosed(cell.0, in: slot)
      return isAllowed ? price(cell, .staffed) : .infinity
    }
    staffRate = cells.map { Double(scenario.stations[$0.0].visitsPerStaffHour * horizon.slotMinutes / 60) }
    selfRate = cells.map { cell in
      let station = scenario.stations[cell.0]
      let isSelf = station.selfServiceHours.covers(horizon.interval(ofSlot: cell.1))
      return isSelf ? Double(station.visitsPerSelfServiceHour * horizon.slotMinutes / 60) : 0
    }
    leastStaff = cells.map { scenario.stations[$0.0].minimumStaff }
    mostStaff = cells.map { scenario.stations[$0.0].maximumStaff }
    var table = Array(repeating: [Arrival](), count: cells.count)
    var shortest = Array(repeating: Int.max, count: cells.count)
    for (index, item) in demand.items.enumerated() {
      for option in item.options {
        let cell = option.station * horizon.slotCount + option.slot
        table[cell].append(Arrival(item: index, visits: Double(item.visits)))
        let stay = Interval(option.arrival, option.arrival + item.dwellMinutes)
        shortest[cell] = min(shortest[cell], stay.overlap(horizon.interval(ofSlot: option.slot)))
      }
    }
    arrivals = table
    mostArrivals = zip(cells, shortest).map { cell, minutes in
      minutes == 0 || minutes == .max
        ? .infinity : Double(scenario.stations[cell.0].seats * horizon.slotMinutes / minutes)
    }
  }

  /// Least cost over all cells, in micro units, and its money in yuan. `staff` receives the people each cell takes, `served` gains the
  /// visits of each item. `yuan` is what a yuan costs in micro units.
  func minimise(
    people: [Double], staffing: [Double], visits: [Double], yuan: Double, staff: inout [Double], served: inout [Double]
  ) -> (cost: Double, money: Double) {
    var (total, money) = (0.0, 0.0)
    var order: [(gain: Double, arrival: Arrival)] = []
    for cell in 0..<cellCount {
      order.removeAll(keepingCapacity: true)
      for arrival in arrivals[cell] {
        let gain = weights[arrival.item] - visits[arrival.item]
        if gain > 0 { order.append((gain, arrival)) }
      }
      if order.count > 1 { order.sort { $0.gain > $1.gain } }
      let best = bestState(cell, price: people[cell], staffing: staffing[cell], yuan: yuan, order)
      total += best.cost
      money += best.money
      staff[cell] = Double(best.staff)
      var room = best.capacity
      for (_, arrival) in order where room > 0 {
        let count = min(room, arrival.visits)
        served[arrival.item] += count
        room -= count
      }
    }
    return (total, money)
  }

  private func bestState(
    _ cell: Int, price: Double, staffing: Double, yuan: Double, _ order: [(gain: Double, arrival: Arrival)]
  ) -> (cost: Double, staff: Int, capacity: Double, money: Double) {
    var best = (cost: closed[cell], staff: 0, capacity: 0.0, money: 0.0)
    if selfService[cell] < .infinity {
      let capacity = min(selfRate[cell], mostArrivals[cell])
      let cost = selfService[cell] + yuan * selfMoney[cell] - gain(order, capacity)
      if cost < best.cost { best = (cost, 0, capacity, selfMoney[cell]) }
    }
    guard staffed[cell] < .infinity else { return best }
    for staff in leastStaff[cell]...max(leastStaff[cell], mostStaff[cell]) {
      let capacity = min(Double(staff) * staffRate[cell] + selfRate[cell], mostArrivals[cell])
      let cost =
        staffed[cell] + yuan * staffedMoney[cell] + staffing + price * Double(staff) - gain(order, capacity)
      if cost < best.cost { best = (cost, staff, capacity, staffedMoney[cell]) }
    }
    return best
  }

  private func gain(_ order: [(gain: Double, arrival: Arrival)], _ capacity: Double) -> Double {
    var (gain, room) = (0.0, capacity)
    for (each, arrival) in order {
      if room <= 0 { break }
      let count = min(room, arrival.visits)
      gain += each * count
      room -= count
    }
    return gain
  }
}

extension Weights {
  /// O8 of an amount of money, in micro units, before rounding.
  func micro(of money: Money) -> Double { Double(money.milliFen) * Double(yuan.micro) / 100_000 }
}

extension Money {
  /// The amount in yuan.
  var yuan: Double { Double(milliFen) / 100_000 }
}
