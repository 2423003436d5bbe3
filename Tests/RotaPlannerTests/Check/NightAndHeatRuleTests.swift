import Testing

@testable import RotaPlanner

@Suite("R16 nights")
struct R16Tests {
  private func nights(_ person: StaffMember, _ contract: Contract = .fixture()) -> Scenario {
    .fixture(days: 7, stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract], staff: [person])
  }

  private func person(
    pregnant: Bool = false, nursing: Bool = false, minor: Bool = false, nights: Int? = nil
  ) -> StaffMember {
    .fixture(
      isPregnant: pregnant, isNursing: nursing, isMinor: minor, maximumNightDuties: nights, available: .daily(0, 24))
  }

  @Test("Protected staff work up to the night's start and from its end, first and last day")
  func protected() {
    for who in [person(pregnant: true), person(nursing: true), person(minor: true)] {
      #expect(kinds(nights(who), [.at(6, 10), .at(18, 22, day: 6)]) == [])
      #expect(kinds(nights(who), [.at(5, 9)]) == [.protectedNight])
      #expect(kinds(nights(who), [.at(19, 23, day: 6)]) == [.protectedNight])
    }
    #expect(kinds(nights(person()), [.at(5, 9), .at(19, 23, day: 6)]) == [])
    #expect(kinds(nights(person(minor: true), .fixture(bansProtectedNights: false)), [.at(5, 9)]) == [])
  }

  @Test("The breach is the minutes in the night")
  func minutes() {
    let scenario = nights(person(pregnant: true))
    let duty = Duty.of(0, .at(0, .init(20 * 60, 25 * 60)))
    let found = check(scenario, demand: .none, plan: .of(scenario, [duty])).violations
    #expect(found.map(\.amount) == [180])
  }

  @Test("Duties that touch a night, at the person's limit and one more")
  func count() {
    #expect(kinds(nights(person(nights: 1)), [.at(19, 23), .at(8, 12, day: 2)]) == [])
    #expect(kinds(nights(person(nights: 1)), [.at(19, 23), .at(19, 23, day: 2)]) == [.nightDuties])
    #expect(kinds(nights(person(nights: 0)), [.at(3, 7)]) == [.nightDuties])
    #expect(kinds(nights(person(nights: 0)), [.at(6, 10)]) == [])
  }

  @Test("Equal start and end mean no night")
  func noNight() {
    let contract = Contract.fixture(nightStart: 0, nightEnd: 0)
    #expect(kinds(nights(person(minor: true), contract), [.at(19, 23)]) == [])
  }
}

/// Runs at given hours of day 0 in the given heat, with a crew of two.
struct RunFixture {
  let scenario: Scenario

  init(
    _ forecast: [Int] = [300], slots: [Interval] = [.hours(9, 12)], contract: Contract = .fixture(),
    sites: [Site] = [.fixture()], goods: [Goods] = [.fixture()], vehicles: [Vehicle] = [.fixture()],
    first: StaffMember = .fixture("p1", mayDeliver: true, skills: ["drive"]), driverSkill: String? = "drive",
    pins: [Pin.Demand] = [], budget: Money? = nil
  ) {
    let delivery = Delivery.fixture(
      sites: sites, goods: goods, vehicles: vehicles,
      slots: slots.map { DeliverySlot(vehicle: 0, day: $0.start / minutesPerDay, interval: $0) },
      driverSkill: driverSkill)
    scenario = .fixture(
      days: forecast.count, contracts: [contract],
      staff: [first, .fixture("p2", mayDeliver: true), .fixture("p3", mayDeliver: true)],
      heat: .fixture(forecast: forecast), delivery: delivery, pins: pins, budget: budget)
  }

  /// A stop at the site as early as can be when it is the first of the slot.
  func stop(_ slot: Int = 0, site: Int = 0, goods: Int = 0, kits: Int = 1) -> Stop {
    let arrival = scenario.delivery.slots[slot].interval.start + 10
    return Stop(site: site, arrival: arrival, serviceStart: arrival, kits: [KitCount(goods: goods, count: kits)])
  }

  func crew(_ slot: Int = 0, _ staff: [Int] = [0, 1]) -> [Duty] { staff.map { .crew($0, slot, scenario) } }

  func plan(_ runs: [Run]? = nil, crew: [Duty]? = nil) -> Plan {
    .of(scenario, crew ?? self.crew(), runs: runs ?? [Run(slot: 0, stops: [stop()])])
  }

