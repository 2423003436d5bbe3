import Testing

@testable import RotaEngine
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
    let team = try #require(SearchTeam(DistrictDraft(scenario, demand: demand), seed: 1))
    team.search(400, SearchClock(OptimiserOptions()), hasHelp: { true }) { _ in 0.1 }
    let (plan, _) = team.bestPlan()
    #expect(plan.openings[0].count { $0 == .staffed } >= 7)
    #expect(check(scenario, demand: demand, plan: plan).violations.isEmpty)
  }

  @Test func `help that comes late changes nothing but the time`() throws {
    let scenario = RandomScenario.small(seed: 3, pins: false)
    let demand = deriveDemand(scenario)
    let draft = try #require(DistrictPlanner(scenario, demand: demand, limits: SolveLimits()).draft())
    let plans = try [0, 1, 7, .max].map { late -> Plan in
      var batches = 0
      let team = try #require(SearchTeam(draft, seed: 5))
      for _ in 0..<3 {
        team.search(200, SearchClock(OptimiserOptions())) {
          batches += 1
          return batches > late
        } temperature: { _ in
          1
        }
      }
      return team.bestPlan().plan
    }
    #expect(plans.allSatisfy { $0 == plans[0] })
  }

  /// The bound after a search of some steps, and the proved optimum.
  private func bound(_ scenario: Scenario) throws -> (bound: Score, optimum: Score) {
    let demand = deriveDemand(scenario)
    let model = try #require(CompactBuilder.build(scenario, demand: demand, limits: .solvable))
    let outcome = try GLPKMixedInteger.solve(model.model)
    let point = try #require(outcome.point)
    let optimum = PlanAccount(
      of: model.plan(at: point.values), duties: model.duties(at: point.values), scenario: scenario, demand: demand
    ).objective.total
    let result = try DistrictOptimiser().optimise(
      scenario, demand: demand, options: OptimiserOptions(workLimit: 8_000), progress: { _ in })
    #expect(result.bound <= optimum)
    return (result.bound, optimum)
  }

  private func twoStations(budget: Money? = nil, pins: [Pin.Demand] = []) -> Scenario {
    .fixture(
      stations: [.fixture("s1", promisedHours: .daily(9, 17)), .fixture("s2", promisedHours: .daily(9, 17))],
      contracts: [.fixture(maximumPlaces: 1, allowsSplit: false, payBasis: .allHours)],
      staff: ["p1", "p2"].map { .fixture($0, allowedStations: [0, 1], payPerMinute: Money(milliFen: 50_000)) },
      pins: pins, budget: budget)
  }

  @Test func `a tight budget raises the bound, to the optimum at most`() throws {
    let free = try bound(twoStations())
    let tight = try bound(twoStations(budget: .yuan(240)))
    #expect(tight.optimum.units > free.optimum.units + 50)
    #expect(tight.bound.units > free.optimum.units + 30)
  }

  @Test func `a pinned number of staff raises the bound`() throws {
    let free = try bound(twoStations())
    let pinned = try bound(twoStations(pins: [.staffed(station: 0, interval: .hours(9, 13), count: 2)]))
    #expect(pinned.optimum.units > free.optimum.units + 50)
    #expect(pinned.bound.units > free.optimum.units + 30)
  }

  /// One site and a run on each of two days; the stock is enough for both, or for one.
  @Test func `scarce goods raise the bound`() throws {
    func scenario(stock: Int) -> Scenario {
      let slots = (0..<2).map { DeliverySlot(vehicle: 0, day: $0, interval: .hours(9 + 24 * $0, 12 + 24 * $0)) }
      return .fixture(
        days: 2, staff: [.fixture("p1", mayDeliver: true)],
        delivery: .fixture(
          sites: [.fixture(people: 40, windows: .daily(8, 18, days: 2))], goods: [.fixture(stock: stock)],
          vehicles: [.fixture(capacity: 20)], slots: slots, crewSize: 1))
    }
    let (ample, scarce) = try (bound(scenario(stock: 40)), bound(scenario(stock: 20)))
    #expect(scarce.optimum.units > ample.optimum.units + 10)
    #expect(scarce.bound.units > ample.optimum.units + 5)
  }

  /// One seat and stays of an hour and a half: three visits, at 9, 11 and 13. By shares of visits three and a half could sit; if a stay took its
  /// first hour only, five.
  @Test func `seats that a stay takes after its first slot raise the bound`() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture("s1", seats: 1)], staff: [.fixture("p1", allowedStations: [0])],
      visitTable: [.fixture(interval: .hours(9, 15), visits: 8, dwellMinutes: 90, weight: .units(10))])
    let (bound, optimum) = try bound(scenario)
    #expect(optimum.units >= 50)
    #expect(bound.units > optimum.units - 10)
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
