/// Sites in driving order for one delivery slot, each served as early as can be (R24).
struct StopSequence: Hashable, Sendable {
  /// Index into `Delivery.slots`.
  let slot: Int
  /// Indices into `Delivery.sites`, at least one.
  let sites: [Int]
  /// Arrival at each site.
  let arrivals: [Minutes]
  /// Start of service at each site.
  let serviceStarts: [Minutes]
  /// Metres from the depot along the stops and back.
  let metres: Int

  /// The goods whose shelf life allows them at each stop (R25), sorted.
  func goods(atStop stop: Int, of delivery: Delivery) -> [Int] {
    let age = arrivals[stop] - delivery.slots[slot].interval.start
    return delivery.sites[sites[stop]].allowedGoods.filter { age <= delivery.goods[$0].shelfMinutes ?? .max }
  }
}

/// A run that is being driven: where the vehicle is, and when it is ready to leave.
struct RunDraft: Hashable, Sendable {
  let slot: Int
  private(set) var sites: [Int] = []
  private(set) var arrivals: [Minutes] = []
  private(set) var serviceStarts: [Minutes] = []
  private(set) var metres = 0
  /// When the last stop is over.
  private var ready: Minutes
  var readiness: Minutes { ready }

  /// The vehicle at its depot at the start of the slot.
  init(slot: Int, of delivery: Delivery) {
    self.slot = slot
    ready = delivery.slots[slot].interval.start
  }

  /// The same run with one more stop, or nil when no service window can be met or the vehicle would be back too late. The earliest
  /// times are kept: a later arrival or departure never makes anything possible that an earlier one does not (R24, R25).
  func adding(_ site: Int, of delivery: Delivery) -> RunDraft? {
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    let from = sites.last ?? depot
    let service = delivery.sites[site].serviceMinutes
    let arrival = ready + delivery.travelMinutes[from][site]
    let window = delivery.sites[site].windows.first { max($0.start, arrival) + service <= $0.end }
    let start = window.map { max($0.start, arrival) }
    guard let start, start + service + delivery.travelMinutes[site][depot] <= delivery.slots[slot].interval.end
    else { return nil }
    var longer = self
    longer.sites.append(site)
    longer.arrivals.append(arrival)
    longer.serviceStarts.append(start)
    longer.metres += delivery.travelMetres[from][site]
    longer.ready = start + service
    return longer
  }

  /// The goods whose shelf life allows them at the last stop (R25), sorted; call it on a draft with a stop.
  func goodsAtLastStop(of delivery: Delivery) -> [Int] {
    let age = arrivals[arrivals.count - 1] - delivery.slots[slot].interval.start
    return delivery.sites[sites[sites.count - 1]].allowedGoods.filter { age <= delivery.goods[$0].shelfMinutes ?? .max }
  }

  /// The run driven back to the depot; call it on a draft with a stop.
  func closed(of delivery: Delivery) -> StopSequence {
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    return StopSequence(
      slot: slot, sites: sites, arrivals: arrivals, serviceStarts: serviceStarts,
      metres: metres + delivery.travelMetres[sites[sites.count - 1]][depot])
  }
}
