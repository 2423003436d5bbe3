@testable import RotaPlanner

extension Site {
  static func fixture(
    _ id: String = "d1", name: String? = nil, contact: String = "", trade: String = "sanitation", people: Int = 10,
    servedBefore: Int = 0, rounds: Int = 1, windows: [Interval] = .daily(8, 18, days: 1),
    serviceMinutes: Minutes = 15, hasIndoorRest: Bool = true, isAlcoholFree: Bool = false, allowedGoods: [Int] = [0],
    firstKitWeight: Score = .units(1), secondKitWeight: Score = .zero
  ) -> Site {
    Site(
      id: id, name: name ?? "Site \(id)", contact: contact, trade: trade, people: people, servedBefore: servedBefore,
      rounds: rounds, windows: windows, serviceMinutes: serviceMinutes, hasIndoorRest: hasIndoorRest,
      isAlcoholFree: isAlcoholFree, allowedGoods: allowedGoods, firstKitWeight: firstKitWeight,
      secondKitWeight: secondKitWeight)
  }
}

extension Goods {
  static func fixture(
    _ id: String = "tea", name: String? = nil, stock: Int = 100, unitCost: Money = .zero,
    shelfMinutes: Minutes? = nil, hasAlcohol: Bool = false
  ) -> Goods {
    Goods(
      id: id, name: name ?? "Goods \(id)", stock: stock, unitCost: unitCost, shelfMinutes: shelfMinutes,
      hasAlcohol: hasAlcohol)
  }
}

extension Vehicle {
  static func fixture(
    _ id: String = "v1", name: String? = nil, capacity: Int = 100, costPerMetre: Money = .zero
  ) -> Vehicle {
    Vehicle(id: id, name: name ?? "Vehicle \(id)", capacity: capacity, costPerMetre: costPerMetre)
  }
}

extension Delivery {
  /// Without tables every leg takes 10 minutes and 2,000 metres.
  static func fixture(
    sites: [Site] = [.fixture()], goods: [Goods] = [.fixture()], vehicles: [Vehicle] = [.fixture()],
    slots: [DeliverySlot] = [DeliverySlot(vehicle: 0, day: 0, interval: .hours(9, 12))], crewSize: Int = 2,
    driverSkill: String? = nil, depotTravelMinutes: Minutes = 30, travelMinutes: [[Minutes]]? = nil,
    travelMetres: [[Int]]? = nil
  ) -> Delivery {
    let points = 0..<(sites.count + vehicles.count)
    func legs(_ length: Int) -> [[Int]] { points.map { from in points.map { from == $0 ? 0 : length } } }
    return Delivery(
      sites: sites, goods: goods, vehicles: vehicles, slots: slots, crewSize: crewSize, driverSkill: driverSkill,
      depotTravelMinutes: depotTravelMinutes, travelMinutes: travelMinutes ?? legs(10),
      travelMetres: travelMetres ?? legs(2000), trades: sites.map(\.trade).sortedUnique())
  }
}

extension [String] {
  fileprivate func sortedUnique() -> [String] {
    sorted().reduce(into: []) { unique, trade in if unique.last != trade { unique.append(trade) } }
  }
}

extension Weights {
  static func fixture(
    promiseHour: Score = .units(10), refugeHour: Score = .units(10), tradeMissed: Score = .units(20),
    burdenPoint: [Score] = .init(repeating: .units(1), count: 4), yuan: Score = Score(micro: 10_000),
    guaranteedHour: Score = .units(1), awayHour: Score = Score(micro: 200_000), metre: Score = Score(micro: 200),
    extraOpening: Score = .zero, brokenDay: Score = .zero
  ) -> Weights {
    Weights(
      promiseHour: promiseHour, refugeHour: refugeHour, tradeMissed: tradeMissed, burdenPoint: burdenPoint,
      yuan: yuan, guaranteedHour: guaranteedHour, awayHour: awayHour, metre: metre,
      extraOpening: extraOpening, brokenDay: brokenDay)
  }
}

extension Fairness {
  static func fixture(
    allowance: [Int] = [1, 1, 1, 1], eveningFrom: Minutes = 19 * 60, earlyBefore: Minutes = 7 * 60
  ) -> Fairness {
    Fairness(allowance: allowance, eveningFrom: eveningFrom, earlyBefore: earlyBefore)
  }
}
