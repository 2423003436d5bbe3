/// Counts, slot by slot, who can be at a station that pins want staffed: a proof without any search that some pins cannot hold.
///
/// Whoever may serve there (R03), is available for the whole slot (R02) and is not kept away by another pin (R01, R29) is counted as
/// able. A staffed station needs as many people as a pin asks for, at least its own minimum, and each of its skills (R18).
struct PinHeadcount {
  /// A slot in which too few people can come.
  struct Lack {
    /// The pin that wants the station staffed.
    let pin: Int
    let station: Int
    let slot: Interval
    /// What the station needs of the people present: any skill, or this one.
    let skill: String?
    /// How many of them are needed.
    let wanted: Int
    /// Those who can come; with a skill, those who hold it.
    let able: [Int]
    /// Those who could, but whom another pin of the choice keeps away, with that pin: as few as the proof needs.
    let kept: [(staff: Int, pin: Int)]

    /// The pins of the proof, rising.
    var pins: [Int] { Set([pin] + kept.map(\.pin)).sorted() }
  }

  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// The first slot in which the pin asks for people who cannot come, with the other pins among `pins`; nil when none was found.
  func lack(_ pin: Int, among pins: [Int]) -> Lack? {
    let (station, interval, count): (Int, Interval, Int)
    switch scenario.pins[pin].demand {
    case .staffed(let place, let hours, let number): (station, interval, count) = (place, hours, number)
    case .work(_, let place, let hours): (station, interval, count) = (place, hours, 1)
    case .crew, .off, .closed, .stop: return nil
    }
    guard count > 0, interval.length > 0 else { return nil }
    let carried = scenario.carriedPresence
    let length = scenario.horizon.slotMinutes
    let whole = slots(interval)
    let fit = scenario.staff.indices.filter { scenario.staff[$0].mayServe(at: station) }
    var pinsOf: [Int: [Int]] = [:]
    for pin in pins {
      switch scenario.pins[pin].demand {
      case .off(let staff, _), .work(let staff, _, _), .crew(let staff, _): pinsOf[staff, default: []].append(pin)
      case .staffed, .closed, .stop: continue
      }
    }
    for start in stride(from: whole.start, to: whole.end, by: length) {
      let cell = station * scenario.horizon.slotCount + start / length
      for (skill, wanted) in needs(of: station, count, carried: carried.count { $0.cell == cell }) {
        let slot = Interval(start, start + length)
        if let lack = lack(pin, station, slot, skill, wanted, of: fit, pinsOf) { return lack }
      }
    }
    return nil
  }

  /// How many people, and with which skills, must come beside those carried over, who keep R18 by themselves.
  private func needs(of station: Int, _ count: Int, carried: Int) -> [(skill: String?, wanted: Int)] {
    if carried > 0 { return [(nil, count - carried)] }
    let place = scenario.stations[station]
    return [(nil, max(count, place.minimumStaff))] + place.neededSkills.map { ($0, 1) }
  }

  private func lack(
    _ pin: Int, _ station: Int, _ slot: Interval, _ skill: String?, _ wanted: Int, of people: [Int],
    _ pinsOf: [Int: [Int]]
  ) -> Lack? {
    let fit = people.filter { staff in
      let person = scenario.staff[staff]
      return person.available.covers(slot) && skill.map(person.skills.contains) ?? true
    }
    let kept = fit.compactMap { staff in
      blocker(of: staff, at: station, slot, among: pinsOf[staff] ?? []).map { (staff: staff, pin: $0) }
    }
    guard fit.count - kept.count < wanted else { return nil }
    let needed = Array(kept.prefix(max(0, fit.count - wanted + 1)))
    let able = fit.filter { staff in !needed.contains { $0.staff == staff } }
    return Lack(pin: pin, station: station, slot: slot, skill: skill, wanted: wanted, able: able, kept: needed)
  }

  /// The first pin that keeps the person away from the station in the slot.
  private func blocker(of staff: Int, at station: Int, _ slot: Interval, among pins: [Int]) -> Int? {
    pins.first { pin in
      switch scenario.pins[pin].demand {
      case .off(staff, let interval): return interval.overlap(slot) > 0
      case .work(staff, let other, let interval): return other != station && interval.overlap(slot) > 0
      case .crew(staff, let run): return scenario.delivery.slots[run].interval.overlap(slot) > 0
      default: return false
      }
    }
  }

  /// The interval widened to whole slots.
  private func slots(_ interval: Interval) -> Interval {
    let length = scenario.horizon.slotMinutes
    return Interval(interval.start / length * length, (interval.end + length - 1) / length * length)
  }
}
