extension PlanDocument {
  /// The text of `plan.json`; docs/plan-format.md describes it. Needs a heading.
  public var json: String { CanonicalJSON.readable(jsonValue) }

  private var jsonValue: JSONValue {
    guard let heading else { preconditionFailure("A plan without a heading has no plan.json.") }
    let account = heading.account
    return [
      "format": .string(Self.format), "version": .int(Self.version),
      "scenario": .string(heading.scenario), "fingerprint": .string(heading.fingerprint),
      "first_day": .string(heading.firstDay.description), "days": .int(heading.days),
      "slot_minutes": .int(heading.slotMinutes),
      "status": .string(account.status), "objective": .optional(account.objective),
      "bound": .optional(account.bound), "gap": .optional(account.gap), "seconds": .number(account.seconds),
      "seed": account.seed <= Int.max ? .int(Int(account.seed)) : .string(String(account.seed)),
      "work": .int(account.work),
      "names": [
        "stations": names.stations.json, "staff": names.staff.json, "vehicles": names.vehicles.json,
        "sites": names.sites.json, "goods": names.goods.json,
      ],
      "openings": openings.map { .array($0.map(\.json)) } ?? .null,
      "duties": .array(duties.map(\.json)),
      "visits": served.map { .array($0.map(\.json)) } ?? .null,
      "runs": .array(runs.map(\.json)),
    ]
  }
}

extension JSONValue {
  fileprivate static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
  fileprivate static func time(_ minute: LocalMinute) -> JSONValue { .string(minute.description) }
}

extension [NamedID] {
  fileprivate var json: JSONValue {
    .array(
      map { named in
        let contact = named.contact.isEmpty ? [] : [JSONValue.Member("contact", .string(named.contact))]
        return .object([.init("id", .string(named.id)), .init("name", .string(named.name))] + contact)
      })
  }
}

extension DocumentOpening {
  fileprivate var json: JSONValue {
    [
      "station": .string(station.id), "start": .time(interval.start), "end": .time(interval.end),
      "opening": .string((isStaffed ? Opening.staffed : .selfService).rawValue),
    ]
  }
}

extension DocumentDuty {
  fileprivate var json: JSONValue { ["staff": .string(staff.id), "segments": .array(segments.map(\.json))] }
}

extension DocumentSegment {
  fileprivate var json: JSONValue {
    let member: JSONValue.Member
    switch place {
    case .station(let written): member = .init("station", .string(written.id))
    case .vehicle(let written): member = .init("vehicle", .string(written.id))
    }
    return .object([member, .init("start", .time(interval.start)), .init("end", .time(interval.end))])
  }
}

extension DocumentVisits {
  fileprivate var json: JSONValue {
    let own: [JSONValue.Member]
    switch demand {
    case .group(let id, let patternDay, let start):
      own = [
        .init("worker_group", .string(id)), .init("pattern_day", .string(patternDay.description)),
        .init("break_start", .time(start)),
      ]
    case .table(let row, let start): own = [.init("visit_row", .int(row)), .init("window_start", .time(start))]
    }
    return .object(
      own + [
        .init("station", .string(station.id)), .init("slot_start", .time(slotStart)), .init("visits", .int(count)),
      ])
  }
}

extension DocumentRun {
  fileprivate var json: JSONValue {
    [
      "vehicle": .string(vehicle.id), "start": .time(interval.start), "end": .time(interval.end),
      "stops": .array(stops.map(\.json)),
    ]
  }
}

extension DocumentStop {
  fileprivate var json: JSONValue {
    [
      "site": .string(site.id), "arrival": .time(arrival), "service_start": .time(serviceStart),
      "kits": .array(kits.map { ["goods": .string($0.goods.id), "count": .int($0.count)] }),
    ]
  }
}
