import Testing

@testable import RotaPlanner

struct DeliveryValidationTests {
  private let files = [
    "scenario.yaml": """
    first_day: 2026-07-06
    days: 3
    delivery: {slots: "9:00-12:00; 14:00-17:00", service: 10, driver_skill: drive}
    """,
    "staff.csv": "id,delivers,skills\np1,yes,drive\np2,yes,\n",
    "sites.csv": """
    id,trade,people,windows,earliest,deadline,service,goods,alcohol_free,east,north
    d1,骑手,41,mon 9-11; tue-wed 10-12,2026-07-07,,,,,0,0
    d2,sanitation,5,,,2026-07-06,25,,,600,800
    d3,sanitation,5,,,,,soup,是,0,300
    """,
    "goods.csv": "id,stock,unit_cost,shelf,alcohol\nkit,500,60,,\ntincture,50,12,,有\nsoup,80,4,2h,\n",
    "vehicles.csv": "id,capacity,cost_per_km,slots,east,north\nv1,180,1.2,,0,0\nv2,80,,mon 8:00-11:00,0,0\n",
  ]

  @Test func windowsKeepToDatesAndKitsToTrades() throws {
    let delivery = try ScenarioText.scenario(files).delivery
    #expect(hours(delivery.sites[0].windows) == "1@10-12 2@10-12")
    #expect(hours(delivery.sites[1].windows) == "0@8-18")
    #expect(delivery.sites.map(\.allowedGoods) == [[0, 2], [0, 1, 2], [2]])
    // 10 minutes and 3 for each twenty people begun.
    #expect(delivery.sites.map(\.serviceMinutes) == [19, 25, 13])
    #expect(delivery.trades == ["rider", "sanitation"])
    #expect(delivery.sites[0].secondKitWeight == Score(micro: 400_000))
  }

  @Test(
    "A site may bar alcohol that its trade may have, but not have what its trade may not",
    arguments: [
      ("rider", "", "", true), ("rider", "no", "", true), ("rider", "yes", "", true), ("rider", "no", "tincture", true),
      ("sanitation", "", "", false), ("sanitation", "no", "", false), ("sanitation", "yes", "", true),
      ("sanitation", "yes", "kit;tincture", true),
    ])
  func alcohol(trade: String, site: String, goods: String, isBarred: Bool) throws {
    var files = files
    files["sites.csv"] = "id,trade,people,goods,alcohol_free\nd1,\(trade),9,\(goods),\(site)\n"
    let found = try ScenarioText.scenario(files).delivery.sites[0]
    #expect(found.isAlcoholFree == isBarred)
    #expect(found.allowedGoods.contains(1) == !isBarred)
  }

  @Test("A scenario may bar alcohol from a trade, but not give it to one that drives")
  func alcoholOfTrades() throws {
    var files = files
    files["scenario.yaml"]? += "\ntrades: {driver: {alcohol_free: no}, parking: {alcohol_free: yes}}\n"
    files["sites.csv"] = "id,trade,people\nd1,driver,9\nd2,parking,9\nd3,security,9\n"
    #expect(try ScenarioText.scenario(files).delivery.sites.map(\.isAlcoholFree) == [true, true, false])
  }

  @Test func slotsComeByStartThenVehicle() throws {
    let slots = try ScenarioText.scenario(files).delivery.slots
    #expect(hours(slots.map(\.interval)) == "0@8-11 0@9-12 0@14-17 1@9-12 1@14-17 2@9-12 2@14-17")
    #expect(slots.map(\.vehicle) == [1, 0, 0, 0, 0, 0, 0])
  }

  @Test func legsAreMeasuredFromDepotsToo() throws {
    let delivery = try ScenarioText.scenario(files).delivery
    // 1,000 m with 40 % detour at 300 m a minute.
    #expect(delivery.travelMetres[0][1] == 1400)
    #expect(delivery.travelMinutes[0][1] == 5)
    #expect(delivery.travelMetres[3][1] == 1400)
    #expect(delivery.travelMinutes[3][4] == 0)
    #expect(delivery.vehicles[0].costPerMetre == Money(milliFen: 120))
  }

  @Test func pinsOfEveryKindAreResolved() throws {
    var files = files
    files["pins.csv"] = """
      类型,工号,驿站,车辆,点位,日期,时间,数量
      上岗,p1,s1,,,2026-07-06,9-11,
      不排,p2,,,,2026-07-07,,
      有人,,s2,,,2026-07-06,8-12,2
      关闭,,s2,,,2026-07-08,,
      必送,,,,d1,2026-07-08,,20
      随车,p1,,v1,,2026-07-07,14:00-17:00,
      """
    let pins = try ScenarioText.scenario(files).pins
    #expect(
      pins.map(\.demand) == [
        .work(staff: 0, station: 0, interval: Interval(540, 660)), .off(staff: 1, interval: Interval(1440, 2880)),
        .staffed(station: 1, interval: Interval(480, 720), count: 2),
        .closed(station: 1, interval: Interval(2880, 4320)), .stop(site: 0, day: 2, kits: 20),
        .crew(staff: 0, slot: 4),
      ])
    #expect(pins[2].location == SourceLocation(file: "pins.csv", line: 4))
  }

  @Test func withoutSitesThereIsNoDelivery() throws {
    var files = files
    files["sites.csv"] = "id,trade,people\n"
    #expect(try ScenarioText.scenario(files).delivery == .none)
  }
}
