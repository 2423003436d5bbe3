import Testing

@testable import RotaPlanner

/// A scenario folder written in a test: a small valid base, of which a test replaces files.
enum ScenarioText {
  static let base: [String: String] = [
    "scenario.yaml": "name: Base\nfirst_day: 2026-07-06\ndays: 7\n",
    "stations.csv": "id,street,host_hours\ns1,Desheng,daily 8-20\ns2,Desheng,daily 8-20\n",
    "staff.csv": "id,class\np1,usw\np2,volunteer\n",
    "worker_groups.csv": "id,trade,headcount,street\ng1,sanitation,40,Desheng\n",
  ]

  /// Reads the base with these files in place of its own or beside them.
  static func load(_ files: [String: String] = [:]) throws -> LoadedScenario {
    let folder = try TemporaryFolder()
    for (name, text) in base.merging(files, uniquingKeysWith: { _, new in new }) { try folder.write(text, to: name) }
    do { return try LoadedScenario.read(folder: folder.path) } catch {
      Issue.record("\(MessageCatalogue(.english).text(error.list))")
      throw error
    }
  }

  /// The scenario of the base with these files.
  static func scenario(_ files: [String: String] = [:]) throws -> Scenario { try load(files).scenario }
}

/// `day@start-end` in hours, for short expectations.
func hours(_ intervals: [Interval]) -> String {
  intervals.map { interval in
    func clock(_ minutes: Minutes) -> String {
      let rest = minutes % 60
      return "\(minutes / 60)" + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
    }
    return
      "\(interval.start / 1440)@\(clock(interval.start % 1440))-\(clock(interval.end - interval.start / 1440 * 1440))"
  }.joined(separator: " ")
}
