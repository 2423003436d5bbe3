/// Demand per station and slot as a table for people, CSV or JSON.
public struct DemandTables: Sendable {
  /// Visits by station and slot, after the filters.
  public let cells: [DemandOverview.Cell]
  /// All visits of `cells`.
  public let visits: Int
  private let overview: DemandOverview
  private let demand: DerivedDemand
  private let scenario: Scenario

  /// Counts the demand, of one station and one day where these are given.
  public init(_ demand: DerivedDemand, _ scenario: Scenario, station: Int? = nil, day: Int? = nil) {
    self.demand = demand
    self.scenario = scenario
    overview = DemandOverview(demand)
    cells = overview.cells.filter { cell in
      let cellDay = cell.slot / scenario.horizon.slotsPerDay
      return (station ?? cell.station) == cell.station && (day ?? cellDay) == cellDay
    }
    visits = cells.reduce(0) { $0 + $1.visits }
  }

  /// The columns of the CSV and the keys of the JSON: stable names.
  public static let columns = ["date", "start", "end", "station", "name", "visits"]

  /// The table for people, with a line that says how visits are counted and what is out of reach.
  public func text(_ messages: MessageCatalogue) -> String {
    let table = TextTable(
      columns: [
        .text(messages.text("demand.heading.date")), .text(messages.text("demand.heading.time")),
        .text(messages.text("demand.heading.station")), .text(messages.text("demand.heading.name")),
        .number(messages.text("demand.heading.visits")),
      ],
      rows: rows.map { [$0[0], "\($0[1])-\($0[2])", $0[3], $0[4], $0[5]] })
    var text = table.text + "\n" + messages.text("demand.total", ["visits": visits]) + "\n"
    if overview.visitsOutOfReach > 0 {
      text += messages.text("demand.outOfReach", ["visits": overview.visitsOutOfReach, "sources": outOfReach]) + "\n"
    }
    return text
  }

  /// One line per station and slot with visits.
  public func csv(_ writer: CSVWriter = CSVWriter()) -> String { writer.text(headings: Self.columns, rows: rows) }

  /// The same rows, with the visits out of reach of all stations of all days.
  public var json: JSONValue {
    .object([
      JSONValue.Member("out_of_reach", .int(overview.visitsOutOfReach)),
      JSONValue.Member(
        "visits",
        .array(
          zip(cells, rows).map { cell, row in
            .object(
              zip(Self.columns, row).map { column, text in
                JSONValue.Member(column, column == "visits" ? .int(cell.visits) : .string(text))
              })
          })),
    ])
  }

  private var rows: [[String]] {
    cells.map { cell in
      let interval = scenario.horizon.interval(ofSlot: cell.slot)
      let station = scenario.stations[cell.station]
      let date = scenario.horizon.date(ofDay: scenario.horizon.day(of: interval.start)).description
      let ends = interval.clockText.split(separator: "-").map(String.init)
      return [date, ends[0], ends[1], station.id, station.name, String(cell.visits)]
    }
  }

  /// Names of the worker groups and stations of the items out of reach, each once, in the order of the demand.
  private var outOfReach: [String] {
    var names: [String] = []
    for index in overview.itemsOutOfReach {
      let name =
        switch demand.items[index].source {
        case .group(let group, _, _, _, _): scenario.workerGroups[group].name
        case .table(let row): scenario.stations[scenario.visitTable[row].station].name
        }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
