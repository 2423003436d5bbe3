import Testing

@testable import RotaPlanner

/// The dynamic program over a day's duties against the list of all lawful duties.
@Suite struct DayPricingTests {
  private struct Case {
    let form: DayForm
    let candidates: [DutyCandidate]
    let worths: [Double]
    let points: [Double]
    /// What all slots of the window before each one cost more than by their number.
    let surplus: [Double]
  }

  private func cases(_ scenario: Scenario, seed: Int) -> [Case] {
    let law = DutyLaw(scenario)
    let tables = PlaceTables(law)
    let runs = scenario.staff.map { $0.mayDeliver ? Array(scenario.delivery.slots.indices) : [] }
    let enumerator = DutyEnumerator(rules: law, runnable: scenario.delivery.slots.map { _ in true })
    var random = SeededGenerator(seed: seed)
    let places = scenario.stations.count * scenario.horizon.slotCount + scenario.delivery.slots.count
    let worths = (0..<places).map { _ in Double(random.int(-3...20)) / 4 }
    return scenario.staff.indices.flatMap { staff in
      (0..<scenario.horizon.days).compactMap { day -> Case? in
        guard let candidates = enumerator.candidates(staff: staff, day: day, limit: 20_000) else { return nil }
        let form = DayForm(staff: staff, day: day, tables: tables, runs: runs[staff])
        // In every other case the slots of the second half, as those after midnight, have other pay.
        let isOther = (staff + day).isMultiple(of: 2)
        let steps = (0..<form.count).map { isOther && $0 > form.count / 2 ? Double(random.int(-4...8)) / 4 : 0 }
        let surplus = steps.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
        return Case(
          form: form, candidates: candidates, worths: worths, points: [0.5, 1, 0.25, 0],
          surplus: isOther ? surplus : [])
      }
    }
  }

  private func worth(_ duty: DutyCandidate, _ test: Case, _ scenario: Scenario) -> Double {
    let slot = scenario.horizon.slotMinutes
    var sum = -duty.wishes.units - duty.away.units
    for burden in 0..<3 { sum -= test.points[burden] * Double(duty.points[burden]) }
    if !test.surplus.isEmpty {
      for stretch in duty.stretches {
        sum -= test.surplus[stretch.end / slot - test.form.first] - test.surplus[stretch.start / slot - test.form.first]
      }
    }
    for segment in duty.segments {
      switch segment.place {
      case .station(let station):
        for number in segment.interval.start / slot..<segment.interval.end / slot {
          sum += test.worths[station * scenario.horizon.slotCount + number]
        }
      case .run(let run): sum += test.worths[scenario.stations.count * scenario.horizon.slotCount + run]
      }
    }
    return sum
  }

  private func compare(_ scenario: Scenario, seed: Int) -> Int {
    let law = DutyLaw(scenario)
    var compared = 0
    for test in cases(scenario, seed: seed) {
      let spanCost = RosterPricing(law: law, forms: [[test.form]]).spanCost(test.form, points: test.points)
      let day = DayPricing(test.form)
      test.worths.withUnsafeBufferPointer {
        day.price(
          test.form, worths: $0.baseAddress!, spanCost: spanCost, surplus: test.surplus, window: 0..<test.form.count)
      }
      for duty in test.candidates {
        let credit = scenario.contract(of: duty.staff).creditMinutes
        let count = (duty.paidMinutes - credit) / scenario.horizon.slotMinutes
        let worth = worth(duty, test, scenario)
        let name = "seed \(seed) staff \(test.form.staff) day \(test.form.day): \(duty.segments)"
        #expect(count < day.countEnd && day.best(count).worth >= worth - 1e-9, "\(name)")
        compared += 1
      }
      compared += readBack(day, test, law)
    }
    return compared
  }

  /// Each best duty reads back as segments; where the law allows them, they are worth what the table says.
  private func readBack(_ day: DayPricing, _ test: Case, _ law: DutyLaw) -> Int {
    let slot = law.scenario.horizon.slotMinutes
    var compared = 0
    for count in 0..<day.countEnd where day.best(count).worth > -.infinity {
      let segments = day.segments(count).map { spot, range in
        Segment(
          place: day.spots[spot].place,
          interval: Interval((test.form.first + range.lowerBound) * slot, (test.form.first + range.upperBound) * slot))
      }
      guard let duty = law.candidate(staff: test.form.staff, segments: segments) else { continue }
      #expect(duty.paidMinutes == count * slot + law.scenario.contract(of: duty.staff).creditMinutes)
      let stretches = day.stretches(count).map {
        Interval((test.form.first + $0.lowerBound) * slot, (test.form.first + $0.upperBound) * slot)
      }
      #expect(stretches == duty.stretches)
      #expect(abs(worth(duty, test, law.scenario) - day.best(count).worth) < 1e-6)
      compared += 1
    }
    return compared
  }

  @Test func `no lawful duty is worth more than the table says, and what it says reads back`() {
    var compared = 0
    for seed in 1...150 { compared += compare(RandomScenario.tiny(seed: seed, pins: false), seed: seed) }
    for seed in 1...40 { compared += compare(RandomScenario.small(seed: seed, pins: false), seed: seed) }
    #expect(compared > 5_000)
  }

  @Test func `a day whose tables another one has taken reads back the same duties`() {
    var compared = 0
    for seed in 1...80 {
      let scenario = RandomScenario.tiny(seed: seed, pins: false)
      let law = DutyLaw(scenario)
      let block = PricingBlock()
      for test in cases(scenario, seed: seed) {
        let spanCost = RosterPricing(law: law, forms: [[test.form]]).spanCost(test.form, points: test.points)
        let (own, shared) = (DayPricing(test.form), DayPricing(test.form, shared: block, mostOwned: 0))
        let other = DayPricing(test.form, shared: block, mostOwned: 0)
        test.worths.withUnsafeBufferPointer {
          for day in [own, shared, other] {
            day.price(test.form, worths: $0.baseAddress!, spanCost: spanCost, window: 0..<test.form.count)
          }
          shared.restore($0.baseAddress!)
        }
        for count in 0..<own.countEnd where own.best(count).worth > -.infinity {
          #expect(own.segments(count).map(\.range) == shared.segments(count).map(\.range))
          #expect(own.segments(count).map(\.spot) == shared.segments(count).map(\.spot))
          compared += 1
        }
      }
    }
    #expect(compared > 250)
  }

  @Test func `a day is looked at where it is worth most, when there are more stations than may be`() {
    let scenario = Scenario.fixture(
      stations: (1...3).map { .fixture("s\($0)") }, staff: [.fixture(allowedStations: [0, 1, 2])])
    let law = DutyLaw(scenario)
    let form = DayForm(staff: 0, day: 0, tables: PlaceTables(law), runs: [])
    let day = DayPricing(form, mostStations: 1)
    let slots = scenario.horizon.slotCount
    let worths = (0..<3 * slots).map { $0 / slots == 1 ? 5.0 : 1.0 }
    let spanCost = RosterPricing(law: law, forms: [[form]]).spanCost(form, points: [0, 0, 0, 0])
    worths.withUnsafeBufferPointer {
      day.price(form, worths: $0.baseAddress!, spanCost: spanCost, window: 0..<form.count)
    }
    #expect(form.spots().count == 3)
    #expect(day.spots.map(\.place) == [.station(1)])
  }
}
