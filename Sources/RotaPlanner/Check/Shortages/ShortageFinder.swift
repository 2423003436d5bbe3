/// Lists what is wanted and not met, with the reasons.
struct ShortageFinder {
  let context: CheckContext
  let people: StaffingReasons
  let openings: OpeningReasons

  init(_ context: CheckContext, spent: Money) {
    self.context = context
    people = StaffingReasons(context)
    openings = OpeningReasons(context, people, spent: spent)
  }

  private var scenario: Scenario { context.scenario }

  /// All shortages, by term, then subject and time.
  func shortages(_ kits: KitReasons) -> [Shortage] {
    context.stations.flatMap(promises) + context.stations.flatMap(refuges) + visits() + kits.shortages()
  }

  private func promises(_ view: StationView) -> [Shortage] {
    closings(view, .promises) { slot in
      let minutes = context.brokenPromise(view, slot)
      guard minutes > 0 else { return nil }
      let reason = openings.reason(view.index, slot, selfServiceCounts: view.station.promiseKeptBySelfService)
      return (minutes, context.promisePrice(view, slot), reason)
    }
  }

  private func refuges(_ view: StationView) -> [Shortage] {
    closings(view, .refuge) { slot in
      let minutes = context.missingRefuge(view, slot)
      guard minutes > 0 else { return nil }
      let reason = openings.reason(view.index, slot, selfServiceCounts: true)
      return (minutes, context.refugePrice(view, slot), reason)
    }
  }

  /// One shortage for neighbouring slots with the same reason.
  private func closings(
    _ view: StationView, _ term: ObjectiveTerm, _ missing: (Int) -> (Minutes, Int, ShortageReason)?
  ) -> [Shortage] {
    var found: [Shortage] = []
    for slot in view.openings.indices {
      guard let (minutes, price, reason) = missing(slot) else { continue }
      let interval = context.horizon.interval(ofSlot: slot)
      var (start, total, cost) = (interval.start, minutes, price)
      if let last = found.last, let before = last.interval, before.end == start, last.reason == reason {
        (start, total, cost) = (before.start, total + last.missing, cost + last.price.micro)
        found.removeLast()
      }
      found.append(
        Shortage(
          term: term, subject: .station(view.index), interval: Interval(start, interval.end), wanted: total,
          missing: total, price: Score(micro: cost), reason: reason, isOnlyReason: true))
    }
    return found
  }

  private func visits() -> [Shortage] {
    context.demand.items.enumerated().compactMap { index, item in
      let missing = item.visits - context.servedOfItem[index]
      guard missing > 0 else { return nil }
      let (reason, isOnly) = reason(of: item)
      return Shortage(
        term: .visits, subject: .item(index), interval: item.window, wanted: item.visits, missing: missing,
        price: Score(micro: Bounded.product(missing, item.weight.micro)), reason: reason, isOnlyReason: isOnly)
    }
  }

  private func reason(of item: DemandItem) -> (ShortageReason, Bool) {
    if item.options.isEmpty { return (reasonWithoutOption(item), true) }
    return item.options.map { reason(of: $0, item) }.mostFrequent()
  }

  private func reasonWithoutOption(_ item: DemandItem) -> ShortageReason {
    let walks: [Minutes]
    switch item.source {
    case .group(let index, _, _, _, _): walks = scenario.workerGroups[index].reach.map(\.walkMinutes)
    case .table: walks = [0]
    }
    let fits = walks.contains { 2 * $0 + item.dwellMinutes <= item.window.length }
    return fits ? .outsideHostHours : .outOfReach
  }

  private func reason(of option: ServiceOption, _ item: DemandItem) -> ShortageReason {
    let view = context.stations[option.station]
    let stay = Interval(option.arrival, option.arrival + item.dwellMinutes)
    let slots = context.horizon.slots(touching: stay)
    if let closed = slots.first(where: { !view.isOpen($0) }) {
      return openings.reason(option.station, closed, selfServiceCounts: true)
    }
    let isFull = slots.contains { slot in
      let minutes = context.horizon.interval(ofSlot: slot).overlap(stay)
      return view.seatMinutes[slot] + minutes > view.seatCapacity(slot)
    }
    if isFull { return .seatsFull }
    return view.arrivals[option.slot] + 1 > view.arrivalCapacity(option.slot) ? .serviceRateFull : .otherChoices
  }
}

extension [ShortageReason] {
  /// The reason that occurs most often (the earlier case where equal), and whether it is the only one.
  func mostFrequent() -> (ShortageReason, Bool) {
    let counts = ShortageReason.allCases.map { reason in (reason, filter { $0 == reason }.count) }
    let most = counts.map(\.1).max() ?? 0
    let first = counts.first { $0.1 == most }?.0 ?? .otherChoices
    return (first, most == count)
  }
}
