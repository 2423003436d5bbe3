import Testing

@testable import RotaPlanner

/// The hours after the last midnight in which duties may run on, and duties of the plan before that run on over the first.
@Suite struct HorizonTailTests {
  /// A night shelter with staff for its nights; Monday 6 July to Sunday 12 July unless said otherwise.
  static let shelter: [String: String] = [
    "stations.csv": "id,host_hours,promised_hours,staffed_cost_per_hour\ns1,daily 21-7,daily 22-6,10\n",
    "staff.csv": "id,class,available\np1,usw,daily 20-8\np2,usw,daily 20-8\n",
  ]

  private func scenario(_ files: [String: String] = [:]) throws -> Scenario {
    try ScenarioText.scenario(Self.shelter.merging(files, uniquingKeysWith: { $1 }))
  }

  @Test func `a host and staff who go on over the last midnight give a tail until the first of them ends`() throws {
    let scenario = try scenario()
    #expect(scenario.horizon.tailMinutes == 7 * 60)
    #expect(scenario.horizon.slotCount == 7 * 48 + 14)
    #expect(hours(scenario.stations[0].hostHours).hasSuffix("6@21-31"))
    #expect(hours(scenario.stations[0].promisedHours).hasSuffix("6@22-24"))
    #expect(hours(scenario.staff[0].available).hasSuffix("6@20-31"))
  }

  @Test(arguments: [
    ["stations.csv": "id,host_hours\ns1,daily 8-20\n"],
    ["staff.csv": "id,class,available\np1,usw,daily 6-22\n"],
    ["stations.csv": "id,host_hours\ns1,mon-sat 21-7; sun 8-12\n"],
  ])
  func `without either there is none`(files: [String: String]) throws {
    #expect(try scenario(files).horizon.tailMinutes == 0)
  }

  @Test func `hours that never end give twelve hours, and leave of the day after is kept`() throws {
    let scenario = try scenario([
      "stations.csv": "id,host_hours\ns1,daily 0-24\n",
      "staff.csv": "id,class,available\np1,usw,daily 0-24\np2,usw,daily 0-24\n",
      "availability.csv": "staff,from,kind\np1,2026-07-13,away\n",
    ])
    #expect(scenario.horizon.tailMinutes == 720)
    #expect(scenario.staff[0].available == [Interval(0, 7 * 1440)])
    #expect(scenario.staff[1].available == [Interval(0, 7 * 1440 + 720)])
  }

  @Test func `a pin over the last midnight holds as far as the tail goes, and what is cut is told`() throws {
    let pins =
      "kind,staff,station,date,hours\nwork,p1,s1,2026-07-12,22-6\noff,p2,,2026-07-12,22-9\noff,p2,,2026-07-05,22-6\n"
    let loaded = try ScenarioText.load(Self.shelter.merging(["pins.csv": pins], uniquingKeysWith: { $1 }))
    #expect(
      loaded.scenario.pins.map(\.demand) == [
        .work(staff: 0, station: 0, interval: .hours(22, 30, day: 6)),
        .off(staff: 1, interval: .hours(22, 31, day: 6)), .off(staff: 1, interval: .hours(0, 6)),
      ])
    #expect(loaded.warnings.issues.map(\.code).filter { $0 == .pinCut }.count == 2)
  }

  @Test func `without a tail a pin holds up to midnight, and can be kept`() throws {
    let scenario = try scenario([
      "stations.csv": "id,host_hours\ns1,daily 8-24\n", "staff.csv": "id,class,available\np1,usw,daily 6-24\n",
      "pins.csv": "kind,staff,station,date,hours\nwork,p1,s1,2026-07-12,20-2\n",
    ])
    #expect(scenario.pins.map(\.demand) == [.work(staff: 0, station: 0, interval: .hours(20, 24, day: 6))])
    #expect(try explainClash(scenario).verdict == .noClash)
  }

  @Test func `a ledger over the first midnight says until when and where, and answers for that person's pin there`()
    throws
  {
    let scenario = try scenario([
      "ledger.csv": "staff,last_duty_end,last_duty_station\np1,2026-07-06 6:00,s1\np2,2026-07-05 20:00,s1\n",
      "pins.csv": "kind,staff,station,date,hours\nwork,p1,s1,2026-07-06,0-6\n",
    ])
    #expect(scenario.staff[0].ledger.carriedWork == Interval(0, 360))
    #expect(scenario.staff[0].ledger.lastDutyStation == 0)
    #expect(scenario.staff[1].ledger.lastDutyStation == nil)
    #expect(scenario.pins.isEmpty)
  }
}
