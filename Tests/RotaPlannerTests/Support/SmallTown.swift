import Foundation

/// `scenarios/eu-demo` cut to some people and days, with short duties and splits for everybody: a district to the optimisers, small enough
/// for a build with debug checks.
enum SmallTown {
  /// The tables whose first column is a person.
  private static let personTables = ["staff.csv", "availability.csv", "requests.csv", "ledger.csv"]

  private static let contracts = ["usw", "part_time", "volunteer", "agency", "host"]
    .map { "  \($0): {minimum_duty: 2h, minimum_segment: 1h, allows_split: yes}\n" }.joined()

  /// Writes the scenario into a new folder. `staff` are ids of eu-demo; nil: everybody. Pins
  /// stay as they are: keep E02, whom one of them names.
  static func folder(days: Int, staff: [String]? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let demo = shippedScenarios.appendingPathComponent("eu-demo")
    for name in try FileManager.default.contentsOfDirectory(atPath: demo.path) {
      let text = try String(contentsOf: demo.appendingPathComponent(name), encoding: .utf8)
      let cut = text.replacingOccurrences(of: "days: 7", with: "days: \(days)")
      let whole = name == "scenario.yaml" ? cut + "\ncontracts:\n" + contracts : cut
      try folder.write(personTables.contains(name) ? rows(of: whole, staff) : whole, to: name)
    }
    return folder
  }

  private static func rows(of table: String, _ staff: [String]?) -> String {
    guard let staff else { return table }
    let lines = table.split(separator: "\n")
    return lines.enumerated().filter { $0 == 0 || staff.contains(String($1.prefix(3))) }.map { $1 + "\n" }.joined()
  }
}
