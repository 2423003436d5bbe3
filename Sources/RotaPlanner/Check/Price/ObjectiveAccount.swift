/// The objective term by term (docs/model.md section 5), in millionths of a unit.
extension CheckContext {
  func objective(spending money: MoneyByKind, _ burdens: [[BurdenShare]]) -> Objective {
    let terms = ObjectiveTerm.allCases.map { term -> Int in
      switch term {
      case .promises: return o1()
      case .refuge: return o2()
      case .visits: return o3()
      case .kits: return o4()
      case .trades: return o5()
      case .fairness: return o6(burdens)
      case .wishes: return o7()
      case .cost: return o8(money)
      case .guaranteed: return o9()
      case .continuity: return o10()
      case .distance: return o11()
      case .openings: return o12()
      case .days: return o13()
      }
    }
    return Objective(terms: terms.map { Score(micro: Bounded.clamp($0)) })
  }

  /// O1: promised minutes, slot by slot.
  private func o1() -> Int {
    sum(stations) { view in sum(view.openings.indices) { promisePrice(view, $0) } }
  }

  /// Price of a slot's broken promise; 0 where it is kept.
  func promisePrice(_ view: StationView, _ slot: Int) -> Int {
    scenario.weights.promiseHour.perHour(for: brokenPromise(view, slot)).micro
  }

  /// Minutes of a slot that are promised and not kept.
  func brokenPromise(_ view: StationView, _ slot: Int) -> Minutes {
    switch view.openings[slot] {
    case .staffed: return 0
    case .selfService: return view.station.promiseKeptBySelfService ? 0 : view.promised[slot]
    case .closed: return view.promised[slot]
    }
  }

  /// O2: closed slots of refuges.
  private func o2() -> Int {
    sum(stations) { view in sum(view.openings.indices) { refugePrice(view, $0) } }
  }

  /// Price of a closed slot on a refuge day; 0 where it is open or need not be.
  func refugePrice(_ view: StationView, _ slot: Int) -> Int {
    scenario.weights.refugeHour.perHour(for: missingRefuge(view, slot)).micro
  }

  /// Minutes of a slot in which a refuge is closed that should be open.
  func missingRefuge(_ view: StationView, _ slot: Int) -> Minutes {
    guard !view.isOpen(slot), view.inHostHours[slot] else { return 0 }
    let day = horizon.day(of: horizon.interval(ofSlot: slot).start)
    return day < horizon.days && scenario.heat.band(ofDay: day).refuge
      ? horizon.clockChanges.minutes(of: horizon.interval(ofSlot: slot)) : 0
  }

  /// O3: visits not served.
  private func o3() -> Int {
    sum(demand.items.indices) { index in
      let item = demand.items[index]
      return Bounded.product(max(0, item.visits - servedOfItem[index]), item.weight.micro)
    }
  }

  /// O4: recipients without a first or second kit.
  private func o4() -> Int {
    sum(delivery.sites.indices) { index in
      let (site, missing) = (delivery.sites[index], missingKits(index))
      return Bounded.sum(
        Bounded.product(missing.first, site.firstKitWeight.micro),
        Bounded.product(missing.second, site.secondKitWeight.micro))
    }
  }

  /// First and second kits that a site still lacks.
  func missingKits(_ index: Int) -> (first: Int, second: Int) {
    let (site, kits) = (delivery.sites[index], kitsOfSite[index])
    return (max(0, site.firstNeed - kits), max(0, site.secondNeed - max(0, kits - site.firstNeed)))
  }

  /// O5: trades not reached.
  private func o5() -> Int {
    Bounded.product(missedTrades().count, scenario.weights.tradeMissed.micro)
  }

  /// Trades with recipients of which no site got a kit, now or before.
  func missedTrades() -> [String] {
    delivery.trades.filter { trade in
      let sites = delivery.sites.indices.filter { delivery.sites[$0].trade == trade }
      let isReached = sites.contains { kitsOfSite[$0] > 0 || delivery.sites[$0].servedBefore > 0 }
      return !isReached && sites.contains { delivery.sites[$0].firstNeed > 0 }
    }
  }

  /// O6: burdens above the fair allowance.
  private func o6(_ burdens: [[BurdenShare]]) -> Int {
    sum(burdens) { shares in
      sum(BurdenClass.allCases) { burden in
        Bounded.product(shares[burden.rawValue].excess, scenario.weights.burdenPoint[burden.rawValue].micro)
      }
    }
  }

  /// O7: wishes not granted.
  private func o7() -> Int {
    sum(rosters) { roster in
      sum(roster.member.wishes) { wish in
        let hasDuty = roster.duties.contains { $0.day == wish.day && $0.span.overlap(wish.interval) > 0 }
        return hasDuty == (wish.kind == .on) ? 0 : wish.weight.micro
      }
    }
  }

  /// O8: money.
  private func o8(_ money: MoneyByKind) -> Int {
    Bounded.product(money.total.milliFen, scenario.weights.yuan.micro, dividedBy: 100_000)
  }

  /// O9: guaranteed hours not rostered.
  private func o9() -> Int {
    sum(rosters) { roster in
      sum(0..<horizon.weekCount) { week in
        let missing = max(0, roster.absence.guaranteed(week: week) - roster.weekMinutes(week))
        return scenario.weights.guaranteedHour.perHour(for: missing).micro
      }
    }
  }

  /// O10: station segments away from home.
  private func o10() -> Int {
    sum(rosters) { roster in
      sum(roster.duties.flatMap(\.segments)) { segment in
        guard case .station(let station) = segment.place, !roster.member.homeStations.contains(station) else {
          return 0
        }
        return scenario.weights.awayHour.perHour(for: segment.interval.length).micro
      }
    }
  }

  /// O11: metres driven.
  private func o11() -> Int {
    sum(form.runs) { Bounded.product(delivery.metres(of: $0), scenario.weights.metre.micro) }
  }

  func sum<Parts: Sequence>(_ parts: Parts, _ amount: (Parts.Element) -> Int) -> Int {
    parts.reduce(0) { Bounded.sum($0, amount($1)) }
  }
}
