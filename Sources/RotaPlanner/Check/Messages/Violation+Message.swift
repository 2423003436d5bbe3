extension Violation {
  /// One sentence that begins with the rule and whom it concerns: "R10 wang-02: rest between 2026-07-06 22:00 and
  /// 2026-07-07 08:00 is 10 h 00, at least 11 h 00".
  public func message(in scenario: Scenario, _ demand: DerivedDemand) -> Message {
    let text = clause(in: scenario, demand)
    guard let who = subject.id(in: scenario) else {
      return Message("check.lineAlone", ["rule": rule.rawValue, "text": text])
    }
    return Message("check.line", ["rule": rule.rawValue, "who": who, "text": text])
  }

  /// What is broken, without the rule's id and without whom it concerns.
  func clause(in scenario: Scenario, _ demand: DerivedDemand) -> Message {
    let clock = HorizonText(scenario.horizon)
    var arguments: [String: any MessageArgument] = [
      "measured": kind.unit.text(measured), "allowed": kind.unit.text(allowed), "amount": kind.unit.text(amount),
      "measuredNumber": measured, "allowedNumber": allowed, "measuredTime": clock.time(measured),
      "allowedTime": clock.time(allowed), "skill": subject.skill ?? "",
    ]
    if let interval {
      arguments["from"] = clock.time(interval.start)
      arguments["to"] = clock.time(interval.end)
      arguments["when"] = clock.span(interval)
      arguments["firstDay"] = clock.date(interval.start)
      arguments["lastDay"] = clock.date(max(interval.start, interval.end - 1))
    }
    for (name, value) in subject.arguments(in: scenario, demand) { arguments[name] = value }
    return Message("check.rule.\(kind.rawValue)", arguments)
  }
}

extension ViolationSubject {
  /// Id of whom or what it mainly concerns; nil for the whole plan.
  public func id(in scenario: Scenario) -> String? {
    if let staff { return scenario.staff[staff].id }
    if let station { return scenario.stations[station].id }
    if let site { return scenario.delivery.sites[site].id }
    if let goods { return scenario.delivery.goods[goods].id }
    if let deliverySlot { return scenario.delivery.vehicles[scenario.delivery.slots[deliverySlot].vehicle].id }
    return nil
  }

  fileprivate func arguments(in scenario: Scenario, _ demand: DerivedDemand) -> [(String, any MessageArgument)] {
    var found: [(String, any MessageArgument)] = []
    if let station { found.append(("station", scenario.stations[station].id)) }
    if let site { found.append(("site", scenario.delivery.sites[site].id)) }
    if let goods { found.append(("goods", scenario.delivery.goods[goods].id)) }
    if let deliverySlot { found.append(("slot", slotText(deliverySlot, scenario))) }
    if let item { found.append(("item", demand.items[item].source.message(in: scenario))) }
    if let pin { found.append(("pin", pinText(pin, scenario.pins[pin]))) }
    return found
  }

  private func slotText(_ index: Int, _ scenario: Scenario) -> Message {
    let slot = scenario.delivery.slots[index]
    return Message(
      "check.deliverySlot",
      [
        "vehicle": scenario.delivery.vehicles[slot.vehicle].id,
        "when": HorizonText(scenario.horizon).span(slot.interval),
      ])
  }

  private func pinText(_ index: Int, _ pin: Pin) -> Message {
    guard let location = pin.location else { return Message("check.pin.numbered", ["number": index + 1]) }
    return Message("check.pin.located", ["place": location.description])
  }
}

extension DemandSource {
  /// The worker group's id, or the row of the visit table.
  func message(in scenario: Scenario) -> Message {
    switch self {
    case .group(let index, _, _, _, _):
      return Message("check.item.group", ["group": scenario.workerGroups[index].id])
    case .table(let row):
      let visits = scenario.visitTable[row]
      return Message("check.item.table", ["row": visits.row, "station": scenario.stations[visits.station].id])
    }
  }
}

extension MeasuredUnit {
  /// A number of this unit as people read it: `10 h 00`, `1234.56`, `3`.
  func text(_ value: Int) -> MessageValue {
    switch self {
    case .count: return .text(String(value))
    case .money: return .text(Money(milliFen: value).yuanText)
    case .minutes:
      let (hours, minutes) = abs(value).quotientAndRemainder(dividingBy: 60)
      let two = minutes < 10 ? "0\(minutes)" : "\(minutes)"
      return .message(
        Message("check.duration", ["sign": value < 0 ? "-" : "", "hours": hours, "minutes": two]))
    }
  }
}

extension Money {
  /// Yuan with two places, `1234.56`; with five where that would hide something.
  var yuanText: String {
    let (yuan, rest) = abs(milliFen).quotientAndRemainder(dividingBy: 100_000)
    let digits = String(rest)
    let five = String(repeating: "0", count: 5 - digits.count) + digits
    let sign = milliFen < 0 ? "-" : ""
    return "\(sign)\(yuan)." + (rest % 1000 == 0 ? String(five.prefix(2)) : five)
  }
}
