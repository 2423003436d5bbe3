import ArgumentParser
import RotaPlanner

/// How a result table is written.
struct TableOptions: ParsableArguments {
  /// Forms of a table.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  @Option(help: "Form of the result: table, csv or json.")
  var format: Format = .table

  @Flag(
    help:
      "With CSV: begin with a byte order mark and a line that names the separator, and end lines with CRLF, as Excel likes it."
  )
  var excel = false

  @Option(
    help: "With CSV: what stands between cells: ',', ';' or tab (default: a comma; a semicolon with --decimal-comma).")
  var delimiter: CSVWriter.Delimiter?

  @Flag(help: "With CSV: write numbers with a decimal comma, as many European spreadsheets expect.")
  var decimalComma = false

  /// How CSV is written, to standard output and in plan folders.
  var csv: CSVWriter {
    let delimiter = delimiter ?? (decimalComma ? .semicolon : .comma)
    return excel
      ? .excel(delimiter: delimiter, hasDecimalComma: decimalComma)
      : CSVWriter(delimiter: delimiter, hasDecimalComma: decimalComma)
  }

  /// The table's text in the form asked for.
  func text(_ table: ReportTable, _ messages: MessageCatalogue) -> String {
    switch format {
    case .table: return table.textTable(messages)
    case .csv: return table.csv(csv, messages)
    case .json: return CanonicalJSON.readable(table.json)
    }
  }
}

extension CSVWriter.Delimiter: ExpressibleByArgument {
  /// The character itself; the tab, which is hard to type, also by name.
  public init?(argument: String) {
    switch argument {
    case "tab", "\\t": self = .tab
    default: self.init(rawValue: argument)
    }
  }

  /// As they are typed.
  public static var allValueStrings: [String] { [",", ";", "tab"] }
}
