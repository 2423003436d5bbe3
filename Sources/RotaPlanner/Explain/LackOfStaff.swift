extension ClashReasons {
  /// Whether fewer people can be at a station than a pin wants, counted slot by slot: those who may serve there, are available and are
  /// not kept away by other pins among `pins`. The pins named are the pin and as many of the others as it takes.
  func lackOfStaff(_ pin: Int, among pins: [Int]) -> (pins: [Int], reason: ClashReason)? {
    guard case .staffed(let station, let interval, let count) = scenario.pins[pin].demand, count > 0 else { return nil }
    let length = scenario.horizon.slotMinutes
    let whole = slots(interval)
    for start in stride(from: whole.start, to: whole.end, by: length) {
      let slot = Interval(start, start + length)
      let able = scenario.staff.indices.filter { staff in
        scenario.staff[staff].allowedStations.contains(station) && scenario.staff[staff].available.covers(slot)
      }
      let kept = able.compactMap { staff in blocker(of: staff, at: station, slot, among: pins).map { (staff, $0) } }
      guard able.count - kept.count < count else { continue }
      let needed = Array(kept.prefix(max(0, able.count - count + 1)))
      let elsewhere = needed.map(\.0)
      let reason = ClashReason.tooFew(
        pin: pin, station: station, slot, wanted: count, able: able.filter { !elsewhere.contains($0) },
        elsewhere: elsewhere)
      return (([pin] + needed.map(\.1)).distinct(), reason)
    }
    return nil
  }

  /// The first pin that keeps the person away from the station in the slot.
  private func blocker(of staff: Int, at station: Int, _ slot: Interval, among pins: [Int]) -> Int? {
    pins.first { pin in
      switch scenario.pins[pin].demand {
      case .off(staff, let interval): return interval.overlap(slot) > 0
      case let demand:
        guard let wanted = attendance(demand), wanted.staff == staff, wanted.place != .station(station) else {
          return false
        }
        return wanted.interval.overlap(slot) > 0
      }
    }
  }
}

extension [Int] {
  /// Each number once, rising.
  fileprivate func distinct() -> [Int] { Set(self).sorted() }
}
