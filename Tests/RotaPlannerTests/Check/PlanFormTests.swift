import Testing

@testable import RotaPlanner

@Suite("R00 the plan's form")
struct PlanFormTests {
  private let scenario = Scenario.fixture(
    stations: [.fixture("s1"), .fixture("s2")], staff: [.fixture(), .fixture("p2")], delivery: .fixture())

  private func kinds(
    _ duties: [Duty] = [], served: [ServedVisits] = [], runs: [Run] = [], demand: DerivedDemand = .none
  ) -> [ViolationKind] {
    check(scenario, demand: demand, plan: .of(scenario, duties, served: served, runs: runs)).kinds
  }

  /// `Plan.of` would fall over a plan that staffs what does not exist.
  private func strange(_ duties: Duty...) -> [ViolationKind] {
    let plan = Plan(openings: Plan.empty(for: scenario).openings, duties: duties, served: [], runs: [])
    return check(scenario, demand: .none, plan: plan).kinds
  }

  @Test("Staff, stations and delivery slots that do not exist", arguments: [-1, 2, .min, .max])
  func indices(index: Int) {
    #expect(strange(.at(8, 12, staff: index)) == [.formStaff])
    #expect(strange(.at(8, 12, station: index)) == [.formPlace])
    #expect(strange(.of(0, .run(index, .hours(9, 12)))) == [.formPlace])
  }

  @Test("Empty duties and segments, times outside the horizon")
  func times() {
    #expect(strange(Duty(staff: 0, segments: [])) == [.formEmptyDuty])
    #expect(strange(.at(8, 8)) == [.formTime])
    #expect(strange(.of(0, .at(0, Interval(-60, 120)))) == [.formTime])
    #expect(strange(.at(20, 25)) == [.formTime])
    #expect(strange(.of(0, .at(0, Interval(.min, .max)))) == [.formTime])
    #expect(strange(.of(0, .at(0, Interval(.max, .max)))) == [.formTime])
  }

  @Test("A duty far outside the horizon is told with the times it was given")
  func farTimes() {
    let duty = Duty.at(24 * 40 + 9, 24 * 40 + 12)
    let plan = Plan(openings: Plan.empty(for: scenario).openings, duties: [duty], served: [], runs: [])
    #expect(
      check(scenario, demand: .none, plan: plan).violations.map(\.interval) == [.hours(24 * 40 + 9, 24 * 40 + 12)])
  }

  @Test("Times off the grid count in the slots that they cover wholly")
  func grid() {
    let duty = Duty.of(0, .at(0, Interval(8 * 60 + 30, 12 * 60)))
    #expect(kinds([duty]) == [.formGrid])
    let report = check(scenario, demand: .none, plan: .of(scenario, [duty]))
    #expect(report.coverage[0].map(\.staff).reduce(0, +) == 3)
    #expect(report.hours[0].paidMinutes == 210)
  }

  @Test("Segments out of order are taken in order, touching ones as one")
  func segments() {
    #expect(kinds([.of(0, .at(0, 12, 14), .at(0, 8, 10))]) == [.formOrder])
    #expect(kinds([.of(0, .at(0, 8, 10), .at(0, 10, 12))]) == [.formJoined])
    let halves = [Segment.at(0, Interval(480, 510)), .at(0, Interval(510, 720))]
    let plan = Plan.of(scenario, [Duty(staff: 0, segments: halves)]).opening(0, 8, .staffed)
    #expect(check(scenario, demand: .none, plan: plan).kinds == [.formGrid, .formGrid, .formJoined])
  }

  @Test("The order of duties is free")
  func order() {
    #expect(kinds([.at(8, 12, staff: 1), .at(8, 12)]) == [])
    #expect(kinds([.at(14, 18), .at(8, 12, staff: 1)]) == [])
  }

  @Test("Openings need one entry per station and slot")
  func openings() {
    func kinds(_ openings: [[Opening]]) -> [ViolationKind] {
      check(scenario, demand: .none, plan: Plan(openings: openings, duties: [], served: [], runs: [])).kinds
    }
    let row = Array(repeating: Opening.closed, count: 24)
    #expect(kinds([row, row]) == [])
    #expect(kinds([row]) == [.formOpenings])
    #expect(kinds([row, row, row]) == [.formOpenings])
    #expect(kinds([row, row + [.staffed]]) == [.formOpenings])
    #expect(kinds([[], row]) == [.formOpenings])
    #expect(kinds([]) == [.formOpenings])
  }

  @Test("Served visits name an item, a station and a slot, and are at least one")
  func served() {
    let item = DemandItem(
      source: .table(row: 0), window: .hours(10, 11), visits: 5, dwellMinutes: 15, weight: .units(1), options: [])
    let demand = DerivedDemand(items: [item])
    let wrong = [(1, 0, 10, 1), (-1, 0, 10, 1), (0, 2, 10, 1), (0, 0, 24, 1), (0, 0, -1, 1), (0, 0, 10, 0)]
    for (item, station, slot, count) in wrong + [(0, 0, 10, -5), (0, 0, 10, .max), (0, 0, 10, .min)] {
      let row = ServedVisits(item: item, station: station, slot: slot, count: count)
      #expect(kinds(served: [row], demand: demand) == [.formServed])
    }
  }

  @Test("Runs name a delivery slot, have stops at sites, and hand out goods")
  func runs() {
    func stop(site: Int = 0, kits: [KitCount] = [KitCount(goods: 0, count: 1)]) -> Stop {
      Stop(site: site, arrival: 550, serviceStart: 550, kits: kits)
    }
    #expect(kinds(runs: [Run(slot: 1, stops: [stop()])]) == [.formRun])
    #expect(kinds(runs: [Run(slot: 0, stops: [])]) == [.formEmptyRun])
    #expect(kinds(runs: [Run(slot: 0, stops: [stop(site: 1)])]) == [.formStop])
    for kit in [KitCount(goods: 1, count: 1), KitCount(goods: 0, count: 0), KitCount(goods: 0, count: .max)] {
      let run = Run(slot: 0, stops: [stop(kits: [kit])])
      #expect(kinds(runs: [run]).filter { $0.rule == .r00 } == [.formKits])
    }
  }

  @Test("Absurd times of a stop break the times of the run, and nothing else")
  func stopTimes() {
    for time in [Int.min, .max] {
      let stop = Stop(site: 0, arrival: time, serviceStart: time, kits: [KitCount(goods: 0, count: 1)])
      let found = kinds(runs: [Run(slot: 0, stops: [stop])])
      #expect(found.contains { $0.rule == .r24 })
      #expect(found.allSatisfy { $0.rule == .r24 || $0 == .crewSize })
    }
  }
}
