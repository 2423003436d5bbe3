@testable import RotaPlanner

/// Every set of runs for some crews: all orders of stops at their earliest times, all counts of kits.
///
/// Earliest times lose nothing: rules R24, R25 and R27 only ever ask not to be late, and no term of the objective knows the time.
struct BruteForceRuns {
  private let force: BruteForce
  private let delivery: Delivery
  private let options: [[Run]]

  init(_ force: BruteForce) {
    self.force = force
    delivery = force.scenario.delivery
    options = force.scenario.delivery.slots.indices.map { BruteForceRuns.runs(in: $0, force) }
  }

  /// The runs that the crews of these duties can make, a run a slot with a crew; none when a crew has no lawful run.
  func choices(for duties: [Duty]) -> [(runs: [Run], part: BruteForce.Part)] {
    let crewed = delivery.slots.indices.filter { slot in
      duties.contains { $0.segments.contains { $0.place == .run(slot) } }
    }
    var sets: [[Run]] = [[]]
    for slot in crewed { sets = sets.flatMap { set in options[slot].map { set + [$0] } } }
    return sets.filter { runs in
      force.breaches(force.plan(duties: duties, runs: runs), of: [.r23, .r24, .r25, .r26, .r27, .r29]).allSatisfy {
        $0.rule == .r29 && $0.subject.site == nil
      }
    }.map { ($0, force.part(force.plan(runs: $0))) }
  }

  private static func runs(in slot: Int, _ force: BruteForce) -> [Run] {
    let delivery = force.scenario.delivery
    var orders: [[Int]] = [[]]
    var all: [[Int]] = []
    for _ in delivery.sites {
      orders = orders.flatMap { order in
        delivery.sites.indices.filter { !order.contains($0) }.map { order + [$0] }
      }
      all += orders
    }
    return all.flatMap { order -> [Run] in
      var lists: [[[KitCount]]] = [[]]
      for site in order { lists = lists.flatMap { list in kits(at: site, delivery).map { list + [$0] } } }
      return lists.compactMap { run(slot, order, $0, delivery) }
    }.filter { run in
      force.breaches(force.plan(runs: [run]), of: [.r24, .r25, .r27]).isEmpty
    }
  }

  /// The run at its earliest times; nil when a site has no window left.
  private static func run(_ slot: Int, _ order: [Int], _ kits: [[KitCount]], _ delivery: Delivery) -> Run? {
    var time = delivery.slots[slot].interval.start
    var place = delivery.sites.count + delivery.slots[slot].vehicle
    var stops: [Stop] = []
    for (site, kits) in zip(order, kits) {
      let arrival = time + delivery.travelMinutes[place][site]
      let service = delivery.sites[site].serviceMinutes
      let start = delivery.sites[site].windows.map { max($0.start, arrival) }.filter { start in
        delivery.sites[site].windows.contains { $0.contains(Interval(start, start + service)) }
      }.min()
      guard let start else { return nil }
      stops.append(Stop(site: site, arrival: arrival, serviceStart: start, kits: kits))
      (time, place) = (start + service, site)
    }
    return Run(slot: slot, stops: stops)
  }

  /// Every count of every goods that the site may get, as far as stock and need can reach.
  private static func kits(at site: Int, _ delivery: Delivery) -> [[KitCount]] {
    let need = delivery.sites[site].firstNeed + delivery.sites[site].secondNeed
    var lists: [[KitCount]] = [[]]
    for goods in delivery.sites[site].allowedGoods {
      lists = lists.flatMap { list in
        [list] + (1...max(1, min(need, delivery.goods[goods].stock))).map { list + [KitCount(goods: goods, count: $0)] }
      }
    }
    return lists.filter { !$0.isEmpty && $0.reduce(0) { $0 + $1.count } <= need }
  }
}
