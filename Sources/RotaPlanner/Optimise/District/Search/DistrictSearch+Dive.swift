/// A fresh start from the bound's multipliers.
extension DistrictSearch {
  /// Plans all movable people anew by a dive from the bound's multipliers, whatever that costs; the best plan is kept apart. Leaves the
  /// plan as it is when the dive's could not be made lawful.
  func dive(from bound: DistrictBound, threads: Int, _ clock: SearchClock) {
    let dive = RosterDive(
      law: maker.pricing.law, forms: maker.pricing.forms, rosters: rosters, crews: rosters.map(\.runSlots),
      open: movable, threads: threads)
    guard let found = dive.run(from: bound, clock) else { return }
    let before = Before(self, movable)
    guard restart(found) else {
      takeBack(movable, before)
      return
    }
    service.commit()
    rearrangeVisits()
  }

  /// Gives everybody these rosters, and those in cells that are unlawful then another one; true when all is lawful in the end.
  private func restart(_ found: [[DutyCandidate]]) -> Bool {
    for staff in movable { lift(staff, []) }
    service.settle()
    for staff in movable { give(staff, found[staff]) }
    return repair() && unlawfulCells.isEmpty && isAffordable
  }

  private var unlawfulCells: [Int] { (0..<service.tables.cellCount).filter { !service.isLawful($0) } }

  /// Plans those in unlawful cells anew; false when somebody's runs get lost.
  private func repair() -> Bool {
    (noise, pull) = (0, 0)
    let bad = unlawfulCells
    guard !bad.isEmpty else { return true }
    let people = movable.filter { staff in cells(of: staff).contains { range in bad.contains(where: range.contains) } }
    let crews = people.map { rosters[$0].runSlots }
    for staff in people { lift(staff, []) }
    service.settle()
    for (staff, slots) in zip(people, crews) {
      guard let roster = planAnew(staff, slots: slots, [], joint: []) else { return false }
      give(staff, roster)
    }
    return true
  }
}
