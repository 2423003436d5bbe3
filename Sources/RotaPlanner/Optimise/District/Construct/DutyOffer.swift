/// The best duty found for a person on a day, at one station, and what it is worth.
struct DutyOffer: Hashable, Sendable {
  let station: Int
  /// First slot of the horizon.
  let start: Int
  let template: DutyTemplate
  /// Worth of the cells less the duty's own prices, in micro units.
  let worth: Int
}

/// Finds the best one-station duty of a person on a day by the worth of cells, with running sums: every form and start costs O(1). Stations
/// that promise most are looked at first, so that most of many need no look at their duties.
struct OfferFinder: Sendable {
  private let scenario: Scenario
  private let tables: PlaceTables
  private let templates: [[DutyTemplate]]
  let stations: FirstStations

  init(law: DutyLaw) {
    scenario = law.scenario
    stations = FirstStations(law.scenario)
    tables = PlaceTables(law)
    templates = law.scenario.contracts.map { DutyTemplate.all(for: $0, law: law) }
  }

  /// The best offer, or nil when none has a positive worth; among equals that of the first station.
  /// - Parameters:
  ///   - covering: Only duties that are present at that station in all these slots, whatever they are worth.
  ///   - lead: Only duties at that station, also where others must still join to make up its least staff or skills.
  func best(
    _ staff: Int, day: Int, roster: RosterBoard, stations: StationBoard, worths: [Int],
    covering: (station: Int, slots: Range<Int>)? = nil, asLeadAt lead: Int? = nil
  ) -> DutyOffer? {
    guard !roster.hasDuty(staff, on: day) else { return nil }
    let person = scenario.staff[staff]
    let credit = scenario.contract(of: staff).creditMinutes
    let most = (roster.mostPaid(staff, day: day) - credit) / scenario.horizon.slotMinutes
    let hours = OfferHours(
      staff, day: day, room: roster.room(staff, day: day), tables: tables, stations: stations, worths: worths,
      mayLead: covering != nil || lead != nil)
    let prices = DutyPriceList(staff, day: day, roster: roster, scenario: scenario)
    let places = (covering?.station ?? lead).map { person.mayServe(at: $0) ? [$0] : [] } ?? self.stations.of(staff)
    let promises = places.compactMap { station -> (promise: Int, station: Int)? in
      hours.promise(of: station, most: most, perSlot: prices.perSlot(person.isHome(station))).map {
        ($0 + prices.mostBonus(paid: most), station)
      }
    }.sorted { ($1.promise, $0.station) < ($0.promise, $1.station) }
    var best: DutyOffer?
    for (promise, station) in promises {
      if promise < best?.worth ?? (covering == nil ? 1 : .min) { break }
      let row = SlotRow(hours, station)
      let perSlot = prices.perSlot(person.isHome(station))
      for template in templates[person.contract] where template.paid <= most {
        for start in row.starts(template) {
          if let covering, !covering.slots.allSatisfy({ row.covers(template, start, slot: $0) }) { continue }
          let worth = row.sum(template, start) - prices.price(template, start: start, perSlot: perSlot)
          let least = best.map { $0.worth + ($0.station > station ? 0 : 1) } ?? (covering == nil ? 1 : .min)
          if worth >= least { best = DutyOffer(station: station, start: start, template: template, worth: worth) }
        }
      }
    }
    return best
  }
}

/// The slots of a day in which a person could serve at stations.
private struct OfferHours {
  let first: Int
  let last: Int
  let daySlots: Range<Int>
  let stations: StationBoard
  let worths: [Int]
  private let scenario: Scenario
  private let tables: PlaceTables
  private let skills: [String]
  /// From `first` on: whether the person is available.
  private let isFree: [Bool]
  private let mayLead: Bool

