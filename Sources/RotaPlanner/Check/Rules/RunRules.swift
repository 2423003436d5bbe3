/// Rules on crews, times and kits of runs.
extension CheckContext {
  /// R23: a run has exactly its crew with a driver, a crew has a run, a slot has one run.
  func r23() -> [Violation] {
    deliveries.flatMap { view -> [Violation] in
      let (interval, count) = (view.slot.interval, view.crew.count)
      var found: [Violation] = []
      if view.runs.count > 1 {
        found.append(Violation(.runsOfSlot, view.subject, at: interval, measured: view.runs.count, allowed: 1))
      }
      guard !view.runs.isEmpty else {
        return count == 0
          ? [] : [Violation(.crewWithoutRun, view.subject, at: interval, measured: count, allowed: 0)]
      }
      if count != delivery.crewSize {
        found.append(Violation(.crewSize, view.subject, at: interval, measured: count, allowed: delivery.crewSize))
      }
      if let skill = delivery.driverSkill, count > 0,
        !view.crew.contains(where: { scenario.staff[$0].skills.contains(skill) })
      {
        let subject = ViolationSubject(deliverySlot: view.index, skill: skill)
        found.append(Violation(.driver, subject, at: interval, measured: 0, allowed: 1))
      }
      return found
    }
  }

  /// R24: times of the stops.
  func r24() -> [Violation] {
    deliveries.flatMap { view in view.runs.flatMap { times(of: $0, view) } }
  }

  private func times(of run: Run, _ view: RunView) -> [Violation] {
    let depot = delivery.sites.count + view.slot.vehicle
    var found: [Violation] = []
    var (place, clock) = (depot, view.slot.interval.start)
    var seen: Set<Int> = []
    for stop in run.stops {
      let site = delivery.sites[stop.site]
      let subject = view.subject(atSite: stop.site)
      let service = Interval(stop.serviceStart, stop.serviceStart + site.serviceMinutes)
      let earliest = clock + delivery.travelMinutes[place][stop.site]
      if stop.arrival < earliest {
        found.append(Violation(.arrivalEarly, subject, at: service, measured: stop.arrival, allowed: earliest))
      }
      if stop.serviceStart < stop.arrival {
        found.append(
          Violation(.serviceEarly, subject, at: service, measured: stop.serviceStart, allowed: stop.arrival))
      }
      if !site.windows.covers(service) {
        let inside = site.windows.map { $0.overlap(service) }.max() ?? 0
        found.append(Violation(.siteWindow, subject, at: service, measured: inside, allowed: service.length))
      }
      if !seen.insert(stop.site).inserted {
        found.append(Violation(.siteTwice, subject, at: service, measured: 2, allowed: 1))
      }
      (place, clock) = (stop.site, service.end)
    }
    let back = clock + delivery.travelMinutes[place][depot]
    if back > view.slot.interval.end {
      let end = view.slot.interval.end
      found.append(Violation(.returnLate, view.subject, at: view.slot.interval, measured: back, allowed: end))
    }
    return found
  }

  /// R25: kits of stops, runs and stocks.
  func r25() -> [Violation] {
    let onRoad = deliveries.flatMap { view in view.runs.flatMap { load(of: $0, view) } }
    var handedOut = Array(repeating: 0, count: delivery.goods.count)
    for kit in form.runs.flatMap(\.stops).flatMap(\.kits) {
      handedOut[kit.goods] = Bounded.sum(handedOut[kit.goods], kit.count)
    }
    return onRoad
      + delivery.goods.enumerated().compactMap { index, goods in
        guard handedOut[index] > goods.stock else { return nil }
        return Violation(.stock, ViolationSubject(goods: index), measured: handedOut[index], allowed: goods.stock)
      }
  }

  private func load(of run: Run, _ view: RunView) -> [Violation] {
    var found = run.stops.flatMap { kits(of: $0, view) }
    let total = run.stops.reduce(0) { Bounded.sum($0, $1.kitCount) }
    let most = delivery.vehicles[view.slot.vehicle].capacity
    if total > most {
      found.append(Violation(.vehicleCapacity, view.subject, at: view.slot.interval, measured: total, allowed: most))
    }
    return found
  }

  private func kits(of stop: Stop, _ view: RunView) -> [Violation] {
    let site = delivery.sites[stop.site]
    let service = Interval(stop.serviceStart, stop.serviceStart + site.serviceMinutes)
    if stop.kitCount < 1 {
      return [Violation(.stopWithoutKits, view.subject(atSite: stop.site), at: service, measured: 0, allowed: 1)]
    }
    return stop.kits.flatMap { kit -> [Violation] in
      let subject = view.subject(atSite: stop.site, goods: kit.goods)
      var found: [Violation] = []
      // Alcohol is judged by itself, so that a wrong list of goods cannot let it through.
      let isBarred = site.isAlcoholFree && delivery.goods[kit.goods].hasAlcohol
      if isBarred || !site.allowedGoods.contains(kit.goods) {
        found.append(Violation(.goodsForbidden, subject, at: service, measured: kit.count, allowed: 0))
      }
      let age = stop.arrival - view.slot.interval.start
      if let most = delivery.goods[kit.goods].shelfMinutes, age > most {
        found.append(Violation(.shelfLife, subject, at: service, measured: age, allowed: most))
      }
      return found
    }
  }

  /// R26: kits within need; nobody a second before everybody a first.
  func r26() -> [Violation] {
    var found: [Violation] = []
    for (index, site) in delivery.sites.enumerated() where kitsOfSite[index] > site.firstNeed + site.secondNeed {
      let subject = ViolationSubject(site: index)
      let need = site.firstNeed + site.secondNeed
      found.append(Violation(.siteNeed, subject, measured: kitsOfSite[index], allowed: need))
    }
    let sites = delivery.sites.enumerated()
    guard sites.contains(where: { kitsOfSite[$0.offset] > $0.element.firstNeed }) else { return found }
    for (index, site) in sites where kitsOfSite[index] < site.firstNeed {
      let subject = ViolationSubject(site: index)
      found.append(Violation(.firstKitsFirst, subject, measured: kitsOfSite[index], allowed: site.firstNeed))
    }
    return found
  }
}
