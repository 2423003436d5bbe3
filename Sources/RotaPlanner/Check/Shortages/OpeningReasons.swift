/// Why a station is not open, or not staffed, in a slot.
final class OpeningReasons {
  private let context: CheckContext
  private let people: StaffingReasons
  private let left: Money?
  /// What matters of a station to who could staff it.
  private struct Kind: Hashable {
    let allowed: [Int]
    let need: Int
    let skills: [String]
  }

  private let kinds: [Kind]
  /// By station. Many stations are alike, above all where everybody may serve everywhere.
  private let kindOf: [Int]
  private let isPinnedClosed: [Set<Int>]
  /// What was asked before, `[kind][slot]`, for staffing alone.
  private var known: [[ShortageReason??]]

  init(_ context: CheckContext, _ people: StaffingReasons, spent: Money) {
    self.context = context
    self.people = people
    let scenario = context.scenario
    left = scenario.budget.map { $0 - spent }
    var allowed: [[Int]] = Array(repeating: [], count: scenario.stations.count)
    for (person, member) in scenario.staff.enumerated() {
      for station in member.allowedStations { allowed[station].append(person) }
    }
    var (kinds, numbers): ([Kind], [Kind: Int]) = ([], [:])
    kindOf = zip(scenario.stations, allowed).map { station, allowed in
      let kind = Kind(allowed: allowed, need: station.minimumStaff, skills: station.neededSkills)
      if let number = numbers[kind] { return number }
      numbers[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    self.kinds = kinds
    var closed: [Set<Int>] = Array(repeating: [], count: scenario.stations.count)
    for pin in scenario.pins {
      if case .closed(let station, let interval) = pin.demand {
        closed[station].formUnion(context.horizon.slots(touching: interval))
      }
    }
    isPinnedClosed = closed
    let empty: [ShortageReason??] = Array(repeating: nil, count: context.horizon.slotCount)
    known = Array(repeating: empty, count: kinds.count)
  }

  /// Why the slot is not open; `selfServiceCounts`: whether opening without staff would do.
  func reason(_ station: Int, _ slot: Int, selfServiceCounts: Bool) -> ShortageReason {
    let view = context.stations[station]
    if !view.inHostHours[slot] { return .outsideHostHours }
    if isPinnedClosed[station].contains(slot) { return .pinnedClosed }
    if selfServiceCounts && view.inSelfServiceHours[slot] {
      return isAffordable(view.station.selfServiceCostPerMinute) ? .otherChoices : .budget
    }
    let reason = staffing(kindOf[station], slot)
    return reason ?? (isAffordable(view.station.staffedCostPerMinute) ? .otherChoices : .budget)
  }

  private func staffing(_ number: Int, _ slot: Int) -> ShortageReason? {
    if let reason = known[number][slot] { return reason }
    let kind = kinds[number]
    let reason = people.reason(kind.allowed, need: kind.need, skills: kind.skills, slots: slot..<(slot + 1))
    known[number][slot] = .some(reason)
    return reason
  }

  private func isAffordable(_ costPerMinute: Money) -> Bool {
    guard let left else { return true }
    return costPerMinute * context.horizon.slotMinutes <= left
  }
}
