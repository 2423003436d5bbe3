/// Whose visits no station can serve, as `rota demand --out-of-reach` shows them.
public struct OutOfReachReport: Sendable {
  /// One row per worker group, or station of the visit table, with such visits; those with most visits first.
  public let table: ReportTable
  /// How many there are and whose most of them are: a sentence for people; nil: there are none.
  public let note: Message?

  /// More names than this make a sentence that nobody reads.
  private static let namesInNote = 5

  /// Counts the demand, of one day where it is given. `station` leaves the rows of the visit table for that station only:
  /// what a worker group cannot reach is no station's.
  public init(_ demand: DerivedDemand, _ scenario: Scenario, station: Int? = nil, day: Int? = nil) {
    let sources = Self.sources(scenario).filter { station == nil || $0.station == station }
    let lines = Self.lines(demand, scenario, sources, day: day)
    table = ReportTable(
      name: "out_of_reach",
      columns: [
        .text("worker_group"), .text("worker_group_name"), .text("station"), .text("station_name"),
        .number("visits_wanted"), .number("out_of_reach"),
      ],
      rows: lines.map { Self.cells($0.source, scenario) + [.count($0.wanted), .count($0.lost)] })
    note = Self.note(lines, scenario)
  }
}

extension OutOfReachReport {
  private enum Source: Hashable {
    case group(Int)
    case station(Int)

    var station: Int? { if case .station(let index) = self { index } else { nil } }

    func name(_ scenario: Scenario) -> String {
      switch self {
      case .group(let index): scenario.workerGroups[index].name
      case .station(let index): scenario.stations[index].name
      }
    }
  }

  private struct Line {
    let source: Source
    var wanted = 0
    var lost = 0
  }

  /// Everyone whose visits may be counted, groups first, in the order of the tables.
  private static func sources(_ scenario: Scenario) -> [Source] {
    scenario.workerGroups.indices.map { .group($0) } + scenario.stations.indices.map { .station($0) }
  }

  /// Those of the sources with visits out of reach; equals stay in the order of `sources`.
  private static func lines(
    _ demand: DerivedDemand, _ scenario: Scenario, _ sources: [Source], day: Int?
  ) -> [Line] {
    var lines = sources.map { Line(source: $0) }
    let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
    for item in demand.items where day == nil || scenario.horizon.day(of: item.window.start) == day {
      guard let place = places[source(of: item, scenario)] else { continue }
      lines[place].wanted += item.visits
      if item.options.isEmpty { lines[place].lost += item.visits }
    }
    let order = lines.indices.filter { lines[$0].lost > 0 }.sorted { (-lines[$0].lost, $0) < (-lines[$1].lost, $1) }
    return order.map { lines[$0] }
  }

  private static func source(of item: DemandItem, _ scenario: Scenario) -> Source {
    switch item.source {
    case .group(let index, _, _, _, _): .group(index)
    case .table(let row): .station(scenario.visitTable[row].station)
    }
  }

  private static func cells(_ source: Source, _ scenario: Scenario) -> [ReportTable.Cell] {
    switch source {
    case .group(let index):
      [.text(scenario.workerGroups[index].id), .text(scenario.workerGroups[index].name), .none, .none]
    case .station(let index):
      [.none, .none, .text(scenario.stations[index].id), .text(scenario.stations[index].name)]
    }
  }

  private static func note(_ lines: [Line], _ scenario: Scenario) -> Message? {
    guard !lines.isEmpty else { return nil }
    let rest = lines.count - namesInNote
    let more: any MessageArgument = rest > 0 ? Message("demand.outOfReach.more", ["count": rest]) : ""
    return Message(
      "demand.outOfReach",
      [
        "visits": lines.reduce(0) { $0 + $1.lost },
        "sources": lines.prefix(namesInNote).map { $0.source.name(scenario) },
        "more": more,
      ])
  }
}
