/// The sentences about clashing pins.
struct ClashWords: Sendable {
  private let scenario: Scenario
  private let clock: HorizonText

  init(_ scenario: Scenario) {
    self.scenario = scenario
    clock = HorizonText(scenario.horizon)
  }

  // MARK: - Pins

  /// What is proved of the clash; for one pin there is nothing smaller to look for.
  func heading(of clash: PinClash, isFirst: Bool) -> Message {
    switch (clash.pins.count, clash.proof) {
    case (0, _): Message("clash.heading.withoutPins")
    case (1, _): Message("clash.heading.alone")
    case (let count, .smallest): Message("clash.heading.\(isFirst ? "smallest" : "smallestOfRest")", ["count": count])
    case (let count, .irreducible): Message("clash.heading.irreducible", ["count": count])
    case (let count, .conflict): Message("clash.heading.conflict", ["count": count])
    }
  }

  /// Where the pin stands and what it asks.
  func line(_ pin: Int) -> Message { Message("clash.line", ["place": place(pin), "text": demand(pin)]) }

  /// File and line of the pin.
  func place(_ pin: Int) -> Message {
    guard let location = scenario.pins[pin].location else { return Message("check.pin.numbered", ["number": pin + 1]) }
    return Message("clash.place", ["place": location.description])
  }

  /// What the pin asks.
  func demand(_ pin: Int) -> Message {
    switch scenario.pins[pin].demand {
    case .work(let staff, let station, let interval):
      Message(
        "clash.pin.work", ["staff": person(staff), "station": name(station), "when": clock.span(interval)])
    case .crew(let staff, let slot):
      Message("clash.pin.crew", ["staff": person(staff), "slot": run(slot)])
    case .off(let staff, let interval):
      Message("clash.pin.off", ["staff": person(staff), "when": clock.span(interval)])
    case .staffed(let station, let interval, let count):
      Message("clash.pin.staffed", ["station": name(station), "when": clock.span(interval), "count": count])
    case .closed(let station, let interval):
      Message("clash.pin.closed", ["station": name(station), "when": clock.span(interval)])
    case .stop(let site, let day, let kits):
      Message(
        "clash.pin.stop", ["site": self.site(site), "day": clock.date(day * minutesPerDay), "count": max(1, kits)])
    }
  }

  // MARK: - Reasons

  /// The rules of each of `reasons(of:)`, rising.
  func rules(of clash: PinClash) -> [[Rule]] {
    if clash.pins.isEmpty { return [[.r28]] }
    return clash.reasons.isEmpty ? [[]] : clash.reasons.map(rules)
  }

  /// One sentence a reason, each with the numbers of its rules.
  func reasons(of clash: PinClash) -> [Message] {
    if clash.pins.isEmpty { return [Message("clash.reason.ledgerPay")] }
    if clash.reasons.isEmpty { return [Message("clash.reason.severalRules")] }
    if clash.reasons.count > 1, case .rule = clash.reasons[0] {
      return clash.reasons.map { Message("clash.reason.oneOfRules", arguments($0)) }
    }
    return clash.reasons.map { Message("clash.reason.\(key($0))", arguments($0)) }
  }

  private func rules(_ reason: ClashReason) -> [Rule] {
    switch reason {
    case .hostClosed: return [.r04]
    case .notAllowed, .mayNotDeliver: return [.r03]
    case .notAvailable: return [.r02]
    case .aboveMaximum: return [.r18]
    case .tooFew(let pin, _, _, let skill, let wanted, _, let elsewhere):
      let isOfStation = skill != nil || wanted > asked(pin)
      return [.r02, .r03] + (isOfStation ? [.r18] : []) + (elsewhere.isEmpty ? [] : [.r29])
    case .twoPlaces: return [.r01, .r07]
    case .dailyRest: return [.r10]
    case .travel: return [.r07]
    case .oneDuty: return [.r01, .r08]
    case .offAndOn, .closedAndStaffed: return [.r29]
    case .aboveNeed: return [.r26]
    case .noDelivery: return [.r23]
    case .noStop(_, _, _, let rule): return [rule]
    case .rule(let rule): return [rule]
    }
  }

  private func key(_ reason: ClashReason) -> String {
    switch reason {
    case .hostClosed: "hostClosed"
    case .notAllowed: "notAllowed"
    case .mayNotDeliver: "mayNotDeliver"
    case .notAvailable: "notAvailable"
    case .aboveMaximum: "aboveMaximum"
    case .tooFew(let pin, _, _, let skill, let wanted, _, _):
      skill != nil ? "noSkill" : wanted > asked(pin) ? "belowMinimum" : "tooFew"
    case .twoPlaces: "twoPlaces"
    case .dailyRest: "dailyRest"
    case .travel: "travel"
    case .oneDuty: "oneDuty"
    case .offAndOn: "offAndOn"
    case .closedAndStaffed: "closedAndStaffed"
    case .aboveNeed: "aboveNeed"
    case .noDelivery: "noDelivery"
    case .noStop(_, _, _, let rule): "noStop\(rule.rawValue)"
    case .rule: "rule"
    }
  }

