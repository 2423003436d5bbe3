import Testing

@testable import RotaPlanner

/// The worked numbers of docs/scenario-format.md: who derives them by hand from the page gets what the program has.
@Suite("Worked numbers of the format's page")
struct WorkedNumbersTests {
  @Test("Rates an hour are kept a minute, percentages of pay are of that rate, rates a kilometre are kept a metre")
  func rates() throws {
    let scenario = try ScenarioText.scenario([
      "staff.csv": "id,class,pay_per_hour\np1,usw,25\n",
      "sites.csv": "id,trade,people,served_before,rounds,weight\nd1,sanitation,60,10,2,1.5\n",
      "goods.csv": "id,stock,unit_cost\nkit,100,60\n", "vehicles.csv": "id,capacity,cost_per_km\nv1,50,1.2\n",
    ])
    let rate = scenario.staff[0].payPerMinute
    #expect(rate == Money(milliFen: 41_667))
    #expect(rate.percent(150) == Money(milliFen: 62_501))
    #expect(rate * 480 == Money(milliFen: 20_000_160))
    #expect(scenario.delivery.goods[0].unitCost == Money(milliFen: 6_000_000))
    #expect(scenario.delivery.vehicles[0].costPerMetre == Money(milliFen: 120))
    #expect(scenario.delivery.sites[0].firstKitWeight == Score(micro: 1_500_000))
    #expect(scenario.delivery.sites[0].firstNeed == 50 && scenario.delivery.sites[0].secondNeed == 60)
    #expect(scenario.weights.metre == Score(micro: 200))
    #expect(scenario.weights.promiseHour.perHour(for: 20) == Score(micro: 10_000_000))
  }

  @Test("Ways: degrees, straight line, detour, minutes rounded up, and what is usual where a place is unknown")
  func ways() throws {
    let degrees = try ScenarioText.scenario([
      "stations.csv": """
      id,street,host_hours,latitude,longitude
      s1,Desheng,daily 8-20,39.9,116.3
      s2,Desheng,daily 8-20,39.91,116.31
      """
    ])
    #expect(degrees.stations.map(\.position) == [Position(east: 0, north: 0), Position(east: 853, north: 1112)])
    let grid = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\nwalking: {limit: 20}\n",
      "stations.csv": """
      id,street,host_hours,east,north
      s1,Desheng,daily 8-20,0,0
      s2,Desheng,daily 8-20,,
      s3,Xinjie,daily 8-20,,
      """,
      "worker_groups.csv":
        "id,trade,headcount,street,east,north\ng1,sanitation,40,Desheng,600,800\ng2,sanitation,40,Desheng,,\n",
    ])
    #expect(grid.workerGroups[0].reach == [ReachLink(station: 0, walkMinutes: 19)])
    #expect(
      grid.workerGroups[1].reach == [ReachLink(station: 0, walkMinutes: 8), ReachLink(station: 1, walkMinutes: 8)])
    #expect(grid.staffTravelMinutes[0] == [0, 15, 30])
  }

  @Test("A percentage that a heat band leaves out falls back on another of its band, not on the band below")
  func bands() throws {
    let heat = """
      first_day: 2026-07-06
      heat:
        bands:
          - {from: 33, visits: 115, midday_visits: 130}
          - {from: 40, visits: 50, self_employed_visits: 160}
          - {from: 42, hot: yes}
      """
    let bands = try ScenarioText.scenario(["scenario.yaml": heat]).heat.bands
    let percents = bands.map {
      [$0.visitPercent, $0.middayVisitPercent, $0.selfEmployedPercent, $0.selfEmployedMiddayPercent]
    }
    #expect(
      percents == [[100, 100, 100, 100], [115, 130, 115, 130], [50, 50, 160, 160], [100, 100, 100, 100]])
  }

  @Test("Days go on behind a semicolon until others are named; hours that touch are one, slots of vehicles are not")
  func hoursOfTheWeek() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-10\ndays: 2\n",
      "stations.csv": "id,street,host_hours\ns1,Desheng,mon-fri 9-12; sat 10-12; 14-16\ns2,Desheng,8-12; 12-20\n",
      "sites.csv": "id,trade,people,windows\nd1,sanitation,10,9-11; 11-13\n", "goods.csv": "id,stock\nkit,100\n",
      "vehicles.csv": "id,capacity,slots\nv1,50,9-12; 12-15\n",
    ])
    #expect(hours(scenario.stations[0].hostHours) == "0@9-12 1@10-12 1@14-16")
    #expect(hours(scenario.stations[1].hostHours) == "0@8-20 1@8-20")
    #expect(hours(scenario.delivery.sites[0].windows) == "0@9-13 1@9-13")
    #expect(hours(scenario.delivery.slots.map(\.interval)) == "0@9-12 0@12-15 1@9-12 1@12-15")
  }

  @Test("Away wins over extra whatever the order of rows; home is the home street, or everywhere without one")
  func people() throws {
    for rows in [
      "p1,2026-07-06,8:00-12:00,away\np1,2026-07-06,6:00-10:00,extra\n",
      "p1,2026-07-06,6:00-10:00,extra\np1,2026-07-06,8:00-12:00,away\n",
    ] {
      let scenario = try ScenarioText.scenario([
        "scenario.yaml": "first_day: 2026-07-06\ndays: 1\n",
        "stations.csv": "id,street,host_hours\ns1,Desheng,daily 8-20\ns2,Xinjie,daily 8-20\n",
        "staff.csv":
          "id,class,home_street,available\np1,usw,Xinjie,daily 9-17\np2,usw,,daily 9-17\np3,usw,Elsewhere,\n",
        "availability.csv": "staff,date,hours,kind\n" + rows,
      ])
      #expect(hours(scenario.staff[0].available) == "0@6-8 0@12-17")
      #expect(scenario.staff.map(\.homeStations) == [[1], [0, 1], []])
    }
  }
}
