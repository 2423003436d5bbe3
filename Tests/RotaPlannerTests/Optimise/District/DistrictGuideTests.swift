import Testing

@testable import RotaPlanner

/// What the district's search and bound know beyond one person and one price.
@Suite struct DistrictGuideTests {
  @Test func `a station that needs two people is opened by two who come together`() throws {
    let scenario = Scenario.fixture(
      stations: [
        .fixture("s1", promisedHours: .daily(9, 17), minimumStaff: 2), .fixture("s2", promisedHours: .daily(9, 10)),
      ],
      staff: [.fixture("p1", allowedStations: [0, 1]), .fixture("p2", allowedStations: [0, 1])])
    let demand = deriveDemand(scenario)
    let team = SearchTeam(DistrictDraft(scenario, demand: demand), seed: 1)
    team.search(400, threads: 2, SearchClock(OptimiserOptions())) { _ in 0.1 }
    let (plan, _) = team.bestPlan()
    #expect(plan.openings[0].count { $0 == .staffed } >= 7)
    #expect(check(scenario, demand: demand, plan: plan).violations.isEmpty)
  }

  @Test func `a tight budget raises the bound, to the optimum at most`() throws {
    func bound(_ budget: Money?) throws -> (bound: Score, optimum: Score) {
      let scenario = Scenario.fixture(
        stations: [.fixture("s1", promisedHours: .daily(9, 17)), .fixture("s2", promisedHours: .daily(9, 17))],
        contracts: [.fixture(maximumPlaces: 1, allowsSplit: false, payBasis: .allHours)],
        staff: ["p1", "p2"].map { .fixture($0, allowedStations: [0, 1], payPerMinute: Money(milliFen: 50_000)) },
        budget: budget)
      let demand = deriveDemand(scenario)
      let model = try #require(CompactBuilder.build(scenario, demand: demand, limits: .solvable))
      let outcome = try GLPKMixedInteger.solve(model.model)
      let point = try #require(outcome.point)
      let optimum = PlanAccount(
        of: model.plan(at: point.values), duties: model.duties(at: point.values), scenario: scenario, demand: demand
      ).objective.total
      let result = try DistrictOptimiser().optimise(
        scenario, demand: demand, options: OptimiserOptions(workLimit: 8_000), progress: { _ in })
      return (result.bound, optimum)
    }
    let free = try bound(nil)
    let tight = try bound(.yuan(240))
    #expect(tight.optimum.units > free.optimum.units + 50)
    #expect(free.bound <= free.optimum && tight.bound <= tight.optimum)
    #expect(tight.bound.units > free.optimum.units + 30)
  }

  @Test func `slots of vehicles that are out at the same times are one class, others are not`() {
    func slot(_ vehicle: Int, _ from: Int) -> DeliverySlot {
      DeliverySlot(vehicle: vehicle, day: 0, interval: .hours(from, from + 3))
    }
    let delivery = Delivery.fixture(
      vehicles: ["v1", "v2", "v3"].map { .fixture($0) },
      slots: [slot(0, 8), slot(0, 14), slot(1, 8), slot(1, 14), slot(2, 8)])
    let scenario = Scenario.fixture(delivery: delivery)
    let all = RunClasses(scenario, runnable: [true, true, true, true, true])
    #expect(all.members == [[0, 2], [1, 3], [4]])
    let fewer = RunClasses(scenario, runnable: [true, true, true, false, true])
    #expect(fewer.members == [[0], [1], [2, 4]])
  }
}
