import Testing

@testable import RotaPlanner

@Suite("Demand: cycles, horizon edges, counts and options")
struct DeriveDemandTests {
  private func pattern(_ breaks: Interval..., work: Interval = .hours(6, 18)) -> PatternDay {
    .fixture(work: [work], breaks: breaks)
  }

  private func windows(_ scenario: Scenario) -> [Interval] { deriveDemand(scenario).items.map(\.window) }

  @Test("A cycle of any length repeats, and teams differ by their offset")
  func cycles() {
    let shifts = ShiftPattern.fixture("t", pattern(.hours(7, 8)), pattern(.hours(12, 13)), .off)
    for (offset, expected) in [
      (0, [Interval.hours(7, 8), .hours(12, 13, day: 1), .hours(7, 8, day: 3), .hours(12, 13, day: 4)]),
      (1, [.hours(12, 13), .hours(7, 8, day: 2), .hours(12, 13, day: 3)]),
      (2, [.hours(7, 8, day: 1), .hours(12, 13, day: 2), .hours(7, 8, day: 4)]),
    ] {
      let scenario = Scenario.fixture(
        days: 5, shiftPatterns: [shifts], workerGroups: [.fixture(patternOffset: offset)])
      #expect(windows(scenario) == expected)
    }
  }

  @Test("A pattern day over midnight brings breaks of the evening before the horizon, and of two days before")
  func overMidnight() {
    let night = ShiftPattern.fixture("n", pattern(.hours(26, 27), work: .hours(20, 30)))
    let scenario = Scenario.fixture(days: 2, shiftPatterns: [night], workerGroups: [.fixture()])
    #expect(windows(scenario) == [.hours(2, 3), .hours(2, 3, day: 1)])
    #expect(
      deriveDemand(scenario).items.map(\.source) == [
        .group(index: 0, day: -1, sharePercent: 100, heatPercent: 100, kind: .planned),
        .group(index: 0, day: 0, sharePercent: 100, heatPercent: 100, kind: .planned),
      ])
    let long = ShiftPattern.fixture("l", pattern(.hours(49, 50), work: .hours(20, 52)))
    let second = Scenario.fixture(days: 1, shiftPatterns: [long], workerGroups: [.fixture()])
    #expect(windows(second) == [.hours(1, 2)])
  }

  @Test("Breaks that start before the horizon or end after it are left out, those at its very edges are not")
  func edges() {
    let day = pattern(.hours(23, 24), .hours(24, 25), work: .hours(20, 30))
    let early = pattern(.hours(0, 1), work: .hours(0, 6))
    let scenario = Scenario.fixture(
      days: 1, shiftPatterns: [.fixture("n", day), .fixture("e", early)],
      workerGroups: [.fixture("g1"), .fixture("g2", pattern: 1)])
    #expect(windows(scenario) == [.hours(0, 1), .hours(0, 1), .hours(23, 24)])
    let across = ShiftPattern.fixture("x", .fixture(work: [.hours(20, 30)], breaks: [Interval(1410, 1470)]))
    #expect(windows(.fixture(days: 1, shiftPatterns: [across], workerGroups: [.fixture()])).isEmpty)
  }

  @Test(
    "Visits are headcount x share x percent, rounded half up; none at 0",
    arguments: [(46, 30, 14), (5, 50, 3), (5, 49, 2), (1, 50, 1), (1, 49, 0), (0, 100, 0), (7, 100, 7)])
  func rounding(headcount: Int, share: Int, visits: Int) {
    let shifts = ShiftPattern.fixture("t", pattern(.hours(9, 10)))
    let group = WorkerGroup.fixture(headcount: headcount, sharePercent: share)
    let items = deriveDemand(.fixture(shiftPatterns: [shifts], workerGroups: [group])).items
    #expect(items.map(\.visits) == (visits == 0 ? [] : [visits]))
  }

  @Test("A break's own share goes before the group's")
  func shares() {
    let breaks = [
      PatternBreak(interval: .hours(9, 10), sharePercent: 20),
      PatternBreak(interval: .hours(14, 15), sharePercent: nil),
    ]
    let shifts = ShiftPattern(id: "t", cycleDays: 1, days: [PatternDay(work: [.hours(6, 18)], breaks: breaks)])
    let items = deriveDemand(.fixture(shiftPatterns: [shifts], workerGroups: [.fixture(sharePercent: 50)])).items
    #expect(items.map(\.visits) == [2, 5])
  }

  @Test("Options need the way there and back inside the break and the stay inside host hours")
  func options() {
    let shifts = ShiftPattern.fixture("t", .fixture(work: [.hours(6, 18)], breaks: [Interval(650, 740)]))
    let reach = [ReachLink(station: 1, walkMinutes: 5), ReachLink(station: 0, walkMinutes: 25)]
    let stations = [Station.fixture("a"), .fixture("b", hostHours: [.hours(8, 11), .hours(12, 20)])]
    let scenario = Scenario.fixture(
      slotMinutes: 30, stations: stations, shiftPatterns: [shifts],
      workerGroups: [.fixture(dwellMinutes: 20, reach: reach)])
    // 10:50-12:20. a: 11:15 at the earliest, away by 11:55. b: open till 11:00 (the stay would end 11:15) and again
    // from 12:00, which leaves 15 minutes: too few.
    #expect(
      deriveDemand(scenario).items[0].options == [
        ServiceOption(station: 0, slot: 22, arrival: 675, walkMinutes: 25),
        ServiceOption(station: 0, slot: 23, arrival: 690, walkMinutes: 25),
      ])
  }

  @Test("A row of the visit table stands as typed, whatever the heat")
  func visitTable() {
    let row = VisitTableRow.fixture(interval: .hours(12, 14), visits: 6, dwellMinutes: 60, weight: .units(2))
    let items = deriveDemand(.fixture(visitTable: [row], heat: .fixture(forecast: [390]))).items
    #expect(
      items == [
        DemandItem(
          source: .table(row: 0), window: .hours(12, 14), visits: 6, dwellMinutes: 60, weight: .units(2),
          options: [
            ServiceOption(station: 0, slot: 12, arrival: 720, walkMinutes: 0),
            ServiceOption(station: 0, slot: 13, arrival: 780, walkMinutes: 0),
          ])
      ])
  }

  @Test("Items come by first minute, then group, then table row")
  func order() {
    let shifts = ShiftPattern.fixture("t", pattern(.hours(9, 10), .hours(12, 13)))
    let scenario = Scenario.fixture(
      shiftPatterns: [shifts], workerGroups: [.fixture("g1"), .fixture("g2")],
      visitTable: [.fixture(interval: .hours(12, 13)), .fixture(interval: .hours(8, 9))])
    #expect(
      deriveDemand(scenario).items.map(\.source.name) == ["row 1", "group 0", "group 1", "group 0", "group 1", "row 0"])
  }

  @Test("Demand of several groups is the demand of each, together")
  func additive() {
    for seed in 0..<100 {
      let whole = RandomScenario.small(seed: seed)
      let parts = whole.workerGroups.map { deriveDemand(whole.with(groups: [$0], rows: [])).items.count }
      let rows = deriveDemand(whole.with(groups: [], rows: whole.visitTable)).items.count
      #expect(deriveDemand(whole).items.count == parts.reduce(rows, +))
    }
  }

  @Test("The overview counts each visit once, at the nearest station that can serve it")
  func overview() {
    let shifts = ShiftPattern.fixture("t", pattern(.hours(9, 11)))
    let reach = [ReachLink(station: 1, walkMinutes: 2), ReachLink(station: 0, walkMinutes: 9)]
    let stations = [Station.fixture("a"), .fixture("b", hostHours: [.hours(10, 20)])]
    let far = WorkerGroup.fixture("far", headcount: 3, reach: [])
    let scenario = Scenario.fixture(
      stations: stations, shiftPatterns: [shifts], workerGroups: [.fixture(reach: reach), far],
      visitTable: [.fixture(station: 1, interval: .hours(10, 11), visits: 2)])
    let overview = DemandOverview(deriveDemand(scenario))
    #expect(overview.cells == [DemandOverview.Cell(station: 1, slot: 10, visits: 12)])
    #expect(overview.visitsOutOfReach == 3)
  }
}

extension DemandSource {
  fileprivate var name: String {
    switch self {
    case .group(let index, _, _, _, _): "group \(index)"
    case .table(let row): "row \(row)"
    }
  }
}

extension Scenario {
  /// The same scenario with other demand.
  func with(groups: [WorkerGroup], rows: [VisitTableRow]) -> Scenario {
    var other = self
    other.workerGroups = groups
    other.visitTable = rows
    return other
  }
}
