/// Lists the stop sequences by which runs can keep pins: only pinned sites, or any one site where a crew is pinned.
///
/// Other stops can be left out of a run that only has to keep these pins.
struct PinRuns: Sendable {
  private let scenario: Scenario
  private let runs: RunEnumerator
  /// Sequences of one delivery slot.
  private static let limit = 2_000

  init(_ scenario: Scenario) {
    self.scenario = scenario
    runs = RunEnumerator(scenario)
  }

  /// Sequences by delivery slot for the pins with these positions; nil when there are too many.
  func sequences(for pins: [Int]) -> [[StopSequence]]? {
    let delivery = scenario.delivery
    var sites = delivery.slots.map { _ in Set<Int>() }
    var hasCrew = delivery.slots.map { _ in false }
    for pin in pins {
      switch scenario.pins[pin].demand {
      case .crew(_, let slot): hasCrew[slot] = true
      case .stop(let site, let day, _):
        for slot in sites.indices where delivery.slots[slot].day == day { sites[slot].insert(site) }
      case .work, .off, .staffed, .closed: continue
      }
    }
    var result: [[StopSequence]] = []
    for slot in delivery.slots.indices {
      guard let own = sequences(slot, over: sites[slot].sorted(), anySingle: hasCrew[slot]) else { return nil }
      result.append(own)
    }
    return result
  }

  private func sequences(_ slot: Int, over sites: [Int], anySingle: Bool) -> [StopSequence]? {
    guard !sites.isEmpty || anySingle, runs.allowsRuns(inSlot: slot) else { return [] }
    let delivery = scenario.delivery
    let empty = RunDraft(slot: slot, of: delivery)
    let allowed = sites.filter { runs.allowsStop($0, inSlot: slot) }
    var found: [StopSequence] = []
    if anySingle {
      found = delivery.sites.indices.filter { runs.allowsStop($0, inSlot: slot) && !allowed.contains($0) }
        .compactMap { empty.adding($0, of: delivery)?.closed(of: delivery) }
    }
    var drafts = [empty]
    while !drafts.isEmpty {
      drafts = drafts.flatMap { draft in
        allowed.filter { !draft.sites.contains($0) }.compactMap { draft.adding($0, of: delivery) }
      }
      found += drafts.map { $0.closed(of: delivery) }
      if found.count > Self.limit { return nil }
    }
    return found
  }
}
