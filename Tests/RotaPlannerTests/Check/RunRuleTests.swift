import Testing

@testable import RotaPlanner

@Suite("R03 and R04 of crews")
struct CrewPlaceTests {
  @Test("Only those who may deliver are in a crew")
  func mayDeliver() {
    let person = StaffMember.fixture("p1", skills: ["drive"])
    #expect(RunFixture(first: person).kinds() == [.deliveryNotAllowed])
  }

  @Test("A crew is on duty for exactly the delivery slot")
  func slot() {
    let fixture = RunFixture()
    let whole = fixture.crew(0, [0])
    #expect(fixture.kinds(crew: whole + [.of(1, .run(0, .hours(9, 13)))]) == [.segmentNotSlot])
    #expect(fixture.kinds(crew: whole + [.of(1, .run(0, .hours(8, 12)))]) == [.segmentNotSlot])
  }
}

@Suite("R23 crews")
struct R23Tests {
  @Test("Exactly the crew's size, with a driver")
  func size() {
    let fixture = RunFixture()
    #expect(fixture.kinds() == [])
    #expect(fixture.kinds(crew: fixture.crew(0, [1, 0])) == [])
    #expect(fixture.kinds(crew: fixture.crew(0, [0])) == [.crewSize])
    #expect(fixture.kinds(crew: fixture.crew(0, [0, 1, 2])) == [.crewSize])
    #expect(fixture.kinds(crew: fixture.crew(0, [1, 2])) == [.driver])
    #expect(RunFixture(driverSkill: nil).kinds(crew: fixture.crew(0, [1, 2])) == [])
    #expect(fixture.kinds(crew: []) == [.crewSize])
  }

  @Test("A crew needs a run, and a slot has one run only")
  func runs() {
    let fixture = RunFixture()
    #expect(fixture.kinds([]) == [.crewWithoutRun])
    let run = Run(slot: 0, stops: [fixture.stop()])
    #expect(fixture.kinds([run, run]) == [.runsOfSlot])
  }
}

@Suite("R24 times of a run")
struct R24Tests {
  private let sites: [Site] = [
    .fixture("d1", windows: [.hours(9, 11)]), .fixture("d2", windows: [.hours(9, 10), .hours(11, 12)]),
  ]

  private func kinds(_ stops: (site: Int, arrival: Minutes, service: Minutes)...) -> [ViolationKind] {
    let fixture = RunFixture(sites: sites)
    let run = Run(
      slot: 0,
      stops: stops.map {
        Stop(site: $0.site, arrival: $0.arrival, serviceStart: $0.service, kits: [KitCount(goods: 0, count: 1)])
      })
    return fixture.kinds([run])
  }

  @Test("Arrival not before the drive from the depot or from the stop before is done")
  func arrival() {
    #expect(kinds((0, 550, 550)) == [])
    #expect(kinds((0, 549, 550)) == [.arrivalEarly])
    #expect(kinds((0, 550, 550), (1, 575, 660)) == [])
    #expect(kinds((0, 550, 550), (1, 574, 660)) == [.arrivalEarly])
    // The wait before the service counts: 570 + 15 minutes of service + 10 of driving.
    #expect(kinds((0, 550, 570), (1, 594, 660)) == [.arrivalEarly])
  }

  @Test("Service not before arrival")
  func service() {
    #expect(kinds((0, 560, 560)) == [])
    #expect(kinds((0, 561, 560)) == [.serviceEarly])
  }

  @Test("The whole service inside one window")
  func window() {
    #expect(kinds((0, 600, 645)) == [])
    #expect(kinds((0, 600, 646)) == [.siteWindow])
    #expect(kinds((1, 585, 585)) == [])
    #expect(kinds((1, 586, 586)) == [.siteWindow])
    #expect(kinds((1, 600, 660)) == [])
    #expect(kinds((1, 600, 659)) == [.siteWindow])
  }

  @Test("Back at the depot by the end of the slot")
  func back() {
    #expect(kinds((1, 695, 695)) == [])
    #expect(kinds((1, 696, 696)) == [.returnLate])
  }

  @Test("A site once in a run, but in two runs twice")
  func twice() {
    #expect(kinds((0, 550, 550), (0, 565, 565)) == [.siteTwice])
    let fixture = RunFixture(slots: [.hours(9, 12), .hours(14, 17)])
    let runs = [Run(slot: 0, stops: [fixture.stop(0)]), Run(slot: 1, stops: [fixture.stop(1)])]
    let crew = [0, 1].map { person in
      Duty.of(person, .run(0, .hours(9, 12)), .run(1, .hours(14, 17)))
    }
    #expect(fixture.kinds(runs, crew: crew) == [])
  }
}

