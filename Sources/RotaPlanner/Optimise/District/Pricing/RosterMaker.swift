import RotaEngine

/// Makes the best lawful roster of one staff member at given worths of cells: prices all days, then closes days or narrows their
/// windows until the roster keeps the rests between its duties as well.
final class RosterMaker {
  /// Below this a worth is no offer but a ban.
  static let forbidden = -1e6
  /// Worth of a slot, or of a run, that somebody must take.
  static let needed = 1e3

  /// Stations at which a person's day is looked at; where the person may serve at more, at those worth most then: the time for a day grows
  /// with the square of their number.
  static let mostStations = 40

  /// Worth of a place in the run's crew to somebody who must be crew of these runs and of no other.
  static func worth(ofRun run: Int, crewOf runs: [Int]) -> Double { runs.contains(run) ? 5 * needed : forbidden }

  let pricing: RosterPricing
  /// When they end, a roster that is being made is given up: on a fine grid a week takes a person seconds.
  var limits: SolveLimits {
    get { pricing.searchLimits }
    set { pricing.searchLimits = newValue }
  }
  private let law: DutyLaw
  private let scenario: Scenario
  private let empty: RosterBoard
  private let allowances: [[Int]]
  private let pointPrices: [Double]
  /// O9: minutes wanted of duties, `[staff][week]`.
  private let needs: [[Minutes]]

  init(law: DutyLaw, forms: [[DayForm]]) {
    pricing = RosterPricing(law: law, forms: forms, mostStations: Self.mostStations)
    self.law = law
    let scenario = law.scenario
    self.scenario = scenario
    empty = RosterBoard(law: law)
    allowances = scenario.staff.indices.map { staff in
      BurdenClass.allCases.map { scenario.fairAllowance(of: staff, $0) }
    }
    pointPrices = scenario.weights.burdenPoint.map(\.units)
    needs = scenario.staff.indices.map { staff in
      (0..<scenario.horizon.weekCount).map {
        RosterHours.guaranteedNeed(staff: staff, week: $0, scenario: scenario)
      }
    }
  }

  /// The duties of the best roster found, by day; nil when `limits` end before. `runs` are the delivery slots in which the person is crew.
  func roster(_ staff: Int, worths: UnsafePointer<Double>, runs: [Int]) -> [DutyCandidate]? {
    let forms = forms(staff, runs: runs)
    let above = allowances[staff].map { $0 <= 0 }
    guard let first = lawful(staff, forms, worths, zip(above, pointPrices).map { $0 ? $1 : 0 }) else { return nil }
    let points = points(of: first)
    let over = points.indices.filter { !above[$0] && points[$0] > allowances[staff][$0] }
    if over.isEmpty { return first }
    var prices = zip(above, pointPrices).map { $0 ? $1 : 0 }
    for burden in over { prices[burden] = pointPrices[burden] }
    guard let second = lawful(staff, forms, worths, prices) else { return nil }
    return worth(staff, second, worths) > worth(staff, first, worths) ? second : first
  }

  /// The other duties with the best duty of one day that fits them; without one when none does; nil when `limits` end before.
  func roster(
    _ staff: Int, anewOn day: Int, with others: [DutyCandidate], worths: UnsafePointer<Double>, runs: [Int]
  ) -> [DutyCandidate]? {
    if limits.stopNow != nil { return nil }
    let form = forms(staff, runs: runs)[day]
    let slot = scenario.horizon.slotMinutes
    let prices = pointPricesBeside(others, staff)
    let paid = paidSlots(of: others)[scenario.horizon.week(ofDay: day)]
    pricing.price(form, worths: worths, points: prices, window: window(form, beside: others), others: paid)
    let normal = scenario.contract(of: staff).normalDayMinutes / slot
    for most in [Int.max / 2, normal] {
      _ = pricing.chooseDay(staff, day: day, others: paid, mostADay: most)
      let segments = pricing.segments(day: day, worths: worths)
      guard !segments.isEmpty, let duty = law.candidate(staff: staff, segments: segments) else { return others }
      let all = (others + [duty]).sorted { $0.day < $1.day }
      if firstUnlawful(all) == nil { return all }
    }
    return others
  }

