/// When stations can be served at all and how long the ways between places are, in slots: what depends on nobody, made once for a
/// scenario and read by the forms of all people. A table by person and station would grow with their product.
final class PlaceTables: Sendable {
  let law: DutyLaw
  private let slotCount: Int
  /// Slots in a row from each slot on, `[station * slotCount + slot]`.
  private let open: [Int32]
  /// Slots of travel, `[from * nodeCount + to]`: nodes are stations, then vehicles.
  private let travel: [Int32]
  private let nodeCount: Int

  init(_ law: DutyLaw) {
    let scenario = law.scenario
    self.law = law
    slotCount = scenario.horizon.slotCount
    open = scenario.stations.indices.flatMap { PlaceTables.openRow($0, law) }
    nodeCount = scenario.stations.count + scenario.delivery.vehicles.count
    travel = PlaceTables.ways(law)
  }

  private static func openRow(_ station: Int, _ law: DutyLaw) -> [Int32] {
    let horizon = law.scenario.horizon
    var row = [Int32](repeating: 0, count: horizon.slotCount)
    var run: Int32 = 0
    for slot in row.indices.reversed() {
      let interval = horizon.interval(ofSlot: slot)
      let isOpen = law.scenario.stations[station].hostHours.covers(interval) && !law.isClosed(station, in: interval)
      run = isOpen ? run + 1 : 0
      row[slot] = run
    }
    return row
  }

  private static func ways(_ law: DutyLaw) -> [Int32] {
    let scenario = law.scenario
    let (slot, stations) = (scenario.horizon.slotMinutes, scenario.stations.count)
    let depot = Int32(scenario.horizon.roundedUpToSlots(scenario.delivery.depotTravelMinutes) / slot)
    let nodes = stations + scenario.delivery.vehicles.count
    var ways = [Int32](repeating: depot, count: nodes * nodes)
    for from in 0..<nodes { ways[from * nodes + from] = 0 }
    for from in 0..<stations {
      for to in 0..<stations {
        ways[from * nodes + to] = Int32(law.travel(from: .station(from), to: .station(to)) / slot)
      }
    }
    return ways
  }

  /// Slots in a row from `slot` of the horizon on in which the station's host is open and no pin closes it.
  func openSlots(_ station: Int, from slot: Int) -> Int { Int(open[station * slotCount + slot]) }

  /// Slots of travel between two places of one duty.
  func travelSlots(from: Place, to: Place) -> Int { Int(travel[node(of: from) * nodeCount + node(of: to)]) }

  private func node(of place: Place) -> Int {
    switch place {
    case .station(let station): station
    case .run(let slot): law.scenario.stations.count + law.scenario.delivery.slots[slot].vehicle
    }
  }
}
