extension CheckReport {
  /// What happens at each station in each slot in which it is open, promised or visited: what `coverage.csv` holds.
  func coverageTable(_ scenario: Scenario) -> ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for (station, slots) in zip(scenario.stations, coverage) {
      for (slot, cover) in slots.enumerated() where cover.isWorthARow {
        rows.append(
          [.text(station.id), .text(station.name)]
            + scenario.cells(of: scenario.horizon.interval(ofSlot: slot)) + [
              .opening(cover.opening), .count(cover.staff), .count(cover.promisedMinutes), .count(cover.arrivals),
              .count(cover.arrivalCapacity), .count(cover.seatMinutes), .count(cover.seatCapacity),
            ])
      }
    }
    return ReportTable(
      name: "coverage",
      columns: [
        .text("station"), .text("station_name"), .text("date"), .text("start"), .text("end"), .text("opening"),
        .number("staff_present"), .number("promised_minutes"), .number("visits"), .number("visit_capacity"),
        .number("seat_minutes"), .number("seat_capacity"),
      ],
      rows: rows)
  }

  /// What is wanted and not met, with price and reason: what `shortages.csv` holds.
  func shortageTable(_ scenario: Scenario, demand: DerivedDemand) -> ReportTable {
    ReportTable(
      name: "shortages",
      columns: [
        .text("term"), .text("subject"), .text("subject_name"), .text("date"), .text("start"), .text("end"),
        .number("wanted"), .number("missing"), .text("unit"), .number("price"), .text("reason"), .text("certain"),
      ],
      rows: shortages.map { shortage in
        let subject = scenario.named(shortage.subject, demand)
        return [
          .word(shortage.term.rawValue, Message("report.term.\(shortage.term.rawValue)")), .text(subject.id),
          .text(subject.name),
        ]
          + (shortage.interval.map(scenario.cells) ?? [.none, .none, .none]) + [
            .count(shortage.wanted), .count(shortage.missing), .unit(of: shortage.term), .units(shortage.price),
            .word(shortage.reason.rawValue, Message("check.reason.\(shortage.reason.rawValue)")),
            .yesOrNo(shortage.isOnlyReason),
          ]
      })
  }

  /// Hours and burdens of each staff member: what `hours.csv` holds.
  func hoursTable(_ scenario: Scenario) -> ReportTable {
    ReportTable(
      name: "hours",
      columns: [
        .text("staff"), .text("name"), .text("contract"), .number("duties"), .number("hours"), .number("normal_hours"),
        .number("overtime_hours"), .number("night_hours"), .number("weekend_hours"), .number("holiday_hours"),
        .number("weekend_points"), .number("evening_points"), .number("early_points"), .number("hot_points"),
      ],
      rows: scenario.staff.indices.map { index in
        let (person, hours) = (scenario.staff[index], hours[index])
        return [
          .text(person.id), .text(person.name), .text(scenario.contract(of: index).id), .count(hours.duties),
          .hours(hours.paidMinutes), .hours(hours.normalMinutes), .hours(hours.overtimeMinutes),
          .hours(hours.nightMinutes), .hours(hours.weekendMinutes), .hours(hours.holidayMinutes),
        ] + BurdenClass.allCases.map { .count(burdens[index][$0.rawValue].points) }
      })
  }
}

extension SlotCoverage {
  fileprivate var isWorthARow: Bool { opening != .closed || staff > 0 || promisedMinutes > 0 || arrivals > 0 }
}

extension Scenario {
  /// Date, start and end of an interval; the end is written on the start's day.
  fileprivate func cells(of interval: Interval) -> [ReportTable.Cell] {
    let start = LocalMinute(horizon.firstDay, interval.start)
    let end = LocalMinute(horizon.firstDay, interval.end)
    return [
      .text(start.date.description), .text(start.clock(onRowOf: start.date)),
      .text(end.clock(onRowOf: start.date, isEnd: true)),
    ]
  }

  fileprivate func named(_ subject: Shortage.Subject, _ demand: DerivedDemand) -> NamedID {
    switch subject {
    case .station(let index): return NamedID(id: stations[index].id, name: stations[index].name)
    case .site(let index): return NamedID(id: delivery.sites[index].id, name: delivery.sites[index].name)
    case .trade(let trade): return NamedID(id: trade, name: "")
    case .item(let index):
      switch demand.items[index].source {
      case .group(let group, _, _, _, _): return NamedID(id: workerGroups[group].id, name: workerGroups[group].name)
      case .table(let row):
        let station = stations[visitTable[row].station]
        return NamedID(id: station.id, name: station.name)
      }
    }
  }
}

extension ReportTable.Cell {
  fileprivate static func unit(of term: ObjectiveTerm) -> ReportTable.Cell {
    let id: String
    switch term {
    case .promises, .refuge: id = "minutes"
    case .visits: id = "visits"
    case .kits: id = "kits"
    default: id = "trades"
    }
    return .word(id, Message("report.unit.\(id)"))
  }

  fileprivate static func yesOrNo(_ value: Bool) -> ReportTable.Cell {
    let id = value ? "yes" : "no"
    return .word(id, Message("report.answer.\(id)"))
  }
}
