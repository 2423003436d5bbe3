/// Every station and arrival slot that serves a visit in `window`, by station (in the order of `reach`) and slot.
///
/// With walk w, a visit that arrives in slot [p, q) does so at r = max(p, window start + w). The slot serves it
/// when r < q, r + dwell + w is not after the window's end, and the stay [r, r + dwell) lies in the horizon, in host hours and outside
/// clock changes.
func serviceOptions(
  window: Interval, dwellMinutes: Minutes, reach: [ReachLink], _ scenario: Scenario
) -> [ServiceOption] {
  let horizon = scenario.horizon
  return reach.flatMap { link -> [ServiceOption] in
    let earliest = max(0, window.start + link.walkMinutes)
    let latest = min(window.end - link.walkMinutes, horizon.interval.end) - dwellMinutes
    guard earliest <= latest else { return [] }
    let slots = (earliest / horizon.slotMinutes)...(latest / horizon.slotMinutes)
    let hostHours = scenario.stations[link.station].hostHours
    return slots.compactMap { slot in
      let arrival = max(slot * horizon.slotMinutes, earliest)
      let stay = Interval(arrival, arrival + dwellMinutes)
      guard hostHours.covers(stay), !horizon.clockChanges.contains(where: { $0.piece.overlap(stay) > 0 }) else {
        return nil
      }
      return ServiceOption(station: link.station, slot: slot, arrival: arrival, walkMinutes: link.walkMinutes)
    }
  }
}
