/// Duties of the plan before that run on over the first midnight: the ledger's `last_duty_end` lies after it.
extension ScenarioValidation {
  /// Hardly a duty that began before midnight ends later.
  static let longestCarriedWork: Minutes = 12 * 60

  /// Reports carried staff who break the rules of their station by themselves (R04, R18): a plan could do nothing about it.
  func checkCarried(_ staff: [StaffMember], _ stations: [Station]) {
    let carried = staff.indices.filter { staff[$0].ledger.lastDutyStation != nil }
    guard !carried.isEmpty else { return }
    let rows = Dictionary(draft.ledger.map { ($0.staff, $0.origin) }, uniquingKeysWith: { first, _ in first })
    for station in stations.indices {
      let here = carried.filter { staff[$0].ledger.lastDutyStation == station }
      guard let first = here.first, let slot = unlawfulSlot(stations[station], here.map { staff[$0] }) else { continue }
      let present = here.count { staff[$0].ledger.carriedWork?.contains(slot) == true }
      issues.add(
        Issue(
          .carriedUnlawful, at: rows[staff[first].id]?.location(LedgerDraft.Columns.lastDutyStation),
          subject: stations[station].id, found: present, ["time": slot.clockText]))
    }
  }

  /// The first slot in which the people carried over are not what the station needs; nil when there is none.
  private func unlawfulSlot(_ station: Station, _ people: [StaffMember]) -> Interval? {
    let last = people.compactMap { $0.ledger.carriedWork?.end }.max() ?? 0
    return (0..<min(horizon.slotCount, last / horizon.slotMinutes)).map(horizon.interval(ofSlot:)).first { slot in
      let present = people.filter { $0.ledger.carriedWork?.contains(slot) == true }
      let isFull = (station.minimumStaff...max(station.minimumStaff, station.maximumStaff)).contains(present.count)
      let isAble = station.neededSkills.allSatisfy { skill in present.contains { $0.skills.contains(skill) } }
      return !isFull || !isAble || !station.hostHours.covers(slot)
    }
  }
}
