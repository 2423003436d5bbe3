import Testing

@testable import RotaPlanner

@Suite("Why promises and visits are not met")
struct ShortageTests {
  private let promised = [Interval.hours(9, 11)]

  /// The reasons of the plan's shortages, in the report's order.
  private func reasons(
    _ station: Station, _ staff: [StaffMember], _ duties: [Duty] = [], contract: Contract = .fixture(),
    pins: [Pin.Demand] = [], budget: Money? = nil, days: Int = 1
  ) -> [ShortageReason] {
    let scenario = Scenario.fixture(
      days: days, stations: [station, .fixture("s2")], contracts: [contract], staff: staff, pins: pins, budget: budget)
    return check(scenario, demand: .none, plan: .of(scenario, duties)).shortages.map(\.reason)
  }

  @Test("Host, pins, people: the first certain reason")
  func openings() {
    let station = Station.fixture(promisedHours: promised)
    #expect(reasons(.fixture(hostHours: .daily(11, 20), promisedHours: promised), []) == [.outsideHostHours])
    #expect(
      reasons(station, [.fixture()], pins: [.closed(station: 0, interval: .hours(9, 11))]) == [.pinnedClosed])
    #expect(reasons(station, []) == [.nobodyAllowed])
    #expect(reasons(station, [.fixture(allowedStations: [1])]) == [.nobodyAllowed])
    #expect(reasons(.fixture(promisedHours: promised, minimumStaff: 2), [.fixture()]) == [.nobodyAllowed])
    #expect(reasons(station, [.fixture(available: [.hours(11, 20)])]) == [.nobodyAvailable])
    #expect(reasons(station, [.fixture(available: [.hours(10, 20)])]) == [.nobodyAvailable, .otherChoices])
    #expect(
      reasons(.fixture(promisedHours: promised, neededSkills: ["aid"]), [.fixture()]) == [.nobodySkilled])
    #expect(reasons(station, [.fixture()]) == [.otherChoices])
  }

  @Test("Everybody is on duty elsewhere, or has no hours left")
  func busy() {
    let station = Station.fixture(promisedHours: promised)
    let person = StaffMember.fixture(allowedStations: [0, 1])
    #expect(reasons(station, [person], [.at(8, 12, station: 1)]) == [.allOnDuty])
    let capped = StaffMember.fixture(allowedStations: [0, 1], weekCapMinutes: 240)
    #expect(reasons(station, [capped], [.at(14, 18, station: 1)]) == [.allAtLimit])
    #expect(reasons(station, [person], [.at(14, 18, station: 1)]) == [.otherChoices])
    let rested = StaffMember.fixture(ledger: .fixture(lastDutyEnd: -60))
    #expect(reasons(station, [rested]) == [.allAtLimit, .otherChoices])
  }

  @Test("The budget, where nothing else speaks against it")
  func budget() {
    let station = Station.fixture(promisedHours: promised, staffedCostPerMinute: .yuan(1))
    #expect(reasons(station, [.fixture()], budget: .yuan(59)) == [.budget])
    #expect(reasons(station, [.fixture()], budget: .yuan(60)) == [.otherChoices])
  }

  @Test("Neighbouring slots with one reason are one shortage, with minutes and price")
  func merged() {
    let scenario = Scenario.fixture(stations: [.fixture(promisedHours: [Interval(570, 660)])])
    let found = check(scenario, demand: .none, plan: .empty(for: scenario)).shortages
    #expect(found.count == 1)
    #expect(found.first?.missing == 90)
    #expect(found.first?.price == .units(15))
    #expect(found.first?.interval == .hours(9, 11))
  }

  @Test("Visits: out of reach, outside host hours, closed, seats, rate")
  func visits() {
    func reason(
      _ station: Station = .fixture(), walk: Minutes = 5, options: Bool = true, duties: [Duty] = [.at(8, 12)],
      served: Int = 0
    ) -> ShortageReason? {
      let group = WorkerGroup.fixture(reach: [ReachLink(station: 0, walkMinutes: walk)])
      let scenario = Scenario.fixture(stations: [station], staff: [.fixture()], workerGroups: [group])
      let item = DemandItem(
        source: .group(index: 0, day: 0, sharePercent: 100, heatPercent: 100, kind: .planned),
        window: .hours(10, 11), visits: 5, dwellMinutes: 50, weight: .units(1),
        options: options ? [ServiceOption(station: 0, slot: 10, arrival: 600, walkMinutes: walk)] : [])
      let demand = DerivedDemand(items: [item])
      let rows = served > 0 ? [ServedVisits(item: 0, station: 0, slot: 10, count: served)] : []
      let plan = Plan.of(scenario, duties, served: rows)
      return check(scenario, demand: demand, plan: plan).shortages.first { $0.term == .visits }?.reason
    }
    #expect(reason(walk: 6, options: false) == .outOfReach)
    #expect(reason(walk: 5, options: false) == .outsideHostHours)
    #expect(reason(duties: []) == .otherChoices)
    #expect(reason(duties: [.at(12, 16)]) == .otherChoices)
    #expect(reason(.fixture(minimumStaff: 2), duties: []) == .nobodyAllowed)
    #expect(reason(.fixture(seats: 1), served: 1) == .seatsFull)
    #expect(reason(.fixture(visitsPerStaffHour: 1), served: 1) == .serviceRateFull)
    #expect(reason(served: 1) == .otherChoices)
    #expect(reason(served: 5) == nil)
  }
}

