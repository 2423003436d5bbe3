import Foundation
import Testing

@testable import RotaPlanner

/// `rota check` on `scenarios/tiny`, whose best plan is known by hand.
@Suite("rota check")
struct CheckCommandTests {
  private static let tiny = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../scenarios/tiny").standardized.path

  /// The best rota without a delivery: 4 visits, 30 kits, a trade of 2, a wish of 2.
  private static let rota = """
    date,staff,start,end,station
    2026-07-13,P1,10:00,14:00,A
    2026-07-14,P1,10:00,14:00,A
    2026-07-15,P1,10:00,14:00,A
    2026-07-13,P2,9:00,12:00,B
    2026-07-14,P2,9:00,12:00,B
    2026-07-13,P4,12:00,14:00,B
    2026-07-15,P3,9:00,13:00,B

    """

  private func run(_ rota: String, _ options: String...) throws -> (text: String, errors: String, status: Int32) {
    let outcome = try RotaProcess.rota(["check", Self.tiny, "-", "--lang", "en"] + options, input: rota)
    return (outcome.outputText, outcome.errorText, outcome.status)
  }

  @Test("A rota typed by hand is completed and priced as by hand")
  func lawful() throws {
    let outcome = try run(Self.rota)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text.hasPrefix("No violations.\n"))
    #expect(outcome.text.hasSuffix("0 violations, 3 shortages, objective 38.00\n"))
  }

  @Test("--strict counts shortages")
  func strict() throws { #expect(try run(Self.rota, "--strict").status == 5) }

  @Test("Violations end with status 5")
  func unlawful() throws {
    let outcome = try run(Self.rota.replacingOccurrences(of: "P2,9:00,12:00", with: "P2,8:00,11:00"))
    #expect(outcome.status == 5)
    #expect(
      outcome.text.contains(
        "R04   P2   is at station B, 2026-07-13 08:00-11:00, of which 1 h 00 lie outside host hours\n"),
      "\(outcome.text)")
  }

  @Test("CSV and JSON go to standard output, in the language asked for")
  func formats() throws {
    let csv = try run(Self.rota, "--format", "csv").text.split(separator: "\n")
    #expect(csv.first?.hasPrefix("type,id,who,") == true)
    #expect(csv.count == 1 + 3 + 13)
    let json = try run(Self.rota, "--format", "json").text
    #expect(json.contains("\"lawful\": true"))
    #expect(json.contains("\"objective\": 38"))
    let chinese = try RotaProcess.rota(["check", Self.tiny, "-", "--lang", "zh"], input: Self.rota)
    #expect(chinese.outputText.hasPrefix("没有违规。\n"))
  }

  @Test("Names that the scenario does not know end with status 2")
  func unknown() throws {
    let outcome = try run(Self.rota.replacingOccurrences(of: "P4", with: "P9"))
    #expect(outcome.status == 2)
    #expect(outcome.text == "")
    #expect(outcome.errors.hasPrefix("-:7:12: error E504: staff \"P9\" is not in the scenario\n"))
  }

  @Test(
    "The best plan of tiny, with its delivery, costs the 34 units that its README works out; also read from a folder")
  func best() throws {
    let scenario = try LoadedScenario.read(folder: Self.tiny).scenario
    let demand = deriveDemand(scenario)
    let document = try PlanReader.read(Array(Self.rota.utf8), file: "rota.csv")
    let typed = document.bound(to: scenario, demand: demand).plan.duties
    let tuesday = typed.filter { $0.staff != 1 || $0.span.start < minutesPerDay }
    let depot = scenario.delivery.sites.count
    let slot = scenario.delivery.slots[0].interval
    let arrival = slot.start + scenario.delivery.travelMinutes[depot][0]
    let run = Run(
      slot: 0,
      stops: [Stop(site: 0, arrival: arrival, serviceStart: arrival, kits: [KitCount(goods: 0, count: 28)])])
    let crew = [1, 4].map { Duty(staff: $0, segments: [Segment(place: .run(0), interval: slot)]) }
    let plan = completePlan(scenario, demand: demand, duties: tuesday + crew, runs: [run])
    let report = check(scenario, demand: demand, plan: plan)
    #expect(report.violations == [])
    #expect(report.objective.total == .units(34))
    #expect(report.objective[.promises] == .units(20))
    #expect(report.objective[.visits] == .units(10))
    #expect(report.objective[.kits] == .units(2))
    #expect(report.objective[.wishes] == .units(2))

    let place = try TemporaryFolder()
    let account = DocumentAccount(status: "feasible", objective: 34, bound: 0, seconds: 0, seed: 0, work: 0)
    let written = PlanDocument(plan, of: scenario, demand: demand, account: account)
    try place.write(written.json, to: "plan/plan.json")
    let outcome = try RotaProcess.rota(["check", Self.tiny, "plan", "--lang", "en"], folder: place.path)
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "")
    #expect(outcome.outputText.hasSuffix(" shortages, objective 34.00\n"))
  }
}
