import Testing

@testable import RotaPlanner

@Suite("Demand: where visits come from")
struct DemandReasonTests {
  private func scenario(tenths: Int = 300) -> Scenario {
    let day = PatternDay.fixture(work: [.hours(6, 18)], breaks: [Interval(690, 750)])
    let near = [ReachLink(station: 0, walkMinutes: 6), ReachLink(station: 1, walkMinutes: 9)]
    return .fixture(
      slotMinutes: 30, stations: [.fixture("a", name: "Elm Street"), .fixture("b", name: "Mill Lane")],
      shiftPatterns: [.fixture("t", day)],
      workerGroups: [.fixture(name: "sweepers of team B", headcount: 46, sharePercent: 30, reach: near)],
      visitTable: [.fixture(interval: .hours(12, 13), visits: 1)], heat: .fixture(forecast: [tenths]))
  }

  private func sentences(_ language: Language, tenths: Int = 300, station: Int = 0, slot: Int) -> [String] {
    let scenario = scenario(tenths: tenths)
    let demand = deriveDemand(scenario)
    let catalogue = MessageCatalogue(language)
    return demand.reasons(station: station, slot: slot).map { catalogue.text($0.message(in: demand, scenario)) }
  }

  @Test("One sentence names the group, its break, the walk and the share")
  func planned() {
    #expect(
      sentences(.english, slot: 23) == [
        "46 sweepers of team B break 11:30-12:30, 6 min walk: 30 of 100 use a station, 14 visits"
      ])
  }

  @Test("What counts elsewhere comes last and names the place")
  func elsewhere() {
    #expect(
      sentences(.english, slot: 24) == [
        "row 2 of the visit table: 12:00-13:00, 1 visit",
        "46 sweepers of team B break 11:30-12:30, 6 min walk: 30 of 100 use a station, 14 visits"
          + " (counted at Elm Street, 11:30-12:00)",
      ])
    #expect(
      sentences(.chinese, station: 1, slot: 23) == [
        "sweepers of team B 46 人 11:30-12:30 休息，步行 9 分钟：每 100 人中 30 人到站，14 人次（计入Elm Street 11:30-12:00）"
      ])
  }

  @Test("Heat is named with its percent and the forecast")
  func heat() {
    #expect(
      sentences(.english, tenths: 355, slot: 23) == [
        "46 sweepers of team B break 11:30-12:40 (longer in the heat), 6 min walk: 30 of 100 use a station,"
          + " times 160 % at 35.5 °C, 22 visits"
      ])
    #expect(
      sentences(.english, tenths: 380, slot: 23) == [
        "46 sweepers of team B stop work 11:30-15:00 for the heat, 6 min walk: 50 of 100 use a station,"
          + " times 200 % at 38 °C, 46 visits"
      ])
  }

  @Test("The visits of the sentences that count at a place are the overview's")
  func overview() {
    for seed in 0..<50 {
      let demand = deriveDemand(RandomScenario.small(seed: seed))
      for cell in DemandOverview(demand).cells {
        let here = demand.reasons(station: cell.station, slot: cell.slot).filter(\.countsHere)
        #expect(here.reduce(0) { $0 + demand.items[$1.item].visits } == cell.visits)
      }
    }
  }
}
