extension ScenarioValidation {
  /// The deliveries; `Delivery.none` when no site is to be served.
  func deliveryValue() -> Delivery {
    guard !draft.sites.isEmpty else {
      reportIdle("goods", draft.goods.first?.origin)
      reportIdle("vehicles", draft.vehicles.first?.origin)
      return .none
    }
    let settings = draft.settings.delivery
    reportUnsaidAlcohol()
    let sites = draft.sites.map(site)
    let goods = draft.goods.map { item in
      Goods(
        id: item.id, name: item.name, stock: item.stock, unitCost: item.unitCost, shelfMinutes: item.shelfMinutes,
        hasAlcohol: item.hasAlcohol)
    }
    let vehicles = draft.vehicles.map { vehicle in
      Vehicle(id: vehicle.id, name: vehicle.name, capacity: vehicle.capacity, costPerMetre: vehicle.costPerMetre)
    }
    let (minutes, metres) = legs()
    return Delivery(
      sites: sites, goods: goods, vehicles: vehicles, slots: deliverySlots(), crewSize: settings.crewSize,
      driverSkill: settings.driverSkill, depotTravelMinutes: settings.depotTravelMinutes, travelMinutes: minutes,
      travelMetres: metres, trades: Set(sites.map(\.trade)).sorted())
  }

  /// Goods or vehicles without sites serve nothing.
  private func reportIdle(_ table: String, _ firstRow: Origin?) {
    guard let file = firstRow?.location()?.file else { return }
    issues.add(Issue(.deliveryWithoutSites, at: SourceLocation(file: file), subject: table))
  }

  private func site(_ site: SiteDraft) -> Site {
    let settings = draft.settings.delivery
    let trade = trade(site.trade)
    checkTrade(site.trade, of: site.id, at: site.origin.location(SiteDraft.Columns.trade))
    let windows = windows(site)
    let isAlcoholFree = isAlcoholFree(site, trade)
    let allowed = allowedGoods(site, alcoholFree: isAlcoholFree)
    if windows.isEmpty || allowed.isEmpty {
      let column = windows.isEmpty ? SiteDraft.Columns.windows : SiteDraft.Columns.goods
      issues.add(Issue(.siteUnreachable, at: site.origin.location(column), subject: site.id))
    }
    checkNumbers(site)
    days.warnIfFar(site.earliest, site.origin.location(SiteDraft.Columns.earliest), issues)
    days.warnIfFar(site.deadline, site.origin.location(SiteDraft.Columns.deadline), issues)
    let scores = (site.people + 19) / 20
    return Site(
      id: site.id, name: site.name, contact: site.contact, trade: trade.id, people: site.people,
      servedBefore: site.servedBefore, rounds: site.rounds, windows: windows,
      serviceMinutes: site.serviceMinutes ?? settings.serviceMinutes + scores * settings.servicePerTwentyMinutes,
      hasIndoorRest: site.hasIndoorRest, isAlcoholFree: isAlcoholFree, allowedGoods: allowed,
      firstKitWeight: site.firstKitWeight, secondKitWeight: site.secondKitWeight)
  }

  /// A site may be stricter than its trade, never laxer: who drives, rides or works at height stays without. Where neither says
  /// anything, goods with alcohol stay barred.
  private func isAlcoholFree(_ site: SiteDraft, _ trade: TradeDraft) -> Bool {
    guard let isBarred = trade.alcoholFree else { return site.alcoholFree ?? true }
    if isBarred, site.alcoholFree == false {
      issues.add(
        Issue(.alcoholBanKept, at: site.origin.location(SiteDraft.Columns.alcoholFree), subject: site.id))
    }
    return isBarred || site.alcoholFree ?? false
  }

  /// Names each trade, at its first site, for which nobody has said whether goods with alcohol may be given.
  private func reportUnsaidAlcohol() {
    guard draft.goods.contains(where: \.hasAlcohol) else { return }
    var told: Set<String> = []
    for site in draft.sites where site.alcoholFree == nil {
      guard let index = trades.index(site.trade), draft.trades[index].alcoholFree == nil,
        told.insert(draft.trades[index].id).inserted
      else { continue }
      issues.add(
        Issue(
          .tradeAlcoholUnsaid, at: site.origin.location(SiteDraft.Columns.trade), subject: site.id,
          found: draft.trades[index].id))
    }
  }

  private func checkNumbers(_ site: SiteDraft) {
    func order(_ column: Column, _ low: String, _ high: String) {
      issues.add(
        Issue(.lowAboveHigh, at: site.origin.location(column), subject: site.id, found: low, expected: high))
    }
    if site.servedBefore > site.people {
      order(SiteDraft.Columns.servedBefore, "served_before \(site.servedBefore)", "people \(site.people)")
    }
    if site.secondKitWeight > site.firstKitWeight {
      let second = FixedPoint.text(site.secondKitWeight.micro, decimals: 6)
      let first = FixedPoint.text(site.firstKitWeight.micro, decimals: 6)
      order(SiteDraft.Columns.secondWeight, "second_weight \(second)", "weight \(first)")
    }
  }