  /// The other duties with the best duties of two days that fit them; nil when `limits` end before.
  func roster(
    _ staff: Int, anewOn days: (Int, Int), with others: [DutyCandidate], worths: UnsafePointer<Double>, runs: [Int]
  ) -> [DutyCandidate]? {
    let forms = forms(staff, runs: runs)
    let prices = pointPricesBeside(others, staff)
    for form in [forms[days.0], forms[days.1]] {
      if limits.stopNow != nil { return nil }
      pricing.price(form, worths: worths, points: prices, window: window(form, beside: others))
    }
    let paid = paidSlots(of: others)
    let normal = scenario.contract(of: staff).normalDayMinutes / scenario.horizon.slotMinutes
    for most in [Int.max / 2, normal] {
      pricing.chooseTwo(staff, days: days, others: paid, mostADay: most)
      let segments = [days.0, days.1].map { pricing.segments(day: $0, worths: worths) }.filter { !$0.isEmpty }
      let duties = segments.compactMap { law.candidate(staff: staff, segments: $0) }
      guard duties.count == segments.count else { continue }
      let all = (others + duties).sorted { $0.day < $1.day }
      if firstUnlawful(all) == nil { return all }
    }
    return roster(staff, anewOn: days.0, with: others, worths: worths, runs: runs)
      .flatMap { roster(staff, anewOn: days.1, with: $0, worths: worths, runs: runs) }
  }

  /// Paid slots by week.
  private func paidSlots(of duties: [DutyCandidate]) -> [Int] {
    var minutes = [Minutes](repeating: 0, count: scenario.horizon.weekCount)
    for duty in duties { minutes[scenario.horizon.week(ofDay: duty.day)] += duty.paidMinutes }
    return minutes.map { $0 / scenario.horizon.slotMinutes }
  }

  /// The slots of the form that keep the daily rest to the other duties.
  private func window(_ form: DayForm, beside others: [DutyCandidate]) -> Range<Int> {
    let slot = scenario.horizon.slotMinutes
    let rest = scenario.contract(of: form.staff).dailyRestMinutes ?? 0
    let before = others.last { $0.day < form.day }.map { ($0.span.end + rest + slot - 1) / slot - form.first } ?? 0
    let after = others.first { $0.day > form.day }.map { ($0.span.start - rest) / slot - form.first } ?? form.count
    let from = min(max(0, before), form.count)
    return from..<max(from, min(form.count, after))
  }

  /// Prices of one more point of each burden.
  private func pointPricesBeside(_ others: [DutyCandidate], _ staff: Int) -> [Double] {
    let held = points(of: others)
    return pointPrices.indices.map { held[$0] >= allowances[staff][$0] ? pointPrices[$0] : 0 }
  }

  private func forms(_ staff: Int, runs: [Int]) -> [DayForm] {
    guard !runs.isEmpty else { return pricing.forms[staff] }
    return pricing.forms[staff].map { form in
      let own = runs.filter { scenario.horizon.day(of: scenario.delivery.slots[$0].interval.start) == form.day }
      return own.isEmpty ? form : form.with(runs: own)
    }
  }

  private func points(of duties: [DutyCandidate]) -> [Int] {
    duties.reduce(into: [Int](repeating: 0, count: pointPrices.count)) { sum, duty in
      for (burden, count) in duty.points.enumerated() { sum[burden] += count }
    }
  }

  /// What the roster earns at these worths less what it costs by itself, in units.
  private func worth(_ staff: Int, _ duties: [DutyCandidate], _ worths: UnsafePointer<Double>) -> Double {
    let slot = scenario.horizon.slotMinutes
    var sum = 0.0
    for segment in duties.flatMap(\.segments) {
      switch segment.place {
      case .station(let station):
        for number in segment.interval.start / slot..<segment.interval.end / slot {
          sum += worths[station * scenario.horizon.slotCount + number]
        }
      case .run(let run): sum += worths[scenario.stations.count * scenario.horizon.slotCount + run]
      }
    }
    return sum - Double(price(staff, duties)) / 1_000_000
  }

  /// O6 to O10 of one person's roster, in micro units; wishes against no duty at all.
  func price(_ staff: Int, _ duties: [DutyCandidate]) -> Int {
    let points = points(of: duties)
    var sum = 0
    for (burden, count) in points.enumerated() {
      sum += scenario.weights.burdenPoint[burden].micro * max(0, count - allowances[staff][burden])
    }
    var hours = [Minutes](repeating: 0, count: scenario.horizon.weekCount)
    for duty in duties {
      sum += duty.wishes.micro + duty.away.micro
      hours[scenario.horizon.week(ofDay: duty.day)] += duty.paidMinutes
    }
    for week in hours.indices {
      sum += scenario.weights.guaranteedHour.perHour(for: max(0, needs[staff][week] - hours[week])).micro
    }
    return sum + Int(scenario.weights.micro(of: money(staff, duties)).rounded())
  }

