import Testing

@testable import RotaPlanner

@Suite struct PlanReaderTests {
  private func faults(_ text: String, file: String) -> [String] {
    do {
      _ = try PlanReader.read(Array(text.utf8), file: file)
      return []
    } catch {
      return error.list.issues.map { "\($0.location?.description ?? "-") \($0.code.rawValue)" }
    }
  }

  @Test func aRotaTypedByHandNeedsFiveColumns() throws {
    let text = """
      日期；人员；开始；结束；驿站；车辆
      2026年7月6日;P1;8点;10：00;S01;
      2026/7/6;P1;10:30;12:00;S02;
      2026-7-7;P1;22:00;次日2:00;S01;
      2026-07-06;P2;9:00;12:00;;V1
      """.replacing("；", with: ";")
    let document = try PlanReader.read(Array(text.utf8), file: "rota.csv")
    let monday = CalendarDate.aMonday
    let shown = document.duties.map { duty in
      duty.staff.id + " "
        + duty.segments.map { segment in
          let place: String
          switch segment.place {
          case .station(let written): place = written.id
          case .vehicle(let written): place = written.id
          }
          let interval = segment.interval
          return "\(place) \(interval.start.clock(onRowOf: monday))-\(interval.end.clock(onRowOf: monday))"
        }.joined(separator: ", ")
    }
    #expect(
      shown == ["P1 S01 08:00-10:00, S02 10:30-12:00", "P1 S01 22:00+1-02:00+2", "P2 V1 09:00-12:00"])
    #expect(document.openings == nil && document.served == nil && document.heading == nil)
  }

  @Test func everyFaultOfATableIsReportedAtItsCell() {
    let text = """
      date,staff,start,end,station,vehicle
      2026-02-30,P1,8:00,12:00,S01,
      2026-07-06,,8:00,12:00,S01,
      2026-07-06,P1,8:00,8:00,S01,
      2026-07-06,P1,8:00,25:00,S01,
      2026-07-06,P1,8:00,12:00,,
      2026-07-06,P1,8:00,12:00,S01,V1
      """
    #expect(
      faults(text, file: "rota.csv") == [
        "rota.csv:2:1 E206", "rota.csv:3:12 E201", "rota.csv:4:20 E505",
        "rota.csv:5:20 E208", "rota.csv:6:26 E506", "rota.csv:7:26 E506",
      ])
    #expect(faults("date,staff,start\n", file: "r.csv").sorted() == ["r.csv:1 E124"])
    #expect(faults("", file: "r.csv") == ["r.csv E121"])
  }

  @Test(arguments: [
    ("{", 2), ("{\"a\":1,}", 8), ("{\"a\":01}", 7), ("{\"a\" 1}", 6), ("{\"a\":1,\"a\":2}", 8), ("{\"a\":\"\\x\"}", 8),
    ("{\"a\":\"\\ud83d\"}", 7), ("{\"a\":tru}", 6), ("{\"a\":1} x", 9), ("{\"a\":\"\t\"}", 7), ("{\"a\":.5}", 6),
    ("{\"a\":[1 2]}", 9), ("{a:1}", 2),
  ])
  func brokenJsonIsReportedWhereItBreaks(_ text: String, _ column: Int) {
    #expect(faults(text, file: "plan.json") == ["plan.json:1:\(column) E501"])
  }

  @Test func deepTextsAreRefused() {
    let text = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(faults(text, file: "plan.json") == ["plan.json:1:69 E501"])
  }

  @Test func escapesAreRead() throws {
    let node = try JSONParser.parse(Array(#"{"k\u0041": "\ud83d\ude00\n\/\"\\\u00e9"}"#.utf8))
    guard case .object(let members) = node.content, case .string(let text) = members[0].value.content else {
      Issue.record("no object")
      return
    }
    #expect(members[0].key == "kA")
    #expect(text == "😀\n/\"\\é")
  }

  @Test(arguments: ["{}", "{\"format\":\"rota-plan\",\"version\":2}", "{\"format\":\"other\",\"version\":1}"])
  func otherFormatsAndVersionsAreRefused(_ text: String) {
    #expect(faults(text, file: "plan.json") == ["plan.json:1:1 E502"])
  }

  @Test func everyWrongMemberIsReportedAtItsPlace() {
    let text = PlanExportFixture().document.json
      .replacing("\"days\": 2", with: "\"days\": 2.5")
      .replacing("\"end\": \"2026-07-06T10:00\", \"start\"", with: "\"end\": \"2026-07-06 10:00\", \"start\"")
      .replacing("{\"end\": \"2026-07-06T13:00\", \"opening\"", with: "{\"end\": \"2026-07-06T09:00\", \"opening\"")
      .replacing("\"status\": \"feasible\"", with: "\"status\": null")
    #expect(
      faults(text, file: "plan.json") == [
        "plan.json:3:11 E503", "plan.json:7:17 E503", "plan.json:53:5 E505", "plan.json:81:13 E503",
      ])
  }

  @Test func whatTheScenarioDoesNotHaveIsReportedAndLeftOut() throws {
    let fixture = PlanExportFixture()
    let text = fixture.document.json
      .replacing("\"staff\": \"P1\"", with: "\"staff\": \"P9\"")
      .replacing("\"site\": \"D1\"", with: "\"site\": \"D7\"")
      .replacing("\"visit_row\": 2", with: "\"visit_row\": 5")
      .replacing("\"fingerprint\": \"00\"", with: "\"fingerprint\": \"ff\"")
      .replacing("\"start\": \"2026-07-06T20:00\"", with: "\"start\": \"2026-07-06T20:10\"")
    let document = try PlanReader.read(Array(text.utf8), file: "plan.json")
    let (bound, issues) = document.bound(to: fixture.scenario, demand: fixture.demand)
    #expect(
      issues.issues.map(\.code) == [
        .planOtherScenario, .planUnknownID, .planOffGrid, .planUnknownID, .planUnknownDemand,
      ])
    #expect(bound.duties.map(\.staff) == [0, 2])
    #expect(bound.runs[0].stops == [])
    #expect(bound.openings?[0][20] == .closed)
    #expect(bound.served?.map(\.count) == [4])
    let shown = MessageCatalogue(.english).text(issues)
    #expect(shown.contains("error E504: staff \"P9\" is not in the scenario\n  fix: use an id of the"), "\(shown)")
  }

  @Test func aCrewNeedsTheTimesOfADeliverySlot() throws {
    let fixture = PlanExportFixture()
    let text = "date,staff,start,end,vehicle\n2026-07-06,P2,9:00,11:30,V1\n2026-07-06,P1,9:00,12:00,V1\n"
    let document = try PlanReader.read(Array(text.utf8), file: "rota.csv")
    let (bound, issues) = document.bound(to: fixture.scenario, demand: fixture.demand)
    #expect(issues.issues.map(\.code) == [.planNoDeliverySlot])
    #expect(issues.issues[0].location?.description == "rota.csv:2:26")
    #expect(bound.duties == [Duty(staff: 1, segments: [Segment(place: .run(0), interval: .hours(9, 12))])])
  }

  @Test func aMissingPlanIsReportedByName() {
    do {
      _ = try PlanReader.read("/no/such/plan")
      Issue.record("read")
    } catch {
      #expect(error.list.issues.map(\.code) == [.planMissing])
    }
  }
}