  private func windows(_ site: SiteDraft) -> [Interval] {
    let first = site.earliest ?? horizon.firstDay
    let last = site.deadline ?? horizon.date(ofDay: horizon.days - 1)
    if let earliest = site.earliest, let deadline = site.deadline, deadline < earliest {
      issues.add(
        Issue(
          .endBeforeStart, at: site.origin.location(SiteDraft.Columns.deadline), subject: site.id,
          found: deadline.description, expected: earliest.description))
    }
    let span = days.days(first, last)
    let allowed = days.cut([Interval(span.lowerBound * minutesPerDay, span.upperBound * minutesPerDay)])
    return days.hours(site.windows).intersection(allowed)
  }

  private func allowedGoods(_ site: SiteDraft, alcoholFree: Bool) -> [Int] {
    let column = SiteDraft.Columns.goods
    let named = site.goods.map { names in
      Set(names.compactMap { goods.index($0, at: site.origin.location(column), issues) }).sorted()
    }
    return (named ?? Array(draft.goods.indices)).filter { !(alcoholFree && draft.goods[$0].hasAlcohol) }
  }

  /// Every slot that lies wholly inside the horizon, by start, then vehicle.
  private func deliverySlots() -> [DeliverySlot] {
    var slots: [DeliverySlot] = []
    for (index, vehicle) in draft.vehicles.enumerated() {
      let weekly = vehicle.slots ?? draft.settings.delivery.slots
      if weekly.contains(where: { !isOnGrid($0.interval) }) {
        issues.add(
          Issue(
            .slotOffGrid, at: vehicle.origin.location(VehicleDraft.Columns.slots), subject: vehicle.id,
            ["slot": horizon.slotMinutes]))
        continue
      }
      let own = slotsOnDays(weekly)
      if let (first, second) = firstOverlap(own.map(\.interval)) {
        // The usual slots are one fault, however many vehicles have them.
        let isToldBefore = vehicle.slots == nil && draft.vehicles[..<index].contains { $0.slots == nil }
        let place =
          vehicle.slots == nil
          ? draft.settings.delivery.slotsPlace : vehicle.origin.location(VehicleDraft.Columns.slots)
        if !isToldBefore {
          issues.add(
            Issue(
              .slotsOverlap, at: place, subject: vehicle.id, found: dayAndTime(first), expected: dayAndTime(second)))
        }
        continue
      }
      slots += own.map { DeliverySlot(vehicle: index, day: $0.day, interval: $0.interval) }
    }
    return slots.sorted {
      ($0.interval.start, $0.vehicle, $0.interval.end) < ($1.interval.start, $1.vehicle, $1.interval.end)
    }
  }

  /// Slots of the week on the planned days, as far as they lie wholly inside the horizon and
  /// outside clock changes (W441 says so).
  private func slotsOnDays(_ weekly: [WeeklyInterval]) -> [(day: Int, interval: Interval)] {
    (0..<horizon.days).flatMap { day in
      weekly.filter { $0.weekdays.contains(days.weekday(day)) }.map { (day, $0.interval.on(day)) }
    }.filter { slot in
      horizon.interval.contains(slot.interval)
        && !horizon.clockChanges.contains { $0.piece.overlap(slot.interval) > 0 }
    }
  }

  /// The first two that share a minute: one vehicle cannot be out twice at a time.
  private func firstOverlap(_ intervals: [Interval]) -> (Interval, Interval)? {
    let sorted = intervals.sorted()
    return zip(sorted, sorted.dropFirst()).first { $0.overlap($1) > 0 }
  }

  private func dayAndTime(_ interval: Interval) -> String {
    "\(horizon.date(ofDay: horizon.day(of: interval.start))) \(interval.clockText)"
  }

  private func isOnGrid(_ interval: ClockInterval) -> Bool {
    interval.start.isMultiple(of: horizon.slotMinutes) && interval.end.isMultiple(of: horizon.slotMinutes)
  }

  /// Minutes and metres between sites and depots, by distance where both places are known, else as usual.
  private func legs() -> (minutes: [[Minutes]], metres: [[Int]]) {
    let settings = draft.settings.delivery
    let points = draft.sites.map { places.position($0.place) } + draft.vehicles.map { places.position($0.place) }
    var minutes: [[Minutes]] = []
    var metres: [[Int]] = []
    for (from, start) in points.enumerated() {
      let row = points.enumerated().map { to, end -> (Minutes, Int) in
        if from == to { return (0, 0) }
        guard let start, let end else { return (settings.legMinutes, settings.legMetres) }
        let length = PlaceMap.metres(start, end, detourPercent: settings.detourPercent)
        return (PlaceMap.minutes(length, metresPerMinute: settings.metresPerMinute), length)
      }
      minutes.append(row.map(\.0))
      metres.append(row.map(\.1))
    }
    return (minutes, metres)
  }
}
