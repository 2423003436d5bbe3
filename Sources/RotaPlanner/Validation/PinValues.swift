extension ScenarioValidation {
  /// The pins in table order, each for its part inside the planned days and their tail; what lies outside is warned of and left out.
  func pinValues(_ delivery: Delivery, _ staff: [StaffMember]) -> [Pin] {
    draft.pins.flatMap { pin -> [Pin] in
      let day = pin.date.dayNumber - horizon.firstDay.dayNumber
      guard let interval = planned(pin, day) else {
        issues.add(
          Issue(.pinOutsideHorizon, at: pin.origin.location(PinDraft.Columns.date), found: pin.date.description))
        return []
      }
      guard let demand = demand(pin, day, interval, delivery) else { return [] }
      return stillToPlan(demand, staff, pin).map { Pin(demand: $0, location: pin.origin.location()) }
    }
  }

  /// The hours of a pin that can be planned; nil when there are none. Hours over the last midnight end with the tail, those of the
  /// evening before begin at the first midnight. Crews and stops are of a planned day.
  private func planned(_ pin: PinDraft, _ day: Int) -> Interval? {
    let whole = pin.hours?.on(day) ?? horizon.interval(ofDay: day)
    let isOfDay = pin.kind == .crew || pin.kind == .stop
    guard ((isOfDay ? 0 : -1)..<horizon.days).contains(day), let inside = days.cut([whole], withTail: true).first
    else { return nil }
    if inside != whole, !isOfDay {
      let lost =
        inside.end < whole.end ? Interval(inside.end, whole.end) : Interval(whole.start, inside.start)
      issues.add(
        Issue(
          .pinCut, at: pin.origin.location(PinDraft.Columns.hours), found: lost.clockText,
          ["date": horizon.date(ofDay: horizon.day(of: lost.start)).description, "part": inside.clockText]))
    }
    return inside
  }

  /// What is left of a pin beside a duty of the plan before: that person's hours there hold already. A station cannot be closed over it.
  private func stillToPlan(_ demand: Pin.Demand, _ staff: [StaffMember], _ pin: PinDraft) -> [Pin.Demand] {
    switch demand {
    case .work(let person, let station, let interval):
      let ledger = staff[person].ledger
      guard let done = ledger.carriedWork, ledger.lastDutyStation == station else { return [demand] }
      return [interval].subtracting([done]).map { .work(staff: person, station: station, interval: $0) }
    case .closed(let station, let interval):
      let isCarried = staff.contains { person in
        person.ledger.lastDutyStation == station && (person.ledger.carriedWork?.overlap(interval) ?? 0) > 0
      }
      guard isCarried else { return [demand] }
      issues.add(
        Issue(.pinClosesCarried, at: pin.origin.location(PinDraft.Columns.hours), subject: draft.stations[station].id))
      return []
    case .crew, .off, .staffed, .stop: return [demand]
    }
  }

  private func demand(_ pin: PinDraft, _ day: Int, _ interval: Interval, _ delivery: Delivery) -> Pin.Demand? {
    switch pin.kind {
    case .work:
      let person = person(pin)
      guard let station = station(pin), let person else { return nil }
      return .work(staff: person, station: station, interval: interval)
    case .off: return person(pin).map { .off(staff: $0, interval: interval) }
    case .staffed: return station(pin).map { .staffed(station: $0, interval: interval, count: pin.count) }
    case .closed: return station(pin).map { .closed(station: $0, interval: interval) }
    case .stop:
      return index(pin, pin.site, PinDraft.Columns.site, sites).map { .stop(site: $0, day: day, kits: pin.count) }
    case .crew:
      let person = person(pin)
      guard let slot = slot(pin, day, interval, delivery), let person else { return nil }
      return .crew(staff: person, slot: slot)
    }
  }

  private func person(_ pin: PinDraft) -> Int? { index(pin, pin.staff, PinDraft.Columns.staff, staff) }
  private func station(_ pin: PinDraft) -> Int? { index(pin, pin.station, PinDraft.Columns.station, stations) }

  /// What the pin names in a column its kind needs; reported when empty or unknown.
  private func index(_ pin: PinDraft, _ id: String?, _ column: Column, _ lookup: Lookup) -> Int? {
    guard let id else {
      issues.add(
        Issue(.pinIncomplete, at: pin.origin.location(column), subject: pin.kind.rawValue, expected: column.id))
      return nil
    }
    return lookup.index(id, at: pin.origin.location(column), issues)
  }

  /// The one delivery slot of the vehicle that overlaps the pin's hours.
  private func slot(_ pin: PinDraft, _ day: Int, _ interval: Interval, _ delivery: Delivery) -> Int? {
    guard let vehicle = index(pin, pin.vehicle, PinDraft.Columns.vehicle, vehicles) else { return nil }
    let found = delivery.slots.indices.filter { index in
      let slot = delivery.slots[index]
      return slot.vehicle == vehicle && slot.day == day && slot.interval.overlap(interval) > 0
    }
    if found.count == 1 {
      let slot = delivery.slots[found[0]].interval
      if pin.hours != nil, slot != interval {
        issues.add(
          Issue(
            .pinMeansWholeSlot, at: pin.origin.location(PinDraft.Columns.hours),
            subject: draft.vehicles[vehicle].id, found: interval.clockText, expected: slot.clockText))
      }
      return found[0]
    }
    issues.add(
      Issue(
        .pinWithoutSlot, at: pin.origin.location(PinDraft.Columns.hours), subject: draft.vehicles[vehicle].id,
        found: found.count))
    return nil
  }
}
