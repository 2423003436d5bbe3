import Testing

@testable import RotaPlanner

@Suite("Demand as tables")
struct DemandReportTests {
  private let scenario = Scenario.fixture(
    days: 2, stations: [.fixture("S1", name: "暖心驿站"), .fixture("S2", name: "Mill Lane")],
    visitTable: [
      .fixture(interval: .hours(12, 13), visits: 5), .fixture(station: 1, interval: .hours(9, 10), visits: 12),
      .fixture(station: 1, interval: .hours(9, 10, day: 1), visits: 1),
      .fixture(station: 1, interval: .hours(21, 22), visits: 3),
    ])

  private func report(station: Int? = nil, day: Int? = nil) -> DemandReport {
    DemandReport(deriveDemand(scenario), scenario, station: station, day: day)
  }

  @Test("One row per station and slot, and notes that say how visits are counted and what is out of reach")
  func table() {
    let english = MessageCatalogue(.english)
    #expect(
      report(day: 0).table.csv(CSVWriter(), english) == """
        date,start,end,station,station_name,visits_wanted
        2026-07-06,09:00,10:00,S2,Mill Lane,12
        2026-07-06,12:00,13:00,S1,暖心驿站,5

        """)
    #expect(
      report(day: 0).notes.map { english.text($0) } == [
        "17 visits in all. A visit that several stations can serve counts at the nearest, in the slot of its earliest"
          + " arrival.",
        "3 more visits are out of every station's reach: Mill Lane.",
      ])
    #expect(report(station: 1).table.rows.count == 2)
  }

  @Test("Of many that no station serves a note names five; the table has all, those with most visits first")
  func outOfReach() {
    let scenario = Scenario.fixture(
      stations: [.fixture("S1", name: "Mill Lane")],
      shiftPatterns: [.fixture("t", .fixture(work: [.hours(6, 18)], breaks: [.hours(12, 13)]))],
      workerGroups: (1...7).map { .fixture("g\($0)", headcount: 10 + $0 % 3, reach: []) } + [.fixture("near")],
      visitTable: [.fixture(interval: .hours(21, 22), visits: 3), .fixture(interval: .hours(12, 13), visits: 4)])
    let demand = deriveDemand(scenario)
    let report = OutOfReachReport(demand, scenario)
    #expect(
      report.table.csv(CSVWriter(), MessageCatalogue(.english)) == """
        worker_group,worker_group_name,station,station_name,visits_wanted,out_of_reach
        g2,Group g2,,,12,12
        g5,Group g5,,,12,12
        g1,Group g1,,,11,11
        g4,Group g4,,,11,11
        g7,Group g7,,,11,11
        g3,Group g3,,,10,10
        g6,Group g6,,,10,10
        ,,S1,Mill Lane,7,3

        """)
    #expect(
      report.note.map(MessageCatalogue(.english).text)
        == "80 more visits are out of every station's reach: Group g2, Group g5, Group g1, Group g4, Group g7 and 3 more"
        + " (--out-of-reach lists them all).")
    #expect(
      report.note.map(MessageCatalogue(.chinese).text)
        == "另有 80 人次没有驿站可到：Group g2、Group g5、Group g1、Group g4、Group g7，另有 3 个（用 --out-of-reach 逐一列出）。")
    #expect(DemandReport(demand, scenario).notes.last == report.note)
    #expect(OutOfReachReport(demand, scenario, station: 0).table.rows.count == 1)
  }

  @Test("The reasons for one place are sentences, or rows with the numbers behind them")
  func why() {
    let near = [ReachLink(station: 0, walkMinutes: 6)]
    let scenario = Scenario.fixture(
      stations: [.fixture(name: "Elm Street")],
      shiftPatterns: [.fixture("t", .fixture(work: [.hours(6, 18)], breaks: [Interval(690, 750)]))],
      workerGroups: [.fixture(name: "sweepers of team B", headcount: 46, sharePercent: 30, reach: near)],
      visitTable: [.fixture(interval: .hours(11, 12), visits: 2)])
    let english = MessageCatalogue(.english)
    let report = DemandWhyReport(deriveDemand(scenario), scenario, station: 0, slot: 11)
    #expect(
      report.sentences.map { english.text($0) } == [
        "Elm Street, 2026-07-06 11:00-12:00: 16 visits", "row 2 of the visit table: 11:00-12:00, 2 visits",
        "46 sweepers of team B break 11:30-12:30, 6 min walk: 30 of 100 use a station, 14 visits",
      ])
    #expect(
      report.table.csv(CSVWriter(), english) == """
        worker_group,worker_group_name,people,start,end,walk_minutes,share_percent,heat_percent,visits_wanted,counted_here
        ,,,11:00,12:00,0,,,2,2
        g1,sweepers of team B,46,11:30,12:30,6,30,100,14,14

        """)
    let nothing = DemandWhyReport(deriveDemand(scenario), scenario, station: 0, slot: 15)
    #expect(nothing.sentences.map { english.text($0) }.last == "No worker group can use the station then.")
  }
}
