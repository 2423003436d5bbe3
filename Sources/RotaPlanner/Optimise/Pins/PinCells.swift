/// The station slots and delivery slots that some pins speak of, and the staff who can matter there.
///
/// In a plan that only has to keep these pins, every duty that touches none of the cells can go: it helps no pin and nobody's law.
struct PinCells: Sendable {
  private let scenario: Scenario
  /// `[station][slot]`; a station that needs more than one person, or a skill, counts with all slots that duties around the pin reach.
  private(set) var slots: [[Bool]]
  /// `[station][slot]`: what a pin closes. No duty is needed there, but duties differ in whether they use it.
  private var closed: [[Bool]]
  /// By delivery slot.
  private(set) var runs: [Bool]

  /// The cells of the pins with these positions in `scenario.pins`.
  init(_ scenario: Scenario, pins: [Int]) {
    self.scenario = scenario
    slots = Array(
      repeating: Array(repeating: false, count: scenario.horizon.slotCount), count: scenario.stations.count)
    closed = slots
    runs = scenario.delivery.slots.map { _ in false }
    for pin in pins {
      switch scenario.pins[pin].demand {
      case .work(_, let station, let interval), .staffed(let station, let interval, _): add(station, interval)
      case .closed(let station, let interval): for slot in slotRange(interval) { closed[station][slot] = true }
      case .crew(_, let slot): runs[slot] = true
      case .stop(_, let day, _):
        for slot in runs.indices where scenario.delivery.slots[slot].day == day { runs[slot] = true }
      case .off: continue
      }
    }
  }

  /// Whether one person without special skills may staff the station alone.
  static func isSimple(_ station: Station) -> Bool { station.minimumStaff <= 1 && station.neededSkills.isEmpty }

  /// Stations with a cell, rising.
  var stations: [Int] { slots.indices.filter { slots[$0].contains(true) } }

  /// Whether the segment touches a cell.
  func touches(_ segment: Segment) -> Bool {
    switch segment.place {
    case .run(let slot): return runs[slot]
    case .station(let station): return slotRange(segment.interval).contains { slots[station][$0] }
    }
  }

  /// The cells that the segments cover, as numbers, and every delivery slot among them as a negative number.
  func signature(_ segments: [Segment]) -> [Int] {
    segments.flatMap { segment -> [Int] in
      switch segment.place {
      case .run(let slot): return [-slot - 1]
      case .station(let station):
        return slotRange(segment.interval).filter { slots[station][$0] || closed[station][$0] }
          .map { station * scenario.horizon.slotCount + $0 }
      }
    }
  }

  /// The times at which duties of the staff member can touch a cell, widened by the longest span.
  func reach(of staff: Int) -> [Interval] {
    let person = scenario.staff[staff]
    let span = scenario.contract(of: staff).maximumSpanMinutes
    var times = person.allowedStations.flatMap { hours(ofStation: $0) }
    if person.mayDeliver { times += runs.indices.filter { runs[$0] }.map { scenario.delivery.slots[$0].interval } }
    return times.filter { person.available.overlap($0) > 0 }.map { Interval($0.start - span, $0.end + span) }
      .normalised()
  }

  private func hours(ofStation station: Int) -> [Interval] {
    slots[station].indices.filter { slots[station][$0] }.map(scenario.horizon.interval(ofSlot:)).normalised()
  }

  private mutating func add(_ station: Int, _ interval: Interval) {
    for slot in slotRange(interval) { slots[station][slot] = true }
    guard !Self.isSimple(scenario.stations[station]), interval.length > 0 else { return }
    let span = scenario.contracts.reduce(0) { max($0, $1.maximumSpanMinutes) }
    for slot in slotRange(Interval(interval.start - span, interval.end + span)) { slots[station][slot] = true }
  }

  /// The slots that overlap the interval.
  private func slotRange(_ interval: Interval) -> Range<Int> {
    guard interval.length > 0 else { return 0..<0 }
    let length = scenario.horizon.slotMinutes
    let first = min(max(0, interval.start) / length, scenario.horizon.slotCount)
    let end = min(scenario.horizon.slotCount, (max(0, interval.end) + length - 1) / length)
    return first..<max(first, end)
  }
}

extension PinCells {
  /// The staff who can have a part in keeping the pins, rising: those whom a pin names, those who may help at a station that needs
  /// several people, and those who may deliver where a run is pinned.
  func staff(for pins: [Int], in scenario: Scenario) -> [Int] {
    var isNeeded = scenario.staff.map { _ in false }
    for pin in pins {
      switch scenario.pins[pin].demand {
      case .work(let staff, let station, _):
        isNeeded[staff] = true
        if !Self.isSimple(scenario.stations[station]) { addStaff(ofStation: station, scenario, &isNeeded) }
      case .staffed(let station, _, _): addStaff(ofStation: station, scenario, &isNeeded)
      case .crew, .stop:
        for staff in scenario.staff.indices where scenario.staff[staff].mayDeliver { isNeeded[staff] = true }
      case .off, .closed: continue
      }
    }
    return isNeeded.indices.filter { isNeeded[$0] && !reach(of: $0).isEmpty }
  }

  private func addStaff(ofStation station: Int, _ scenario: Scenario, _ isNeeded: inout [Bool]) {
    for staff in scenario.staff.indices where scenario.staff[staff].mayServe(at: station) {
      isNeeded[staff] = true
    }
  }
}
