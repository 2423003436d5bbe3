import Testing

@testable import RotaPlanner

/// R22 on every grid: what a rate an hour lets arrive.
@Suite("Service rates by slot")
struct ServiceRateTests {
  private static let grids: [Minutes] = [5, 10, 15, 20, 30, 60]

  private func scenario(_ slot: Minutes, _ staffRate: Int, _ selfRate: Int, days: Int = 2) -> Scenario {
    .fixture(
      days: days, slotMinutes: slot,
      stations: [
        .fixture(
          hostHours: .daily(0, 24), selfServiceHours: .daily(10, 14), visitsPerStaffHour: staffRate,
          visitsPerSelfServiceHour: selfRate)
      ], staff: [.fixture(available: .daily(0, 24)), .fixture("p2", available: .daily(0, 24))])
  }

  @Test("Every clock hour takes exactly the rate, whatever the grid")
  func everyHour() {
    var random = SeededGenerator(seed: 21)
    for rate in Array(0...40) + (0..<40).map({ _ in random.int(41...10_000) }) {
      for grid in Self.grids {
        let rates = ServiceRates(scenario(grid, rate, rate))
        for hour in 0..<48 {
          let slots = hour * 60 / grid..<(hour + 1) * 60 / grid
          let isSelfService = (10..<14).contains(hour % 24)
          #expect(slots.reduce(0) { $0 + rates.perStaff(0, $1) } == rate)
          #expect(slots.reduce(0) { $0 + rates.selfService(0, $1) } == (isSelfService ? rate : 0))
        }
      }
    }
  }

  @Test(
    "Ten an hour by quarters are 2, 3, 2, 3; one an hour arrives when the hour is over; longer slots take whole hours")
  func examples() {
    func first(_ slots: Int, _ grid: Minutes, _ rate: Int) -> [Int] {
      let rates = ServiceRates(scenario(grid, rate, 0))
      return (0..<slots).map { rates.perStaff(0, $0) }
    }
    #expect(first(4, 15, 10) == [2, 3, 2, 3])
    #expect(first(12, 5, 10) == [0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1])
    #expect(first(4, 15, 1) == [0, 0, 0, 1])
    #expect(first(3, 120, 7) == [14, 14, 14])
    #expect(first(2, 90, 7) == [10, 11])
  }

  @Test("The checker counts by itself and finds the same in every slot")
  func checker() {
    var random = SeededGenerator(seed: 22)
    for grid in Self.grids + [90, 120] {
      for _ in 0..<12 {
        let scenario = scenario(grid, random.int(0...90), random.int(0...40))
        let duties: [Duty] = [.at(6, 14), .at(9, 12, staff: 1), .at(16, 20, day: 1)]
        let plan = Plan.of(scenario, grid > 60 ? [] : duties)
        let rates = ServiceRates(scenario)
        for (slot, cover) in check(scenario, demand: .none, plan: plan).coverage[0].enumerated() {
          let alone = cover.opening == .closed ? 0 : rates.selfService(0, slot)
          #expect(cover.arrivalCapacity == cover.staff * rates.perStaff(0, slot) + alone, "grid \(grid), slot \(slot)")
        }
      }
    }
  }

  @Test("A finer grid serves no fewer visits: 10 an hour at 5 minutes are 10 an hour", arguments: [5, 10, 15, 30, 60])
  func finerIsNeverWorse(grid: Minutes) throws {
    let scenario = Scenario.fixture(
      slotMinutes: grid, stations: [.fixture(hostHours: [.hours(8, 11)], visitsPerStaffHour: 10)],
      contracts: [.fixture(minimumDutyMinutes: 180)], staff: [.fixture(available: [.hours(8, 11)])],
      visitTable: [.fixture(interval: .hours(8, 11), visits: 40, dwellMinutes: 5)])
    let demand = deriveDemand(scenario)
    let result = try AutomaticOptimiser().optimise(scenario, demand: demand, options: OptimiserOptions()) { _ in }
    let plan = try #require(result.plan)
    #expect(plan.served.reduce(0) { $0 + $1.count } == 30)
    #expect(result.status == .optimal)
    #expect(check(scenario, demand: demand, plan: plan).violations.isEmpty)
  }
}
