import RotaEngine

/// Prices whole rosters of one staff member at a time: the best duties of all days together within the hours of R05, R13 and R14.
final class RosterPricing {
  /// What a week of one staff member may hold, in slots, and what its hours cost: in units, overtime in yuan.
  struct WeekLimits: Sendable {
    let paid: Int
    let guaranteed: Double
    let normal: Double
    let guaranteedPerSlot: Double
    let overtimePerSlot: Double
  }

  let law: DutyLaw
  let forms: [[DayForm]]
  private let limits: [[WeekLimits]]
  /// Pay of a slot by staff member and day, the day after the horizon included, in yuan.
  private let pay: [[Double]]
  /// Units that a yuan costs.
  var yuan: Double
  /// Whether duties with two gaps are priced.
  var looksAtTwoGaps = true
  /// When they end, no more duties with a meal break and a split are looked at.
  var searchLimits = SolveLimits.none
  private let days: [DayPricing]
  /// Numbers in the tables of all days together, beyond which the days take turns at one block.
  private static let mostOwned = 16_000_000
  /// Slots of segments and travel chosen for each day by the last call.
  private(set) var counts: [Int]

  /// - Parameter mostStations: Stations that a day's duty is looked for at; where there are more, at those worth most.
  init(law: DutyLaw, forms: [[DayForm]], mostStations: Int = .max) {
    let scenario = law.scenario
    self.law = law
    self.forms = forms
    let shared = PricingBlock()
    let mostOwned = Self.mostOwned / max(1, forms.first?.count ?? 0)
    days =
      forms.first.map { days in
        days.map { DayPricing($0, mostStations: mostStations, shared: shared, mostOwned: mostOwned) }
      } ?? []
    counts = days.map { _ in 0 }
    limits = scenario.staff.indices.map { staff in
      (0..<scenario.horizon.weekCount).map { RosterPricing.limits(staff, $0, scenario) }
    }
    let slot = scenario.horizon.slotMinutes
    pay = scenario.staff.indices.map { staff in
      (0...scenario.horizon.days).map { scenario.dutyRate(of: staff, onDay: $0).yuan * Double(slot) }
    }
    yuan = scenario.weights.yuan.units
  }

  private static func limits(_ staff: Int, _ week: Int, _ scenario: Scenario) -> WeekLimits {
    let contract = scenario.contract(of: staff)
    let member = scenario.staff[staff]
    let slot = scenario.horizon.slotMinutes
    let before = scenario.minutesBefore(of: staff, week: week)
    var caps = [member.weekCapMinutes, contract.maximumWeekMinutes].compactMap { $0 }
    if member.isNightWorker, let night = contract.nightWorkerWeekMinutes { caps.append(night) }
    if contract.overtimeDayMinutes == 0 {
      caps.append(contract.normalWeekMinutes)
    } else if let month = contract.overtimeMonthMinutes {
      let sunk = RosterHours.sunkOvertime(staff: staff, week: week, scenario: scenario)
      caps.append(contract.normalWeekMinutes + max(month, sunk))
    }
    let days = scenario.horizon.days(ofWeek: week).count
    let most = days * max(0, min(contract.maximumDutyMinutes, contract.normalDayMinutes + contract.overtimeDayMinutes))
    let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
    let hour = Double(scenario.weights.guaranteedHour.micro) / 1_000_000
    let overtime = contract.overtimeRate(payPerMinute: member.payPerMinute)
    return WeekLimits(
      paid: (max(0, min(most, (caps.min() ?? .max / 2) - before)) + scenario.horizon.mostSkipped) / slot,
      guaranteed: Double(need) / Double(slot),
      normal: Double(max(0, contract.normalWeekMinutes - before)) / Double(slot),
      guaranteedPerSlot: hour * Double(slot) / 60,
      overtimePerSlot: overtime.yuan * Double(slot))
  }

  /// What a duty of the day costs by its start and end: wishes, and points at their prices (by `BurdenClass.rawValue`, in units).
  func spanCost(_ form: DayForm, points: [Double]) -> [Double] {
    let scenario = law.scenario
    let slot = scenario.horizon.slotMinutes
    let width = form.count + 1
    var cost = [Double](repeating: 0, count: width * width)
    let midnight = form.day * minutesPerDay
    let weekend = scenario.horizon.dayKinds[form.day] == .workday ? 0 : points[BurdenClass.weekend.rawValue]
    let wishes = scenario.staff[form.staff].wishes.filter { $0.day == form.day }
    for start in form.starts {
      let from = (form.first + start) * slot
      let early = from < midnight + scenario.fairness.earlyBefore ? points[BurdenClass.early.rawValue] : 0
      for end in start + 1..<max(start + 1, width) {
        let to = (form.first + end) * slot
        var sum = weekend + early
        if to > midnight + scenario.fairness.eveningFrom { sum += points[BurdenClass.evening.rawValue] }
        for wish in wishes where wish.interval.overlap(Interval(from, to)) > 0 {
          sum += (wish.kind == .on ? -1 : 1) * wish.weight.units
        }
        cost[start * width + end] = sum
      }
    }
    return cost
  }

