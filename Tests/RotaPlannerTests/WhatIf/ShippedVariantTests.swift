import Foundation
import Testing

@testable import RotaPlanner

/// The variants that ship with xicheng-31, and those that docs/what-if.md shows.
@Suite("Shipped variants")
struct ShippedVariantTests {
  private static let folder = shippedScenarios.appendingPathComponent("xicheng-31").path
  private static let page = shippedScenarios.appendingPathComponent("../docs/what-if.md").standardizedFileURL

  private static func applied(_ name: String) throws -> (base: LoadedScenario, changed: LoadedScenario) {
    let base = try LoadedScenario.read(folder: folder)
    return (base, try base.applying(Variant.read("\(folder)/whatif/\(name).yaml")))
  }

  @Test("There are five, each is listed in the documents, and each applies without a new warning")
  func apply() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/whatif").sorted()
    #expect(
      names == ["budget-less.yaml", "heat-wave.yaml", "more-hands.yaml", "station-shut.yaml", "three-sick.yaml"])
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    for name in names {
      let (base, changed) = try Self.applied(String(name.dropLast(5)))
      #expect(changed.warnings(beyond: base).issues == [], "\(name)")
      #expect(changed.scenario != base.scenario)
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("They say what their names say")
  func effects() throws {
    let heat = try Self.applied("heat-wave")
    #expect(heat.base.scenario.heat.forecast == [315, 332, 356, 368, 341, 320, 304])
    #expect(heat.changed.scenario.heat.forecast == [315, 332, 380, 390, 400, 320, 304])
    let shut = try Self.applied("station-shut").changed.scenario
    let closed = shut.pins.filter { if case .closed(station: 6, _) = $0.demand { true } else { false } }
    #expect(shut.stations[6].id == "S07")
    #expect(closed.count == 7)
    let sick = try Self.applied("three-sick")
    for (before, after) in zip(sick.base.scenario.staff, sick.changed.scenario.staff) {
      let isSick = ["P001", "P007", "P013"].contains(before.id)
      #expect((before.available != after.available) == isSick, "\(before.id)")
    }
    #expect(try Self.applied("budget-less").changed.scenario.budget == Money(milliFen: 85_500 * 100_000))
    let more = try Self.applied("more-hands")
    #expect(more.changed.scenario.staff.count == more.base.scenario.staff.count + 5)
    #expect(more.changed.scenario.staff.last?.allowedStations.count == 31)
    #expect(more.changed.scenario.delivery.vehicles.count == more.base.scenario.delivery.vehicles.count + 1)
  }

  @Test("Less money and a shut station only take away; leave also lowers guarantees, more hands change the fair shares")
  func variantEffects() throws {
    func effect(_ name: String) throws -> VariantEffect {
      let (base, changed) = try Self.applied(name)
      return VariantEffect(from: base.scenario, to: changed.scenario)
    }
    for name in ["budget-less", "station-shut"] { #expect(try effect(name) == .takesAway, "\(name)") }
    for name in ["heat-wave", "more-hands", "three-sick"] { #expect(try effect(name) == .other, "\(name)") }
    let (base, less) = try Self.applied("budget-less")
    #expect(VariantEffect(from: less.scenario, to: base.scenario) == .gives)
  }

  @Test("docs/what-if.md shows every kind of change, and its examples apply to xicheng-31")
  func page() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(examples.count > 1)
    let base = try LoadedScenario.read(folder: Self.folder)
    for example in examples {
      do throws(ScenarioError) {
        _ = try base.applying(Variant.read(Array(example.utf8), file: "example.yaml"))
      } catch {
        Issue.record("\(example)\n\(MessageCatalogue(.english).text(error.list))")
      }
    }
    for kind in VariantReader.kinds {
      #expect(page.contains("| `\(kind)` |"), "\(kind)")
      #expect(examples.contains { $0.contains("- \(kind):") }, "\(kind)")
    }
  }
}
