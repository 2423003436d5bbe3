/// One column a table may have.
struct Column: Hashable, Sendable {
  /// The English heading and the column's name everywhere.
  let id: String
  /// The Chinese heading.
  let chinese: String
  /// Further headings that mean this column.
  let aliases: [String]
  /// Whether a table without the column is faulty.
  let isRequired: Bool
  /// What an empty cell means, in a column that decides law or demand: there a cell left empty among filled ones is told. nil: in
  /// other columns, where it is usual.
  let told: String?

  init(
    _ id: String, _ chinese: String, aliases: [String] = [], required: Bool = false, emptyIsTold told: String? = nil
  ) {
    self.id = id
    self.chinese = chinese
    self.aliases = aliases
    isRequired = required
    self.told = told
  }

  /// All headings that mean this column.
  var headings: [String] { [id, chinese] + aliases }
}

/// The columns of one kind of table.
struct TableSchema: Sendable {
  /// The table's name as `scenario.yaml` has it, for example `stations`.
  let name: String
  let columns: [Column]
  /// The first column that each heading means, by the heading as `fold` makes it.
  private let byHeading: [String: Column]
  /// Whether a row may have its first cell alone: it lists somebody of another table of whom there is nothing to say.
  let takesBareRows: Bool

  init(_ name: String, _ columns: [Column], takesBareRows: Bool = false) {
    self.name = name
    self.columns = columns
    let meanings = columns.flatMap { column in column.headings.map { (Self.fold($0), column) } }
    byHeading = Dictionary(meanings) { first, _ in first }
    self.takesBareRows = takesBareRows
  }

  /// The column a heading means; case, spaces, `_`, `-`, full width and a unit in brackets do not count.
  func column(heading: String) -> Column? {
    byHeading[Self.fold(heading)]
  }

  private static func fold(_ heading: String) -> String {
    let narrow = CellText.normalised(heading).lowercased()
    let withoutUnit = narrow.hasSuffix(")") ? narrow.prefix { $0 != "(" } : Substring(narrow)
    return FoldedWord(String(withoutUnit)).key
  }
}
