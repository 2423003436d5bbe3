import Testing

@testable import RotaPlanner

struct DemandValidationTests {
  @Test func groupsTakeTheHabitsOfTheirTrade() throws {
    let group = try ScenarioText.scenario([
      "worker_groups.csv": "编号,工种,人数,街道,停留\ng1,外卖骑手,40,Desheng,25\n"
    ]).workerGroups[0]
    #expect(group.trade == "rider")
    #expect(group.employment == .selfEmployed)
    #expect(group.visitWeight == Score(micro: 1_500_000))
    #expect(group.sharePercent == 30)
    #expect(group.dwellMinutes == 25)
  }

  @Test func theScenarioChangesAndAddsTrades() throws {
    let groups = try ScenarioText.scenario([
      "scenario.yaml": """
      first_day: 2026-07-06
      trades:
        sanitation: {share: 55}
        postman: {words: [邮递员], pattern: courier, share: 10}
      """,
      "worker_groups.csv": "id,trade,headcount,street\ng1,环卫,40,Desheng\ng2,邮递员,10,Desheng\n",
    ]).workerGroups
    #expect(groups.map(\.sharePercent) == [55, 10])
    #expect(groups.map(\.trade) == ["sanitation", "postman"])
  }

  @Test func onlyPatternsInUseComeFromTheLibraryAndOwnOnesWin() throws {
    let scenario = try ScenarioText.scenario([
      "worker_groups.csv": "id,trade,headcount,street\ng1,rider,40,Desheng\ng2,sanitation,10,Desheng\n",
      "shift_patterns.csv": "pattern,work,breaks\nrider,10-20,14-16@80\n",
    ])
    #expect(scenario.shiftPatterns.map(\.id) == ["rider", "sanitation"])
    #expect(scenario.shiftPatterns[0].days[0].breaks.map(\.sharePercent) == [80])
  }

  @Test func breaksOfANightLieOnTheNextDay() throws {
    let pattern = try ScenarioText.scenario([
      "worker_groups.csv": "id,trade,headcount,street,pattern\ng1,sanitation,40,Desheng,n\n",
      "shift_patterns.csv": "pattern,work,breaks\nn,22:00-6:00,5:00-5:30; 23:00-23:20@30\n",
    ]).shiftPatterns[0]
    #expect(pattern.days[0].work == [Interval(1320, 1800)])
    #expect(pattern.days[0].breaks.map(\.interval) == [Interval(1380, 1400), Interval(1740, 1770)])
  }

  @Test func cyclesBeginWhereTheGroupSays() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-08\n",
      "worker_groups.csv": """
      id,trade,headcount,street,pattern,cycle_day,cycle_start
      g1,sanitation,4,Desheng,six,,
      g2,sanitation,4,Desheng,six,5,
      g3,sanitation,4,Desheng,six,,2026-07-01
      g4,sanitation,4,Desheng,six,,2026-07-09
      g5,sanitation,4,Desheng,week,,
      """,
      "shift_patterns.csv": "pattern,days,cycle_days,work\nsix,1-4,6,8-16\nweek,周一至周五,,8-16\n",
    ])
    #expect(scenario.workerGroups.map(\.patternOffset) == [0, 4, 1, 5, 2])
    #expect(scenario.shiftPatterns.map(\.cycleDays) == [6, 7])
    #expect(scenario.shiftPatterns[0].days.map { $0.work.isEmpty } == [false, false, false, false, true, true])
    #expect(scenario.shiftPatterns[1].days[6] == .off)
  }

  @Test func reachIsTypedOrMeasuredOrByStreet() throws {
    let groups = try ScenarioText.scenario([
      "stations.csv": """
      id,street,host_hours,east,north
      s1,A,daily 8-20,0,0
      s2,B,daily 8-20,400,0
      s3,B,daily 8-20,3000,0
      """,
      "worker_groups.csv": """
      id,trade,headcount,street,east,north
      g1,sanitation,4,,,
      g2,sanitation,4,,100,0
      g3,sanitation,4,B,,
      """,
      "reach.csv": "group,station,walk\ng1,s3,9\ng1,s1,1\n",
    ]).workerGroups
    #expect(groups[0].reach == [ReachLink(station: 0, walkMinutes: 1), ReachLink(station: 2, walkMinutes: 9)])
    // 100 m and 300 m with 30 % detour at 70 m a minute.
    #expect(groups[1].reach == [ReachLink(station: 0, walkMinutes: 2), ReachLink(station: 1, walkMinutes: 6)])
    #expect(groups[2].reach == [ReachLink(station: 1, walkMinutes: 8), ReachLink(station: 2, walkMinutes: 8)])
  }

  @Test func visitsFallOnTheirDays() throws {
    let visits = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ndays: 7\n",
      "visits.csv": "驿站,日期,时段,人次,权重\ns2,周末,12-13,5,1.5\ns1,2026-07-07,8:00-9:00,3,\ns1,2026-08-01,8-9,3,\ns1,,8-9,0,\n",
    ]).visitTable
    #expect(hours(visits.map(\.interval)) == "5@12-13 6@12-13 1@8-9")
    #expect(visits.map(\.station) == [1, 1, 0])
    #expect(visits[0].weight == Score(micro: 1_500_000))
  }

  @Test func theForecastFillsGapsAndBandsBeginMild() throws {
    let heat = try ScenarioText.scenario([
      "scenario.yaml": """
      first_day: 2026-07-06
      days: 3
      heat:
        usual_maximum: 28
        hottest_window: 13:00-17:00
        bands: [{from: 35, visits: 130, hot: yes}, {from: 37.5, visits: 150, midday_visits: 200}]
      """,
      "heat.csv": "date,maximum\n2026-07-08,37.5\n2026-07-06,35℃\n",
    ]).heat
    #expect(heat.forecast == [350, 280, 375])
    #expect(heat.bands.map(\.fromTenths) == [Int.min, 350, 375])
    #expect(heat.bands[2].selfEmployedMiddayPercent == 200)
    #expect(heat.bands[1].middayVisitPercent == 130)
    #expect(heat.band(ofDay: 1).visitPercent == 100)
    #expect(heat.hottestWindow == Interval(780, 1020))
  }
}