  /// Fills the tables of the form's day; with `others`, the paid slots of the week's other days, only as far as `chooseDay` needs them.
  func price(
    _ form: DayForm, worths: UnsafePointer<Double>, points: [Double], window: Range<Int>? = nil, others: Int? = nil
  ) {
    days[form.day].price(
      form, worths: worths, spanCost: spanCost(form, points: points), surplus: surplus(form).map { $0 * yuan },
      window: window ?? 0..<form.count, extra: others.map { extra(form.staff, form.day, others: $0) } ?? [],
      looksAtTwoGaps: looksAtTwoGaps, limits: searchLimits)
  }

  /// What all slots of the window before each one would cost more if paid than at the rate of the form's day, in yuan; empty where
  /// no slot has another rate.
  private func surplus(_ form: DayForm) -> [Double] {
    let perDay = law.scenario.horizon.slotsPerDay
    let base = pay[form.staff][form.day]
    let later = (form.day + 1)..<max(form.day + 1, (form.first + form.count + perDay - 1) / perDay)
    guard later.contains(where: { rate(form.staff, $0) != base }) else { return [] }
    return (form.first..<form.first + form.count).reduce(into: [0]) { sums, slot in
      sums.append(sums[sums.count - 1] + rate(form.staff, slot / perDay) - base)
    }
  }

  /// Pay of a slot of a day from the first on, in yuan.
  private func rate(_ staff: Int, _ day: Int) -> Double {
    let horizon = law.scenario.horizon
    return day <= horizon.days
      ? pay[staff][day] : law.scenario.dutyRate(of: staff, onDay: day).yuan * Double(horizon.slotMinutes)
  }

  /// The best split of paid slots over the days whose tables are filled, with at most so many days in a row as R11 and a week as R30 allows; sets `counts`
  /// and returns the worth, in units. Complexity: O(D R S C) for D days, R days in a row, S slots a week and C slots a day.
  func choose(_ staff: Int, without closed: Set<Int> = [], mostADay: Int = .max) -> Double {
    let horizon = law.scenario.horizon
    let contract = law.scenario.contract(of: staff)
    var split = WeekSplit(
      mostInARow: contract.maximumConsecutiveDays, before: law.scenario.staff[staff].ledger.consecutiveDays,
      mostAWeek: contract.weekCounts.duties)
    var offers: [(slots: Int, worth: Double)] = []
    for week in 0..<horizon.weekCount {
      let limit = limits[staff][week]
      split.beginWeek(mostSlots: limit.paid)
      for day in horizon.days(ofWeek: week) {
        readOffers(staff, day, most: closed.contains(day) ? 0 : min(limit.paid, mostADay), &offers)
        split.addDay(offers)
      }
      split.endWeek { hours($0, limit) }
    }
    let best = split.best()
    for (day, slots) in best.slots.enumerated() { counts[day] = worked(slots, day) }
    return best.worth
  }

  /// The best number of paid slots for one day whose table is filled, when the other days of its week hold `others` paid slots; sets
  /// `counts` and returns what it is worth, in units, at least 0.
  func chooseDay(_ staff: Int, day: Int, others: Int, mostADay: Int) -> Double {
    let extra = extra(staff, day, others: others)
    var best = 0.0
    counts[day] = 0
    for count in stride(from: 1, to: min(days[day].countEnd, extra.count, worked(mostADay, day) + 1), by: 1) {
      let offer = days[day].best(count).worth + extra[count]
      if offer > best { (best, counts[day]) = (offer, count) }
    }
    return best
  }

