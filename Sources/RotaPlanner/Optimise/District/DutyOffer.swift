/// The best duty found for a person on a day, at one station, and what it is worth.
struct DutyOffer: Hashable, Sendable {
  let station: Int
  /// First slot of the horizon.
  let start: Int
  let template: DutyTemplate
  /// Worth of the cells less the duty's own prices, in micro units.
  let worth: Int
}

/// Finds the best one-station duty of a person on a day by the worth of cells, with running sums: every form and start costs O(1).
struct OfferFinder: Sendable {
  private let law: DutyLaw
  private let scenario: Scenario
  private let templates: [[DutyTemplate]]

  init(law: DutyLaw) {
    self.law = law
    scenario = law.scenario
    templates = law.scenario.contracts.map { DutyTemplate.all(for: $0, law: law) }
  }

  /// The best offer, or nil when none has a positive worth.
  /// - Parameters:
  ///   - covering: Only duties that are present at that station in that slot, whatever they are worth.
  ///   - lead: Only duties at that station, also where others must still join to make up its least staff or skills.
  func best(
    _ staff: Int, day: Int, roster: RosterBoard, stations: StationBoard, worths: [Int],
    covering: (station: Int, slot: Int)? = nil, asLeadAt lead: Int? = nil
  ) -> DutyOffer? {
    guard !roster.hasDuty(staff, on: day) else { return nil }
    let length = scenario.horizon.slotMinutes
    let most = roster.mostPaid(staff, day: day) / length
    let room = roster.room(staff, day: day)
    var best: DutyOffer?
    let places = (covering?.station ?? lead).map { [$0] } ?? scenario.staff[staff].allowedStations
    for station in places where scenario.staff[staff].allowedStations.contains(station) {
      let row = SlotRow(
        staff, station, day: day, room: room, law: law, stations: stations, worths: worths,
        mayLead: covering != nil || lead != nil)
      guard row.hasUsable else { continue }
      let prices = DutyPriceList(staff, station: station, day: day, roster: roster, scenario: scenario)
      for template in templates[scenario.staff[staff].contract] where template.paid <= most {
        for start in row.starts(template) {
          if let covering, !row.covers(template, start, slot: covering.slot) { continue }
          let worth = row.sum(template, start) - prices.price(template, start: start)
          let isBetter = worth > best?.worth ?? (covering == nil ? 0 : .min)
          if isBetter { best = DutyOffer(station: station, start: start, template: template, worth: worth) }
        }
      }
    }
    return best
  }
}

/// The slots of a day in which a person could serve at a station, with running sums of their worth.
private struct SlotRow {
  private let first: Int
  private let daySlots: Range<Int>
  /// Slots in a row that are usable from here on.
  private var run: [Int]
  private var sums: [Int]

  var hasUsable: Bool { run.contains { $0 > 0 } }

  init(
    _ staff: Int, _ station: Int, day: Int, room: Interval, law: DutyLaw, stations: StationBoard, worths: [Int],
    mayLead: Bool
  ) {
    let scenario = law.scenario
    let horizon = scenario.horizon
    let spanSlots = scenario.contract(of: staff).maximumSpanMinutes / horizon.slotMinutes
    let firstSlot = (room.start + horizon.slotMinutes - 1) / horizon.slotMinutes
    let dayEnd = (day + 1) * horizon.slotsPerDay
    let last = max(firstSlot, min(room.end / horizon.slotMinutes, dayEnd + spanSlots, horizon.slotCount))
    first = firstSlot
    daySlots = firstSlot..<max(firstSlot, min(dayEnd, last))
    run = Array(repeating: 0, count: last - firstSlot + 1)
    sums = run
    let place = scenario.stations[station]
    let isAlone = place.minimumStaff == 1 && place.neededSkills.allSatisfy(scenario.staff[staff].skills.contains)
    for slot in firstSlot..<last {
      let cell = station * stations.slotCount + slot
      sums[slot - firstSlot + 1] = sums[slot - firstSlot] + worths[cell]
    }
    for slot in (firstSlot..<last).reversed() {
      let cell = station * stations.slotCount + slot
      let present = stations.present[cell]
      let isLawful = present < place.maximumStaff && (present > 0 || isAlone || mayLead)
      let segment = Segment(place: .station(station), interval: horizon.interval(ofSlot: slot))
      if isLawful && law.allows(segment, staff: staff) { run[slot - firstSlot] = run[slot - firstSlot + 1] + 1 }
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
  private let perSlot: Int
  /// What a paid slot costs more after the midnight that ends the day, and that midnight.
  private let lateSlot: Int
  private let midnight: Int
  private let guaranteedPerSlot: Int
  private let guaranteedSlots: Int
  private let weekend: Int
  private let evening: Int
  private let early: Int
  private let eveningFrom: Minutes
  private let earlyBefore: Minutes
  private let wishes: [Wish]

  init(_ staff: Int, station: Int, day: Int, roster: RosterBoard, scenario: Scenario) {
    let person = scenario.staff[staff]
    let slot = scenario.horizon.slotMinutes
    func pay(onDay day: Int) -> Int {
      let pay = scenario.dutyRate(of: staff, onDay: day) * slot
      return Int(Double(pay.milliFen) * scenario.weights.yuan.units * 10)
    }
    let away = person.homeStations.contains(station) ? 0 : scenario.weights.awayHour.perHour(for: slot).micro
    let week = scenario.horizon.week(ofDay: day)
    let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
    slotMinutes = slot
    perSlot = away + pay(onDay: day)
    lateSlot = pay(onDay: day + 1) - pay(onDay: day)
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

  func price(_ template: DutyTemplate, start: Int) -> Int {
    let span = Interval(start * slotMinutes, (start + template.length) * slotMinutes)
    var price = template.paid * perSlot - min(template.paid, guaranteedSlots) * guaranteedPerSlot + weekend
    if lateSlot != 0 { price += template.paid(from: start, after: midnight) * lateSlot }
    if span.end > eveningFrom { price += evening }
    if span.start < earlyBefore { price += early }
    for wish in wishes where wish.interval.overlap(span) > 0 {
      price += wish.kind == .on ? -wish.weight.micro : wish.weight.micro
    }
    return price
  }
}
