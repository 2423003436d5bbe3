/// The roster of a published instance as its `plan.json` holds it: with ids, and without the instance it belongs to.
public enum PublishedRosterDocument: Hashable, Sendable {
  /// Who has which shifts.
  public struct Row: Hashable, Sendable {
    /// The person's id.
    public let staff: String
    /// The shift's id on each day, day 0 first; nil: a day off.
    let shifts: [String?]
  }

  /// A shift-scheduling roster, a row a person.
  case shifts([Row])
  /// A multi-activity roster, the cells of each segment in the order of `MultiActivityRoster.headings`.
  case segments([[String]])
}

extension PublishedRosterDocument {
  /// The rows as `roster.csv` has them.
  fileprivate var lines: [String] {
    switch self {
    case .shifts(let rows):
      rows.map { row in
        ([row.staff] + row.shifts.map { $0 ?? ShiftSchedulingRoster.dayOff }).joined(separator: ",")
      }
    case .segments(let rows):
      [MultiActivityRoster.headings.joined(separator: ",")] + rows.map { $0.joined(separator: ",") }
    }
  }
}

extension PlanReader {
  /// A warning where the `plan.json` of a plan folder has another roster than the `roster.csv` beside it, which is what is judged; nil where they
  /// agree or one of them is not there.
  public static func publishedRemark(_ path: String) -> Issue? {
    guard place(path).file == nil, let roster = try? publishedRoster(path),
      let bytes = try? FileReader(folder: path).bytes(PublishedRoster.file),
      let text = try? TextFile.text(bytes, file: PublishedRoster.file)
    else { return nil }
    let judged = SectionedText.table(text).map { $0.fields.joined(separator: ",") }
    let written = roster.lines
    let length = max(judged.count, written.count)
    func line(_ lines: [String], _ number: Int) -> String { number < lines.count ? lines[number] : "" }
    guard let odd = (0..<length).first(where: { line(judged, $0) != line(written, $0) }) else { return nil }
    return Issue(
      .planTextDisagrees, at: SourceLocation(file: mainFile), subject: PublishedRoster.file,
      found: line(written, odd), expected: line(judged, odd), ["column": "roster"])
  }

  /// The roster in the plan folder, or the `plan.json`, at a path; nil when there is a plan of another kind, or none.
  ///
  /// - Throws: what is wrong with the roster.
  public static func publishedRoster(_ path: String) throws(ScenarioError) -> PublishedRosterDocument? {
    let place = place(path)
    guard place.file ?? mainFile == mainFile else { return nil }
    guard let bytes = try? FileReader(folder: place.folder).bytes(mainFile) else { return nil }
    return try publishedRoster(bytes, file: mainFile)
  }

  /// The roster in `bytes`; nil when they hold a plan of another kind, or none. `file` is the name for messages.
  ///
  /// - Throws: what is wrong with the roster.
  public static func publishedRoster(
    _ bytes: [UInt8], file: String
  ) throws(ScenarioError) -> PublishedRosterDocument? {
    guard let root = try? JSONParser.parse(bytes), let format = root["scenario_format"]?.string else { return nil }
    if let rows = root["roster"]?.elements {
      switch format {
      case "shift-scheduling":
        let read = rows.compactMap(\.shiftRow)
        if read.count == rows.count { return .shifts(read) }
      case "multi-activity":
        let read = rows.compactMap(\.segmentCells)
        if read.count == rows.count { return .segments(read) }
      default: break
      }
    }
    let place = SourceLocation(file: file)
    throw ScenarioError([Issue(.planMember, at: place, subject: "roster", expected: Message("expected.json.list"))])
  }
}

extension JSONNode {
  fileprivate var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  fileprivate var elements: [JSONNode]? {
    if case .array(let elements) = content { return elements }
    return nil
  }

  fileprivate var shiftRow: PublishedRosterDocument.Row? {
    guard let staff = self["staff"]?.string, let shifts = self["shifts"]?.elements else { return nil }
    for shift in shifts {
      if case .null = shift.content { continue }
      if shift.string == nil { return nil }
    }
    return PublishedRosterDocument.Row(staff: staff, shifts: shifts.map(\.string))
  }

  fileprivate var segmentCells: [String]? {
    let cells = MultiActivityRoster.headings.compactMap { self[$0]?.string }
    return cells.count == MultiActivityRoster.headings.count ? cells : nil
  }
}
