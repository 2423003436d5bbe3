/// A table of results before it becomes CSV, JSON or text: columns with stable ids, cells with a meaning.
public struct ReportTable: Sendable {
  /// One value.
  enum Cell: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text of the user's: an id, a name, a date, a time.
    case text(String)
    /// A whole number.
    case count(Int)
    /// A number in hundredths, shown with two decimals.
    case hundredths(Int)
    /// A difference of whole numbers, shown with its sign.
    case countChange(Int)
    /// A difference in hundredths, shown with its sign.
    case hundredthsChange(Int)
    /// One of a few words: its stable id, and its text.
    case word(String, Message)
  }

  /// A column.
  struct Column: Hashable, Sendable {
    /// Heading in JSON and in English CSV; its text in the catalogue is `report.column.ID`.
    let id: String
    /// Whether it holds numbers.
    let isNumeric: Bool

    /// A column of texts.
    static func text(_ id: String) -> Column { Column(id: id, isNumeric: false) }
    /// A column of numbers.
    static func number(_ id: String) -> Column { Column(id: id, isNumeric: true) }
  }

  /// Name of the file without extension, and of the title in the catalogue: `report.title.NAME`.
  public let name: String
  /// From left to right; the order is part of the format.
  let columns: [Column]
  /// Each with one cell per column.
  let rows: [[Cell]]

  /// Makes a table; each row must have as many cells as there are columns.
  init(name: String, columns: [Column], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row needs one cell per column.")
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

extension ReportTable {
  /// As CSV with headings and words in the catalogue's language.
  public func csv(_ writer: CSVWriter, _ messages: MessageCatalogue) -> String {
    writer.text(headings: columns.map { messages.heading($0) }, rows: rows.map { $0.map { $0.text(messages, writer) } })
  }

  /// As an aligned table for people, with a title.
  public func textTable(_ messages: MessageCatalogue) -> String {
    TextTable(
      title: messages.text("report.title.\(name)"),
      columns: columns.map { $0.isNumeric ? .number(messages.heading($0)) : .text(messages.heading($0)) },
      rows: rows.map { $0.map { $0.text(messages) } }
    ).text
  }

  /// As a list of objects whose keys are the column ids; empty cells are `null`, words their ids.
  public var json: JSONValue {
    .array(rows.map { row in .object(zip(columns, row).map { JSONValue.Member($0.id, $1.json) }) })
  }
}

extension ReportTable.Cell {
  /// Minutes as hours with two decimals, rounded half up.
  static func hours(_ minutes: Minutes) -> ReportTable.Cell { .hundredths((minutes * 100 + 30).roundedDown(by: 60)) }

  /// Units with two decimals, rounded half up.
  static func units(_ score: Score) -> ReportTable.Cell { .hundredths((score.micro + 5000).roundedDown(by: 10_000)) }

  /// Money in yuan with two decimals, rounded half up.
  static func yuan(_ money: Money) -> ReportTable.Cell { .hundredths((money.milliFen + 500).roundedDown(by: 1000)) }

  /// A number as a difference.
  var signed: ReportTable.Cell {
    switch self {
    case .count(let count): .countChange(count)
    case .hundredths(let hundredths): .hundredthsChange(hundredths)
    default: self
    }
  }

  /// The text of CSV, with the decimal mark of its writer.
  fileprivate func text(_ messages: MessageCatalogue, _ writer: CSVWriter) -> String {
    switch self {
    case .hundredths, .hundredthsChange: writer.number(text(messages))
    default: text(messages)
    }
  }

  /// The text of tables.
  func text(_ messages: MessageCatalogue) -> String {
    switch self {
    case .none: return ""
    case .text(let text): return text
    case .count(let count): return String(count)
    case .countChange(let change): return (change > 0 ? "+" : "") + String(change)
    case .hundredthsChange(let change):
      return (change > 0 ? "+" : "") + ReportTable.Cell.hundredths(change).text(messages)
    case .hundredths(let hundredths):
      let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
      return (hundredths < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    case .word(_, let message): return messages.text(message)
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .none: return .null
    case .text(let text): return .string(text)
    case .count(let count), .countChange(let count): return .int(count)
    case .hundredths(let hundredths), .hundredthsChange(let hundredths): return .number(Double(hundredths) / 100)
    case .word(let id, _): return .string(id)
    }
  }
}

extension MessageCatalogue {
  fileprivate func heading(_ column: ReportTable.Column) -> String { text("report.column.\(column.id)") }
}

extension Int {
  fileprivate func roundedDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
