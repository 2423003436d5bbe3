extension PlanDocument {
  /// Every stop of every run, with one row for each kind of goods: what `runs.csv` holds.
  public var runTable: ReportTable {
    let ranks = NameRanks(names)
    let sorted = runs.map { (rank: ranks.vehicles[$0.vehicle.id].rank, run: $0) }.sorted {
      ($0.run.interval.start, $0.rank) < ($1.run.interval.start, $1.rank)
    }
    return ReportTable(
      name: "runs",
      columns: [
        .text("date"), .text("weekday"), .text("vehicle"), .text("vehicle_name"), .text("start"), .text("end"),
        .text("crew"), .number("stop"), .text("site"), .text("site_name"), .text("contact"),
        .text("arrival"), .text("service_start"), .text("goods"), .text("goods_name"), .number("kits"),
      ],
      rows: sorted.flatMap { rows(of: $0.run, ranks) })
  }

  private func rows(of run: DocumentRun, _ ranks: NameRanks) -> [[ReportTable.Cell]] {
    let day = run.interval.start.date
    let head: [ReportTable.Cell] = [
      .text(day.description), .weekday(of: day), .text(run.vehicle.id),
      .text(ranks.vehicles[run.vehicle.id].named.name),
      .text(run.interval.start.clock(onRowOf: day)), .text(run.interval.end.clock(onRowOf: day, isEnd: true)),
      .text(crew(of: run, ranks).joined(separator: ";")),
    ]
    return run.stops.enumerated().flatMap { index, stop in
      let site = ranks.sites[stop.site.id].named
      let middle: [ReportTable.Cell] = [
        .count(index + 1), .text(stop.site.id), .text(site.name), .text(site.contact),
        .text(stop.arrival.clock(onRowOf: day)), .text(stop.serviceStart.clock(onRowOf: day)),
      ]
      return stop.kits.map { kits in
        head + middle
          + [.text(kits.goods.id), .text(ranks.goods[kits.goods.id].named.name), .count(kits.count)]
      }
    }
  }

  /// Ids of those who have a segment in the run's delivery slot, in table order.
  private func crew(of run: DocumentRun, _ ranks: NameRanks) -> [String] {
    let members = duties.filter { duty in
      duty.segments.contains { segment in
        if case .vehicle(let written) = segment.place {
          return written.id == run.vehicle.id && segment.interval == run.interval
        }
        return false
      }
    }.map(\.staff.id)
    return members.map { (ranks.staff[$0].rank, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
