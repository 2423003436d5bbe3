import Testing

@testable import RotaPlanner

private func scenario(_ station: Station, staff: Int = 3, skills: [String] = []) -> Scenario {
  .fixture(
    stations: [station],
    staff: (0..<staff).map { .fixture("p\($0)", skills: $0 == 0 ? skills : []) })
}

private func kinds(_ scenario: Scenario, _ plan: Plan) -> [ViolationKind] {
  check(scenario, demand: .none, plan: plan).kinds
}

@Suite("R18 staffing")
struct R18Tests {
  @Test("Nobody or at least the minimum, in the first and the last slots", arguments: [8, 17])
  func minimum(hour: Int) {
    let scenario = scenario(.fixture(minimumStaff: 2))
    let one = Duty.at(hour, hour + 3)
    #expect(kinds(scenario, [one, .at(hour, hour + 3, staff: 1)]) == [])
    #expect(kinds(scenario, [one]) == [.tooFewStaff])
    let found = check(scenario, demand: .none, plan: .of(scenario, [one])).violations
    #expect(found.map(\.interval) == [.hours(hour, hour + 3)])
    #expect(found.map(\.amount) == [1])
  }

  @Test("At most the maximum")
  func maximum() {
    let scenario = scenario(.fixture(maximumStaff: 2))
    let duties: [Duty] = [.at(8, 12), .at(8, 12, staff: 1), .at(12, 16, staff: 2)]
    #expect(kinds(scenario, duties) == [])
    #expect(kinds(scenario, duties.dropLast() + [.at(11, 15, staff: 2)]) == [.tooManyStaff])
    #expect(kinds(scenario, [.at(11, 15, staff: 2)] + duties.dropLast()) == [.tooManyStaff])
  }

  @Test("Somebody present holds each skill")
  func skills() {
    let scenario = scenario(.fixture(neededSkills: ["aid"]), skills: ["aid"])
    #expect(kinds(scenario, [.at(8, 12)]) == [])
    #expect(kinds(scenario, [.at(8, 12), .at(8, 12, staff: 1)]) == [])
    #expect(kinds(scenario, [.at(8, 12, staff: 1)]) == [.skillMissing])
    #expect(kinds(scenario, [.at(8, 12), .at(9, 13, staff: 1)]) == [.skillMissing])
  }

  @Test("Staffed exactly where staff is present")
  func openings() {
    let scenario = scenario(.fixture(selfServiceHours: .daily(8, 20)))
    let plan = Plan.of(scenario, [.at(8, 12)])
    #expect(kinds(scenario, plan.opening(0, 12, .staffed)) == [.staffedEmpty])
    #expect(kinds(scenario, plan.opening(0, 11, .closed)) == [.notStaffed])
    #expect(kinds(scenario, plan.opening(0, 8, .selfService)) == [.notStaffed])
    #expect(kinds(scenario, plan.opening(0, 12, .selfService)) == [])
  }
}

@Suite("R19 openings")
struct R19Tests {
  @Test("Self-service at the edges of host and self-service hours")
  func limits() {
    let scenario = scenario(.fixture(selfServiceHours: [.hours(9, 19)]))
    let empty = Plan.empty(for: scenario)
    #expect(kinds(scenario, empty.opening(0, 9, .selfService)) == [])
    #expect(kinds(scenario, empty.opening(0, 18, .selfService)) == [])
    #expect(kinds(scenario, empty.opening(0, 8, .selfService)) == [.selfServiceForbidden])
    #expect(kinds(scenario, empty.opening(0, 19, .selfService)) == [.selfServiceForbidden])
    #expect(kinds(scenario, empty.opening(0, 7, .selfService)) == [.openOutsideHostHours, .selfServiceForbidden])
    #expect(kinds(scenario, empty.opening(0, 20, .staffed)) == [.staffedEmpty, .openOutsideHostHours])
  }

  @Test("A slot that host hours cover in part is outside")
  func partSlot() {
    let station = Station.fixture(
      hostHours: [Interval(510, 1200)], selfServiceHours: [Interval(510, 1170)])
    let scenario = scenario(station)
    let empty = Plan.empty(for: scenario)
    #expect(kinds(scenario, empty.opening(0, 9, .selfService)) == [])
    #expect(kinds(scenario, empty.opening(0, 8, .selfService)) == [.openOutsideHostHours, .selfServiceForbidden])
    #expect(kinds(scenario, empty.opening(0, 19, .selfService)) == [.selfServiceForbidden])
  }
}

@Suite("R20, R21, R22 visits")
struct VisitRuleTests {
  /// `visits` wanted from 10:00 to 12:00 with arrivals at 10:00, 11:00 and, after a walk, 10:20.
  private func demand(_ visits: Int, dwell: Minutes = 30) -> DerivedDemand {
    let options = [(10, 600), (11, 660)].map {
      ServiceOption(station: 0, slot: $0.0, arrival: $0.1, walkMinutes: 0)
    }
    return DerivedDemand(items: [
      DemandItem(
        source: .table(row: 0), window: .hours(10, 12), visits: visits, dwellMinutes: dwell, weight: .units(1),
        options: options)
    ])
  }