@Suite("Why kits are missing")
struct KitShortageTests {
  private func reasons(_ fixture: RunFixture, _ runs: [Run] = [], crew: [Duty] = []) -> [ShortageReason] {
    check(fixture.scenario, demand: .none, plan: fixture.plan(runs, crew: crew)).shortages.filter {
      $0.term == .kits
    }.map(\.reason)
  }

  @Test("Stock, slots, heat, crews, budget")
  func reasons() {
    #expect(reasons(RunFixture(goods: [.fixture(stock: 0)])) == [.noStock])
    #expect(reasons(RunFixture(sites: [.fixture(allowedGoods: [])])) == [.noStock])
    #expect(reasons(RunFixture(sites: [.fixture(windows: [.hours(14, 16)])])) == [.noVehicleSlot])
    #expect(reasons(RunFixture(goods: [.fixture(shelfMinutes: 9)])) == [.noVehicleSlot])
    #expect(reasons(RunFixture([400])) == [.heat])
    #expect(reasons(RunFixture([370], slots: [.hours(10, 13)])) == [.heat])
    #expect(reasons(RunFixture(driverSkill: "fly")) == [.nobodySkilled])
    #expect(
      reasons(RunFixture(goods: [.fixture(unitCost: .yuan(5))], budget: .yuan(4))) == [.budget])
    #expect(reasons(RunFixture()) == [.otherChoices])
  }

  @Test("A budget that pays for no further kit comes before crews and slots")
  func budget() {
    let fixture = RunFixture(
      sites: [.fixture("d1", people: 3)], goods: [.fixture(unitCost: .yuan(5))], budget: .yuan(12))
    let run = Run(slot: 0, stops: [fixture.stop(kits: 2)])
    #expect(reasons(fixture, [run], crew: fixture.crew()) == [.budget])
  }

  @Test("Slots that are taken, second kits that wait, trades that are not reached")
  func taken() {
    let sites: [Site] = [.fixture("d1", people: 2, rounds: 2), .fixture("d2", trade: "courier", people: 2)]
    let fixture = RunFixture(sites: sites)
    let run = Run(slot: 0, stops: [fixture.stop(kits: 2)])
    #expect(reasons(fixture, [run], crew: fixture.crew()) == [.firstKitsFirst, .slotsTaken])
    let report = check(fixture.scenario, demand: .none, plan: fixture.plan([run]))
    let trade = report.shortages.first { $0.term == .trades }
    #expect(trade?.subject == .trade("courier"))
    #expect(trade?.reason == .slotsTaken)
  }
}