@Suite("R25 kits of a run")
struct R25Tests {
  private func kinds(_ fixture: RunFixture, _ kits: [KitCount]) -> [ViolationKind] {
    let stop = fixture.stop()
    let full = Stop(site: 0, arrival: stop.arrival, serviceStart: stop.serviceStart, kits: kits)
    return fixture.kinds([Run(slot: 0, stops: [full])])
  }

  private func tea(_ count: Int) -> [KitCount] { [KitCount(goods: 0, count: count)] }

  @Test("At least one kit a stop")
  func none() { #expect(kinds(RunFixture(), []) == [.stopWithoutKits]) }

  @Test("Only goods that the site may get")
  func goods() {
    let fixture = RunFixture(sites: [.fixture(allowedGoods: [1])], goods: [.fixture(), .fixture("water")])
    #expect(kinds(fixture, [KitCount(goods: 1, count: 3)]) == [])
    #expect(kinds(fixture, tea(3)) == [.goodsForbidden])
  }

  @Test("No alcohol where it is barred, whatever the list of goods says")
  func alcohol() {
    func fixture(_ isAlcoholFree: Bool) -> RunFixture {
      RunFixture(
        sites: [.fixture(isAlcoholFree: isAlcoholFree, allowedGoods: [0, 1])],
        goods: [.fixture(), .fixture("tincture", hasAlcohol: true)])
    }
    #expect(kinds(fixture(true), tea(3)) == [])
    #expect(kinds(fixture(true), [KitCount(goods: 1, count: 3)]) == [.goodsForbidden])
    #expect(kinds(fixture(false), [KitCount(goods: 1, count: 3)]) == [])
  }

  @Test("The vehicle's load at the limit and above, over stops and goods")
  func capacity() {
    let fixture = RunFixture(
      sites: [.fixture(allowedGoods: [0, 1])], goods: [.fixture(), .fixture("water")],
      vehicles: [.fixture(capacity: 5)])
    #expect(kinds(fixture, [KitCount(goods: 0, count: 2), KitCount(goods: 1, count: 3)]) == [])
    #expect(kinds(fixture, [KitCount(goods: 0, count: 3), KitCount(goods: 1, count: 3)]) == [.vehicleCapacity])
  }

  @Test("Shelf life from the start of the slot to the arrival")
  func shelf() {
    #expect(kinds(RunFixture(goods: [.fixture(shelfMinutes: 10)]), tea(1)) == [])
    #expect(kinds(RunFixture(goods: [.fixture(shelfMinutes: 9)]), tea(1)) == [.shelfLife])
  }

  @Test("Stock over all runs")
  func stock() {
    #expect(kinds(RunFixture(goods: [.fixture(stock: 6)]), tea(6)) == [])
    #expect(kinds(RunFixture(goods: [.fixture(stock: 6)]), tea(7)) == [.stock])
  }
}

@Suite("R26 recipients")
struct R26Tests {
  @Test("Not more kits than first and second need")
  func need() {
    let fixture = RunFixture(sites: [.fixture(people: 5, servedBefore: 2)])
    #expect(fixture.kinds([Run(slot: 0, stops: [fixture.stop(kits: 3)])]) == [])
    #expect(fixture.kinds([Run(slot: 0, stops: [fixture.stop(kits: 4)])]) == [.siteNeed])
  }

  @Test("Second kits only when every site has its first ones")
  func firstBeforeSecond() {
    let sites: [Site] = [.fixture("d1", people: 3, rounds: 2), .fixture("d2", people: 2)]
    let fixture = RunFixture(sites: sites)
    func kinds(_ first: Int, _ second: Int) -> [ViolationKind] {
      var stops = [fixture.stop(kits: first)]
      if second > 0 {
        stops.append(Stop(site: 1, arrival: 600, serviceStart: 600, kits: [KitCount(goods: 0, count: second)]))
      }
      return fixture.kinds([Run(slot: 0, stops: stops)])
    }
    #expect(kinds(3, 0) == [])
    #expect(kinds(4, 0) == [.firstKitsFirst])
    #expect(kinds(4, 1) == [.firstKitsFirst])
    #expect(kinds(4, 2) == [])
    #expect(kinds(6, 2) == [])
    #expect(kinds(7, 2) == [.siteNeed])
  }
}
