import Testing

@testable import RotaPlanner

/// `visit_row` is the line of `visits.csv` as a spreadsheet and every message number it.
@Suite("Rows of the visit table")
struct VisitRowTests {
  private let files = [
    "scenario.yaml": "first_day: 2026-07-06\ndays: 3\n",
    "visits.csv": """
    station,days,hours,visits
    # what the host counted

    s1,daily,12:00-13:00,2
    s2,2026-07-20,9:00-10:00,4
    s2,tue-wed,12:00-13:00,3
    """,
  ]

  private func written(_ files: [String: String]) throws -> [String] {
    let scenario = try ScenarioText.scenario(files)
    return deriveDemand(scenario).items.compactMap { item in
      guard case .table(let row, let start) = item.written(in: scenario) else { return nil }
      return "\(row) \(start)"
    }
  }

  @Test("Comments, blank lines, rows of unplanned dates and rows of several days change no number")
  func lines() throws {
    let found = try written(files)
    #expect(
      found == [
        "4 2026-07-06T12:00", "4 2026-07-07T12:00", "6 2026-07-07T12:00", "4 2026-07-08T12:00", "6 2026-07-08T12:00",
      ])
  }

  @Test("A plan with visits of such rows is read back as it was")
  func readBack() throws {
    let scenario = try ScenarioText.scenario(files)
    let demand = deriveDemand(scenario)
    let rows = demand.items.indices.filter { if case .table = demand.items[$0].source { true } else { false } }
    let served = rows.map { index in
      let option = demand.items[index].options[0]
      return ServedVisits(item: index, station: option.station, slot: option.slot, count: 1)
    }
    let plan = Plan(openings: Plan.empty(for: scenario).openings, duties: [], served: served, runs: [])
    let account = DocumentAccount(
      status: "feasible", objective: nil, bound: nil, seconds: 0, seed: 1, work: 0)
    let document = PlanDocument(plan, of: scenario, demand: demand, account: account)
    let read = try PlanReader.read(Array(document.json.utf8), file: "plan.json")
    let (bound, issues) = read.bound(to: scenario, demand: demand)
    #expect(issues.issues.isEmpty)
    #expect(bound.served == served)
  }

  @Test("Messages name the line")
  func messages() throws {
    let scenario = try ScenarioText.scenario(files)
    let demand = deriveDemand(scenario)
    let item = try #require(demand.items.firstIndex { $0.visits == 3 })
    let option = demand.items[item].options[0]
    let served = [ServedVisits(item: item, station: option.station, slot: option.slot, count: 4)]
    let plan = Plan(openings: Plan.empty(for: scenario).openings, duties: [], served: served, runs: [])
    let texts = check(scenario, demand: demand, plan: plan).violations.map {
      MessageCatalogue(.english).text($0.message(in: scenario, demand))
    }
    #expect(texts.contains { $0.contains("row 6 of the visit table (s2)") }, "\(texts)")
  }
}
