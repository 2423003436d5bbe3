import Testing

@testable import RotaPlanner

@Suite("Clean plans")
struct CleanPlanTests {
  @Test("The empty plan breaks no rule of a scenario without pins and budget", arguments: 0..<200)
  func emptyPlanIsLawful(seed: Int) {
    let scenario = RandomScenario.small(seed: seed, pins: false)
    let report = check(scenario, demand: .none, plan: .empty(for: scenario))
    #expect(report.rules.filter { $0 != .r28 }.isEmpty, "seed \(seed): \(report.violations)")
  }

  @Test("A duty inside all limits breaks no rule, and staffs its slots")
  func oneDuty() {
    let scenario = Scenario.fixture(staff: [.fixture()])
    let report = check(scenario, demand: .none, plan: .of(scenario, [.at(8, 12)]))
    #expect(report.isLawful)
    #expect(report.coverage[0][8].staff == 1)
    #expect(report.coverage[0][12].staff == 0)
    #expect(report.hours[0].paidMinutes == 240)
  }
}
