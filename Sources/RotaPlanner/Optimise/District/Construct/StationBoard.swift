/// Who is present where, what is open, and which visits are served so far; tells what one more person in a slot would be worth.
/// Cells are numbered station x slots + slot.
struct StationBoard: Sendable {
  /// One way to serve an item, as seen from the cell of arrival.
  private struct Arrival: Sendable {
    let item: Int
    let option: Int
    /// Slots of arrival that the item has at this station: its visits spread over them.
    let slotsHere: Int
  }

  private let scenario: Scenario
  private let demand: DerivedDemand
  let slotCount: Int
  private let prices: OpeningPrices
  private let arrivalsAt: [[Arrival]]
  private let staffRate: [Int]
  private let selfRate: [Int]
  private let canSelfServe: [Bool]
  /// O1, O2 and O8 of the cell in each state, in micro units.
  private let closedPrice: [Int]
  private let selfPrice: [Int]
  private let staffedPrice: [Int]

  private(set) var present: [Int]
  private(set) var isSelfService: [Bool]
  /// Whether the cell is self-service whenever nobody is present.
  private var opensAlone: [Bool]
  private var arrived: [Int]
  private var seatMinutes: [Int]
  private var remaining: [Int]
  private var counts: [[Int]]

  init(_ scenario: Scenario, demand: DerivedDemand, law: DutyLaw) {
    self.scenario = scenario
    self.demand = demand
    let horizon = scenario.horizon
    slotCount = horizon.slotCount
    let prices = OpeningPrices(scenario)
    self.prices = prices
    let cells = scenario.stations.indices.flatMap { station in (0..<horizon.slotCount).map { (station, $0) } }
    arrivalsAt = StationBoard.arrivals(scenario, demand)
    func money(_ money: Money) -> Int {
      Int((Double(money.milliFen) * scenario.weights.yuan.units * 10).rounded())
    }
    let rates = ServiceRates(scenario)
    staffRate = cells.map { rates.perStaff($0.0, $0.1) }
    selfRate = cells.map { rates.selfService($0.0, $0.1) }
    let able = cells.map { station, slot in
      scenario.stations[station].selfServiceHours.covers(horizon.interval(ofSlot: slot))
    }
    canSelfServe = zip(cells, able).map { cell, able in
      let interval = horizon.interval(ofSlot: cell.1)
      return able && scenario.stations[cell.0].hostHours.covers(interval) && !law.isClosed(cell.0, in: interval)
    }
    func price(_ cell: (Int, Int), _ opening: Opening) -> Int {
      let spent: Money =
        switch opening {
        case .closed: .zero
        case .selfService: scenario.selfServiceMoney(cell.0, cell.1)
        case .staffed: scenario.staffedMoney(cell.0, cell.1)
        }
      return prices.promise(cell.0, cell.1, opening).micro + prices.refuge(cell.0, cell.1, opening).micro
        + money(spent)
    }
    closedPrice = cells.map { price($0, .closed) }
    selfPrice = cells.map { price($0, .selfService) }
    staffedPrice = cells.map { price($0, .staffed) }
    present = scenario.carriedNumbers
    isSelfService = Array(repeating: false, count: cells.count)
    opensAlone = isSelfService
    arrived = Array(repeating: 0, count: cells.count)
    seatMinutes = arrived
    remaining = demand.items.map(\.visits)
    counts = demand.items.map { Array(repeating: 0, count: $0.options.count) }
  }

  private static func arrivals(_ scenario: Scenario, _ demand: DerivedDemand) -> [[Arrival]] {
    let slots = scenario.horizon.slotCount
    var table = Array(repeating: [Arrival](), count: scenario.stations.count * slots)
    for (index, item) in demand.items.enumerated() {
      var here: [Int: Int] = [:]
      for option in item.options { here[option.station, default: 0] += 1 }
      for (number, option) in item.options.enumerated() {
        let cell = option.station * slots + option.slot
        table[cell].append(Arrival(item: index, option: number, slotsHere: here[option.station]!))
      }
    }
    // Heavier visits first, then those that cannot wait.
    return table.map { arrivals in
      arrivals.sorted { a, b in
        let (left, right) = (demand.items[a.item], demand.items[b.item])
        if left.weight != right.weight { return left.weight > right.weight }
        return (left.window.end, a.item) < (right.window.end, b.item)
      }
    }
  }

  // MARK: - Worth

  /// What one more person present in the cell is worth, in micro units; visits that could come in several slots count in shares.
  func worth(ofCell cell: Int) -> Int {
    let station = scenario.stations[cell / slotCount]
    var worth = 0
    if present[cell] == 0 { worth += (isSelfService[cell] ? selfPrice : closedPrice)[cell] - staffedPrice[cell] }
    var places = (present[cell] + 1) * staffRate[cell] + selfRate[cell] - arrived[cell]
    var seats = station.seats * scenario.horizon.slotMinutes - seatMinutes[cell]
    for arrival in arrivalsAt[cell] {
      if places <= 0 || seats <= 0 { break }
      let left = remaining[arrival.item]
      if left == 0 { continue }
      let item = demand.items[arrival.item]
      let share = (left + arrival.slotsHere - 1) / arrival.slotsHere
      let count = min(share, places, max(0, seats / max(1, min(item.dwellMinutes, scenario.horizon.slotMinutes))))
      worth += count * item.weight.micro
      places -= count
      seats -= count * item.dwellMinutes
    }
    return worth
  }

  /// Stations to which the visits around a station could go instead: their worth changes when it serves some.
  func neighbours(of station: Int, slots: Range<Int>) -> [Int] {
    var found: Set<Int> = [station]
    for slot in slots {
      for arrival in arrivalsAt[station * slotCount + slot] {
        for option in demand.items[arrival.item].options { found.insert(option.station) }
      }
    }
    return found.sorted()
  }

