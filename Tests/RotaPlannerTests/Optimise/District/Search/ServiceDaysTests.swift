import Testing

@testable import RotaPlanner

/// O12 and O13 in the search's own price: counted step by step, they are what the whole table of openings costs, also after a change was
/// taken back.
@Suite struct ServiceDaysTests {
  @Test func `the price follows every person who comes or goes`() {
    for seed in 1...80 {
      let scenario = seed % 2 == 0 ? RandomScenario.nights(seed: seed) : RandomScenario.small(seed: seed)
      let priced = scenario.withDaysOnly(Weights.fixture(extraOpening: .units(3), brokenDay: .units(4)))
      let demand = DerivedDemand(items: [])
      let idle = idleOpenings(priced)
      let service = ServiceState(ServiceTables(priced, demand: demand, openings: idle))
      var random = SeededGenerator(seed: seed)
      var people = priced.carriedNumbers
      for _ in 0..<30 {
        var trial = people
        for _ in 0..<random.int(1...6) {
          let cell = random.int(0...(service.tables.cellCount - 1))
          if trial[cell] > priced.carriedNumbers[cell], random.chance(60) {
            trial[cell] -= 1
            service.remove(cell, skills: [])
          } else {
            trial[cell] += 1
            service.add(cell, skills: [])
          }
        }
        #expect(service.price == price(trial, idle, priced), "seed \(seed)")
        if random.chance(50) {
          service.rollBack()
        } else {
          service.commit()
          people = trial
        }
        #expect(service.price == price(people, idle, priced), "seed \(seed)")
      }
    }
  }

  private func idleOpenings(_ scenario: Scenario) -> [[Opening]] {
    scenario.stations.map { station in
      (0..<scenario.horizon.slotCount).map {
        station.selfServiceHours.covers(scenario.horizon.interval(ofSlot: $0)) ? .selfService : .closed
      }
    }
  }

  private func price(_ people: [Int], _ idle: [[Opening]], _ scenario: Scenario) -> Int {
    let slots = scenario.horizon.slotCount
    let openings = idle.enumerated().map { station, row in
      row.enumerated().map { people[station * slots + $0] > 0 ? .staffed : $1 }
    }
    let plan = Plan(openings: openings, duties: [], served: [], runs: [])
    let objective = PlanAccount(of: plan, duties: [], scenario: scenario, demand: .none).objective
    return objective[.openings].micro + objective[.days].micro
  }
}

extension Scenario {
  /// The same with these prices of days and none of slots.
  fileprivate func withDaysOnly(_ weights: Weights) -> Scenario {
    Scenario(
      name: name, horizon: horizon, stations: stations, contracts: contracts, staff: staff,
      shiftPatterns: shiftPatterns, workerGroups: workerGroups, visitTable: visitTable, heat: heat, delivery: delivery,
      pins: pins,
      weights: .fixture(
        promiseHour: .zero, refugeHour: .zero, yuan: .zero, extraOpening: weights.extraOpening,
        brokenDay: weights.brokenDay),
      fairness: fairness, budget: budget, staffTravelMinutes: staffTravelMinutes, fingerprint: fingerprint)
  }
}
