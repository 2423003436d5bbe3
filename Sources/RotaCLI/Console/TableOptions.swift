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

  @Flag(help: "With --format csv: begin with a byte order mark and end lines with CRLF, as Excel likes it.")
  var excel = false

  /// How CSV is written.
  var csv: CSVWriter { excel ? .excel : CSVWriter() }

  /// The table's text in the form asked for.
  func text(_ table: ReportTable, _ messages: MessageCatalogue) -> String {
    switch format {
    case .table: return table.textTable(messages)
    case .csv: return table.csv(csv, messages)
    case .json: return CanonicalJSON.readable(table.json)
    }
  }
}
