@testable import RotaPlanner

/// Small valid scenarios by seed: the same seed gives the same scenario. Every feature of docs/model.md turns up now and then,
/// and limits count in slots, so that they bite although everything is small.
struct RandomScenario {
  var random: SeededGenerator
  let slotMinutes: Minutes
  let days: Int
  /// Slot of the day in which activity begins; late ones reach over midnight.
  let firstSlot: Int
  let stationCount: Int
  let staffCount: Int
  /// Days with availability, over all staff: the number of rosters is exponential in it.
  let personDays: Int
  let hasPins: Bool
  /// Slots of the tail; above 0 activity is at night, hosts were open on the evening before, and duties of last week may run on.
  let tailSlots: Int
  /// Where clocks are changed.
  private var change: ClockChange?

  /// Small enough for brute force over all rosters: 2-3 stations, 2-4 staff, 1-3 days (seldom 7), at most 5 person-days
  /// of availability with 2-4 slots each. Pins may clash; `pins: false` makes a scenario that surely has a plan (the empty one).
  static func tiny(seed: Int, pins: Bool = true) -> Scenario {
    var random = SeededGenerator(seed: seed)
    let days = random.chance(12) ? 7 : random.pick([1, 1, 2, 2, 3])
    var maker = RandomScenario(
      random: random, days: days, stations: 2...3, staff: 2...4, personDays: 3...5, hasPins: pins
    )
    return maker.made()
  }

  /// Small enough to list all whole plans in milliseconds: 1-2 stations, 1-3 staff, 1-2 days, at most 3 person-days.
  static func micro(seed: Int) -> Scenario {
    var random = SeededGenerator(seed: 31_000 + seed)
    let days = random.pick([1, 1, 2])
    var maker = RandomScenario(
      random: random, days: days, stations: 1...2, staff: 1...3, personDays: 1...3, hasPins: true)
    return maker.made()
  }

  /// Too large for brute force, small enough for an exact model: 3-5 stations, 4-7 staff, 2-7 days.
  static func small(seed: Int, pins: Bool = true) -> Scenario {
    var random = SeededGenerator(seed: seed)
    let days = random.pick([2, 3, 5, 7])
    var maker = RandomScenario(
      random: random, days: days, stations: 3...5, staff: 4...7, personDays: (3 * days)...(5 * days), hasPins: pins
    )
    return maker.made()
  }

  /// As small as `micro`, at night: duties run on over the last midnight, and some of last week's over the first.
  static func night(seed: Int) -> Scenario {
    var random = SeededGenerator(seed: 47_000 + seed)
    let days = random.pick([1, 1, 2])
    var maker = RandomScenario(
      random: random, days: days, stations: 1...2, staff: 1...3, personDays: 1...3, hasPins: true, isNight: true)
    return maker.made()
  }

  /// As small as `night`, with a slot in which clocks are changed.
  static func changed(seed: Int) -> Scenario {
    var random = SeededGenerator(seed: 49_000 + seed)
    var maker = RandomScenario(
      random: random, days: random.pick([1, 1, 2]), stations: 1...2, staff: 1...3, personDays: 1...3, hasPins: true,
      isNight: true)
    let start = maker.firstSlot + maker.random.int(0...4)
    maker.change = ClockChange(
      piece: Interval(start * maker.slotMinutes, (start + 1) * maker.slotMinutes), isSkipped: seed % 2 == 0)
    return maker.made()
  }

  /// As small as `small`, at night.
  static func nights(seed: Int, pins: Bool = true) -> Scenario {
    var random = SeededGenerator(seed: 48_000 + seed)
    let days = random.pick([2, 3, 7])
    var maker = RandomScenario(
      random: random, days: days, stations: 2...4, staff: 4...7, personDays: (2 * days)...(4 * days), hasPins: pins,
      isNight: true)
    return maker.made()
  }

  private init(
    random generator: SeededGenerator, days: Int, stations: ClosedRange<Int>, staff: ClosedRange<Int>,
    personDays: ClosedRange<Int>, hasPins: Bool, isNight: Bool = false
  ) {
    var random = generator
    slotMinutes = random.pick([60, 60, 60, 120])
    self.days = days
    let firstHour = isNight ? random.pick([18, 20, 22]) : random.pick([6, 8, 8, 10, 12, 16, 20])
    tailSlots = isNight ? random.int(1...4) : 0
    firstSlot = firstHour * 60 / slotMinutes
    stationCount = random.int(stations)
    staffCount = random.int(staff)
    self.personDays = random.int(personDays)
    self.hasPins = hasPins
    self.random = random
  }