  init(
    _ staff: Int, day: Int, room: Interval, tables: PlaceTables, stations: StationBoard, worths: [Int], mayLead: Bool
  ) {
    let scenario = tables.law.scenario
    let horizon = scenario.horizon
    let person = scenario.staff[staff]
    let spanSlots = scenario.contract(of: staff).maximumSpanMinutes / horizon.slotMinutes
    let firstSlot = (room.start + horizon.slotMinutes - 1) / horizon.slotMinutes
    let dayEnd = (day + 1) * horizon.slotsPerDay
    first = firstSlot
    last = max(firstSlot, min(room.end / horizon.slotMinutes, dayEnd + spanSlots, horizon.slotCount))
    daySlots = firstSlot..<max(firstSlot, min(dayEnd, last))
    isFree = (firstSlot..<last).map { person.available.covers(horizon.interval(ofSlot: $0)) }
    skills = person.skills
    (self.scenario, self.tables, self.stations, self.worths, self.mayLead) =
      (scenario, tables, stations, worths, mayLead)
  }

  /// Whether the person could be at the station without anybody else.
  func isAlone(at station: Int) -> Bool {
    let place = scenario.stations[station]
    return place.minimumStaff == 1 && place.neededSkills.allSatisfy(skills.contains)
  }

  /// Whether one more person may be there. `isAlone` is the answer of that function.
  @inline(__always)
  func isUsable(_ station: Int, _ slot: Int, isAlone: Bool) -> Bool {
    guard isFree[slot - first], tables.openSlots(station, from: slot) > 0 else { return false }
    let present = stations.present[station * stations.slotCount + slot]
    return present < scenario.stations[station].maximumStaff && (present > 0 || isAlone || mayLead)
  }

  /// At least what the slots of any duty there earn after `perSlot`, in micro units; nil when no slot is usable.
  func promise(of station: Int, most: Int, perSlot: Int) -> Int? {
    let isAlone = isAlone(at: station)
    var (sum, top, count) = (0, 0, 0)
    for slot in first..<last where isUsable(station, slot, isAlone: isAlone) {
      count += 1
      let gain = worths[station * stations.slotCount + slot] - perSlot
      if gain > 0 { (sum, top) = (sum + gain, max(top, gain)) }
    }
    return count == 0 ? nil : min(sum, max(0, most) * top)
  }
}

/// A station's part of these hours, with running sums of their worth.
private struct SlotRow {
  private let first: Int
  private let daySlots: Range<Int>
  /// Slots in a row that are usable from here on.
  private var run: [Int]
  private var sums: [Int]

  init(_ hours: OfferHours, _ station: Int) {
    first = hours.first
    daySlots = hours.daySlots
    run = Array(repeating: 0, count: hours.last - first + 1)
    sums = run
    let base = station * hours.stations.slotCount
    for slot in first..<hours.last { sums[slot - first + 1] = sums[slot - first] + hours.worths[base + slot] }
    let isAlone = hours.isAlone(at: station)
    for slot in (first..<hours.last).reversed() where hours.isUsable(station, slot, isAlone: isAlone) {
      run[slot - first] = run[slot - first + 1] + 1
    }
  }

  /// Starts of the day at which all of the form's slots are usable.
  func starts(_ template: DutyTemplate) -> [Int] {
    daySlots.filter { start in
      let from = start - first
      guard run[from] >= template.first else { return false }
      let second = from + template.first + template.gap
      return template.gap == 0 || (second < run.count && run[second] >= template.second)
    }
  }

  func sum(_ template: DutyTemplate, _ start: Int) -> Int {
    let from = start - first
    let second = from + template.first + template.gap
    let tail = template.gap == 0 ? 0 : sums[second + template.second] - sums[second]
    return sums[from + template.first] - sums[from] + tail
  }

  func covers(_ template: DutyTemplate, _ start: Int, slot: Int) -> Bool {
    let offset = slot - start
    let second = template.first + template.gap
    return (0..<template.first).contains(offset)
      || (template.gap > 0 && (second..<second + template.second).contains(offset))
  }
}