  private func arguments(_ reason: ClashReason) -> [String: any MessageArgument] {
    var values: [String: any MessageArgument] = ["rules": MessageValue.list(rules(reason).map { .text($0.rawValue) })]
    switch reason {
    case .hostClosed(_, let station, let interval):
      values["station"] = name(station)
      values["when"] = clock.span(interval)
    case .notAllowed(_, let staff, let station):
      values["staff"] = person(staff)
      values["station"] = name(station)
    case .mayNotDeliver(_, let staff): values["staff"] = person(staff)
    case .notAvailable(_, let staff, let interval):
      values["staff"] = person(staff)
      values["when"] = clock.span(interval)
    case .aboveMaximum(_, let station, let wanted, let most):
      values["station"] = name(station)
      values["wanted"] = wanted
      values["most"] = most
    case .tooFew(_, let station, let slot, let skill, let wanted, let able, let elsewhere):
      values["station"] = name(station)
      values["when"] = clock.span(slot)
      values["skill"] = skill ?? ""
      values["wanted"] = wanted
      values["able"] = able.isEmpty ? Message("clash.nobody") : MessageValue.list(able.map { .message(person($0)) })
      values["elsewhere"] = elsewhere.isEmpty ? "" : Message("clash.elsewhere", ["staff": people(elsewhere)])
    case .twoPlaces(_, _, let staff): values["staff"] = person(staff)
    case .dailyRest(_, _, let staff, let between, let wanted), .travel(_, _, let staff, let between, let wanted):
      values["staff"] = person(staff)
      values["between"] = MeasuredUnit.minutes.text(between)
      values["wanted"] = MeasuredUnit.minutes.text(wanted)
    case .oneDuty(_, _, let staff, let day):
      values["staff"] = person(staff)
      values["day"] = clock.date(day * minutesPerDay)
    case .offAndOn(_, _, let staff): values["staff"] = person(staff)
    case .closedAndStaffed(_, _, let station): values["station"] = name(station)
    case .aboveNeed(_, let site, let wanted, let most):
      values["site"] = self.site(site)
      values["wanted"] = wanted
      values["most"] = most
    case .noStop(_, let site, let day, _):
      values["site"] = self.site(site)
      values["day"] = clock.date(day * minutesPerDay)
    case .noDelivery(_, let day): values["day"] = clock.date(day * minutesPerDay)
    case .rule(let rule): values["name"] = Message("clash.rule.\(rule.rawValue)")
    }
    return values
  }

  /// How many people the pin itself asks for.
  private func asked(_ pin: Int) -> Int {
    if case .staffed(_, _, let count) = scenario.pins[pin].demand { return count }
    return 1
  }

  // MARK: - Remedies

  /// One sentence; what else clashes is only worth a word where there are several clashes.
  func text(_ remedy: ClashRemedy, among clashes: Int) -> Message {
    switch remedy {
    case .drop(let pin, let resolvesAll):
      Message(
        resolvesAll ? "clash.remedy.dropResolvesAll" : clashes > 1 ? "clash.remedy.dropOne" : "clash.remedy.drop",
        ["place": place(pin)])
    case .lower(let pin, let to): Message("clash.remedy.\(unit(pin))", ["place": place(pin), "count": to])
    }
  }

  private func unit(_ pin: Int) -> String {
    if case .stop = scenario.pins[pin].demand { return "fewerKits" }
    return "fewerStaff"
  }

  // MARK: - Names

  private func person(_ staff: Int) -> Message { named(scenario.staff[staff].id, scenario.staff[staff].name) }
  private func people(_ staff: [Int]) -> MessageValue { .list(staff.map { .message(person($0)) }) }
  private func name(_ station: Int) -> Message {
    named(scenario.stations[station].id, scenario.stations[station].name)
  }
  private func site(_ site: Int) -> Message {
    named(scenario.delivery.sites[site].id, scenario.delivery.sites[site].name)
  }

  private func named(_ id: String, _ name: String) -> Message {
    id == name || name.isEmpty
      ? Message("clash.place", ["place": id]) : Message("clash.named", ["id": id, "name": name])
  }

  private func run(_ index: Int) -> Message {
    let slot = scenario.delivery.slots[index]
    return Message(
      "check.deliverySlot",
      ["vehicle": scenario.delivery.vehicles[slot.vehicle].id, "when": clock.span(slot.interval)])
  }
}
