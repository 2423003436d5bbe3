import Testing

@testable import RotaPlanner

struct StaffValidationTests {
  @Test func leaveIsTakenOutAndExtraHoursAreAdded() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ndays: 4\n",
      "staff.csv": "id,available\np1,mon-tue 8-12; wed 8-18\np2,\n",
      "availability.csv": """
      工号,日期,结束日期,时间,类型
      p1,2026-07-01,2026-07-06,,年假
      p1,2026-07-08,,10-11,培训
      p1,2026-07-09,,18-22,可上班
      """,
    ])
    #expect(hours(scenario.staff[0].available) == "1@8-12 2@8-10 2@11-18 3@18-22")
    #expect(hours(scenario.staff[1].available) == "0@6-22 1@6-22 2@6-22 3@6-22")
  }

  @Test func leaveOfTheEveningBeforeReachesIntoTheFirstDay() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ndays: 2\n",
      "staff.csv": "id,available\np1,daily 0-24\np2,daily 8-12\n",
      "availability.csv": """
      staff,date,until,hours,kind
      p1,2026-07-01,2026-07-05,22-6,leave
      p2,2026-07-05,,20:00-次日3:00,extra
      """,
    ])
    #expect(hours(scenario.staff[0].available) == "0@6-48")
    #expect(hours(scenario.staff[1].available) == "0@0-3 0@8-12 1@8-12")
  }

  @Test(arguments: ["休息", "休", "off", "OFF", "请假"]) func restAsTheHoursOfLeaveIsTheWholeDay(word: String) throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ndays: 2\n",
      "availability.csv": "staff,date,hours\np1,2026-07-06,\(word)\n",
    ])
    #expect(hours(scenario.staff[0].available) == "1@6-22")
  }

  @Test func daysNamedAsClosedAreClosed() throws {
    let scenario = try ScenarioText.scenario([
      "staff.csv": "id,available\np1,daily 9-17; sun closed\np2,周六日 休息；每天 9-17\n"
    ])
    #expect(hours(scenario.staff[0].available) == (0..<6).map { "\($0)@9-17" }.joined(separator: " "))
    #expect(hours(scenario.staff[1].available) == (0..<5).map { "\($0)@9-17" }.joined(separator: " "))
  }

  @Test func stationsMayBeNamedOrThoseOfTheStreet() throws {
    let scenario = try ScenarioText.scenario([
      "stations.csv": "id,street,host_hours\ns1,A,daily 8-20\ns2,B,daily 8-20\ns3,A,daily 8-20\n",
      "staff.csv": """
      id,home_street,stations,home_stations,delivers
      p1,A,,,
      p2,A,本街道,,
      p3,,s3；s1,,
      p4,B,all,s1,
      p5,,无,,是
      """,
      "worker_groups.csv": "id,trade,headcount,street\ng1,sanitation,40,A\n",
    ])
    #expect(scenario.staff.map(\.allowedStations) == [[0, 1, 2], [0, 2], [0, 2], [0, 1, 2], []])
    #expect(scenario.staff.map(\.homeStations) == [[0, 2], [0, 2], [0, 2], [0], []])
    #expect(scenario.staff.map(\.mayDeliver) == [false, false, false, false, true])
  }

  @Test func classesGoByAnyNameAndScenariosOverrideThem() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ncontracts: {usw: {daily_rest: 10h, overtime_month: none}}\n",
      "staff.csv": "id,class\np1,专职\np2,志愿者\np3,Union Social Worker\n",
    ])
    #expect(scenario.contracts.map(\.id) == ["usw", "volunteer"])
    #expect(scenario.staff.map(\.contract) == [0, 1, 0])
    let contract = scenario.contracts[0]
    #expect(contract.dailyRestMinutes == 600)
    #expect(contract.overtimeMonthMinutes == nil)
    #expect(contract.normalWeekMinutes == 2400)
    #expect(contract.weeklyRestKind == .calendarDay)
    #expect((contract.nightStart, contract.nightEnd) == (1320, 360))
    #expect(contract.citations.first { $0.key == "daily_rest" }?.source == "scenario.yaml")
    #expect(contract.citations.first { $0.key == "overtime_day" }?.source.contains("art 41") == true)
  }

  @Test func theEuropeanRulesAreThere() throws {
    let scenario = try ScenarioText.scenario(["scenario.yaml": "first_day: 2026-07-06\nrule_set: eu-wtd\n"])
    let contract = scenario.contracts[0]
    #expect(contract.ruleSet == "eu-wtd")
    #expect(contract.weeklyRestKind == .continuous)
    #expect(contract.weeklyRestMinutes == 2100)
    #expect(contract.averageWeekMinutes == 2880)
    #expect(contract.maximumConsecutiveDays == nil)
  }

  @Test func anOwnRuleSetIsAFileOfTheFolder() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\nrule_set: ours.yaml\n",
      "ours.yaml": "name: ours\nlimits: {normal_day: 7h}\nclasses: {usw: {}, volunteer: {limits: {normal_day: 3h}}}\n",
    ])
    #expect(scenario.contracts.map(\.normalDayMinutes) == [420, 180])
    #expect(scenario.contracts[0].ruleSet == "ours")
    #expect(scenario.heat.bands.count == 1)
  }

  @Test func wishesAreOnePerDay() throws {
    let staff = try ScenarioText.scenario([
      "requests.csv": "工号,日期,结束日期,愿望,时间,权重\np1,2026-07-11,2026-07-20,休息,,3\np2,2026-07-07,,上班,18-22,\n"
    ]).staff
    #expect(staff[0].wishes.map(\.day) == [5, 6])
    #expect(staff[0].wishes[0].interval == Interval(5 * 1440, 6 * 1440))
    #expect(staff[0].wishes[0].weight == Score(micro: 3_000_000))
    #expect(staff[1].wishes.map(\.kind) == [.on])
    #expect(hours(staff[1].wishes.map(\.interval)) == "1@18-22")
  }

  @Test func protectionMakesContractsOfItsOwn() throws {
    let scenario = try ScenarioText.scenario([
      "staff.csv": """
      工号,类别,孕期,孕期月数,哺乳期
      p1,专职,,,
      p2,专职,是,,
      p3,专职,,6,
      p4,专职,是,7,
      p5,专职,,,是
      p6,专职,,,2
      p7,志愿者,,,是
      p8,专职,,,1
      """
    ])
    let own = scenario.staff.indices.map(scenario.contract(of:))
    #expect(scenario.contracts.map(\.id) == ["usw", "volunteer", "usw", "usw", "volunteer"])
    #expect(own.map(\.overtimeDayMinutes) == [60, 0, 60, 0, 0, 0, 0, 0])
    #expect(own.map(\.creditMinutes) == [0, 60, 0, 60, 60, 120, 0, 60])
    #expect(scenario.staff[1].contract == scenario.staff[3].contract)
    #expect(scenario.staff[4].contract == scenario.staff[7].contract)
    #expect(scenario.staff[0].contract == scenario.staff[2].contract)
    #expect(scenario.staff.map(\.isPregnant) == [false, true, true, true, false, false, false, false])
    #expect(scenario.staff.map(\.pregnantMonth) == [nil, nil, 6, 7, nil, nil, nil, nil])
    #expect(own[1].citations.first { $0.key == "overtime_day" }?.source.contains("arts 61") == true)
    #expect(own[6].normalWeekMinutes == 168 * 60)
  }

  @Test func theEuropeanRulesProtectTheWholePregnancyFromNightsOnly() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\nrule_set: eu-wtd\n",
      "staff.csv": "id,pregnant_month,nursing\np1,2,\np2,,yes\n",
    ])
    let law = DutyLaw(scenario)
    #expect(scenario.contracts.count == 1)
    #expect(scenario.contracts[0].protection.countsAntenatal)
    #expect(law.closesNights(to: 0) && law.closesNights(to: 1))
  }

  @Test func antenatalVisitsAreAwayButNoLeave() throws {
    let person = try ScenarioText.scenario([
      "staff.csv": "id,pregnant,available\np1,yes,mon-fri 8-17\n",
      "availability.csv": """
      staff,date,hours,kind
      p1,2026-07-06,8:00-10:30,产检
      p1,2026-07-07,,antenatal
      p1,2026-07-08,,年假
      """,
    ]).staff[0]
    #expect(hours(person.available) == "0@10:30-17 3@8-17 4@8-17")
    #expect(hours(person.absence.antenatal) == "0@8-10:30 1@0-24")
    #expect(hours(person.absence.leave) == "2@0-24")
    #expect(hours(person.absence.usual) == "0@8-17 1@8-17 2@8-17 3@8-17 4@8-17")
    #expect(person.absence.weekdays == [0, 1, 2, 3, 4])
  }

  @Test(arguments: [
    ("usw", 54, ""), ("usw", 54.5, "W435"), ("part_time", 24, ""), ("part_time", 24.5, "W435"),
    ("volunteer", 28, ""), ("volunteer", 28.5, "W435"),
  ])
  func aCapAboveTheLawIsToldAndOneAtItIsNot(word: String, cap: Double, code: String) throws {
    let loaded = try ScenarioText.load(["staff.csv": "id,class,week_cap_hours\np1,\(word),\(cap)\n"])
    #expect(loaded.warnings.issues.map(\.code.rawValue) == (code.isEmpty ? [] : [code]))
  }

  @Test(arguments: [("24", "20", "W436"), ("20", "20", ""), ("54.5", "", "W436"), ("54", "", "")])
  func aGuaranteeAboveTheCapIsToldAndOneAtItIsNot(guaranteed: String, cap: String, code: String) throws {
    let loaded = try ScenarioText.load([
      "staff.csv": "id,guaranteed_hours,week_cap_hours\np1,\(guaranteed),\(cap)\n"
    ])
    #expect(loaded.warnings.issues.map(\.code.rawValue) == (code.isEmpty ? [] : [code]))
  }

  @Test func theLedgerCountsFromTheFirstMidnight() throws {
    let staff = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-08\n",
      "ledger.csv": """
      工号,上次下班,连续上班天数,本周已排小时,本月加班小时,周末次数,高温次数
      p1,2026-07-07 22:00,2,15.5,3,1,2
      """,
    ]).staff
    let entry = staff[0].ledger
    #expect(entry.lastDutyEnd == -120)
    #expect(entry.consecutiveDays == 2)
    #expect(entry.weekMinutes == 930)
    #expect(entry.monthOvertimeMinutes == 180)
    #expect(entry.burdens == [1, 0, 0, 2])
    #expect(staff[1].ledger == .blank)
  }
}
