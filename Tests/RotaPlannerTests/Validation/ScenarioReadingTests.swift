import Foundation
import Testing

@testable import RotaPlanner

struct ScenarioReadingTests {
  @Test func theLeastScenarioIsThreeTablesAndADate() throws {
    let scenario = try ScenarioText.scenario(["scenario.yaml": "first_day: 2026-07-06\n"])
    #expect(scenario.horizon.days == 7)
    #expect(scenario.horizon.slotMinutes == 30)
    #expect(scenario.budget == nil)
    #expect(scenario.weights.promiseHour == Score(micro: 30_000_000))
    #expect(scenario.weights.metre == Score(micro: 200))
    #expect(scenario.fairness.allowance == [1, 2, 2, 1])
  }

  @Test func tablesSavedByAnyOfficeProgramGiveTheSameScenario() throws {
    let texts = Templates.files("week", .chinese)
    let plain = try TemporaryFolder()
    let office = try TemporaryFolder()
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    for (name, text) in texts {
      try plain.write(text, to: name)
      if name.hasSuffix(".csv"), name != "staff.csv" {
        let windows = text.replacing("\n", with: "\r\n")
        try office.write(Array(windows.data(using: gb18030) ?? Data()), to: name)
      } else {
        try office.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: name)
      }
    }
    let first = try LoadedScenario.read(folder: plain.path).scenario
    let second = try LoadedScenario.read(folder: office.path).scenario
    #expect(first.stations == second.stations)
    #expect(first.staff == second.staff)
    #expect(first.workerGroups == second.workerGroups)
    #expect(first.pins == second.pins)
    #expect(first.fingerprint != second.fingerprint)
  }

  @Test func tablesMayHaveOtherNames() throws {
    let scenario = try ScenarioText.scenario([
      "scenario.yaml": "first_day: 2026-07-06\ntables: {heat: 天气/本周.csv}\n", "天气/本周.csv": "日期,最高气温\n2026-07-06,38\n",
    ])
    #expect(scenario.heat.forecast[0] == 380)
  }

  @Test func theFingerprintChangesWithAnyFile() throws {
    let first = try ScenarioText.scenario().fingerprint
    #expect(try ScenarioText.scenario().fingerprint == first)
    #expect(first.count == 16)
    #expect(try ScenarioText.scenario(["staff.csv": "id,class\np1,usw\np3,volunteer\n"]).fingerprint != first)
    #expect(try ScenarioText.scenario(["heat.csv": "date,maximum\n"]).fingerprint != first)
  }

  @Test func namesStayAsTypedAndIdsBecomeNarrow() throws {
    let stations = try ScenarioText.scenario([
      "stations.csv": "id,name,street,host_hours\nｓ１,驿站（１）,Desheng,daily 8-20\n",
      "staff.csv": "id,stations\np1,s1\n",
    ]).stations
    #expect(stations[0].id == "s1")
    #expect(stations[0].name == "驿站（１）")
  }

  @Test func cellsWeProtectedAgainstFormulasReadAsTheyWere() throws {
    let staff = try ScenarioText.scenario(["staff.csv": "id,name\np1,'=Anna\np2,'Bob\n"]).staff
    #expect(staff.map(\.name) == ["=Anna", "'Bob"])
  }

  @Test func aFolderThatIsNotThereIsAnIssue() {
    do {
      _ = try LoadedScenario.read(folder: "/nowhere/at/all")
      Issue.record("read")
    } catch { #expect(error.list.issues.map(\.code) == [.folderMissing]) }
  }

  @Test func everyTemplateHasDemand() throws {
    for template in Templates.names {
      let folder = try TemporaryFolder()
      for (name, text) in Templates.files(template, .chinese) { try folder.write(text, to: name) }
      let scenario = try LoadedScenario.read(folder: folder.path).scenario
      let wanted = scenario.workerGroups.count + scenario.visitTable.count
      #expect(wanted > 0, "\(template)")
      #expect(scenario.stations.contains { !$0.promisedHours.isEmpty }, "\(template)")
    }
  }
}
