/// Deals visits out to the open stations, the highest weight first.
struct VisitDealer {
  private let context: CheckContext
  private var arrivals: [[Int]]
  private var seatMinutes: [[Int]]

  /// A dealer for the openings and staff of a plan; visits that the plan serves already are not looked at.
  init(_ context: CheckContext) {
    self.context = context
    arrivals = context.stations.map { view in view.openings.indices.map(view.arrivalCapacity) }
    seatMinutes = context.stations.map { view in view.openings.indices.map(view.seatCapacity) }
  }

  /// The visits served, by item, station and slot.
  func dealt() -> [ServedVisits] {
    var dealer = self
    let items = context.demand.items
    let order = items.indices.sorted { (items[$1].weight, $0) < (items[$0].weight, $1) }
    return order.flatMap { dealer.deal($0) }.sorted {
      ($0.item, $0.station, $0.slot) < ($1.item, $1.station, $1.slot)
    }
  }

  private mutating func deal(_ index: Int) -> [ServedVisits] {
    let item = context.demand.items[index]
    var left = item.visits
    var served: [ServedVisits] = []
    let nearest = item.options.sorted { ($0.walkMinutes, $0.station, $0.slot) < ($1.walkMinutes, $1.station, $1.slot) }
    for option in nearest where left > 0 {
      let count = min(left, room(option, item))
      guard count > 0 else { continue }
      take(count, option, item)
      left -= count
      served.append(ServedVisits(item: index, station: option.station, slot: option.slot, count: count))
    }
    return served
  }

  /// Visits that the option still has room for, over the whole stay.
  private func room(_ option: ServiceOption, _ item: DemandItem) -> Int {
    stay(option, item).reduce(arrivals[option.station][option.slot]) { room, part in
      min(room, seatMinutes[option.station][part.slot] / part.minutes)
    }
  }

  private mutating func take(_ count: Int, _ option: ServiceOption, _ item: DemandItem) {
    arrivals[option.station][option.slot] -= count
    for part in stay(option, item) { seatMinutes[option.station][part.slot] -= part.minutes * count }
  }

  private func stay(_ option: ServiceOption, _ item: DemandItem) -> [(slot: Int, minutes: Minutes)] {
    let stay = Interval(option.arrival, option.arrival + item.dwellMinutes)
    return context.horizon.slots(touching: stay).map { ($0, context.horizon.interval(ofSlot: $0).overlap(stay)) }
  }
}
