/// What the service at stations looks like whatever is planned: prices of cells, ways to serve items, and what limits them. Cells are
/// numbered station x slots + slot, options in the order of items.
struct ServiceTables: Sendable {
  /// One way to serve an item.
  struct Option: Sendable {
    let item: Int32
    let cell: Int32
    /// Slots that the stay touches, the cell of arrival first, and its minutes in each.
    let minutes: [Int32]
    /// Slots of arrival that the item has at this station.
    let slotsHere: Int32
  }

  let slotCount: Int
  let cellCount: Int
  let options: [Option]
  /// By item, then one more: its options are `optionStart[item]..<optionStart[item + 1]`.
  let optionStart: [Int]
  /// By cell: options that arrive there, worth most first, then those that cannot wait.
  let arrivals: [[Int32]]
  let visits: [Int32]
  let weights: [Int]
  let staffRate: [Int32]
  let selfRate: [Int32]
  let seatMinutes: [Int32]
  /// O1, O2 and O8 of the cell without staff (self-service where that is open) and with staff, in micro units.
  let idlePrice: [Int]
  let staffedPrice: [Int]
  let isSelfService: [Bool]
  /// Money that staff in the cell takes more than no staff.
  let staffedMoney: [Money]
  /// Money of self-service where nobody is present.
  let idleMoney: Money
  let leastStaff: [Int32]
  let mostStaff: [Int32]
  /// Number of staff that pins ask for.
  let pinned: [Int32]
  /// People present whatever is planned, by cell, with their skills.
  let carried: [(cell: Int, skills: [String])]
  /// By station: its needed skills.
  let skills: [[String]]
  /// O12: by cell the stretch of host hours of a day, or -1 (`StationDays`); by station whether the plan before goes on in the first slot.
  let stretch: [Int32]
  let stretchCount: Int
  let goesOn: [Bool]
  /// O13: by cell the day that is broken where nobody is present, or -1.
  let brokenDay: [Int32]
  let dayCount: Int
  /// Prices of O12 and O13, in micro units.
  let extraOpeningPrice: Int
  let brokenDayPrice: Int
  /// Most slots before a cell in which a stay that touches it may begin.
  let longestStay: Int

  init(_ scenario: Scenario, demand: DerivedDemand, openings: [[Opening]]) {
    let horizon = scenario.horizon
    let slots = horizon.slotCount
    slotCount = slots
    let cells = scenario.stations.indices.flatMap { station in (0..<slots).map { (station, $0) } }
    cellCount = cells.count
    var options: [Option] = []
    var starts = [0]
    for (index, item) in demand.items.enumerated() {
      for option in item.options {
        options.append(
          Option(
            item: Int32(index), cell: Int32(option.station * slots + option.slot),
            minutes: option.minutesBySlot(dwell: item.dwellMinutes, horizon).map(Int32.init),
            slotsHere: Int32(item.options.count { $0.station == option.station })))
      }
      starts.append(options.count)
    }
    self.options = options
    optionStart = starts
    longestStay = (options.map(\.minutes.count).max() ?? 1) - 1
    var arrivals = Array(repeating: [Int32](), count: cells.count)
    for (number, option) in options.enumerated() { arrivals[Int(option.cell)].append(Int32(number)) }
    let items = demand.items
    self.arrivals = arrivals.map { list in
      list.sorted { a, b in
        let (left, right) = (items[Int(options[Int(a)].item)], items[Int(options[Int(b)].item)])
        if left.weight != right.weight { return left.weight > right.weight }
        return (left.window.end, a) < (right.window.end, b)
      }
    }
    visits = items.map { Int32($0.visits) }
    weights = items.map(\.weight.micro)
    let rates = ServiceRates(scenario)
    staffRate = cells.map { Int32(rates.perStaff($0.0, $0.1)) }
    selfRate = cells.map { Int32(rates.selfService($0.0, $0.1)) }
    seatMinutes = cells.map { Int32(scenario.stations[$0.0].seats * horizon.slotMinutes) }
    isSelfService = cells.map { openings[$0.0][$0.1] == .selfService }
    let prices = OpeningPrices(scenario)
    func price(_ cell: (Int, Int), _ opening: Opening, _ money: Money) -> Int {
      prices.promise(cell.0, cell.1, opening).micro + prices.refuge(cell.0, cell.1, opening).micro
        + Int(scenario.weights.micro(of: money).rounded())
    }
    let selfService = isSelfService
    func selfMoney(_ index: Int, _ cell: (Int, Int)) -> Money {
      selfService[index] ? scenario.selfServiceMoney(cell.0, cell.1) : .zero
    }
    idlePrice = cells.enumerated().map { index, cell in
      selfService[index]
        ? price(cell, .selfService, selfMoney(index, cell)) : price(cell, .closed, .zero)
    }
    staffedMoney = cells.enumerated().map { index, cell in
      scenario.staffedMoney(cell.0, cell.1) - selfMoney(index, cell)
    }
    idleMoney = cells.enumerated().reduce(.zero) { $0 + selfMoney($1.offset, $1.element) }
    staffedPrice = cells.map { price($0, .staffed, scenario.staffedMoney($0.0, $0.1)) }
    leastStaff = cells.map { Int32(scenario.stations[$0.0].minimumStaff) }
    mostStaff = cells.map { Int32(scenario.stations[$0.0].maximumStaff) }
    skills = scenario.stations.map(\.neededSkills)
    let days = StationDays(scenario)
    stretch = days.stretch.map { Int32($0 ?? -1) }
    (stretchCount, goesOn, dayCount) = (days.stretchCount, days.goesOn, days.dayCount)
    brokenDay = days.promisedDay.enumerated().map { cell, day in
      days.keeps(cells[cell].0, openings[cells[cell].0][cells[cell].1]) ? -1 : Int32(day ?? -1)
    }
    (extraOpeningPrice, brokenDayPrice) = (scenario.weights.extraOpening.micro, scenario.weights.brokenDay.micro)
    pinned = scenario.pinnedNumbers.map(Int32.init)
    carried = scenario.carriedPresence.map { ($0.cell, scenario.staff[$0.staff].skills) }
  }
}

extension Scenario {
  /// Number of staff that pins ask for, by station x slots + slot.
  var pinnedNumbers: [Int] {
    var numbers = [Int](repeating: 0, count: stations.count * horizon.slotCount)
    for pin in pins {
      guard case .staffed(let station, let interval, let count) = pin.demand else { continue }
      for slot in 0..<horizon.slotCount where horizon.interval(ofSlot: slot).overlap(interval) > 0 {
        let cell = station * horizon.slotCount + slot
        numbers[cell] = max(numbers[cell], count)
      }
    }
    return numbers
  }
}
