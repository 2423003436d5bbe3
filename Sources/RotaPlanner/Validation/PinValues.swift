extension ScenarioValidation {
  /// The pins of planned days in table order; others are warned of and left out.
  func pinValues(_ delivery: Delivery) -> [Pin] {
    draft.pins.compactMap { pin in
      guard let day = days.day(pin.date) else {
        issues.add(
          Issue(.pinOutsideHorizon, at: pin.origin.location(PinDraft.Columns.date), found: pin.date.description))
        return nil
      }
      return demand(pin, day, delivery).map { Pin(demand: $0, location: pin.origin.location()) }
    }
  }

  private func demand(_ pin: PinDraft, _ day: Int, _ delivery: Delivery) -> Pin.Demand? {
    let interval = pin.hours?.on(day) ?? horizon.interval(ofDay: day)
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
    if found.count == 1 { return found[0] }
    issues.add(
      Issue(
        .pinWithoutSlot, at: pin.origin.location(PinDraft.Columns.hours), subject: draft.vehicles[vehicle].id,
        found: found.count))
    return nil
  }
}