  /// Money of the station's slots that would become staffed by a segment there.
  func openingMoney(_ segment: Segment) -> Money {
    guard case .station(let station) = segment.place else { return .zero }
    let fresh = cells(of: segment).filter { present[$0] == 0 }
    let back = fresh.filter { isSelfService[$0] }
    let saved = back.reduce(Money.zero) { $0 + scenario.selfServiceMoney(station, $1 % slotCount) }
    return fresh.reduce(.zero) { $0 + scenario.staffedMoney(station, $1 % slotCount) } - saved
  }

  // MARK: - Changes

  /// The cells that a station segment covers.
  func cells(of segment: Segment) -> Range<Int> { scenario.horizon.cells(of: segment) }

  /// Opens self-service wherever it costs nothing or earns more by O1 and O2 than it costs, as far as `money` goes; where people are
  /// present, for when they are not.
  mutating func openSelfService(money: inout Money?) {
    for cell in present.indices where canSelfServe[cell] && !isSelfService[cell] {
      let cost = scenario.selfServiceMoney(cell / slotCount, cell % slotCount)
      guard selfPrice[cell] <= closedPrice[cell] else { continue }
      if present[cell] > 0 {
        opensAlone[cell] = true
        continue
      }
      guard cost <= money ?? cost else { continue }
      (isSelfService[cell], opensAlone[cell]) = (true, true)
      money = money.map { $0 - cost }
    }
  }

  /// Puts a person into the cells of a segment.
  mutating func add(_ segment: Segment) {
    for cell in cells(of: segment) {
      present[cell] += 1
      isSelfService[cell] = false
    }
  }

  /// Serves what waits and fits in the cells.
  mutating func serve(_ cells: Range<Int>) {
    for cell in cells where isOpen(cell) {
      for arrival in arrivalsAt[cell] where remaining[arrival.item] > 0 {
        let count = room(cell, arrival.item, arrival.option)
        if count > 0 { take(count, cell, arrival.item, arrival.option) }
      }
    }
  }

  /// Serves everything anew: heavy visits with few ways first.
  mutating func serveAnew() {
    arrived = arrived.map { _ in 0 }
    seatMinutes = seatMinutes.map { _ in 0 }
    remaining = demand.items.map(\.visits)
    counts = counts.map { $0.map { _ in 0 } }
    let ways = demand.items.map { item in item.options.count { isOpen($0.station * slotCount + $0.slot) } }
    let order = demand.items.indices.sorted { a, b in
      let (left, right) = (demand.items[a], demand.items[b])
      if left.weight != right.weight { return left.weight > right.weight }
      return (ways[a], a) < (ways[b], b)
    }
    for item in order {
      for (number, option) in demand.items[item].options.enumerated() where remaining[item] > 0 {
        let cell = option.station * slotCount + option.slot
        let count = isOpen(cell) ? room(cell, item, number) : 0
        if count > 0 { take(count, cell, item, number) }
      }
    }
  }

  func isOpen(_ cell: Int) -> Bool { present[cell] > 0 || isSelfService[cell] }

  /// How many more visits by that option fit: rate in the cell of arrival, seats in every open slot of the stay.
  private func room(_ cell: Int, _ item: Int, _ option: Int) -> Int {
    var room = min(remaining[item], present[cell] * staffRate[cell] + selfRate[cell] - arrived[cell])
    let seats = scenario.stations[cell / slotCount].seats * scenario.horizon.slotMinutes
    for (cell, minutes) in stay(cell, item, option) {
      guard isOpen(cell) else { return 0 }
      room = min(room, (seats - seatMinutes[cell]) / minutes)
    }
    return room
  }

  private mutating func take(_ count: Int, _ cell: Int, _ item: Int, _ option: Int) {
    remaining[item] -= count
    counts[item][option] += count
    arrived[cell] += count
    for (cell, minutes) in stay(cell, item, option) { seatMinutes[cell] += count * minutes }
  }

  private func stay(_ cell: Int, _ item: Int, _ option: Int) -> [(cell: Int, minutes: Minutes)] {
    let length = scenario.horizon.slotMinutes
    let start = demand.items[item].options[option].arrival
    let stay = Interval(start, start + demand.items[item].dwellMinutes)
    guard stay.length > 0 else { return [] }
    let first = cell / slotCount * slotCount
    return (stay.start / length...(stay.end - 1) / length).map {
      (first + $0, stay.overlap(scenario.horizon.interval(ofSlot: $0)))
    }
  }

  // MARK: - Result

  /// Weight of all visits served, in micro units.
  var servedWorth: Int {
    zip(demand.items, remaining).reduce(0) { $0 + ($1.0.visits - $1.1) * $1.0.weight.micro }
  }

  /// The openings without anybody.
  var idleOpenings: [[Opening]] {
    scenario.stations.indices.map { station in
      (0..<slotCount).map { opensAlone[station * slotCount + $0] ? .selfService : .closed }
    }
  }

  var openings: [[Opening]] {
    scenario.stations.indices.map { station in
      (0..<slotCount).map { slot in
        let cell = station * slotCount + slot
        return present[cell] > 0 ? .staffed : isSelfService[cell] ? .selfService : .closed
      }
    }
  }

  /// By item, station, slot.
  var served: [ServedVisits] {
    demand.items.indices.flatMap { item in
      zip(demand.items[item].options, counts[item]).filter { $0.1 > 0 }.map { option, count in
        ServedVisits(item: item, station: option.station, slot: option.slot, count: count)
      }
    }
  }
}
