import Testing

@testable import RotaPlanner

/// A night shelter over two weeks: Sunday's night is planned once, in the first, and is there in the second.
@Suite struct TwoWeeksTests {
  private static let tables: [String: String] = [
    "stations.csv": "id,host_hours,promised_hours,maximum_staff\ns1,daily 20-8,daily 22-6,2\n",
    "staff.csv": "id,class,available\np1,usw,daily 18-10\np2,usw,daily 18-10\np3,usw,daily 18-10\n",
    "scenario.yaml":
      "name: Shelter\nfirst_day: 2026-07-06\ndays: 7\nslot: 60\ncontracts:\n  usw:\n    meal_break_after: none\n",
  ]

  private func planned(_ files: [String: String], district: Bool) throws -> (Scenario, Plan, CheckReport) {
    let scenario = try ScenarioText.scenario(Self.tables.merging(files, uniquingKeysWith: { $1 }))
    let demand = deriveDemand(scenario)
    let options = OptimiserOptions(workLimit: 2_000)
    let result =
      district
      ? try DistrictOptimiser().optimise(scenario, demand: demand, options: options) { _ in }
      : try AutomaticOptimiser().optimise(scenario, demand: demand, options: options) { _ in }
    let plan = try #require(result.plan)
    let report = check(scenario, demand: demand, plan: plan)
    #expect(report.violations.isEmpty, "\(report.violations.map(\.kind))")
    #expect(result.objective == report.objective.total)
    #expect(result.bound <= report.objective.total)
    return (scenario, plan, report)
  }

  /// The ledger that a week leaves behind.
  private func ledger(_ scenario: Scenario, _ plan: Plan) -> String {
    var text = "staff,last_duty_end,last_duty_station,consecutive_days\n"
    for (staff, member) in scenario.staff.enumerated() {
      let own = plan.duties.filter { $0.staff == staff }
      guard let last = own.last, let segment = last.segments.last, case .station(let station) = segment.place else {
        continue
      }
      let days = Set(own.map { scenario.horizon.day(of: $0.span.start) })
      let inARow = (0..<7).reversed().prefix { days.contains($0) }.count
      let end = LocalMinute(scenario.horizon.firstDay, last.span.end).description
      text += "\(member.id),\(end),\(scenario.stations[station].id),\(inARow)\n"
    }
    return text
  }

  @Test(arguments: [false, true]) func `Sunday's night is one duty in both weeks`(district: Bool) throws {
    let pin = "kind,staff,station,date,hours\nwork,p1,s1,2026-07-12,22-6\n"
    let (first, plan, _) = try planned(["pins.csv": pin], district: district)
    let sunday = try #require(plan.duties.last { $0.staff == 0 })
    #expect(sunday.span.end >= 7 * minutesPerDay + 360)

    let next = [
      "ledger.csv": ledger(first, plan),
      "scenario.yaml": Self.tables["scenario.yaml"]!.replacing("07-06", with: "07-13"),
    ]
    let (second, later, report) = try planned(next, district: district)
    #expect(second.staff[0].ledger.carriedWork == Interval(0, sunday.span.end - 7 * minutesPerDay))
    #expect(later.openings[0][0..<6].allSatisfy { $0 == .staffed })
    let rest = sunday.span.end - 7 * minutesPerDay + (second.contract(of: 0).dailyRestMinutes ?? 0)
    #expect(later.duties.filter { $0.staff == 0 }.allSatisfy { $0.span.start >= rest })
    // The promise of the first morning is kept by who is there already.
    #expect(report.shortages.allSatisfy { $0.term != .promises || ($0.interval?.start ?? 0) >= 360 })
  }

  @Test func `a rota typed by hand says 02:30+1 on the last day`() throws {
    let scenario = try ScenarioText.scenario(Self.tables)
    let text = "date,staff,start,end,station\n2026-07-12,p1,22:00,06:00+1,s1\n"
    let document = try PlanReader.read(Array(text.utf8), file: "rota.csv")
    let demand = deriveDemand(scenario)
    let (bound, issues) = document.bound(to: scenario, demand: demand)
    #expect(issues.issues.isEmpty)
    let plan = completePlan(scenario, demand: demand, duties: bound.duties)
    #expect(
      plan.openings[0].suffix(8) == [.staffed, .staffed, .staffed, .staffed, .staffed, .staffed, .closed, .closed])
    let written = PlanDocument(
      plan, of: scenario, demand: demand,
      account: .init(status: "feasible", objective: nil, bound: nil, seconds: 0, seed: 1, work: 0))
    #expect(written.bound(to: scenario, demand: demand).plan.plan == plan)
    #expect(check(scenario, demand: demand, plan: plan).violations.isEmpty)
  }
}
