/// The folder that `rota plan -o` writes: `plan.json` and the tables that people open (docs/plan-format.md).
public struct PlanFolder: Sendable {
  /// Every file of the folder, in the order in which they are listed: name and text.
  public let files: [(name: String, contents: String)]

  /// Puts together the folder of a plan. `report` is the checker's on the same plan.
  public init(
    _ document: PlanDocument, scenario: Scenario, demand: DerivedDemand, report: CheckReport, csv: CSVWriter,
    messages: MessageCatalogue
  ) {
    let tables = [
      document.rotaTable, document.openingTable, document.runTable, report.coverageTable(scenario),
      report.shortageTable(scenario, demand: demand), report.hoursTable(scenario),
    ]
    files =
      [(PlanReader.mainFile, document.json)] + tables.map { ("\($0.name).csv", $0.csv(csv, messages)) }
  }

  /// Folders that may be replaced with `--force`: plans of this program, and nothing else in them.
  public static let kind = AtomicFiles.Kind(
    marker: PlanReader.mainFile, markerText: "\"format\": \"\(PlanDocument.format)\"",
    names: [
      PlanReader.mainFile, "rota.csv", "stations.csv", "runs.csv", "coverage.csv", "shortages.csv", "hours.csv",
      "roster.csv",
    ])

  /// Writes the folder, with the further files of `extra` (whose names must be in `kind`).
  ///
  /// - Returns: hidden copies that could not be removed.
  /// - Throws: `AtomicFiles.Failure`; then nothing is changed.
  @discardableResult
  public func write(
    to path: String, replacing: Bool, extra: [(name: String, contents: String)] = []
  ) throws(AtomicFiles.Failure) -> [String] {
    try AtomicFiles(kind: Self.kind).write(files + extra, to: path, replacing: replacing)
  }
}
