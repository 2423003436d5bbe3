/// The people's side of the district bound: the best roster of each person when presence in a cell earns its multiplier.
///
/// Relaxed: a person may change places in no time; stretches and gaps may have any length, but a day has at most as many stretches as
/// the contract's breaks allow and at most the paid time of R05; a week keeps the caps of R13 and R14. Rests, days in a row, nights,
/// points and least duty lengths are left out. Each of these only makes more rosters possible or cheaper.
struct RosterRelaxation: Sendable {
  private struct Day: Sendable {
    /// Slots in which the person is available, of duties that start on the day, by time.
    let slots: [Int]
    /// For each of these slots the numbered places and what a slot there costs (O10).
    let places: [[(place: Int, cost: Double)]]
    /// Pay of a paid slot.
    let pay: Double
    /// Most that wishes can gain on the day.
    let wishes: Double
  }

  private struct Person: Sendable {
    let weeks: [[Day]]
    /// Most stretches of a duty.
    let stretches: Int
    /// Most paid slots of a duty.
    let mostPaid: Int
    /// By week: paid slots at most, slots that count towards guaranteed hours, paid slots before overtime.
    let caps: [(paid: Int, guaranteed: Double, normal: Double)]
    let guaranteedPerSlot: Double
    let overtimePerSlot: Double
  }

  private let people: [Person]

  /// Places below `cellCount` are cells; delivery slot v is place `cellCount + v`.
  init(_ scenario: Scenario, law: DutyLaw, runnable: [Bool]) {
    people = scenario.staff.indices.map { Self.person($0, scenario, law, runnable) }
  }

  /// Least cost of all rosters; `presence` gains the slots spent at each place.
  func minimise(earnings: [Double], presence: inout [Double]) -> Double {
    people.reduce(0) { total, person in
      person.weeks.indices.reduce(total) { $0 + week(person, $1, earnings, &presence) }
    }
  }

  private func week(_ person: Person, _ week: Int, _ earnings: [Double], _ presence: inout [Double]) -> Double {
    let cap = person.caps[week]
    let days = person.weeks[week].map { DayTable($0.slots.count, person.stretches, person.mostPaid) }
    var tables: [DayTable] = []
    for (day, var table) in zip(person.weeks[week], days) {
      table.fill { slot in
        day.places[slot].reduce(into: (worth: 0.0, place: -1)) { best, option in
          let worth = earnings[option.place] - option.cost
          if worth > best.worth { best = (worth, option.place) }
        }
      }
      tables.append(table)
    }
    var choice = WeekTable(cap: cap.paid)
    for (day, table) in zip(person.weeks[week], tables) {
      choice.add(table.values.enumerated().map { $1 - Double($0) * day.pay + ($0 > 0 ? day.wishes : 0) })
    }
    let (slots, worth) = choice.best { slots in
      let missing = max(0, cap.guaranteed - slots)
      return -missing * person.guaranteedPerSlot - max(0, slots - cap.normal) * person.overtimePerSlot
    }
    for (table, count) in zip(tables, choice.split(slots)) { table.collect(count, into: &presence) }
    return -worth
  }

  // MARK: - Reading the scenario

  private static func person(_ staff: Int, _ scenario: Scenario, _ law: DutyLaw, _ runnable: [Bool]) -> Person {
    let horizon = scenario.horizon
    let contract = scenario.contract(of: staff)
    let member = scenario.staff[staff]
    let slot = Double(horizon.slotMinutes)
    let hourly = Double(scenario.weights.guaranteedHour.micro)
    let breaks = (law.mealBreak(of: contract) == nil ? 0 : 1) + (contract.allowsSplit ? 1 : 0)
    let overtime = contract.overtimeRate(payPerMinute: member.payPerMinute)
    return Person(
      weeks: (0..<horizon.weekCount).map { week in
        horizon.days(ofWeek: week).map { day($0, staff, scenario, law, runnable) }
      },
      stretches: 1 + breaks, mostPaid: max(0, law.mostPaid(contract)) / horizon.slotMinutes,
      caps: (0..<horizon.weekCount).map { week in
        let ledger = week == 0 ? member.ledger.weekMinutes : 0
        let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
        return (
          cap(staff, week, scenario) / horizon.slotMinutes, Double(need) / slot,
          Double(max(0, contract.normalWeekMinutes - ledger)) / slot
        )
      },
      guaranteedPerSlot: hourly * slot / 60, overtimePerSlot: scenario.weights.micro(of: overtime) * slot)
  }

  /// Most paid minutes of the week's duties by R13, R14 and R15's cap for night workers; never more than a person can work.
  private static func cap(_ staff: Int, _ week: Int, _ scenario: Scenario) -> Minutes {
    let contract = scenario.contract(of: staff)
    let member = scenario.staff[staff]
    let ledger = week == 0 ? member.ledger.weekMinutes : 0
    var caps = [member.weekCapMinutes, contract.maximumWeekMinutes].compactMap { $0 }
    if member.isNightWorker, let night = contract.nightWorkerWeekMinutes { caps.append(night) }
    if contract.overtimeDayMinutes == 0 {
      caps.append(contract.normalWeekMinutes)
    } else if let month = contract.overtimeMonthMinutes {
      let sunk = RosterHours.ledgerOvertime(staff: staff, week: week, scenario: scenario)
      caps.append(contract.normalWeekMinutes + max(month, sunk))
    }
    let days = scenario.horizon.days(ofWeek: week).count
    let most = days * max(0, min(contract.maximumDutyMinutes, contract.normalDayMinutes + contract.overtimeDayMinutes))
    return max(0, min(most, (caps.min() ?? .max / 2) - ledger))
  }

  private static func day(
    _ day: Int, _ staff: Int, _ scenario: Scenario, _ law: DutyLaw, _ runnable: [Bool]
  ) -> Day {
    let horizon = scenario.horizon
    let member = scenario.staff[staff]
    let slot = horizon.slotMinutes
    let span = scenario.contract(of: staff).maximumSpanMinutes / slot
    let last = min(horizon.slotCount, (day + 1) * horizon.slotsPerDay + span)
    let slots = (day * horizon.slotsPerDay..<last).filter { member.available.covers(horizon.interval(ofSlot: $0)) }
    let away = max(0, Double(scenario.weights.awayHour.micro) * Double(slot) / 60 - 0.5)
    let runs = member.mayDeliver ? scenario.delivery.slots.indices.filter { runnable[$0] } : []
    let places = slots.map { number -> [(place: Int, cost: Double)] in
      let interval = horizon.interval(ofSlot: number)
      let stations = member.allowedStations.filter { station in
        law.allows(Segment(place: .station(station), interval: interval), staff: staff)
      }
      let own = stations.map { station in
        (place: station * horizon.slotCount + number, cost: member.homeStations.contains(station) ? 0 : away)
      }
      let driving = runs.filter { scenario.delivery.slots[$0].interval.contains(interval) }
      return own + driving.map { (scenario.stations.count * horizon.slotCount + $0, 0) }
    }
    let pay = scenario.contract(of: staff).dutyRate(payPerMinute: member.payPerMinute, on: horizon.dayKinds[day])
    let wished = member.wishes.filter { $0.day == day && $0.kind == .on }.reduce(0) { $0 + $1.weight.micro }
    return Day(
      slots: slots, places: places, pay: scenario.weights.micro(of: pay) * Double(slot), wishes: Double(wished))
  }
}
