import Foundation

@testable import RotaPlanner

/// Variants written in tests, for the scenario of `ScenarioText` with a few tables more.
enum VariantText {
  static let files: [String: String] = ScenarioText.base.merging([
    "scenario.yaml": "name: Base\nfirst_day: 2026-07-06\ndays: 7\nbudget: 1000\n",
    "stations.csv": """
    编号,street,host_hours,promised_hours,座位
    s1,Desheng,daily 8-20,mon-fri 9:00-17:00,12
    s2,Desheng,daily 0-24,daily 1:00-23:00,6

    """,
    "staff.csv": "id,class,available\np1,usw,daily 6:00-22:00\np2,volunteer,sat 13:00-17:00\np3,usw,daily 8-12\n",
    "heat.csv": "日期,最高气温\n2026/7/6,31\n2026/7/7,32\n",
    "pins.csv": "kind,station,staff,date,hours\nclosed,s1,,2026-07-06,8:00-9:00\nwork,s2,p3,2026-07-07,9:00-11:00\n",
  ]) { _, new in new }

  static func variant(_ changes: String) throws -> Variant {
    try Variant.read(Array("changes:\n\(changes)\n".utf8), file: "v.yaml")
  }

  /// The scenario with these changes, and the one whose files were edited by hand, without what tells their origin.
  static func pair(_ changes: String, edited: [String: String]) throws -> (changed: Scenario, edited: Scenario) {
    let base = try ScenarioText.load(files)
    let changed = try base.applying(variant(changes))
    let byHand = try ScenarioText.load(files.merging(edited) { _, new in new })
    return (withoutOrigin(changed.scenario), withoutOrigin(byHand.scenario))
  }

  /// The faults of a variant, or of the scenario with it, in English.
  static func faults(_ changes: String, files extra: [String: String] = [:]) throws -> String {
    let base = try ScenarioText.load(files.merging(extra) { _, new in new })
    do throws(ScenarioError) {
      let variant = try Variant.read(Array("changes:\n\(changes)\n".utf8), file: "v.yaml")
      _ = try base.applying(variant)
      return ""
    } catch {
      return MessageCatalogue(.english).text(error.list)
    }
  }

  private static func withoutOrigin(_ scenario: Scenario) -> Scenario {
    var bare = scenario
    bare.pins.changeEach { $0.location = nil }
    bare.fingerprint = ""
    return bare
  }
}
