/// Delivery slots that differ in nothing that matters to a crew: those at the same time of vehicles that are out at the same times. Travel
/// between two runs depends only on whether they share a vehicle, so the first slot of each class stands for all.
struct RunClasses: Sendable {
  /// Delivery slots of each class, the one that stands for it first.
  let members: [[Int]]

  /// The classes of the slots in which a run is possible.
  init(_ scenario: Scenario, runnable: [Bool]) {
    let slots = scenario.delivery.slots
    var members: [[Int]] = []
    var known: [(times: [Interval], classes: Range<Int>)] = []
    for vehicle in scenario.delivery.vehicles.indices {
      let own = slots.indices.filter { slots[$0].vehicle == vehicle && runnable[$0] }
      let times = own.map { slots[$0].interval }
      if let alike = known.first(where: { $0.times == times }) {
        for (slot, number) in zip(own, alike.classes) { members[number].append(slot) }
      } else {
        known.append((times, members.count..<members.count + own.count))
        members += own.map { [$0] }
      }
    }
    self.members = members
  }
}
