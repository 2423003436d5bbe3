import Testing

@testable import RotaPlanner

/// From one clean plan of a week, each edit raises exactly the expected rules.
@Suite("Mutants of a clean plan")
struct MutantTests {
  private let scenario: Scenario
  private let demand: DerivedDemand
  private let clean: Plan

  init() {
    let delivery = Delivery.fixture(
      sites: [.fixture(people: 5, windows: .daily(8, 18)), .fixture("d2", people: 5, windows: .daily(8, 18))],
      goods: [.fixture(stock: 10)], slots: [DeliverySlot(vehicle: 0, day: 6, interval: .hours(9, 12, day: 6))],
      driverSkill: "drive")
    scenario = .fixture(
      days: 7, stations: [.fixture("s1", seats: 2, visitsPerStaffHour: 4), .fixture("s2", minimumStaff: 2)],
      contracts: [.fixture(maximumConsecutiveDays: 4)],
      staff: [
        .fixture("p1", allowedStations: [0], mayDeliver: true, skills: ["drive"], weekCapMinutes: 1200),
        .fixture("p2", allowedStations: [0, 1], mayDeliver: true),
        .fixture("p3", allowedStations: [1], available: .daily(12, 20)),
      ], delivery: delivery)
    demand = DerivedDemand(items: [
      DemandItem(
        source: .table(row: 0), window: .hours(9, 10), visits: 4, dwellMinutes: 30, weight: .units(1),
        options: [ServiceOption(station: 0, slot: 9, arrival: 540, walkMinutes: 0)])
    ])
    let duties: [Duty] = [
      .at(8, 12), .at(8, 12, day: 1), .at(8, 12, day: 2), .at(8, 12, day: 3),
      .at(13, 17, day: 0, staff: 1, station: 1), .at(13, 17, day: 0, staff: 2, station: 1),
      .crew(0, 0, scenario), .crew(1, 0, scenario),
    ]
    let stop = Stop(
      site: 0, arrival: 6 * 1440 + 550, serviceStart: 6 * 1440 + 550, kits: [KitCount(goods: 0, count: 5)])
    clean = .of(
      scenario, duties, served: [ServedVisits(item: 0, station: 0, slot: 9, count: 4)],
      runs: [Run(slot: 0, stops: [stop])])
  }

  /// The rules that the clean plan with this edit of its duties breaks; openings follow the duties.
  private func rules(_ edit: (inout [Duty]) -> Void) -> [Rule] {
    var duties = clean.duties
    edit(&duties)
    let plan = Plan.of(scenario, duties, served: clean.served, runs: clean.runs)
    return check(scenario, demand: demand, plan: plan).rules
  }

  @Test("The plan is clean, in any order")
  func isClean() {
    #expect(check(scenario, demand: demand, plan: clean).violations == [])
    #expect(rules { $0.reverse() } == [])
  }

  @Test("Dropped duties")
  func drop() {
    #expect(rules { $0.remove(at: 0) } == [.r21, .r22])
    #expect(rules { $0.remove(at: 1) } == [])
    #expect(rules { $0.remove(at: 4) } == [.r18])
    #expect(rules { $0.remove(at: 7) } == [.r23])
    #expect(rules { $0.remove(at: 6) } == [.r23])
  }

  @Test("Doubled duties")
  func duplicate() {
    #expect(rules { $0.append($0[4]) } == [.r01])
    #expect(rules { $0.append($0[1]) } == [.r01, .r13])
    #expect(rules { $0.append(.at(8, 12, day: 4)) } == [.r11, .r13])
    #expect(rules { $0.append(.at(8, 12, day: 5)) } == [.r13])
  }

  @Test("Moved duties")
  func move() {
    #expect(rules { $0[1] = .at(7, 11, day: 1) } == [.r04, .r19])
    #expect(rules { $0[1] = .at(8, 10, day: 1) } == [.r05])
    #expect(rules { $0[1] = .at(8, 15, day: 1) } == [.r09, .r13])
    #expect(rules { $0[5] = .at(12, 16, staff: 2, station: 1) } == [.r18])
    #expect(rules { $0[4] = .at(11, 15, staff: 1, station: 1) } == [.r18])
  }

  @Test("Swapped people and places")
  func swap() {
    #expect(rules { $0[1] = .at(8, 12, day: 1, staff: 2) } == [.r02, .r03])
    #expect(rules { $0[1] = .at(8, 12, day: 1, staff: 1) } == [])
    #expect(rules { $0[1] = .at(8, 12, day: 1, station: 1) } == [.r03, .r18])
    #expect(rules { $0[7] = .crew(2, 0, scenario) } == [.r02, .r03])
  }

  @Test("Openings, visits and runs")
  func rest() {
    func rules(_ plan: Plan) -> [Rule] { check(scenario, demand: demand, plan: plan).rules }
    #expect(rules(clean.opening(0, 12, .staffed)) == [.r18])
    #expect(rules(clean.opening(0, 12, .selfService)) == [.r19])
    #expect(rules(clean.opening(0, 11, .closed)) == [.r18])
    let visits = ServedVisits(item: 0, station: 0, slot: 9, count: 5)
    var overfull = clean
    overfull.served = [visits]
    #expect(rules(overfull) == [.r20, .r21, .r22])
    func run(_ minutes: Int, _ kits: Int) -> [Rule] {
      let time = 6 * 1440 + minutes
      let stop = Stop(site: 0, arrival: time, serviceStart: time, kits: [KitCount(goods: 0, count: kits)])
      var plan = clean
      plan.runs = [Run(slot: 0, stops: [stop])]
      return rules(plan)
    }
    #expect(run(550, 5) == [])
    #expect(run(549, 5) == [.r24])
    #expect(run(550, 6) == [.r26])
    #expect(run(550, 11) == [.r25, .r26])
    var idle = clean
    idle.runs = []
    #expect(rules(idle) == [.r23])
  }
}