  /// The best numbers of paid slots for two days whose tables are filled, when the other days hold `others` paid slots by week; sets
  /// `counts`. Complexity: O(C^2) for C slots a day.
  func chooseTwo(_ staff: Int, days pair: (Int, Int), others: [Int], mostADay: Int) {
    let horizon = law.scenario.horizon
    let (one, two) = (horizon.week(ofDay: pair.0), horizon.week(ofDay: pair.1))
    var (offers, more) = ([(slots: Int, worth: Double)](), [(slots: Int, worth: Double)]())
    readOffers(staff, pair.0, most: mostADay, &offers)
    readOffers(staff, pair.1, most: mostADay, &more)
    offers.insert((0, 0), at: 0)
    more.insert((0, 0), at: 0)
    let (limit, other) = (limits[staff][one], limits[staff][two])
    var best = -Double.infinity
    for first in offers {
      let slots = others[one] + first.slots
      if slots > limit.paid { break }
      let price = one == two ? 0 : hours(slots, limit)
      let before = one == two ? slots : others[two]
      for second in more where before + second.slots <= other.paid {
        let value = first.worth + second.worth - price - hours(before + second.slots, other)
        guard value > best else { continue }
        best = value
        (counts[pair.0], counts[pair.1]) = (worked(first.slots, pair.0), worked(second.slots, pair.1))
      }
    }
  }

  /// What each number of paid slots of the day's duty is worth after pay, from 1 to `most`, where some duty has it.
  private func readOffers(_ staff: Int, _ day: Int, most: Int, _ offers: inout [(slots: Int, worth: Double)]) {
    offers.removeAll(keepingCapacity: true)
    let credit = days[day].form.lengths.credit
    for count in stride(from: 1, to: days[day].countEnd, by: 1) where count + credit <= most {
      let worth = days[day].best(count).worth
      if worth > -1e5 { offers.append((count + credit, worth - Double(count + credit) * pay[staff][day] * yuan)) }
    }
  }

  /// The slots of segments and travel of a duty of so many paid slots on the day whose table is filled; 0 of none.
  private func worked(_ paid: Int, _ day: Int) -> Int { max(0, paid - days[day].form.lengths.credit) }

  /// What a number of slots of segments and travel on the day is worth by itself, with the credit that comes with it, up to what the
  /// week's cap leaves beside `others`.
  private func extra(_ staff: Int, _ day: Int, others: Int) -> [Double] {
    let limit = limits[staff][law.scenario.horizon.week(ofDay: day)]
    let credit = forms[staff][day].lengths.credit
    return (0..<max(0, limit.paid - others - credit + 1)).map {
      let paid = $0 == 0 ? 0 : $0 + credit
      return hours(others, limit) - hours(others + paid, limit) - Double(paid) * pay[staff][day] * yuan
    }
  }

  /// What a number of paid slots in a week costs beside their pay: guaranteed hours not reached, and overtime.
  private func hours(_ slots: Int, _ limit: WeekLimits) -> Double {
    max(0, limit.guaranteed - Double(slots)) * limit.guaranteedPerSlot
      + max(0, Double(slots) - limit.normal) * limit.overtimePerSlot * yuan
  }

  /// Pay of the slots chosen by the last call of `choose`, overtime included, in yuan.
  func money(_ staff: Int) -> Double {
    let horizon = law.scenario.horizon
    return (0..<horizon.weekCount).reduce(0) { sum, week in
      let limit = limits[staff][week]
      let slots = horizon.days(ofWeek: week).reduce(0) { $0 + paid($1) }
      let plain = horizon.days(ofWeek: week).reduce(0) { $0 + Double(paid($1)) * pay[staff][$1] }
      let later = horizon.days(ofWeek: week).reduce(0) { $0 + surplusPaid($1) }
      return sum + plain + later + max(0, Double(slots) - limit.normal) * limit.overtimePerSlot
    }
  }

  /// What the slots chosen for the day's duty cost more than at the rate of that day, in yuan.
  private func surplusPaid(_ day: Int) -> Double {
    guard counts[day] > 0 else { return 0 }
    let sums = surplus(days[day].form)
    guard !sums.isEmpty else { return 0 }
    return days[day].stretches(counts[day]).reduce(0) { $0 + sums[$1.upperBound] - sums[$1.lowerBound] }
  }

  /// Paid slots chosen for the day.
  private func paid(_ day: Int) -> Int { counts[day] > 0 ? counts[day] + days[day].form.lengths.credit : 0 }

  /// The segments chosen for the day, on the horizon. `worths` are those that it was priced with.
  func segments(day: Int, worths: UnsafePointer<Double>) -> [Segment] {
    guard counts[day] > 0 else { return [] }
    days[day].restore(worths)
    let form = days[day].form
    let slot = law.scenario.horizon.slotMinutes
    return days[day].segments(counts[day]).map { spot, range in
      Segment(
        place: days[day].spots[spot].place,
        interval: Interval((form.first + range.lowerBound) * slot, (form.first + range.upperBound) * slot))
    }
  }
}
