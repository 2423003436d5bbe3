/// One delivery slot: its runs and its crew.
struct RunView {
  let index: Int
  let slot: DeliverySlot
  let band: HeatBand
  /// Runs with at least one stop; a lawful plan has at most one.
  let runs: [Run]
  /// Staff with a segment in the slot, each once, by index.
  let crew: [Int]

  var subject: ViolationSubject { ViolationSubject(deliverySlot: index) }
  func subject(atSite site: Int, goods: Int? = nil) -> ViolationSubject {
    ViolationSubject(deliverySlot: index, site: site, goods: goods)
  }
}

extension Delivery {
  /// Metres of a run of that vehicle: depot, stops in order, depot.
  func metres(of run: Run) -> Int {
    let depot = sites.count + slots[run.slot].vehicle
    let places = [depot] + run.stops.map(\.site) + [depot]
    return zip(places, places.dropFirst()).reduce(0) { Bounded.sum($0, travelMetres[$1.0][$1.1]) }
  }
}

extension Stop {
  /// Kits handed out, of all kinds.
  var kitCount: Int { kits.reduce(0) { Bounded.sum($0, $1.count) } }
}
