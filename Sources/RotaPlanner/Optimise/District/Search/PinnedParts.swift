/// What the search leaves as it is because pins hold it.
struct PinnedParts {
  /// People with pinned work or a pinned place in a crew.
  let staff: Set<Int>
  /// Delivery slots of runs that keep a pinned stop.
  let runs: Set<Int>

  init(_ scenario: Scenario, runs: [Run]) {
    var staff: Set<Int> = []
    var slots: Set<Int> = []
    for pin in scenario.pins {
      switch pin.demand {
      case .work(let person, _, _): staff.insert(person)
      case .crew(let person, let slot):
        staff.insert(person)
        slots.insert(slot)
      case .stop(let site, let day, _):
        for run in runs
        where scenario.delivery.slots[run.slot].day == day && run.stops.contains(where: { $0.site == site }) {
          slots.insert(run.slot)
        }
      case .off, .staffed, .closed: continue
      }
    }
    self.staff = staff
    self.runs = slots
  }
}