/// What a duty costs by itself, in micro units: pay, burdens above the fair share, wishes, distance from home, less guaranteed hours.
private struct DutyPriceList {
  private let slotMinutes: Minutes
  private let payPerSlot: Int
  private let awayPerSlot: Int
  /// What a paid slot costs more after the midnight that ends the day, and that midnight.
  private let lateSlot: Int
  private let midnight: Int
  /// Paid slots that the duty has beside its segments.
  private let creditSlots: Int
  private let creditPrice: Int
  private let guaranteedPerSlot: Int
  private let guaranteedSlots: Int
  private let weekend: Int
  private let evening: Int
  private let early: Int
  private let eveningFrom: Minutes
  private let earlyBefore: Minutes
  private let wishes: [Wish]

  init(_ staff: Int, day: Int, roster: RosterBoard, scenario: Scenario) {
    let person = scenario.staff[staff]
    let slot = scenario.horizon.slotMinutes
    func pay(onDay day: Int) -> Int {
      let pay = scenario.dutyRate(of: staff, onDay: day) * slot
      return Int(Double(pay.milliFen) * scenario.weights.yuan.units * 10)
    }
    let kind = scenario.horizon.dayKinds[day]
    let week = scenario.horizon.week(ofDay: day)
    let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
    slotMinutes = slot
    payPerSlot = pay(onDay: day)
    awayPerSlot = scenario.weights.awayHour.perHour(for: slot).micro
    lateSlot = pay(onDay: day + 1) - payPerSlot
    creditSlots = scenario.contract(of: staff).creditMinutes / slot
    creditPrice = creditSlots * payPerSlot
    midnight = (day + 1) * scenario.horizon.slotsPerDay
    guaranteedPerSlot = scenario.weights.guaranteedHour.perHour(for: slot).micro
    guaranteedSlots = max(0, need - roster.hours.paid[staff][week]) / slot
    func burden(_ burden: BurdenClass) -> Int {
      let points = roster.duties[staff].reduce(0) { $0 + $1.points[burden.rawValue] }
      let isAbove = points >= scenario.fairAllowance(of: staff, burden)
      return isAbove ? scenario.weights.burdenPoint[burden.rawValue].micro : 0
    }
    weekend = scenario.horizon.dayKinds[day] == .workday ? 0 : burden(.weekend)
    evening = burden(.evening)
    early = burden(.early)
    eveningFrom = day * minutesPerDay + scenario.fairness.eveningFrom
    earlyBefore = day * minutesPerDay + scenario.fairness.earlyBefore
    wishes = person.wishes.filter { $0.day == day }
  }

  /// What a slot at a station costs.
  func perSlot(_ isHome: Bool) -> Int { payPerSlot + (isHome ? 0 : awayPerSlot) }

  /// Most that a duty of at most so many slots may be worth beside its slots.
  func mostBonus(paid: Int) -> Int {
    let wanted = wishes.reduce(0) { $0 + ($1.kind == .on ? $1.weight.micro : 0) }
    return wanted + min(max(0, paid) + creditSlots, guaranteedSlots) * guaranteedPerSlot + max(0, paid)
      * max(0, -lateSlot)
  }

  func price(_ template: DutyTemplate, start: Int, perSlot: Int) -> Int {
    let span = Interval(start * slotMinutes, (start + template.length) * slotMinutes)
    let paid = template.paid + creditSlots
    var price = template.paid * perSlot + creditPrice - min(paid, guaranteedSlots) * guaranteedPerSlot + weekend
    if lateSlot != 0 { price += template.paid(from: start, after: midnight) * lateSlot }
    if span.end > eveningFrom { price += evening }
    if span.start < earlyBefore { price += early }
    for wish in wishes where wish.interval.overlap(span) > 0 {
      price += wish.kind == .on ? -wish.weight.micro : wish.weight.micro
    }
    return price
  }
}
