/// Named changes to a scenario, as a variant file has them (docs/what-if.md).
public struct Variant: Sendable {
  /// What the file calls it, or else the file's name without its ending.
  public let name: String
  /// The file's path as the user typed it; places of faults name it.
  public let file: String
  /// In the file's order, in which they are applied.
  let changes: [VariantChange]
  /// Checksum of the file, as 16 hexadecimal digits.
  let fingerprint: String
  /// What was told while the file was read.
  var warnings: [Issue] = []
}

/// One change of a variant; the names in it are not yet looked up.
enum VariantChange: Sendable {
  /// The forecast maximum of days.
  case heat([(day: PlacedText, maximum: PlacedText)])
  /// Stations that are shut.
  case close(TimedChange)
  /// Staff members who are away.
  case absent(TimedChange)
  /// Weekly hours that begin or end at other times.
  case shift(HoursShift)
  /// Another cap on the money.
  case budget(BudgetChange, place: SourceLocation)
  /// Other texts in cells of rows that are there.
  case set(RowChoice, cells: [VariantCell])
  /// Further rows, which take what they leave empty from the row `like`.
  case add(TableSchema, like: PlacedText?, rows: [AddedRow])
  /// Rows left out.
  case remove(RowChoice)
}

/// What happens to stations or staff members on some days.
struct TimedChange: Sendable {
  /// Ids, or one that means all.
  let ids: [PlacedText]
  /// The first day: a date or a day of the week.
  let from: PlacedText
  /// The last day; nil: the first.
  let until: PlacedText?
  /// Hours of each of the days; nil: all day.
  let hours: PlacedText?
}

/// Weekly hours moved.
struct HoursShift: Sendable {
  let rows: RowChoice
  /// The columns whose hours move, and where the variant names each.
  let columns: [(column: Column, place: SourceLocation)]
  /// Minutes by which starts and ends move; negative: earlier.
  let start: Minutes
  let end: Minutes
}

/// What becomes of the budget.
enum BudgetChange: Hashable, Sendable {
  /// Tenths of a percent more, or less when negative.
  case tenthsOfPercent(Int)
  /// This much.
  case amount(Money)
  /// No cap.
  case none
}

/// Some rows of a table.
struct RowChoice: Sendable {
  enum Rows: Sendable {
    /// Those with one of these texts in the table's first column, or all.
    case ids([PlacedText])
    /// Those that have all of these texts.
    case matching([VariantCell])
  }

  let schema: TableSchema
  let rows: Rows
  /// Where the variant names the rows.
  let place: SourceLocation
}

/// A column and a text for it.
struct VariantCell: Sendable {
  let column: Column
  let value: PlacedText
}

/// A row that a variant adds.
struct AddedRow: Sendable {
  let cells: [VariantCell]
  let place: SourceLocation
}

extension PlacedText {
  /// Whether the text stands for everything there is.
  var meansAll: Bool { ["all", "全部", "所有"].contains(CellText.normalised(text).lowercased()) }
}
