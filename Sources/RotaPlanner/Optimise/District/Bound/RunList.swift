/// The stop sequences of a delivery slot worth having, in one list, and the best of them when kits, trades and money have prices.
///
/// Exact but for two things: stock is shared by all runs and has a price instead, and a stop need not hand out anything.
/// Complexity: O(S K) for S sequences of K stops.
struct RunList: Sendable {
  /// What a kit at each site earns, by set of goods, and which kit that is.
  struct KitOffer {
    var worth = 0.0
    var goods = 0
  }

  /// A sequence with its kits.
  struct Best {
    /// In units; the worth of no run is 0.
    var worth = -Double.infinity
    var money = 0.0
    var stops: [(site: Int, goods: Int, kits: Double)] = []
  }

  /// One stop: the site, and the number of its set of goods.
  private struct Stop: Sendable {
    let site: Int
    let goods: Int
  }

  /// First stop of each sequence, and the end of the last one's.
  private var firsts = [0]
  private var stops: [Stop] = []
  /// What the way of each sequence costs: in units, and besides in yuan.
  private var wayCost: [Double] = []
  private var wayMoney: [Double] = []
  private let load: Double

  /// - Parameter sets: Sets of goods known so far; new ones are added.
  init(_ sequences: [StopSequence], slot: Int, _ scenario: Scenario, sets: inout [[Int]]) {
    let delivery = scenario.delivery
    let vehicle = delivery.vehicles[delivery.slots[slot].vehicle]
    load = Double(vehicle.capacity)
    for sequence in sequences {
      for (stop, site) in sequence.sites.enumerated() {
        stops.append(Stop(site: site, goods: sets.number(of: sequence.goods(atStop: stop, of: delivery))))
      }
      firsts.append(stops.count)
      wayCost.append(Double(sequence.metres) * scenario.weights.metre.units)
      wayMoney.append(Double(sequence.metres) * vehicle.costPerMetre.yuan)
    }
  }

  /// The sequence that earns most.
  /// - Parameters:
  ///   - offers: The best kit by set of goods and site, `[set][site]`.
  ///   - most: Most kits by site.
  ///   - visit: What a stop earns by itself, by site.
  ///   - yuan: Units that a yuan costs.
  func best(offers: [[KitOffer]], most: [Double], visit: [Double], yuan: Double) -> Best {
    var best = Best()
    var chosen = 0
    var order: [(worth: Double, kits: Double)] = []
    for number in wayCost.indices {
      var worth = -wayCost[number] - wayMoney[number] * yuan
      order.removeAll(keepingCapacity: true)
      for stop in stops[firsts[number]..<firsts[number + 1]] {
        worth += visit[stop.site]
        let each = offers[stop.goods][stop.site].worth
        if each > 0 { order.append((each, most[stop.site])) }
      }
      worth += loaded(&order)
      if worth > best.worth { (best.worth, chosen) = (worth, number) }
    }
    if best.worth > -.infinity { read(chosen, offers, most, &best) }
    return best
  }

  /// The most that the load earns.
  private func loaded(_ order: inout [(worth: Double, kits: Double)]) -> Double {
    var (worth, kits) = (0.0, 0.0)
    for offer in order {
      worth += offer.worth * offer.kits
      kits += offer.kits
    }
    if kits <= load { return worth }
    order.sort { $0.worth > $1.worth }
    var room = load
    worth = 0
    for offer in order {
      let count = min(room, offer.kits)
      worth += count * offer.worth
      room -= count
    }
    return worth
  }

  private func read(_ number: Int, _ offers: [[KitOffer]], _ most: [Double], _ best: inout Best) {
    best.money = wayMoney[number]
    let own = stops[firsts[number]..<firsts[number + 1]]
    var room = load
    for stop in own.sorted(by: { offers[$0.goods][$0.site].worth > offers[$1.goods][$1.site].worth }) {
      let offer = offers[stop.goods][stop.site]
      let count = offer.worth > 0 ? min(room, most[stop.site]) : 0
      room -= count
      best.stops.append((stop.site, offer.goods, count))
    }
  }
}