  func kinds(_ runs: [Run]? = nil, crew: [Duty]? = nil) -> [ViolationKind] {
    check(scenario, demand: .none, plan: plan(runs, crew: crew)).kinds
  }
}

@Suite("R17 heat on crews")
struct R17Tests {
  @Test("Pregnant and minor staff are barred from 35 C, nursing staff is not")
  func protected() {
    let people: [StaffMember] = [
      .fixture("p1", mayDeliver: true, skills: ["drive"], isPregnant: true),
      .fixture("p1", mayDeliver: true, skills: ["drive"], isMinor: true),
    ]
    for person in people {
      #expect(RunFixture([349], first: person).kinds() == [])
      #expect(RunFixture([350], first: person).kinds() == [.protectedCrew])
    }
    let nursing = StaffMember.fixture("p1", mayDeliver: true, skills: ["drive"], isNursing: true)
    #expect(RunFixture([350], first: nursing).kinds() == [])
  }

  @Test("Run minutes of a day at the limit and above")
  func minutes() {
    let contract = Contract.fixture(mealBreakAfterMinutes: nil)
    let site = Site.fixture(windows: [.hours(0, 24)])
    #expect(RunFixture([370], slots: [.hours(6, 12)], contract: contract, sites: [site]).kinds() == [])
    let long = StaffMember.fixture("p1", mayDeliver: true, skills: ["drive"], available: .daily(0, 24))
    let fixture = RunFixture([370], slots: [.hours(5, 12)], contract: contract, sites: [site], first: long)
    #expect(fixture.kinds().filter { $0.rule == .r17 } == [.crewMinutes, .crewMinutes])
    let cool = RunFixture([369], slots: [.hours(5, 12)], contract: contract, sites: [site], first: long)
    #expect(cool.kinds().filter { $0.rule == .r17 } == [])
  }

  @Test("No overtime of crews from 35 C")
  func overtime() {
    let exact = Contract.fixture(normalDayMinutes: 180)
    #expect(RunFixture([350], contract: exact).kinds() == [])
    let short = Contract.fixture(normalDayMinutes: 179)
    #expect(RunFixture([349], contract: short).kinds() == [])
    #expect(RunFixture([350], contract: short).kinds() == [.crewOvertime, .crewOvertime])
  }
}

@Suite("R27 heat on runs")
struct R27Tests {
  @Test("No runs from 40 C")
  func banned() {
    #expect(RunFixture([399]).kinds() == [])
    #expect(RunFixture([400]).kinds() == [.runBanned])
  }

  @Test("From 37 C no slot that touches the hottest window 12:00-15:00")
  func hottestWindow() {
    #expect(RunFixture([370], slots: [.hours(9, 12)]).kinds() == [])
    #expect(RunFixture([370], slots: [.hours(15, 18)]).kinds() == [])
    #expect(RunFixture([370], slots: [.hours(10, 13)]).kinds() == [.runInHottestWindow])
    #expect(RunFixture([369], slots: [.hours(10, 13)]).kinds() == [])
  }

  @Test("The band is that of the slot's own day")
  func lastDay() {
    let days = [400, 300, 400]
    let slots: [Interval] = [.hours(9, 12, day: 0), .hours(9, 12, day: 1), .hours(9, 12, day: 2)]
    let site = Site.fixture(windows: .daily(8, 18))
    let fixture = RunFixture(days, slots: slots, sites: [site])
    for (slot, expected) in [(0, [ViolationKind.runBanned]), (1, []), (2, [.runBanned])] {
      let run = Run(slot: slot, stops: [fixture.stop(slot)])
      #expect(fixture.kinds([run], crew: fixture.crew(slot)) == expected)
    }
  }

  @Test("Long stops in the open are banned, with an indoor place to rest they are not")
  func outdoorStop() {
    func site(_ minutes: Minutes, indoor: Bool) -> [Site] {
      [.fixture(serviceMinutes: minutes, hasIndoorRest: indoor)]
    }
    #expect(RunFixture([350], sites: site(40, indoor: false)).kinds() == [])
    #expect(RunFixture([350], sites: site(41, indoor: false)).kinds() == [.outdoorStop])
    #expect(RunFixture([350], sites: site(41, indoor: true)).kinds() == [])
    #expect(RunFixture([349], sites: site(41, indoor: false)).kinds() == [])
  }
}
