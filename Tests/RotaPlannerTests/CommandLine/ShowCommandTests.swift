import Testing

@testable import RotaPlanner

@Suite struct ShowCommandTests {
  private let fixture = PlanExportFixture()

  @Test func aPlanIsShownFromEverySide() throws {
    let place = try TemporaryFolder()
    try place.write(fixture.document.json, to: "plan/plan.json")
    let english = MessageCatalogue(.english)
    let document = fixture.document
    for (side, table) in [
      ("station", document.stationDutyTable), ("person", document.personTable), ("run", document.runTable),
      ("day", document.dayTable),
    ] {
      let outcome = try RotaProcess.rota(["show", "plan", "--by", side], folder: place.path)
      #expect(outcome.outputText == table.textTable(english))
      #expect(outcome.errorText == "")
      #expect(outcome.status == 0)
    }
  }

  @Test func standardInputAndOtherFormsWork() throws {
    let csv = try RotaProcess.rota(
      ["show", "-", "--by", "person", "--format", "csv", "--excel", "--lang", "zh"], input: fixture.document.json)
    #expect(csv.outputText == fixture.document.personTable.csv(.excel, MessageCatalogue(.chinese)))
    let json = try RotaProcess.rota(["show", "-", "--by", "day", "--format", "json"], input: fixture.document.json)
    #expect(json.outputText == CanonicalJSON.readable(fixture.document.dayTable.json))
  }

  @Test func theLocaleChoosesTheLanguage() throws {
    let outcome = try RotaProcess.rota(
      ["show", "-", "--by", "run"], input: fixture.document.json, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(outcome.outputText == fixture.document.runTable.textTable(MessageCatalogue(.chinese)))
  }

  @Test func faultsGoToStandardErrorWithStatus2() throws {
    let outcome = try RotaProcess.rota(["show", "-"], input: "{\"format\": 1}")
    #expect(outcome.status == 2)
    #expect(outcome.outputText == "")
    #expect(
      outcome.errorText == """
        -:1:1: error E502: not a plan that can be read: format "1 ?" instead of "rota-plan 1"
          fix: name a folder that rota plan wrote, or read it with the version that wrote it
        1 error, 0 warnings

        """)
  }
}
