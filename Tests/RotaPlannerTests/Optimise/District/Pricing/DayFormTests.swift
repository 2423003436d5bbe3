import Testing

@testable import RotaPlanner

/// The places of a day, worked out from tables by station and by person, against the law asked slot by slot.
@Suite struct DayFormTests {
  @Test func `the places of a day and what they reach are what the law allows`() {
    var compared = 0
    for seed in 1...60 {
      let scenario = RandomScenario.small(seed: seed, pins: seed % 2 == 0)
      let law = DutyLaw(scenario)
      let tables = PlaceTables(law)
      let runs = Array(scenario.delivery.slots.indices)
      for staff in scenario.staff.indices {
        for day in 0..<scenario.horizon.days {
          let form = DayForm(staff: staff, day: day, tables: tables, runs: scenario.staff[staff].mayDeliver ? runs : [])
          compared += compare(form, law)
        }
      }
    }
    #expect(compared > 1_000)
  }

  private func compare(_ form: DayForm, _ law: DutyLaw) -> Int {
    let scenario = law.scenario
    let spots = form.spots()
    for spot in spots {
      for slot in 0..<form.count {
        #expect(form.reach(spot, from: slot) == reach(spot, slot, form, law), "staff \(form.staff) day \(form.day)")
      }
    }
    let listed = spots.map(\.place)
    for station in scenario.stations.indices {
      let row = (0..<form.count).map { lawful(.station(station), from: $0, form, law) }
      #expect(listed.contains(.station(station)) == row.contains { $0 >= form.lengths.least })
    }
    for from in listed {
      for to in listed {
        #expect(
          form.tables.travelSlots(from: from, to: to) * scenario.horizon.slotMinutes == law.travel(from: from, to: to))
      }
    }
    return spots.count
  }

  private func reach(_ spot: DayForm.Spot, _ slot: Int, _ form: DayForm, _ law: DutyLaw) -> Int {
    guard case .run(let run) = spot.place else { return lawful(spot.place, from: slot, form, law) }
    let interval = law.scenario.delivery.slots[run].interval
    let length = law.scenario.horizon.slotMinutes
    return (form.first + slot) * length == interval.start ? interval.length / length : 0
  }

  /// Slots in a row of the window that the law allows there one by one.
  private func lawful(_ place: Place, from slot: Int, _ form: DayForm, _ law: DutyLaw) -> Int {
    (slot..<form.count).prefix(while: { slot in
      let interval = law.scenario.horizon.interval(ofSlot: form.first + slot)
      return law.allows(Segment(place: place, interval: interval), staff: form.staff)
    }).count
  }
}
