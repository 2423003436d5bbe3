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
    #expect(csv.outputText == fixture.document.personTable.csv(.excel(), MessageCatalogue(.chinese)))
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

  @Test func whatIsNoPlanIsSaidToBeNone() throws {
    let place = try TemporaryFolder()
    try place.write("x", to: "folder/notes.txt")
    for path in ["nowhere", "folder", "my-rota.csv", "plan.json"] {
      let outcome = try RotaProcess.rota(["show", path, "--lang", "en"], folder: place.path)
      #expect(outcome.status == 2)
      #expect(outcome.errorText.hasPrefix("error E509: there is no plan at \"\(path)\"\n"), "\(outcome.errorText)")
    }
  }

  @Test func aRosterOfAPublishedInstanceIsShownByPersonOnly() throws {
    let place = try TemporaryFolder()
    let head = #"{"format": "rota-plan", "version": 1, "scenario_format": "#
    try place.write(
      head
        + #""shift-scheduling", "roster": [{"staff": "A", "shifts": ["D", null, "L", null, null, null, null, "D"]}]}"#,
      to: "shifts/plan.json")
    try place.write(
      head
        + #""multi-activity", "roster": [{"staff": "A", "day": "1", "start": "06:00", "end": "12:00", "task": "2"}]}"#,
      to: "tasks/plan.json")
    try place.write(head + #""shift-scheduling", "roster": null}"#, to: "none/plan.json")
    let shifts = try RotaProcess.rota(["show", "shifts", "--format", "csv", "--lang", "en"], folder: place.path)
    #expect(
      shifts.outputText == """
        staff,week,mon,tue,wed,thu,fri,sat,sun
        A,1,D,-,L,-,-,-,-
        A,2,D,,,,,,

        """)
    let tasks = try RotaProcess.rota(
      ["show", "tasks", "--by", "person", "--format", "csv", "--lang", "en"], folder: place.path)
    #expect(tasks.outputText == "staff,day,start,end,task\nA,1,06:00,12:00,2\n")
    let bySide = try RotaProcess.rota(["show", "shifts", "--by", "run", "--lang", "en"], folder: place.path)
    #expect(bySide.status == 2)
    #expect(bySide.errorText.contains("error E510: this is the roster of a published instance (shift-scheduling)"))
    let none = try RotaProcess.rota(["show", "none", "--lang", "en"], folder: place.path)
    #expect(none.status == 2)
    #expect(none.errorText.contains("E503"))
  }
}
