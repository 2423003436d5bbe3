import Foundation
import Testing

@testable import RotaPlanner

/// The repository's scenarios folder.
let shippedScenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../scenarios").standardizedFileURL

@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  private func load(_ name: String) throws -> LoadedScenario {
    try LoadedScenario.read(folder: shippedScenarios.appendingPathComponent(name).path)
  }

  @Test(
    "Every scenario is valid without a warning and has the size its description says",
    arguments: [
      ("tiny", 3, 5, 3, 60), ("street", 6, 12, 7, 60), ("xicheng-31", 31, 112, 7, 30), ("heatwave", 31, 112, 7, 30),
      ("eu-demo", 8, 18, 7, 30), ("clash", 2, 4, 2, 60), ("town-8", 8, 24, 7, 30),
    ])
  func sizes(name: String, stations: Int, staff: Int, days: Int, slot: Int) throws {
    let loaded = try load(name)
    #expect(loaded.warnings.issues.isEmpty)
    #expect(loaded.scenario.stations.count == stations)
    #expect(loaded.scenario.staff.count == staff)
    #expect(loaded.scenario.horizon.days == days)
    #expect(loaded.scenario.horizon.slotMinutes == slot)
    #expect(deriveDemand(loaded.scenario).items.contains { !$0.options.isEmpty })
  }

  @Test("The district's search and bound hold on every kind of rule set", arguments: ["tiny", "street", "eu-demo"])
  func searched(name: String) throws {
    let scenario = try load(name).scenario
    let demand = deriveDemand(scenario)
    let result = try DistrictOptimiser().optimise(
      scenario, demand: demand, options: OptimiserOptions(workLimit: 100, threads: 2), progress: { _ in })
    let report = check(scenario, demand: demand, plan: try #require(result.plan))
    #expect(report.violations.isEmpty)
    #expect(report.objective.total == result.objective)
    #expect(result.bound <= report.objective.total)
  }

  @Test("Every folder is in the list of scenarios, and nothing else is")
  func listed() throws {
    let readme = try String(contentsOf: shippedScenarios.appendingPathComponent("README.md"), encoding: .utf8)
    let folders = try FileManager.default.contentsOfDirectory(atPath: shippedScenarios.path).filter {
      FileManager.default.fileExists(atPath: shippedScenarios.appendingPathComponent("\($0)/scenario.yaml").path)
    }
    #expect(folders.count == 7)
    for folder in folders.sorted() { #expect(readme.contains("| \(folder) |") || readme.contains("| [\(folder)](")) }
  }

  @Test("xicheng-31 has the agreed hours, promised hours and visits that its description says")
  func district() throws {
    let scenario = try load("xicheng-31").scenario
    #expect(scenario.staff.compactMap(\.weekCapMinutes).reduce(0, +) == 1488 * 60)
    let (attended, unattended) = scenario.stations.reduce(into: (0, 0)) { sums, station in
      let minutes = station.promisedHours.reduce(0) { $0 + $1.length }
      if station.promiseKeptBySelfService && station.selfServiceHours == station.hostHours {
        sums.1 += minutes
      } else {
        sums.0 += minutes
      }
    }
    #expect(attended == 1962 * 60)
    #expect(unattended == 504 * 60)
    let demand = deriveDemand(scenario)
    let monday = demand.items.filter { $0.window.start < minutesPerDay && !$0.options.isEmpty }
    #expect((800...1000).contains(monday.reduce(0) { $0 + $1.visits }))
  }

  @Test("heatwave is xicheng-31 but for the forecast and the name")
  func heatwave() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: shippedScenarios.appendingPathComponent("heatwave").path)
    for name in names.sorted() where name.hasSuffix(".csv") && name != "heat.csv" {
      let there = try Data(contentsOf: shippedScenarios.appendingPathComponent("heatwave/\(name)"))
      #expect(try there == Data(contentsOf: shippedScenarios.appendingPathComponent("xicheng-31/\(name)")), "\(name)")
    }
    #expect(try load("heatwave").scenario.heat.forecast[2...4].map { $0 / 10 } == [38, 39, 40])
  }
}
