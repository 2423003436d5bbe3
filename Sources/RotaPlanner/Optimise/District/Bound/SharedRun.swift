/// The runs of a delivery slot, relaxed: stops only share the run's time, counted in coarse units in the run's favour, and its load; a stop
/// takes its service and the shortest way to it from anywhere; windows and shelf life are left out.
struct SharedRun: Sendable {
  private struct Stop: Sendable {
    let site: Int
    /// Number of its set of goods.
    let goods: Int
    /// Units of time that it takes.
    let time: Int
    /// What the way there costs at least: in units, and besides in yuan.
    let wayCost: Double
    let wayMoney: Double
  }

  /// Minutes in a unit.
  private static let timeUnit = 5

  private let stops: [Stop]
  private let time: Int
  private let load: Double

  /// - Parameters:
  ///   - sites: The sites that the slot's runs may stop at, one at least.
  ///   - sets: Sets of goods known so far; new ones are added.
  init(_ slot: Int, _ sites: [Int], _ scenario: Scenario, sets: inout [[Int]]) {
    let delivery = scenario.delivery
    let vehicle = delivery.vehicles[delivery.slots[slot].vehicle]
    let depot = delivery.sites.count + delivery.slots[slot].vehicle
    stops = sites.map { index in
      let site = delivery.sites[index]
      let others = [depot] + sites.filter { $0 != index }
      let way = others.map { delivery.travelMinutes[$0][index] }.min() ?? 0
      let metres = others.map { delivery.travelMetres[$0][index] }.min() ?? 0
      return Stop(
        site: index, goods: sets.number(of: site.allowedGoods), time: (site.serviceMinutes + way) / Self.timeUnit,
        wayCost: Double(metres) * scenario.weights.metre.units, wayMoney: Double(metres) * vehicle.costPerMetre.yuan)
    }
    let home = sites.map { delivery.travelMinutes[$0][depot] }.min() ?? 0
    time = max(0, delivery.slots[slot].interval.length - home) / Self.timeUnit
    load = Double(vehicle.capacity)
  }

  /// At least what the run earns that earns most; the arguments are those of `RunList.best`.
  func best(offers: [[RunList.KitOffer]], most: [Double], visit: [Double], yuan: Double) -> RunList.Best {
    let run = RunKnapsack(
      stops.map { stop in
        RunKnapsack.Offer(
          time: stop.time, worth: visit[stop.site] - stop.wayCost - stop.wayMoney * yuan,
          kits: min(load, most[stop.site]), each: max(0, offers[stop.goods][stop.site].worth))
      }, time: time, load: load)
    var best = RunList.Best(worth: run.worth)
    for (stop, kits) in run.stops {
      let stop = stops[stop]
      best.stops.append((stop.site, offers[stop.goods][stop.site].goods, kits))
      best.money += stop.wayMoney
    }
    return best
  }
}

extension [[Int]] {
  /// The number of the set, added where it is new.
  mutating func number(of set: [Int]) -> Int {
    if let known = firstIndex(of: set) { return known }
    append(set)
    return count - 1
  }
}