  /// Pay of one person's roster with overtime, that of the ledger's hours and antenatal visits included.
  func money(_ staff: Int, _ duties: [DutyCandidate]) -> Money {
    var money = Money.zero
    var hours = [Minutes](repeating: 0, count: scenario.horizon.weekCount)
    var daily = hours
    for duty in duties {
      money += duty.pay
      hours[scenario.horizon.week(ofDay: duty.day)] += duty.paidMinutes
      daily[scenario.horizon.week(ofDay: duty.day)] += duty.dayOvertime
    }
    let contract = scenario.contract(of: staff)
    let rate = contract.overtimeRate(payPerMinute: scenario.staff[staff].payPerMinute)
    for week in hours.indices {
      let before = scenario.minutesBefore(of: staff, week: week)
      money += rate * max(0, hours[week] + before - contract.normalWeekMinutes, daily[week])
    }
    return money
  }

  // MARK: - Keeping the rests

  private func lawful(
    _ staff: Int, _ forms: [DayForm], _ worths: UnsafePointer<Double>, _ points: [Double]
  ) -> [DutyCandidate]? {
    for form in forms {
      if limits.stopNow != nil { return nil }
      pricing.price(form, worths: worths, points: points)
    }
    var closed: Set<Int> = []
    var mostADay = Int.max
    for _ in 0..<12 {
      _ = pricing.choose(staff, without: closed, mostADay: mostADay)
      var duties: [DutyCandidate] = []
      var isComplete = true
      for form in forms {
        let segments = pricing.segments(day: form.day, worths: worths)
        if segments.isEmpty { continue }
        guard let duty = law.candidate(staff: staff, segments: segments) else {
          closed.insert(form.day)
          isComplete = false
          break
        }
        duties.append(duty)
      }
      if !isComplete { continue }
      guard let bad = firstUnlawful(duties) else { return duties }
      repair(staff, duties, bad, forms, worths, points, &closed, &mostADay)
    }
    return []
  }

  /// The first duty that the ones before it rule out; nil when the roster is lawful.
  private func firstUnlawful(_ duties: [DutyCandidate]) -> Int? {
    var board = empty
    for (index, duty) in duties.enumerated() {
      guard board.accepts(duty, allowsOvertime: true) else { return index }
      board.add(duty)
    }
    return nil
  }

  /// The evening worth least of the last duty's week, where the week has more than R30 allows.
  private func eveningTooMany(
    _ staff: Int, _ duties: ArraySlice<DutyCandidate>, _ worths: UnsafePointer<Double>
  ) -> DutyCandidate? {
    guard let most = scenario.contract(of: staff).weekCounts.evenings, let last = duties.last else { return nil }
    let week = scenario.horizon.week(ofDay: last.day)
    let evenings = duties.filter { $0.isEvening && scenario.horizon.week(ofDay: $0.day) == week }
    guard evenings.count > most else { return nil }
    return evenings.min { worth(staff, [$0], worths) < worth(staff, [$1], worths) }
  }

  private func repair(
    _ staff: Int, _ duties: [DutyCandidate], _ bad: Int, _ forms: [DayForm], _ worths: UnsafePointer<Double>,
    _ points: [Double], _ closed: inout Set<Int>, _ mostADay: inout Int
  ) {
    let rest = scenario.contract(of: staff).dailyRestMinutes ?? 0
    let duty = duties[bad]
    if bad > 0, duty.span.start - duties[bad - 1].span.end < rest {
      let form = forms[duty.day]
      let slot = scenario.horizon.slotMinutes
      let from = (duties[bad - 1].span.end + rest + slot - 1) / slot - form.first
      pricing.price(form, worths: worths, points: points, window: min(max(0, from), form.count)..<form.count)
      return
    }
    if let evening = eveningTooMany(staff, duties[0...bad], worths) {
      // R30: that day ends before the evening.
      let form = forms[evening.day]
      let end = (evening.day * minutesPerDay + scenario.fairness.eveningFrom) / scenario.horizon.slotMinutes
      pricing.price(form, worths: worths, points: points, window: 0..<min(max(0, end - form.first), form.count))
      return
    }
    let normal = scenario.contract(of: staff).normalDayMinutes / scenario.horizon.slotMinutes
    if mostADay > normal {
      mostADay = normal
      return
    }
    let least = duties[0...bad].min { worth(staff, [$0], worths) < worth(staff, [$1], worths) }
    closed.insert(least!.day)
  }
}
