import Testing

@testable import RotaPlanner

@Suite("Demand as tables")
struct DemandTablesTests {
  private let scenario = Scenario.fixture(
    days: 2, stations: [.fixture("S1", name: "暖心驿站"), .fixture("S2", name: "Mill Lane")],
    workerGroups: [],
    visitTable: [
      .fixture(interval: .hours(12, 13), visits: 5), .fixture(station: 1, interval: .hours(9, 10), visits: 12),
      .fixture(station: 1, interval: .hours(9, 10, day: 1), visits: 1),
      .fixture(station: 1, interval: .hours(21, 22), visits: 3),
    ])

  private func tables(station: Int? = nil, day: Int? = nil) -> DemandTables {
    DemandTables(deriveDemand(scenario), scenario, station: station, day: day)
  }

  @Test("The table says how visits are counted and what is out of reach")
  func text() {
    #expect(
      tables(day: 0).text(MessageCatalogue(.english)) == """
        date        time         station  name       visits
        ----------  -----------  -------  ---------  ------
        2026-07-06  09:00-10:00  S2       Mill Lane      12
        2026-07-06  12:00-13:00  S1       暖心驿站        5

        17 visits in all. A visit that several stations can serve counts at the nearest, in the slot of its earliest arrival.
        3 more visits are out of every station's reach: Mill Lane.

        """)
  }

  @Test("CSV has stable columns")
  func csv() {
    #expect(
      tables(station: 1).csv() == """
        date,start,end,station,name,visits
        2026-07-06,09:00,10:00,S2,Mill Lane,12
        2026-07-07,09:00,10:00,S2,Mill Lane,1

        """)
  }

  @Test("JSON has the same rows")
  func json() {
    #expect(
      CanonicalJSON.compact(tables(station: 0).json)
        == #"{"out_of_reach":3,"visits":[{"date":"2026-07-06","end":"13:00","name":"暖心驿站","start":"12:00","station":"S1","visits":5}]}"#
    )
  }
}
