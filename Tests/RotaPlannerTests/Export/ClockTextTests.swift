import Testing

@testable import RotaPlanner

/// Times of the day of a horizon that has more than one midnight.
@Suite("Clock texts")
struct ClockTextTests {
  @Test("Every midnight is the 00:00 of the day it begins; as an end of its own day it is 24:00")
  func midnights() {
    #expect(
      [0, 485, 1440, 1445, 2880, -60].map { clockText($0) } == ["00:00", "08:05", "00:00", "00:05", "00:00", "23:00"])
    func text(_ day: Int, _ start: Int, _ end: Int) -> String {
      Interval(day * 1440 + start * 60, day * 1440 + end * 60).clockText
    }
    for day in 0...2 {
      #expect(text(day, 22, 24) == "22:00-24:00")
      #expect(text(day, 0, 24) == "00:00-24:00")
      #expect(text(day, 22, 30) == "22:00-06:00+1")
      #expect(text(day, 8, 48) == "08:00-00:00+2")
      #expect(text(day, 0, 1) == "00:00-01:00")
    }
  }

  @Test("A span over midnight tells both dates, its end at a midnight with the date of the next day")
  func spans() {
    let clock = HorizonText(.fixture(days: 3))
    #expect(clock.span(Interval(1320, 2880)) == "2026-07-06 22:00 - 2026-07-08 00:00")
    #expect(clock.span(Interval(2 * 1440 + 1320, 3 * 1440)) == "2026-07-08 22:00-24:00")
    #expect(clock.span(Interval(1440, 2880)) == "2026-07-07")
    #expect(clock.time(1440) == "2026-07-07 00:00")
  }

  @Test("A slot after the first midnight begins at 00:00 in the tables of demand")
  func demand() throws {
    let scenario = Scenario.fixture(
      days: 3, stations: [.fixture(hostHours: .daily(0, 24))],
      visitTable: (1...2).map { .fixture(row: $0 + 1, interval: .hours(0, 1, day: $0), visits: 3) })
    let report = DemandReport(deriveDemand(scenario), scenario)
    let csv = report.table.csv(CSVWriter(), MessageCatalogue(.english))
    #expect(csv.contains("2026-07-07,00:00,01:00,") && csv.contains("2026-07-08,00:00,01:00,"))
    #expect(!csv.contains("24:00"))
  }

  @Test("What the rota table writes of a duty over two midnights is read back")
  func twoMidnights() throws {
    let day = CalendarDate.aMonday
    #expect(LocalMinute(day, 2880).clock(onRowOf: day, isEnd: true) == "00:00+2")
    let rota = "date,staff,start,end,station\n2026-07-06,p1,22:00,00:00+2,s1\n2026-07-07,p2,20:00,02:30+2,s1\n"
    let document = try PlanReader.read(Array(rota.utf8), file: "rota.csv")
    let ends = document.duties.flatMap(\.segments).map(\.interval.end.description)
    #expect(ends == ["2026-07-08T00:00", "2026-07-09T02:30"])
  }
}