  private mutating func made() -> Scenario {
    let stations = (0..<stationCount).map { station($0) }
    let contracts = (0..<random.int(1...2)).map { contract("c\($0)") }
    let delivery = random.chance(50) ? delivery() : .none
    let staff = carried(staff(contracts: contracts.count), stations)
    let (patterns, groups) = demand()
    let rows = random.chance(30) ? [visitRow()] : []
    let heat = heat()
    let kinds = dayKinds()
    let firstDay = CalendarDate.aMonday.adding(days: random.chance(50) ? 0 : random.int(1...6))
    return .fixture(
      days: days, slotMinutes: slotMinutes, firstDay: firstDay, dayKinds: kinds, tailMinutes: tailSlots * slotMinutes,
      clockChanges: change.map { [$0] } ?? [],
      stations: stations,
      contracts: contracts, staff: staff, shiftPatterns: patterns, workerGroups: groups, visitTable: rows, heat: heat,
      delivery: delivery, pins: hasPins && random.chance(35) ? pins(delivery) : [], weights: weights(),
      fairness: .fixture(
        allowance: (0..<4).map { _ in random.int(0...1) }, eveningFrom: slotTime(firstSlot + 2),
        earlyBefore: slotTime(firstSlot + 1)),
      budget: random.chance(25) ? .yuan(random.int(50...400)) : nil, staffTravelMinutes: staffTravel()
    ).withProtection
  }

  // MARK: - Times

  /// Minute of the day at which slot `slot` starts.
  func slotTime(_ slot: Int) -> Minutes { slot * slotMinutes }

  /// `count` slots of day `day` from the `first`-th active one, cut to the horizon, with its tail where asked; nil when nothing is left.
  func span(day: Int, first: Int, count: Int, withTail: Bool = false) -> Interval? {
    let start = day * minutesPerDay + slotTime(firstSlot + first)
    return [Interval(start, start + count * slotMinutes)].clipped(
      to: Interval(0, days * minutesPerDay + (withTail ? tailSlots * slotMinutes : 0))
    ).first
  }

  /// The same active slots on every day.
  func everyDay(first: Int, count: Int, withTail: Bool = false) -> [Interval] {
    ((tailSlots > 0 ? -1 : 0)..<days).compactMap {
      span(day: $0, first: first, count: count, withTail: withTail)
    }.normalised()
  }

  private mutating func dayKinds() -> [DayKind] {
    (0..<days).map { _ in random.pick([.workday, .workday, .workday, .weekend, .holiday]) }
  }

  // MARK: - Stations, prices, pins

  private mutating func station(_ index: Int) -> Station {
    let hosts = everyDay(first: random.int(0...1), count: random.int(3...5), withTail: true)
    let promised = random.chance(60) ? everyDay(first: random.int(0...2), count: random.int(1...3)) : []
    let selfService = random.chance(40) ? hosts.map { Interval($0.start, max($0.start, $0.end - slotMinutes)) } : []
    let minimum = random.chance(20) ? 2 : 1
    return .fixture(
      "s\(index)", hostHours: hosts, promisedHours: promised, selfServiceHours: selfService.normalised(),
      promiseKeptBySelfService: random.chance(50), seats: random.int(1...3), visitsPerStaffHour: random.int(1...4),
      visitsPerSelfServiceHour: random.int(0...2), minimumStaff: minimum,
      maximumStaff: minimum + random.int(0...1), neededSkills: random.chance(20) ? ["aid"] : [],
      staffedCostPerMinute: Money(milliFen: random.pick([0, 0, 20_000])),
      selfServiceCostPerMinute: Money(milliFen: random.pick([0, 5_000])))
  }

  private mutating func weights() -> Weights {
    // By a generator of their own, so that what is drawn later stays what it was before there were these.
    var own = random
    let (extraOpening, brokenDay) = (own.pick([0, 700_000, 2_000_000]), own.pick([0, 900_000, 4_000_000]))
    return .fixture(
      promiseHour: .units(random.int(1...10)), refugeHour: .units(random.int(1...8)),
      tradeMissed: .units(random.int(2...9)),
      burdenPoint: (0..<4).map { _ in Score(micro: random.int(0...2) * 700_000) },
      yuan: Score(micro: random.pick([0, 10_000, 20_000])), guaranteedHour: Score(micro: random.int(0...3) * 500_000),
      awayHour: Score(micro: random.pick([0, 200_000, 500_000])), metre: Score(micro: random.pick([0, 100, 200])),
      extraOpening: Score(micro: extraOpening), brokenDay: Score(micro: brokenDay))
  }

  private mutating func staffTravel() -> [[Minutes]] {
    (0..<stationCount).map { from in
      (0..<stationCount).map { from == $0 ? 0 : random.pick([0, 20, 60, 75]) }
    }
  }

  private mutating func pins(_ delivery: Delivery) -> [Pin.Demand] {
    let day = random.int(0...(days - 1))
    let spot = span(day: day, first: random.int(0...2), count: random.int(1...2))
    let person = random.int(0...(staffCount - 1))
    let station = random.int(0...(stationCount - 1))
    guard let spot else { return [] }
    var choices: [Pin.Demand] = [
      .work(staff: person, station: station, interval: spot), .off(staff: person, interval: spot),
      .staffed(station: station, interval: spot, count: random.pick([1, 1, 2])),
      .closed(station: station, interval: spot),
    ]
    if !delivery.slots.isEmpty {
      let slot = random.int(0...(delivery.slots.count - 1))
      choices.append(.crew(staff: person, slot: slot))
      choices.append(.stop(site: 0, day: delivery.slots[slot].day, kits: random.int(1...2)))
    }
    return (0..<random.int(1...2)).map { _ in random.pick(choices) }
  }
}
