/// O12 and O13: what a station's day looks like from the street (docs/model.md section 5), in millionths of a unit.
extension CheckContext {
  /// O12: openings beyond the first one of each stretch of host hours of a day.
  func o12() -> Int {
    sum(stations) { view in
      sum(0..<horizon.days) { Bounded.product(extraOpenings(view, day: $0), scenario.weights.extraOpening.micro) }
    }
  }

  /// O13: promised days that are not kept whole.
  func o13() -> Int {
    sum(stations) { view in
      sum(0..<horizon.days) { isBroken(view, day: $0) ? scenario.weights.brokenDay.micro : 0 }
    }
  }

  /// Openings that begin on the day although another one began in the same stretch of host hours of the day.
  private func extraOpenings(_ view: StationView, day: Int) -> Int {
    var (extra, begun) = (0, 0)
    for slot in horizon.slots(inside: horizon.interval(ofDay: day)) {
      if !view.inHostHours[slot] {
        begun = 0
      } else if begins(view, at: slot) {
        begun += 1
        extra += begun > 1 ? 1 : 0
      }
    }
    return extra
  }

  /// Whether staff comes to a station without any; what the plan before left open goes on.
  private func begins(_ view: StationView, at slot: Int) -> Bool {
    guard view.openings[slot] == .staffed else { return false }
    if slot > 0 { return view.openings[slot - 1] != .staffed }
    return !scenario.staff.contains { person in
      person.ledger.lastDutyStation == view.index && (person.ledger.lastDutyEnd ?? 0) >= horizon.slotMinutes
    }
  }

  private func isBroken(_ view: StationView, day: Int) -> Bool {
    horizon.slots(inside: horizon.interval(ofDay: day)).contains { brokenPromise(view, $0) > 0 }
  }
}
