extension Shortage {
  /// One sentence: what, when, how much is missing, why.
  public func message(in scenario: Scenario, _ demand: DerivedDemand) -> Message {
    var arguments: [String: any MessageArgument] = [
      "wanted": unit.text(wanted), "missing": unit.text(missing), "reason": reasonMessage,
    ]
    if let interval { arguments["when"] = HorizonText(scenario.horizon).span(interval) }
    switch subject {
    case .station(let index): arguments["station"] = scenario.stations[index].id
    case .item(let index): arguments["item"] = demand.items[index].source.message(in: scenario)
    case .site(let index): arguments["site"] = scenario.delivery.sites[index].id
    case .trade(let trade): arguments["trade"] = trade
    }
    return Message("check.shortage.\(term.rawValue)", arguments)
  }

  /// What `wanted` and `missing` count.
  var unit: MeasuredUnit { term == .promises || term == .refuge ? .minutes : .count }

  /// Id of the station, site, trade or worker group; of a row of the visit table, the station.
  public func id(in scenario: Scenario, _ demand: DerivedDemand) -> String {
    switch subject {
    case .station(let index): return scenario.stations[index].id
    case .site(let index): return scenario.delivery.sites[index].id
    case .trade(let trade): return trade
    case .item(let index):
      switch demand.items[index].source {
      case .group(let group, _, _, _, _): return scenario.workerGroups[group].id
      case .table(let row): return scenario.stations[scenario.visitTable[row].station].id
      }
    }
  }

  /// Why it is missing.
  var reasonMessage: Message {
    let message = Message("check.reason.\(reason.rawValue)")
    return isOnlyReason ? message : Message("check.reason.mostly", ["reason": message])
  }
}

extension ObjectiveTerm {
  /// The term's id in docs/model.md, `O1` to `O13`.
  public var id: String { "O\(ObjectiveTerm.allCases.firstIndex(of: self)! + 1)" }

  /// What the term prices, for headings.
  public var message: Message { Message("check.term.\(rawValue)") }
}