  private func kinds(
    _ station: Station, _ demand: DerivedDemand, _ served: [(slot: Int, count: Int)], duties: [Duty] = [.at(8, 14)]
  ) -> [ViolationKind] {
    let scenario = Scenario.fixture(
      stations: [station], contracts: [.fixture(minimumDutyMinutes: 60)], staff: [.fixture(), .fixture("p2")])
    let rows = served.map { ServedVisits(item: 0, station: 0, slot: $0.slot, count: $0.count) }
    return check(scenario, demand: demand, plan: .of(scenario, duties, served: rows)).kinds
  }

  @Test("R20: as many as wanted, one more, over all rows in any order")
  func wanted() {
    #expect(kinds(.fixture(), demand(5), [(10, 3), (11, 2)]) == [])
    #expect(kinds(.fixture(), demand(5), [(10, 3), (11, 3)]) == [.overserved])
    #expect(kinds(.fixture(), demand(5), [(11, 2), (10, 2), (11, 2)]) == [.overserved])
  }

  @Test("R20: only by an option of the item")
  func options() {
    #expect(kinds(.fixture(), demand(5), [(9, 1)]) == [.noOption])
    #expect(kinds(.fixture(), demand(5), [(9, 6)]) == [.noOption, .overserved])
  }

  @Test("R21: seat minutes at the limit and above, in each slot of the stay")
  func seats() {
    let one = Station.fixture(seats: 1)
    #expect(kinds(one, demand(9), [(10, 2)]) == [])
    #expect(kinds(one, demand(9), [(10, 3)]) == [.seats])
    #expect(kinds(one, demand(9, dwell: 90), [(10, 1)]) == [])
    // 60 + 60 minutes at 10:00, 30 + 30 at 11:00.
    #expect(kinds(one, demand(9, dwell: 90), [(10, 2)]) == [.seats])
    #expect(kinds(one, demand(9, dwell: 90), [(10, 1), (11, 1)]) == [.seats])
    #expect(kinds(one, demand(9, dwell: 60), [(10, 1), (11, 1)]) == [])
  }

  @Test("R21: nobody sits in a closed station")
  func closed() {
    #expect(kinds(.fixture(), demand(9, dwell: 90), [(10, 1)], duties: [.at(8, 12)]) == [])
    #expect(kinds(.fixture(), demand(9, dwell: 90), [(10, 1)], duties: [.at(8, 11)]) == [.seatsClosed])
    #expect(kinds(.fixture(), demand(9), [(11, 1)], duties: [.at(8, 11)]) == [.seatsClosed, .serviceRate])
  }

  @Test("R22: arrivals by staff present, with self-service where it is allowed")
  func rate() {
    let slow = Station.fixture(visitsPerStaffHour: 2)
    #expect(kinds(slow, demand(9), [(10, 2)]) == [])
    #expect(kinds(slow, demand(9), [(10, 3)]) == [.serviceRate])
    #expect(kinds(slow, demand(9), [(10, 4)], duties: [.at(8, 12), .at(10, 13, staff: 1)]) == [])
    let mixed = Station.fixture(
      selfServiceHours: [.hours(10, 11)], visitsPerStaffHour: 2, visitsPerSelfServiceHour: 1)
    #expect(kinds(mixed, demand(9), [(10, 3)]) == [])
    #expect(kinds(mixed, demand(9), [(10, 4)]) == [.serviceRate])
    #expect(kinds(mixed, demand(9), [(11, 3)]) == [.serviceRate])
  }

  @Test("R22: what is left of a rate in a slot is carried into the next")
  func rounding() {
    let station = Station.fixture(visitsPerStaffHour: 3)
    let scenario = Scenario.fixture(slotMinutes: 30, stations: [station], staff: [.fixture(), .fixture("p2")])
    let item = DemandItem(
      source: .table(row: 0), window: .hours(10, 12), visits: 9, dwellMinutes: 10, weight: .units(1),
      options: [
        ServiceOption(station: 0, slot: 20, arrival: 600, walkMinutes: 0),
        ServiceOption(station: 0, slot: 21, arrival: 630, walkMinutes: 0),
      ])
    func kinds(_ count: Int, slot: Int = 20) -> [ViolationKind] {
      let rows = [ServedVisits(item: 0, station: 0, slot: slot, count: count)]
      let plan = Plan.of(scenario, [.at(8, 12), .at(8, 12, staff: 1)], served: rows)
      return check(scenario, demand: DerivedDemand(items: [item]), plan: plan).kinds
    }
    #expect(kinds(2) == [])
    #expect(kinds(3) == [.serviceRate])
    #expect(kinds(4, slot: 21) == [])
    #expect(kinds(5, slot: 21) == [.serviceRate])
  }
}
