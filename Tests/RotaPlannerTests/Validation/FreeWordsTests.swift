import Testing

@testable import RotaPlanner

@Suite("Free words of a scenario")
struct FreeWordsTests {
  private let files = [
    "scenario.yaml": "first_day: 2026-07-06\ndays: 2\ndelivery: {driver_skill: DRIVING}\n",
    "stations.csv": "id,street,host_hours,skills\ns1,Desheng,daily 8-20,first aid\ns2,desheng,daily 8-20,\n",
    "staff.csv":
      "id,home_street,stations,skills,delivers\np1,ＤＥＳＨＥＮＧ,street,\"driving, First-Aid;driving\",yes\np2,desheng,street,driving,yes\n",
    "worker_groups.csv": "id,trade,headcount,street\ng1,Sanitations,40,DeSheng\n",
    "sites.csv": "id,trade,people\nd1,外卖员,40\n",
    "goods.csv": "id,stock,alcohol\nkit,500,\ntincture,50,yes\n",
    "vehicles.csv": "id,capacity\nv1,180\n",
  ]

  private func codes(_ files: [String: String]) throws -> [String] {
    try ScenarioText.load(files).warnings.issues.map(\.code.rawValue)
  }

  @Test("A word spelt in several ways is one word everywhere, in the spelling used most")
  func spellings() throws {
    let loaded = try ScenarioText.load(files)
    let scenario = loaded.scenario
    #expect(scenario.stations.map(\.street) == ["desheng", "desheng"])
    #expect(scenario.staff.map(\.homeStreet) == ["desheng", "desheng"])
    #expect(scenario.staff.map(\.allowedStations) == [[0, 1], [0, 1]])
    #expect(scenario.workerGroups[0].reach.map(\.station) == [0, 1])
    #expect(scenario.workerGroups[0].trade == "sanitation")
    #expect(scenario.delivery.driverSkill == "driving")
    #expect(scenario.staff.map(\.skills) == [["driving", "first aid"], ["driving"]])
    #expect(scenario.stations[0].neededSkills == ["first aid"])
    #expect(scenario.delivery.sites[0].trade == "rider")
    #expect(scenario.delivery.sites[0].allowedGoods == [0])
    #expect(loaded.warnings.issues.isEmpty)
  }

  @Test("An unknown trade is an error, at a site and at a group with a pattern of its own")
  func unknownTrades() throws {
    var files = files
    files["sites.csv"] = "id,trade,people\nd1,起手,40\n"
    files["worker_groups.csv"] = "id,trade,headcount,street,pattern\ng1,beekeeper,40,Desheng,rider\n"
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    let error = #expect(throws: ScenarioError.self) { try LoadedScenario.read(folder: folder.path) }
    #expect(error?.list.issues.map(\.code) == [.tradeUnknown, .tradeUnknown])
    files["scenario.yaml"]? += "trades: {beekeeper: {alcohol_free: no}, 起手: {}}\n"
    #expect(try codes(files) == ["W414"])
  }

  @Test(
    "Goods with alcohol are for trades that somebody said may have them",
    arguments: [
      ("{}", "", true), ("{}", "no", false), ("{}", "yes", true), ("{alcohol_free: no}", "", false),
      ("{alcohol_free: no}", "yes", true),
      ("{alcohol_free: yes}", "no", true),
    ])
  func alcoholOfNewTrades(trade: String, site: String, isBarred: Bool) throws {
    var files = files
    files["scenario.yaml"]? += "trades: {postal: \(trade)}\n"
    files["sites.csv"] = "id,trade,people,alcohol_free\nd1,postal,9,\(site)\n"
    #expect(try ScenarioText.scenario(files).delivery.sites[0].isAlcoholFree == isBarred)
  }

  @Test("A word of another trade stays that one's, with its bans")
  func sharedWords() throws {
    var files = files
    files["scenario.yaml"]? += "trades: {sanitation: {words: [骑手, 外卖人员, 扫街]}}\n"
    files["sites.csv"] = "id,trade,people\nd1,骑手,9\nd2,扫街,9\nd3,外卖人员,9\n"
    let loaded = try ScenarioText.load(files)
    #expect(loaded.scenario.delivery.sites.map(\.trade) == ["rider", "sanitation", "rider"])
    #expect(loaded.scenario.delivery.sites.map(\.isAlcoholFree) == [true, false, true])
    #expect(loaded.warnings.issues.map(\.code) == [.readAs, .readAs])
  }

  @Test("People who can drive are told of while crews need no driver, and only where there is something to drive")
  func drivers() throws {
    var files = files
    files["scenario.yaml"] = "first_day: 2026-07-06\ndays: 2\n"
    #expect(try codes(files) == ["W413"])
    files["staff.csv"] = "id,skills,delivers\np1,first aid;screwdriving,yes\n"
    #expect(try codes(files) == [])
    files["staff.csv"] = "id,skills,delivers\np1,first aid;会开车,yes\n"
    #expect(try codes(files) == ["W413"])
    files["vehicles.csv"] = "id,capacity\n"
    #expect(try codes(files) == [])
  }

  @Test("Words that differ in their ending only are one and told; a slip that occurs once is told with both places")
  func slips() throws {
    var files = files
    files["stations.csv"] = """
      id,street,host_hours
      s1,King,daily 8-20
      s2,Kings,daily 8-20
      s3,King,daily 8-20
      s4,Kign,daily 8-20
      s5,Long Wall,daily 8-20
      s6,Long Wal,daily 8-20
      s7,Long Wal,daily 8-20
      """
    files["staff.csv"] = "id,skills,delivers\np1,driving,yes\n"
    files["worker_groups.csv"] = "id,trade,headcount,street\ng1,sanitation,40,King\n"
    let loaded = try ScenarioText.load(files)
    #expect(loaded.scenario.stations.map(\.street).prefix(3) == ["King", "King", "King"])
    let text = MessageCatalogue(.english).text(loaded.warnings)
    #expect(loaded.warnings.issues.map(\.code) == [.readAs, .wordNearAnother, .wordNearAnother])
    #expect(text.contains("\"Kign\" occurs only here and is near \"King\" (stations.csv:2:4)"))
    #expect(text.contains("\"Long Wall\" occurs only here and is near \"Long Wal\" (stations.csv:7:4)"))
  }

  @Test("A skill that nobody holds is told with the one that is probably meant")
  func heldByNobody() throws {
    var files = files
    files["scenario.yaml"] = "first_day: 2026-07-06\ndays: 2\ndelivery: {driver_skill: driver licence}\n"
    let text = MessageCatalogue(.english).text(try ScenarioText.load(files).warnings)
    #expect(text.contains("W409"))
    #expect(text.contains("did you mean \"driving\"?"))
  }
}
