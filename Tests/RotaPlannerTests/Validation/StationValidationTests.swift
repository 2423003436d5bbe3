import Testing

@testable import RotaPlanner

struct StationValidationTests {
  private func stations(_ table: String, _ settings: String = "days: 3\n") throws -> [Station] {
    try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\n" + settings, "stations.csv": table,
      "worker_groups.csv": "id,trade,headcount,street\ng1,环卫,40,Desheng\n",
    ]).stations
  }

  @Test func hoursAreLaidOverTheHorizonAndCutAtItsEnds() throws {
    let table = "id,street,host_hours\ns1,Desheng,mon 9-17; tue-wed 10:00-12:00，14:00-18:00\ns2,Desheng,daily 22-6\n"
    let stations = try stations(table)
    #expect(hours(stations[0].hostHours) == "0@9-17 1@10-12 1@14-18 2@10-12 2@14-18")
    #expect(hours(stations[1].hostHours) == "0@0-6 0@22-30 1@22-30 2@22-24")
  }

  @Test func holidaysHaveTheirOwnHoursAndMakeUpDaysFollowMonday() throws {
    let table = """
      id,street,host_hours,holiday_hours,promised_hours,self_service
      s1,Desheng,mon-fri 9-17,10-12,mon-fri 9-16,yes
      """
    let settings = "days: 7\ncalendar: {holidays: [2026-07-08], makeup_days: [2026-07-11]}\n"
    let station = try stations(table, settings)[0]
    #expect(hours(station.hostHours) == "0@9-17 1@9-17 2@10-12 3@9-17 4@9-17 5@9-17")
    #expect(hours(station.promisedHours) == "0@9-16 1@9-16 2@10-12 3@9-16 4@9-16 5@9-16")
    #expect(station.selfServiceHours == station.hostHours)
    let kinds = try ScenarioText.scenario(["scenario.yaml": "first_day: 2026-07-06\n" + settings]).horizon.dayKinds
    #expect(kinds == [.workday, .workday, .holiday, .workday, .workday, .workday, .weekend])
  }

  @Test func hoursOfHolidaysPromiseNothingWhereNothingIsPosted() throws {
    let table =
      "id,street,host_hours,holiday_hours,promised_hours\ns1,Desheng,mon-fri 9-17,10-12,\ns2,Desheng,mon-fri 9-17,10-12,closed\n"
    let settings = "days: 3\ncalendar: {holidays: [2026-07-08]}\n"
    for station in try stations(table, settings) {
      #expect(hours(station.hostHours) == "0@9-17 1@9-17 2@10-12")
      #expect(station.promisedHours.isEmpty)
    }
  }

  @Test func typesGiveUsualHours() throws {
    let table = "编号,街道,类型,东道单位时间\na,Desheng,机关,\nb,Desheng,商铺,\nc,Desheng,自助,\nd,Desheng,shop,每天 9-10\n"
    let stations = try stations(table, "days: 1\n")
    #expect(stations.map { hours($0.hostHours) } == ["0@9-17", "0@8-21", "0@0-24", "0@9-10"])
    #expect(hours(stations[2].selfServiceHours) == "0@0-24")
    #expect(stations[1].selfServiceHours.isEmpty)
  }

  @Test func selfServiceHoursAreCutToHostHours() throws {
    let table = "id,street,host_hours,self_service\ns1,Desheng,daily 8-20,daily 18-22\n"
    #expect(hours(try stations(table, "days: 1\n")[0].selfServiceHours) == "0@18-20")
  }

  @Test func moneyAndPlacesAreWholeNumbers() throws {
    let table = """
      id,street,host_hours,staffed_cost_per_hour,latitude,longitude
      s1,Desheng,daily 8-20,12.5,39.9,116.3
      s2,Desheng,daily 8-20,,39.91,116.3
      """
    let stations = try stations(table)
    #expect(stations[0].staffedCostPerMinute == Money(milliFen: 20_833))
    #expect(stations[0].position == Position(east: 0, north: 0))
    #expect(stations[1].position == Position(east: 0, north: 1112))
  }

  @Test func travelIsByDistanceOrByStreet() throws {
    let measured = "id,street,host_hours,east,north\ns1,Desheng,daily 8-20,0,0\ns2,Desheng,daily 8-20,300,400\n"
    let travel = try ScenarioText.scenario(["stations.csv": measured]).staffTravelMinutes
    // 500 m and 30 % detour at 200 m a minute, rounded up, and 5 minutes on top.
    #expect(travel == [[0, 9], [9, 0]])
    let streets = "id,street,host_hours\ns1,Desheng,daily 8-20\ns2,Desheng,daily 8-20\ns3,Other,daily 8-20\n"
    #expect(try ScenarioText.scenario(["stations.csv": streets]).staffTravelMinutes[0] == [0, 15, 30])
  }
}
