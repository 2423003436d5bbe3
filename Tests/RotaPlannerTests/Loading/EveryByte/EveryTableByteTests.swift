import Testing

@testable import RotaPlanner

/// Every cell of every table is used, or named in a message, or a comment: another valid text makes another scenario or is told; rubbish is a
/// fault at its place; nothing is the documented default.
@Suite struct EveryTableByteTests {
  static let files: [String: String] = {
    var files = RichFolder.tables.reduce(into: [String: String]()) { $0[fileName($1.key)] = $1.value }
    files["scenario.yaml"] = AnnotatedYAML(RichFolder.settings).text
    files["rules.yaml"] = AnnotatedYAML(RichFolder.rules).text
    return files
  }()

  private static func fileName(_ table: String) -> String { table == "staff" ? "people.csv" : table + ".csv" }

  @Test func theRichFolderIsValidAndFillsEveryColumn() throws {
    let outcome = try FolderTrial(files: Self.files).read()
    #expect(!outcome.hasErrors, "\(MessageCatalogue(.english).text(IssueList(outcome.issues)))")
    let places = [PlaceDraft.latitude, PlaceDraft.longitude, PlaceDraft.coordinates].map(\.id)
    for schema in ScenarioTables.schemas {
      let sheet = Sheet(try #require(RichFolder.tables[schema.name]), table: schema.name)
      #expect(Set(sheet.headings) == Set(schema.columns.map(\.id)).subtracting(places), "\(schema.name)")
      for (index, column) in sheet.headings.enumerated() {
        #expect(sheet.rows.contains { !$0[index].isEmpty }, "\(schema.name).\(column)")
      }
    }
  }

  @Test(arguments: ScenarioTables.schemas.map(\.name)) func everyCellCounts(table: String) throws {
    let sheet = Sheet(try #require(RichFolder.tables[table]), table: table)
    var count = TrialCount(oneIn: 4)
    let trial = try FolderTrial(files: Self.files)
    try Self.tryCells(sheet, trial, Self.fileName(table), &count, "")
    print("every byte: \(count.made) cells of \(table)")
  }

  /// Random folders: other values, other orders of columns and other delimiters than the rich one.
  @Test(arguments: 1...(TrialCount.isFull ? 60 : 4)) func everyCellOfARandomFolderCounts(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var sheets: [String: Sheet] = [:]
    var files = Self.files
    for schema in ScenarioTables.schemas {
      let rich = Sheet(try #require(RichFolder.tables[schema.name]), table: schema.name)
      let varied = rich.varied(&random)
      files[Self.fileName(schema.name)] = varied.text
      let keeps = try !FolderTrial(files: files).read().hasErrors
      if !keeps { files[Self.fileName(schema.name)] = rich.text }
      sheets[schema.name] = keeps ? varied : rich
    }
    let trial = try FolderTrial(files: files)
    var count = TrialCount(oneIn: 1)
    for _ in 0..<8 {
      let name = random.pick(ScenarioTables.schemas.map(\.name))
      let sheet = try #require(sheets[name])
      let row = random.int(0...(sheet.rows.count - 1))
      try Self.tryCells(sheet.only(row), trial, Self.fileName(name), &count, "seed \(seed) ")
    }
    print("every byte: \(count.made) cells of the random folder \(seed)")
  }

  /// Warnings that a whole row lies outside the planned days.
  private static let idleRows: Set<IssueCode> = [.pinOutsideHorizon, .rowOutsideHorizon]

  private static func tryCells(
    _ sheet: Sheet, _ trial: FolderTrial, _ file: String, _ count: inout TrialCount, _ label: String
  ) throws {
    let base = try trial.read()
    for row in sheet.triedRows {
      for (index, heading) in sheet.headings.enumerated() where !sheet.rows[row][index].isEmpty {
        let column = "\(sheet.table).\(heading)"
        if RichFolder.comments.contains(column) { continue }
        let cell = sheet.rows[row][index]
        func read(_ text: String) throws -> FolderTrial.Outcome {
          try trial.read(replacing: file, by: sheet.text(row: row, column: index, cell: text))
        }
        if count.next(), let other = RichFolder.others[column]?.first(where: { $0 != cell }) {
          // A row that the base already tells to be of another day has no effect whatever its cells say.
          let isToldIdle = base.issues.contains {
            Self.idleRows.contains($0.code) && $0.location?.file == file && $0.location?.line == row + 2
          }
          let changed = try read(other)
          #expect(
            changed != base || isToldIdle, "\(label)\(column), row \(row + 1): \(cell) -> \(other) changes nothing")
        }
        if !RichFolder.freeColumns.contains(column), count.next() {
          let faulty = try read("@;@")
          let place = faulty.issues.first { $0.severity == .error && $0.location?.file == file }
          #expect(place?.location?.line == row + 2, "\(label)\(column), row \(row + 1): rubbish")
        }
        if count.next() {
          let blank = try read("")
          let schema = ScenarioTables.schemas.first { $0.name == sheet.table }
          if schema?.columns.first(where: { $0.id == heading })?.isRequired == true {
            #expect(blank.issues.contains { $0.location?.line == row + 2 }, "\(label)\(column), row \(row + 1): blank")
          } else if let meaning = RichFolder.defaults[column] {
            #expect(blank.scenario == (try read(meaning)).scenario, "\(label)\(column), row \(row + 1): default")
          } else {
            // The default comes from elsewhere (the trade, the type, the street), and may be what stood there.
            let isTold = blank.issues.contains { $0.location?.line == row + 2 }
            #expect(!blank.hasErrors || isTold, "\(label)\(column), row \(row + 1): blank")
          }
        }
      }
    }
  }
}

/// A table of simple cells, taken apart.
struct Sheet {
  let table: String
  var headings: [String]
  var rows: [[String]]
  var delimiter = ","
  private var tried: Int?

  init(_ text: String, table: String) {
    self.table = table
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    headings = lines[0]
    rows = Array(lines.dropFirst())
  }

  /// The rows whose cells are tried.
  var triedRows: [Int] { tried.map { [$0] } ?? Array(rows.indices) }

  /// The same sheet, of which one row is tried.
  func only(_ row: Int) -> Sheet {
    var sheet = self
    sheet.tried = row
    return sheet
  }

  var text: String { ([headings] + rows).map(line).joined() }

  func text(row: Int, column: Int, cell: String) -> String {
    var sheet = self
    sheet.rows[row][column] = cell
    return sheet.text
  }

  private func line(_ cells: [String]) -> String {
    cells.map { $0.contains(delimiter) || $0.contains(";") ? "\"\($0)\"" : $0 }.joined(separator: delimiter) + "\n"
  }

  /// Columns in another order, another delimiter, and other values in a few cells.
  func varied(_ random: inout SeededGenerator) -> Sheet {
    var sheet = self
    var order = Array(headings.indices)
    for index in order.indices { order.swapAt(index, random.int(index...(order.count - 1))) }
    sheet.headings = order.map { headings[$0] }
    sheet.rows = rows.map { row in order.map { row[$0] } }
    sheet.delimiter = random.pick([",", ";", "\t"])
    for _ in 0..<random.int(0...3) {
      let (row, column) = (random.int(0...(rows.count - 1)), random.int(0...(headings.count - 1)))
      guard !sheet.rows[row][column].isEmpty else { continue }
      guard let others = RichFolder.others["\(table).\(sheet.headings[column])"] else { continue }
      sheet.rows[row][column] = random.pick(others)
    }
    return sheet
  }
}
