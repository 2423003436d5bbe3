/// The most that the stops of one run can earn when they share its time and its load.
///
/// The load is priced away (Lagrangian relaxation), the time is kept by a dynamic program; the price is found by bisection, and any price
/// gives an upper bound. Complexity: O(S T) for S stops and T units of time, times the number of prices.
struct RunKnapsack {
  /// One stop: units of time, what stopping earns, most kits, and what each kit earns.
  struct Offer {
    let time: Int
    let worth: Double
    let kits: Double
    let each: Double
  }

  /// An upper bound on what the best run earns; 0 or more.
  private(set) var worth = Double.infinity
  /// The stops of the set that gives it, with their kits.
  private(set) var stops: [(stop: Int, kits: Double)] = []
  private static let prices = 8

  init(_ offers: [Offer], time: Int, load: Double) {
    var (low, high) = (0.0, offers.map(\.each).max() ?? 0)
    var price = 0.0
    for _ in 0...Self.prices {
      let (value, chosen) = RunKnapsack.best(offers, time: time, price: price)
      let kits = chosen.filter { offers[$0].each > price }.map { (stop: $0, kits: offers[$0].kits) }
      if value + price * load < worth {
        worth = value + price * load
        let others = chosen.filter { offers[$0].each <= price }.map { (stop: $0, kits: 0.0) }
        stops = kits + others
      }
      let isOver = kits.reduce(0) { $0 + $1.kits } > load
      if price == 0 && !isOver { return }
      if isOver { low = price } else { high = price }
      price = (low + high) / 2
    }
  }

  private static func best(_ offers: [Offer], time: Int, price: Double) -> (value: Double, chosen: [Int]) {
    var values = [Double](repeating: 0, count: time + 1)
    var isTaken = [Bool](repeating: false, count: offers.count * (time + 1))
    for (number, offer) in offers.enumerated() {
      let worth = offer.worth + max(0, offer.each - price) * offer.kits
      guard worth > 0, offer.time <= time else { continue }
      for spent in (offer.time...time).reversed() where values[spent - offer.time] + worth > values[spent] {
        values[spent] = values[spent - offer.time] + worth
        isTaken[number * (time + 1) + spent] = true
      }
    }
    var chosen: [Int] = []
    var left = time
    for number in offers.indices.reversed() where isTaken[number * (time + 1) + left] {
      chosen.append(number)
      left -= offers[number].time
    }
    return (values[time], chosen)
  }
}
