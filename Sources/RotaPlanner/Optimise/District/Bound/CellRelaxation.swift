/// The station side of the district bound: what each cell (station and slot) does when a person there costs its multiplier, a visit
/// earns its weight less the item's multiplier and the price of the seats that it takes, and an open cell earns the price of its seats.
/// Pinned numbers are kept (R29).
struct CellRelaxation: Sendable {
  /// Prices of the links that `DistrictBound` moves into the objective, in micro units.
  struct Prices {
    /// By cell: a person there.
    let people: [Double]
    /// By cell: staff there at all.
    let staffing: [Double]
    /// By item: a visit served.
    let visits: [Double]
    /// By cell: a seat taken for the whole slot (R21).
    let seats: [Double]
    /// A yuan spent.
    let yuan: Double
  }

  /// How much of each link the best states hold.
  struct Links {
    var staff: [Double]
    var served: [Double]
    /// Seats taken less seats of open cells, in whole slots.
    var seats: [Double]
    /// In yuan.
    var money = 0.0
  }

  /// A way to serve an item from a cell.
  private struct Arrival: Sendable {
    let item: Int
    let visits: Double
    /// Part of each slot, from the cell's on, for which a visit takes a seat.
    let stay: [Double]
  }

  private typealias Offer = (gain: Double, arrival: Arrival)

  /// What a cell does; `cost` is infinite where that is not possible.
  struct State {
    var cost: Double
    var staff = 0
    var capacity = 0.0
    var money = 0.0
    var isOpen = false

    static let impossible = State(cost: .infinity)
  }

  /// The best state of a cell of each kind.
  struct Choice {
    var closed = State.impossible
    var selfService = State.impossible
    var staffed = State.impossible
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
  private let seats: [Double]
  /// People there whatever is planned, who keep R18 by themselves.
  private let carried: [Int]
  /// Pinned numbers included. Without those carried, like `mostStaff`.
  private let leastStaff: [Int]
  private let mostStaff: [Int]
  /// Whether a pin asks for staff.
  private let isPinned: [Bool]
  private let arrivals: [[Arrival]]
  private let weights: [Double]
  private let days: CellDays
  /// Cells in which any state but closed is possible.
  let cellCount: Int

  init(_ scenario: Scenario, demand: DerivedDemand, law: DutyLaw) {
    let horizon = scenario.horizon
    let prices = OpeningPrices(scenario)
    let cells = scenario.stations.indices.flatMap { station in (0..<horizon.slotCount).map { (station, $0) } }
    cellCount = cells.count
    weights = demand.items.map { Double($0.weight.micro) }
    days = CellDays(scenario)
    func price(_ cell: (Int, Int), _ opening: Opening) -> Double {
      Double(prices.promise(cell.0, cell.1, opening).micro + prices.refuge(cell.0, cell.1, opening).micro)
    }
    selfMoney = cells.map {
      scenario.stations[$0.0].selfServiceCostPerMinute.yuan * Double(horizon.lasting(ofSlot: $0.1))
    }
    staffedMoney = cells.map { station, slot in
      slot < horizon.plannedSlots
        ? scenario.stations[station].staffedCostPerMinute.yuan * Double(horizon.lasting(ofSlot: slot)) : 0
    }
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
    let rates = ServiceRates(scenario)
    staffRate = cells.map { Double(rates.perStaff($0.0, $0.1)) }
    selfRate = cells.map { Double(rates.selfService($0.0, $0.1)) }
    seats = cells.map { Double(scenario.stations[$0.0].seats) }
    let pinned = scenario.pinnedNumbers
    let carried = scenario.carriedNumbers
    self.carried = carried
    leastStaff = cells.indices.map { cell in
      let least = carried[cell] > 0 ? 0 : scenario.stations[cells[cell].0].minimumStaff
      return max(least, pinned[cell] - carried[cell])
    }
    isPinned = pinned.map { $0 > 0 }
    mostStaff = cells.indices.map { scenario.stations[cells[$0].0].maximumStaff - carried[$0] }
    var table = Array(repeating: [Arrival](), count: cells.count)
    var shortest = Array(repeating: Int.max, count: cells.count)
    for (index, item) in demand.items.enumerated() {
      for option in item.options {
        let cell = option.station * horizon.slotCount + option.slot
        let minutes = option.minutesBySlot(dwell: item.dwellMinutes, horizon)
        table[cell].append(
          Arrival(
            item: index, visits: Double(item.visits), stay: minutes.map { Double($0) / Double(horizon.slotMinutes) }))
        shortest[cell] = min(shortest[cell], minutes[0])
      }
    }
    arrivals = table
    mostArrivals = zip(cells, shortest).map { cell, minutes in
      minutes == 0 || minutes == .max
        ? .infinity : Double(scenario.stations[cell.0].seats * horizon.slotMinutes / minutes)
    }
  }

