import Foundation
import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// What a lawful plan holds can be asked for again: its own duties as pins always give a plan.
@Suite struct OwnDutiesAsPinsTests {
  private func planned(_ scenario: Scenario, work: Int) throws -> Plan {
    let result = try DistrictOptimiser().optimise(
      scenario, demand: deriveDemand(scenario), options: OptimiserOptions(workLimit: work), progress: { _ in })
    return try #require(result.plan)
  }

  /// The violations of the first plan for these pins, the pins included; nil without a plan.
  private func violations(
    _ scenario: Scenario, pins: [Pin], limits: SolveLimits = .none
  ) -> [Violation]? {
    let pinned = scenario.with(pins: pins)
    let demand = deriveDemand(pinned)
    return DistrictPlanner(pinned, demand: demand, limits: limits).draft().map {
      check(pinned, demand: demand, plan: $0.plan()).violations
    }
  }

  @Test(arguments: [1...12, 13...24])
  func `the duties of random plans hold as pins, all of them or those of one day`(seeds: ClosedRange<Int>) throws {
    for seed in seeds {
      let scenario = RandomScenario.small(seed: seed, pins: false)
      let plan = try planned(scenario, work: 20)
      #expect(violations(scenario, pins: plan.ownPins(scenario)) == [], "seed \(seed)")
      #expect(violations(scenario, pins: plan.ownPins(scenario, stops: false)) == [], "seed \(seed), without stops")
      #expect(violations(scenario, pins: plan.ownPins(scenario, days: 0..<1)) == [], "seed \(seed), first day")
    }
  }

  @Test func `the duties of tiny plans hold as pins`() throws {
    for seed in 1...60 {
      let scenario = RandomScenario.tiny(seed: seed, pins: false)
      let plan = try planned(scenario, work: 10)
      #expect(violations(scenario, pins: plan.ownPins(scenario)) == [], "seed \(seed)")
    }
  }

  @Test(arguments: ["tiny", "street"])
  func `the duties of a shipped scenario hold as pins`(name: String) throws {
    let folder = shippedScenarios.appendingPathComponent(name).path
    try holds(try LoadedScenario.read(folder: folder).scenario)
  }

  @Test(arguments: Templates.names)
  func `the duties of a template hold as pins`(name: String) throws {
    let folder = try TemporaryFolder()
    for (file, text) in Templates.files(name, .english) { try folder.write(text, to: file) }
    try holds(try LoadedScenario.read(folder: folder.path).scenario)
  }

  private func holds(_ scenario: Scenario) throws {
    let plan = try #require(DistrictPlanner(scenario, demand: deriveDemand(scenario)).draft()).plan()
    for days in [0..<scenario.horizon.days, 0..<1] {
      let pins = scenario.pins + plan.ownPins(scenario, days: days, stops: false)
      // A part of the time goes to the duties that are worth most.
      let limits = SolveLimits(deadline: .now + .seconds(10))
      #expect(violations(scenario, pins: pins, limits: limits) == [])
    }
  }
}

/// Pins that ask less than a whole duty.
@Suite struct CoveringDutyTests {
  private func draft(_ scenario: Scenario) -> DistrictDraft? {
    DistrictPlanner(scenario, demand: deriveDemand(scenario)).draft()
  }

  private func isLawful(_ draft: DistrictDraft, _ scenario: Scenario) -> Bool {
    check(scenario, demand: deriveDemand(scenario), plan: draft.plan()).violations.isEmpty
  }

  @Test func `one pinned hour is covered on a grid of five minutes`() throws {
    let scenario = Scenario.fixture(
      slotMinutes: 5, stations: [.fixture("s1"), .fixture("s2")],
      staff: [.fixture("p1", allowedStations: [0, 1])],
      pins: [.work(staff: 0, station: 1, interval: .hours(9, 10))])
    // What is worth most takes a part of the time, then the shortest duties come.
    let limits = SolveLimits(deadline: .now + .seconds(10))
    let draft = DistrictPlanner(scenario, demand: deriveDemand(scenario), limits: limits).draft()
    #expect(isLawful(try #require(draft), scenario))
  }

  @Test func `the shortest duties leave room for the rest between a late and an early pin`() throws {
    // Eleven hours of rest lie between the pins only when neither duty is longer than it must be.
    let pins: [Pin.Demand] = [
      .work(staff: 0, station: 0, interval: .hours(17, 20)),
      .work(staff: 0, station: 0, interval: .hours(8, 9, day: 1)),
    ]
    let scenario = Scenario.fixture(
      days: 2, stations: [.fixture(hostHours: .daily(8, 21), promisedHours: .daily(8, 21))], staff: [.fixture()],
      pins: pins)
    #expect(isLawful(try #require(draft(scenario)), scenario))
  }

  @Test func `covering duties add no more than the contract makes them`() throws {
    let law = DutyLaw(Scenario.fixture(stations: [.fixture()], staff: [.fixture()]))
    let work = PinnedWork(place: .station(0), interval: .hours(10, 11))
    var covering = CoveringDuties([work], staff: 0, law: law, limits: .none)
    let duties = covering.duties()
    #expect(duties.map(\.span) == [.hours(8, 11), .hours(9, 12), .hours(10, 13)])
  }
}
