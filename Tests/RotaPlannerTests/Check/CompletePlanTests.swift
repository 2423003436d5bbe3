import Testing

@testable import RotaPlanner

@Suite("Completing a rota typed by hand")
struct CompletePlanTests {
  private func item(
    _ visits: Int, at hour: Int, weight: Score = .units(1), walks: [Minutes] = [0], dwell: Minutes = 30
  ) -> DemandItem {
    DemandItem(
      source: .table(row: 0), window: .hours(hour, hour + 1), visits: visits, dwellMinutes: dwell, weight: weight,
      options: walks.enumerated().map { station, walk in
        ServiceOption(station: station, slot: hour, arrival: hour * 60 + walk, walkMinutes: walk)
      })
  }

  private func hours(_ plan: Plan, _ opening: Opening, station: Int = 0) -> [Int] {
    plan.openings[station].indices.filter { plan.openings[station][$0] == opening }
  }

  @Test("Stations are staffed exactly where staff is present")
  func staffed() {
    let scenario = Scenario.fixture(staff: [.fixture()])
    let plan = completePlan(scenario, demand: .none, duties: [.at(9, 13)])
    #expect(hours(plan, .staffed) == [9, 10, 11, 12])
    #expect(hours(plan, .selfService).isEmpty)
    #expect(check(scenario, demand: .none, plan: plan).isLawful)
  }

  @Test("Free self-service opens wherever it is allowed, but not where a pin closes the station")
  func freeSelfService() {
    let station = Station.fixture(selfServiceHours: .daily(8, 20))
    let scenario = Scenario.fixture(
      stations: [station], staff: [.fixture()], pins: [.closed(station: 0, interval: .hours(18, 20))])
    let plan = completePlan(scenario, demand: .none, duties: [.at(9, 13)])
    #expect(hours(plan, .selfService) == [8, 13, 14, 15, 16, 17])
    #expect(check(scenario, demand: .none, plan: plan).isLawful)
  }

  @Test("Costly self-service opens only where visits and promises are worth more than it costs")
  func costlySelfService() {
    // 1 yuan a minute is 60 yuan an hour, at 0.01 units a yuan 0.6 units; one visit earns 1, a promised hour 10.
    let station = Station.fixture(
      promisedHours: [.hours(8, 9)], selfServiceHours: .daily(8, 20), promiseKeptBySelfService: true,
      selfServiceCostPerMinute: .yuan(1))
    let demand = DerivedDemand(items: [item(1, at: 15)])
    let scenario = Scenario.fixture(stations: [station])
    let plan = completePlan(scenario, demand: demand, duties: [])
    #expect(hours(plan, .selfService) == [8, 15])
    #expect(plan.served == [ServedVisits(item: 0, station: 0, slot: 15, count: 1)])

    let poor = Scenario.fixture(stations: [station], budget: .yuan(60))
    #expect(hours(completePlan(poor, demand: demand, duties: []), .selfService) == [8])
    let poorer = Scenario.fixture(stations: [station], budget: .yuan(59))
    #expect(hours(completePlan(poorer, demand: demand, duties: []), .selfService).isEmpty)
  }

  @Test("The heavier item is served first, at the nearer station, then at the next")
  func dealing() {
    // One staff member serves 3 an hour at each station.
    let stations = [Station.fixture("s1", visitsPerStaffHour: 3), .fixture("s2", visitsPerStaffHour: 3)]
    let scenario = Scenario.fixture(
      stations: stations, staff: [.fixture(), .fixture("p2", allowedStations: [1])])
    let demand = DerivedDemand(items: [
      item(4, at: 10, walks: [10, 5]), item(4, at: 10, weight: .units(2), walks: [5, 10]),
    ])
    let plan = completePlan(scenario, demand: demand, duties: [.at(9, 13), .at(9, 13, staff: 1, station: 1)])
    #expect(
      plan.served == [
        ServedVisits(item: 0, station: 1, slot: 10, count: 2), ServedVisits(item: 1, station: 0, slot: 10, count: 3),
        ServedVisits(item: 1, station: 1, slot: 10, count: 1),
      ])
    #expect(check(scenario, demand: demand, plan: plan).isLawful)
  }

  @Test("Seats bound the visits over the whole stay")
  func seats() {
    // 2 seats x 60 minutes take 2 stays of 45 minutes, for a third only 30 minutes are left.
    let scenario = Scenario.fixture(stations: [.fixture(seats: 2)], staff: [.fixture()])
    let demand = DerivedDemand(items: [item(5, at: 10, dwell: 45)])
    let plan = completePlan(scenario, demand: demand, duties: [.at(9, 13)])
    #expect(plan.served.map(\.count) == [2])
  }

  @Test("A completed plan breaks no rule on openings and visits", arguments: 0..<100)
  func lawfulVisits(seed: Int) {
    let scenario = RandomScenario.small(seed: seed, pins: false)
    let demand = deriveDemand(scenario)
    let plan = completePlan(scenario, demand: demand, duties: [])
    let report = check(scenario, demand: demand, plan: plan)
    #expect(report.rules.filter { $0 != .r28 }.isEmpty, "seed \(seed): \(report.violations)")
  }
}
