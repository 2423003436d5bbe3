/// Why a station is not open, or not staffed, in a slot.
final class OpeningReasons {
  private let context: CheckContext
  private let people: StaffingReasons
  private let left: Money?
  private let allowed: [[Int]]
  private let isPinnedClosed: [Set<Int>]
  /// What was asked before, `[station][slot]`, for staffing alone.
  private var known: [[ShortageReason?]]

  init(_ context: CheckContext, _ people: StaffingReasons, spent: Money) {
    self.context = context
    self.people = people
    let scenario = context.scenario
    left = scenario.budget.map { $0 - spent }
    var allowed: [[Int]] = Array(repeating: [], count: scenario.stations.count)
    for (person, member) in scenario.staff.enumerated() {
      for station in member.allowedStations { allowed[station].append(person) }
    }
    self.allowed = allowed
    var closed: [Set<Int>] = Array(repeating: [], count: scenario.stations.count)
    for pin in scenario.pins {
      if case .closed(let station, let interval) = pin.demand {
        closed[station].formUnion(context.horizon.slots(touching: interval))
      }
    }
    isPinnedClosed = closed
    let empty: [ShortageReason?] = Array(repeating: nil, count: context.horizon.slotCount)
    known = Array(repeating: empty, count: scenario.stations.count)
  }

  /// Why the slot is not open; `selfServiceCounts`: whether opening without staff would do.
  func reason(_ station: Int, _ slot: Int, selfServiceCounts: Bool) -> ShortageReason {
    let view = context.stations[station]
    if !view.inHostHours[slot] { return .outsideHostHours }
    if isPinnedClosed[station].contains(slot) { return .pinnedClosed }
    if selfServiceCounts && view.inSelfServiceHours[slot] {
      return isAffordable(view.station.selfServiceCostPerMinute) ? .otherChoices : .budget
    }
    if let reason = known[station][slot] { return reason }
    let reason = staffing(view, slot)
    known[station][slot] = reason
    return reason
  }

  private func staffing(_ view: StationView, _ slot: Int) -> ShortageReason {
    let station = view.station
    let reason = people.reason(
      allowed[view.index], need: station.minimumStaff, skills: station.neededSkills, slots: slot..<(slot + 1))
    return reason ?? (isAffordable(station.staffedCostPerMinute) ? .otherChoices : .budget)
  }

  private func isAffordable(_ costPerMinute: Money) -> Bool {
    guard let left else { return true }
    return costPerMinute * context.horizon.slotMinutes <= left
  }
}
