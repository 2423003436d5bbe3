/// The order in which persons and days are looked at: highest known worth first; a worth that may be out of date is confirmed first.
struct OfferBoard: Sendable {
  private enum Entry { case unknown, stale(Int), fresh(Int), closed }

  private let scenario: Scenario
  private let stations: FirstStations
  private var entries: [Entry]

  init(_ scenario: Scenario, _ stations: FirstStations) {
    self.scenario = scenario
    self.stations = stations
    entries = Array(repeating: .unknown, count: scenario.staff.count * scenario.horizon.days)
  }

  /// The person and day to look at next; nil when nothing is worth anything any more.
  func next() -> (staff: Int, day: Int)? {
    var best: (index: Int, worth: Int)?
    for (index, entry) in entries.enumerated() {
      switch entry {
      case .unknown: return (index / scenario.horizon.days, index % scenario.horizon.days)
      case .stale(let worth), .fresh(let worth):
        if worth > best?.worth ?? 0 { best = (index, worth) }
      case .closed: continue
      }
    }
    return best.map { ($0.index / scenario.horizon.days, $0.index % scenario.horizon.days) }
  }

  /// Enters the offer just found; true when it may be taken: it was known before and nothing known is better.
  mutating func confirm(_ offer: DutyOffer?, _ staff: Int, _ day: Int) -> Bool {
    let index = staff * scenario.horizon.days + day
    guard let offer else {
      entries[index] = .closed
      return false
    }
    if case .unknown = entries[index] {
      entries[index] = .fresh(offer.worth)
      return false
    }
    entries[index] = .fresh(offer.worth)
    guard let best = next() else { return false }
    return best == (staff, day)
  }

  /// Nothing more for this person and day.
  mutating func close(_ staff: Int, _ day: Int) { entries[staff * scenario.horizon.days + day] = .closed }

  /// The person's hours and rests have changed: known worths are at most what they were.
  mutating func reopen(_ staff: Int) {
    for day in 0..<scenario.horizon.days { loosen(staff, day) }
  }

  /// The station's worths around the day have changed.
  mutating func reopen(station: Int, near day: Int) {
    for near in max(0, day - 1)..<min(scenario.horizon.days, day + 2) {
      for staff in stations.staff(at: station) { loosen(staff, near) }
    }
  }

  private mutating func loosen(_ staff: Int, _ day: Int) {
    let index = staff * scenario.horizon.days + day
    if case .fresh(let worth) = entries[index] { entries[index] = .stale(worth) }
  }
}
