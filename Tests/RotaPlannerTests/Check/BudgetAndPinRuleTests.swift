import Testing

@testable import RotaPlanner

@Suite("R28 budget")
struct R28Tests {
  @Test("All money at the budget, and a thousandth of a fen above")
  func limit() {
    // 3 h x 60 x 1 yuan a minute of opening.
    let station = Station.fixture(staffedCostPerMinute: .yuan(1))
    func kinds(_ budget: Money?) -> [ViolationKind] {
      RotaPlannerTests.kinds(
        .fixture(stations: [station], staff: [.fixture()], budget: budget), [.at(8, 11)])
    }
    #expect(kinds(nil) == [])
    #expect(kinds(.yuan(180)) == [])
    #expect(kinds(Money(milliFen: 17_999_999)) == [.budget])
  }
}

@Suite("R29 pins")
struct R29Tests {
  private func scenario(_ pin: Pin.Demand) -> Scenario {
    .fixture(
      days: 7, stations: [.fixture("s1", selfServiceHours: .daily(8, 20)), .fixture("s2")],
      staff: [.fixture(allowedStations: [0, 1]), .fixture("p2")], pins: [pin], staffTravelMinutes: [[0, 0], [0, 0]])
  }

  @Test("Pinned work is covered at that station, without gaps", arguments: [0, 6])
  func work(day: Int) {
    let scenario = scenario(.work(staff: 0, station: 0, interval: .hours(9, 12, day: day)))
    #expect(kinds(scenario, [.at(9, 12, day: day)]) == [])
    #expect(kinds(scenario, [.at(8, 14, day: day)]) == [])
    #expect(kinds(scenario, [.at(10, 13, day: day)]) == [.pinWork])
    #expect(kinds(scenario, [.at(8, 11, day: day)]) == [.pinWork])
    #expect(kinds(scenario, [.at(9, 12, day: day, staff: 1)]) == [.pinWork])
    #expect(kinds(scenario, [.at(9, 12, day: day, station: 1)]) == [.pinWork])
    let broken = Duty.of(0, .at(0, 9, 11, day: day), .at(0, 12, 17, day: day))
    #expect(kinds(scenario, [broken]) == [.pinWork])
    #expect(kinds(scenario, []) == [.pinWork])
  }

  @Test("Pinned time off knows no duty, not even a gap in one")
  func off() {
    let scenario = scenario(.off(staff: 0, interval: .hours(12, 14)))
    #expect(kinds(scenario, [.at(9, 12)]) == [])
    #expect(kinds(scenario, [.at(14, 18)]) == [])
    #expect(kinds(scenario, [.at(9, 12, staff: 1), .at(12, 15, staff: 1, station: 0)]).contains(.pinOff) == false)
    #expect(kinds(scenario, [.at(9, 13)]) == [.pinOff])
    #expect(kinds(scenario, [.at(13, 17)]) == [.pinOff])
    #expect(kinds(scenario, [.of(0, .at(0, 9, 12), .at(0, 14, 16))]) == [.pinOff])
  }

  @Test("A pinned minimum holds in every slot it touches")
  func staffed() {
    let scenario = scenario(.staffed(station: 0, interval: Interval(9 * 60 + 30, 11 * 60 + 30), count: 2))
    #expect(kinds(scenario, [.at(9, 12), .at(9, 12, staff: 1)]) == [])
    #expect(kinds(scenario, [.at(9, 12), .at(8, 11, staff: 1)]) == [.pinStaffed])
    #expect(kinds(scenario, [.at(10, 13), .at(9, 12, staff: 1)]) == [.pinStaffed])
    #expect(kinds(scenario, []) == [.pinStaffed])
  }

  @Test("A pinned closure holds in every slot it touches, self-service included")
  func closed() {
    let scenario = scenario(.closed(station: 0, interval: Interval(12 * 60 + 30, 14 * 60)))
    #expect(kinds(scenario, [.at(8, 12), .at(14, 18, staff: 1)]) == [])
    #expect(kinds(scenario, [.at(9, 13)]) == [.pinClosed])
    let open = Plan.empty(for: scenario).opening(0, 13, .selfService)
    #expect(check(scenario, demand: .none, plan: open).kinds == [.pinClosed])
  }

  @Test("A pinned crew seat")
  func crew() {
    #expect(RunFixture(pins: [.crew(staff: 1, slot: 0)]).kinds() == [])
    #expect(RunFixture(pins: [.crew(staff: 2, slot: 0)]).kinds() == [.pinCrew])
  }

  @Test("A pinned stop with enough kits on its day")
  func stop() {
    func kinds(_ pin: Pin.Demand, kits: Int) -> [ViolationKind] {
      let fixture = RunFixture([300, 300], pins: [pin])
      return fixture.kinds([Run(slot: 0, stops: [fixture.stop(kits: kits)])])
    }
    #expect(kinds(.stop(site: 0, day: 0, kits: 4), kits: 4) == [])
    #expect(kinds(.stop(site: 0, day: 0, kits: 4), kits: 3) == [.pinStop])
    #expect(kinds(.stop(site: 0, day: 1, kits: 4), kits: 4) == [.pinStop])
  }
}
