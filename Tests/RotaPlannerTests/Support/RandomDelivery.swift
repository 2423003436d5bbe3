@testable import RotaPlanner

extension RandomScenario {
  mutating func delivery() -> Delivery {
    let goods = (0..<random.int(1...2)).map { goodsItem($0) }
    let sites = (0..<random.int(1...3)).map { site($0, goods: goods) }
    let vehicles = (0..<random.int(1...2)).map { index in
      Vehicle.fixture(
        "v\(index)", capacity: random.int(1...6), costPerMetre: Money(milliFen: random.pick([0, 100])))
    }
    let minutes = legs(sites.count + vehicles.count) { $0.int(0...4) * 5 }
    let metres = legs(sites.count + vehicles.count) { $0.int(1...9) * 300 }
    return .fixture(
      sites: sites, goods: goods, vehicles: vehicles, slots: deliverySlots(vehicles: vehicles.count),
      crewSize: random.pick([1, 2, 2]), driverSkill: random.chance(40) ? "drive" : nil,
      depotTravelMinutes: random.pick([0, 30, 60]), travelMinutes: minutes, travelMetres: metres)
  }

  private mutating func goodsItem(_ index: Int) -> Goods {
    .fixture(
      "k\(index)", stock: random.int(1...5), unitCost: Money(milliFen: random.int(0...3) * 500_000),
      shelfMinutes: random.chance(30) ? random.int(1...4) * 15 : nil, hasAlcohol: index == 1 && random.chance(50))
  }

  /// Alcohol goes to no rider.
  private mutating func site(_ index: Int, goods: [Goods]) -> Site {
    let trade = random.pick(["sanitation", "rider", "construction"])
    let people = random.int(1...3)
    let windows = everyDay(first: random.int(0...1), count: random.int(1...4))
    return .fixture(
      "d\(index)", trade: trade, people: people, servedBefore: random.chance(30) ? random.int(0...people) : 0,
      rounds: random.chance(30) ? 2 : 1, windows: windows, serviceMinutes: random.pick([10, 20, 30]),
      hasIndoorRest: random.chance(60),
      allowedGoods: goods.indices.filter { !(goods[$0].hasAlcohol && trade == "rider") },
      firstKitWeight: Score(micro: random.int(2...6) * 500_000),
      secondKitWeight: Score(micro: random.int(0...2) * 500_000))
  }

  private mutating func legs(_ points: Int, _ length: (inout SeededGenerator) -> Int) -> [[Int]] {
    (0..<points).map { from in (0..<points).map { from == $0 ? 0 : length(&random) } }
  }

  /// At most one slot a vehicle and day, at most two days.
  private mutating func deliverySlots(vehicles: Int) -> [DeliverySlot] {
    var slots: [DeliverySlot] = []
    for vehicle in 0..<vehicles {
      for day in random.distinct(random.int(1...2), below: days) {
        guard let interval = span(day: day, first: random.int(0...2), count: random.int(1...2)) else { continue }
        slots.append(DeliverySlot(vehicle: vehicle, day: day, interval: interval))
      }
    }
    return slots.sorted { ($0.interval.start, $0.vehicle) < ($1.interval.start, $1.vehicle) }
  }
}
