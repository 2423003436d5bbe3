@testable import RotaPlanner

/// A plan typed by hand over two days with everything in it: a night duty, a meal break, two places, a crew, self-service
/// over midnight, visits of a worker group and of the visit table.
struct PlanExportFixture {
  let scenario: Scenario
  let demand: DerivedDemand
  let plan: Plan
  let account = DocumentAccount(
    status: "feasible", objective: 12.5, bound: 10, seconds: 1.25, seed: 7, work: 340)

  var document: PlanDocument { PlanDocument(plan, of: scenario, demand: demand, account: account) }
  var report: CheckReport { check(scenario, demand: demand, plan: plan) }

  init() {
    let pattern = ShiftPattern.fixture("day", .fixture(work: [.hours(6, 14)], breaks: [.hours(10, 11)]))
    let built = Scenario.fixture(
      days: 2,
      stations: [
        .fixture("S01", name: "暖心驿站，北大街", hostHours: [.hours(0, 48)], selfServiceHours: [.hours(0, 48)]),
        .fixture("S02", name: "Bank \"East\"", promisedHours: [.hours(8, 10)]),
      ],
      contracts: [.fixture("usw")],
      staff: [
        .fixture("P2", name: "李 梅", allowedStations: [0, 1], mayDeliver: true, available: [.hours(0, 48)]),
        .fixture("P1", name: "=王强", allowedStations: [0, 1], mayDeliver: true, available: [.hours(0, 48)]),
        .fixture("P3", name: "Ann", available: [.hours(0, 48)]),
      ],
      shiftPatterns: [pattern], workerGroups: [.fixture("G1", headcount: 6)],
      visitTable: [.fixture(station: 1, interval: .hours(9, 10), visits: 3)],
      delivery: .fixture(
        sites: [.fixture("D1", name: "工地", contact: "张队长")], goods: [.fixture("tea", name: "凉茶"), .fixture("fan")],
        vehicles: [.fixture("V1", name: "Van")]))
    scenario = built
    demand = deriveDemand(built)
    var openings = Plan.empty(for: built).openings
    for slot in 20..<28 { openings[0][slot] = .selfService }
    for slot in [10, 11, 12, 22, 23, 24] { openings[0][slot] = .staffed }
    for slot in 8..<10 { openings[1][slot] = .staffed }
    let tableItem = demand.items.firstIndex { $0.source == .table(row: 0) }!
    let groupItem = demand.items.firstIndex { $0.window == .hours(10, 11) }!
    plan = Plan(
      openings: openings,
      duties: [
        Duty(
          staff: 1,
          segments: [
            Segment(place: .station(1), interval: .hours(8, 10)), Segment(place: .station(0), interval: .hours(10, 13)),
          ]),
        Duty(staff: 0, segments: [Segment(place: .run(0), interval: .hours(9, 12))]),
        Duty(
          staff: 2,
          segments: [
            Segment(place: .station(0), interval: .hours(22, 24)),
            Segment(place: .station(0), interval: .hours(24, 25)),
          ]),
      ],
      served: [
        ServedVisits(item: tableItem, station: 1, slot: 9, count: 3),
        ServedVisits(item: groupItem, station: 0, slot: 10, count: 4),
      ].sorted { ($0.item, $0.station, $0.slot) < ($1.item, $1.station, $1.slot) },
      runs: [
        Run(
          slot: 0,
          stops: [
            Stop(
              site: 0, arrival: 555, serviceStart: 560,
              kits: [KitCount(goods: 0, count: 8), KitCount(goods: 1, count: 2)])
          ])
      ])
  }
}
