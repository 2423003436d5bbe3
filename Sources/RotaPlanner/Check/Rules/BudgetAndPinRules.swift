/// Rules on the whole plan: budget and pins.
extension CheckContext {
  /// R28: all money within the budget.
  func r28() -> [Violation] {
    guard let budget = scenario.budget else { return [] }
    let spent = MoneyAccount(self).byKind.total
    return spent > budget ? [Violation(.budget, measured: spent.milliFen, allowed: budget.milliFen)] : []
  }

  /// R29: pins hold.
  func r29() -> [Violation] {
    scenario.pins.enumerated().flatMap { index, pin -> [Violation] in
      switch pin.demand {
      case .work(let staff, let station, let interval): return pinnedWork(index, staff, station, interval)
      case .crew(let staff, let slot): return pinnedCrew(index, staff, slot)
      case .off(let staff, let interval): return pinnedOff(index, staff, interval)
      case .staffed(let station, let interval, let count): return pinnedStaff(index, station, interval, count)
      case .closed(let station, let interval): return pinnedClosed(index, station, interval)
      case .stop(let site, let day, let kits): return pinnedStop(index, site, day, kits)
      }
    }
  }

  private func pinnedWork(_ pin: Int, _ staff: Int, _ station: Int, _ interval: Interval) -> [Violation] {
    let covered = rosters[staff].intervals(atStation: station).overlap(interval)
    guard covered < interval.length else { return [] }
    let subject = ViolationSubject(staff: staff, station: station, pin: pin)
    return [Violation(.pinWork, subject, at: interval, measured: covered, allowed: interval.length)]
  }

  private func pinnedCrew(_ pin: Int, _ staff: Int, _ slot: Int) -> [Violation] {
    guard !deliveries[slot].crew.contains(staff) else { return [] }
    let subject = ViolationSubject(staff: staff, deliverySlot: slot, pin: pin)
    return [Violation(.pinCrew, subject, at: delivery.slots[slot].interval, measured: 0, allowed: 1)]
  }

  private func pinnedOff(_ pin: Int, _ staff: Int, _ interval: Interval) -> [Violation] {
    let subject = ViolationSubject(staff: staff, pin: pin)
    return rosters[staff].duties.filter { $0.span.overlap(interval) > 0 }.map { duty in
      Violation(.pinOff, subject, at: duty.span, measured: duty.span.overlap(interval), allowed: 0)
    }
  }

  private func pinnedStaff(_ pin: Int, _ station: Int, _ interval: Interval, _ count: Int) -> [Violation] {
    let subject = ViolationSubject(station: station, pin: pin)
    var finding = SlotFindings(horizon)
    for slot in horizon.slots(touching: interval) {
      let present = stations[station].present[slot].count
      if present < count { finding.add(.pinStaffed, subject, slot, measured: present, allowed: count) }
    }
    return finding.violations
  }

  private func pinnedClosed(_ pin: Int, _ station: Int, _ interval: Interval) -> [Violation] {
    let open = horizon.slots(touching: interval).filter { stations[station].isOpen($0) }
    guard !open.isEmpty else { return [] }
    let subject = ViolationSubject(station: station, pin: pin)
    return [Violation(.pinClosed, subject, at: interval, measured: open.count * horizon.slotMinutes, allowed: 0)]
  }

  private func pinnedStop(_ pin: Int, _ site: Int, _ day: Int, _ kits: Int) -> [Violation] {
    let stops = deliveries.filter { $0.slot.day == day }.flatMap(\.runs).flatMap(\.stops).filter { $0.site == site }
    let best = stops.map(\.kitCount).max()
    if let best, best >= kits { return [] }
    let subject = ViolationSubject(site: site, pin: pin)
    return [
      Violation(
        .pinStop, subject, at: horizon.interval(ofDay: day), measured: best ?? 0, allowed: kits,
        amount: max(1, kits - (best ?? 0)))
    ]
  }
}