  /// Least cost over all cells, in micro units; `links` tells what the minimum holds of each link.
  func minimise(_ prices: Prices, links: inout Links) -> Double {
    var total = 0.0
    var orders = [[Offer]](repeating: [], count: days.slotCount)
    var choices = [Choice](repeating: Choice(), count: days.slotCount)
    for first in stride(from: 0, to: cellCount, by: days.slotCount) {
      for slot in 0..<days.slotCount {
        readOffers(first + slot, prices, &orders[slot])
        choices[slot] = choice(first + slot, prices, orders[slot])
      }
      let (cost, states) = days.best(choices, station: first / days.slotCount)
      total += cost
      for (slot, best) in states.enumerated() { hold(best, first + slot, orders[slot], &links) }
    }
    return total
  }

  /// Books what the state of a cell holds of each link.
  private func hold(_ best: State, _ cell: Int, _ order: [Offer], _ links: inout Links) {
    links.money += best.money
    links.staff[cell] = Double(best.staff)
    if best.isOpen { links.seats[cell] -= seats[cell] }
    var room = best.capacity
    for (_, arrival) in order where room > 0 {
      let count = min(room, arrival.visits)
      links.served[arrival.item] += count
      for (later, part) in arrival.stay.enumerated() { links.seats[cell + later] += count * part }
      room -= count
    }
  }

  /// What is worth serving from the cell, worth most first.
  private func readOffers(_ cell: Int, _ prices: Prices, _ order: inout [Offer]) {
    order.removeAll(keepingCapacity: true)
    for arrival in arrivals[cell] {
      var gain = weights[arrival.item] - prices.visits[arrival.item]
      for (later, part) in arrival.stay.enumerated() { gain -= part * prices.seats[cell + later] }
      if gain > 0 { order.append((gain, arrival)) }
    }
    if order.count > 1 { order.sort { $0.gain > $1.gain } }
  }

  private func choice(_ cell: Int, _ prices: Prices, _ order: [Offer]) -> Choice {
    let earned = prices.seats[cell] * seats[cell]
    let isHeld = staffed[cell] < .infinity && (isPinned[cell] || carried[cell] > 0)
    var choice = Choice()
    if !isHeld {
      choice.closed = State(cost: closed[cell])
      if selfService[cell] < .infinity, carried[cell] == 0 {
        let capacity = min(selfRate[cell], mostArrivals[cell])
        let cost = selfService[cell] + prices.yuan * selfMoney[cell] - earned - gain(order, capacity)
        choice.selfService = State(cost: cost, capacity: capacity, money: selfMoney[cell], isOpen: true)
      }
    }
    guard staffed[cell] < .infinity else { return choice }
    for staff in leastStaff[cell]...max(leastStaff[cell], mostStaff[cell]) {
      let capacity = min(Double(carried[cell] + staff) * staffRate[cell] + selfRate[cell], mostArrivals[cell])
      let cost =
        staffed[cell] + prices.yuan * staffedMoney[cell] + prices.staffing[cell] + prices.people[cell] * Double(staff)
        - earned - gain(order, capacity)
      if cost < choice.staffed.cost {
        choice.staffed = State(cost: cost, staff: staff, capacity: capacity, money: staffedMoney[cell], isOpen: true)
      }
    }
    return choice
  }

  private func gain(_ order: [Offer], _ capacity: Double) -> Double {
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
