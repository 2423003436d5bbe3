/// Reads a plan back: the folder that the program wrote, its `plan.json`, or a `rota.csv` typed or edited by hand.
public enum PlanReader {
  /// The file of a plan folder that holds the whole plan.
  static let mainFile = "plan.json"

  /// The plan at a path. A CSV file beside a `plan.json` takes names and runs from it, so that an edited `rota.csv` can
  /// be judged in its folder.
  ///
  /// - Throws: every fault in the file.
  public static func read(_ path: String) throws(ScenarioError) -> PlanDocument {
    let place = place(path)
    let reader = FileReader(folder: place.folder)
    let name = place.file ?? mainFile
    guard reader.exists(name) else { throw ScenarioError([Issue(.planMissing, subject: path)]) }
    if name == PublishedRoster.file { throw ScenarioError([Issue(.planOfInstance, found: name)]) }
    let document = try read(try bytes(name, reader), file: name)
    if place.file == nil, reader.exists(RotaTableReader.file) {
      return document.compared(with: try bytes(RotaTableReader.file, reader), file: RotaTableReader.file)
    }
    guard document.heading == nil, name != mainFile, reader.exists(mainFile) else { return document }
    let whole = try read(try bytes(mainFile, reader), file: mainFile)
    return PlanDocument(
      heading: whole.heading, names: whole.names, openings: nil, duties: document.duties, served: nil,
      runs: whole.runs, labels: document.labels, remarks: document.remarks)
  }

  /// The plan in `bytes`: JSON when they begin with a brace, else a table. `file` is the name for messages.
  ///
  /// - Throws: every fault in the bytes.
  public static func read(_ bytes: [UInt8], file: String) throws(ScenarioError) -> PlanDocument {
    let issues = IssueCollector()
    var document: PlanDocument?
    do {
      let text = try TextDecoder.decode(bytes, file: file)
      let isJSON = text.utf8.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
      document =
        isJSON
        ? PlanJSONReader(file: file, bytes: text.utf8, issues: issues).document()
        : RotaTableReader.document(bytes, file: file, issues: issues)
    } catch {
      issues.add(error.issue)
    }
    try issues.throwIfErrors()
    guard let document else { preconditionFailure("A plan that cannot be read has no fault.") }
    return document
  }

  private static func bytes(_ name: String, _ reader: FileReader) throws(ScenarioError) -> [UInt8] {
    do { return try reader.bytes(name) } catch { throw ScenarioError([error.issue]) }
  }

  /// A path that ends in `.json` or `.csv` names a file, any other a folder.
  static func place(_ path: String) -> (folder: String, file: String?) {
    let (folder, name) = SystemPath.split(path)
    guard name.hasSuffix(".json") || name.hasSuffix(".csv") else { return (path, nil) }
    return (folder.isEmpty ? "." : folder == "/" ? "/" : String(folder.dropLast()), name)
  }
}
