import Testing

@testable import RotaPlanner

/// Every way to spend a day's slots, judged by the checker, against the enumeration of lawful duties.
@Suite struct NaiveDutyTests {
  /// Rules that a duty alone keeps or breaks.
  private static let own: Set<Rule> = [.r00, .r01, .r02, .r03, .r04, .r05, .r06, .r07, .r08, .r09, .r10, .r17]

  @Test func `the enumeration finds exactly the duties that the checker finds lawful`() {
    var compared = 0
    for seed in 1...70 {
      let scenario = RandomScenario.tiny(seed: seed, pins: false)
      let demand = deriveDemand(scenario)
      let law = DutyLaw(scenario)
      let enumerator = DutyEnumerator(rules: law, runnable: scenario.delivery.slots.map { _ in true })
      for staff in scenario.staff.indices where !scenario.contract(of: staff).bansProtectedNights {
        for day in 0..<scenario.horizon.days {
          let places = enumerator.places(of: staff)
          let horizon = scenario.horizon
          let last = min(horizon.slotCount, (day + 2) * horizon.slotsPerDay)
          let slots = (day * horizon.slotsPerDay..<last).filter {
            scenario.staff[staff].available.covers(horizon.interval(ofSlot: $0))
          }
          guard !slots.isEmpty, slots.count <= 6, places.count <= 3 else { continue }
          let naive = segmentLists(slots.map(horizon.interval(ofSlot:)), places: { _ in places }).filter { segments in
            guard horizon.day(of: segments[0].interval.start) == day else { return false }
            let plan = Plan(
              openings: Plan.empty(for: scenario).openings, duties: [Duty(staff: staff, segments: segments)],
              served: [], runs: [])
            return !check(scenario, demand: demand, plan: plan).violations.contains { Self.own.contains($0.rule) }
          }
          let found = enumerator.candidates(staff: staff, day: day, limit: 1_000_000) ?? []
          #expect(Set(naive) == Set(found.map(\.segments)), "seed \(seed), person \(staff), day \(day)")
          #expect(found.count == naive.count, "seed \(seed), person \(staff), day \(day)")
          compared += naive.count
        }
      }
    }
    #expect(compared > 150)
  }
}
