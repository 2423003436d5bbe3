/// The summer-cooling programme: who gets kits, what there is, and what drives.
public struct Delivery: Hashable, Sendable {
  /// Sites in table order.
  public let sites: [Site]
  /// Goods in table order.
  let goods: [Goods]
  /// Vehicles in table order.
  let vehicles: [Vehicle]
  /// Every delivery slot: one vehicle, one day, one window, in order of start, then vehicle.
  let slots: [DeliverySlot]
  /// Staff in a crew (2).
  let crewSize: Int
  /// Skill that at least one of a crew must hold; nil: none.
  let driverSkill: String?
  /// Travel minutes between a depot and the stations, for duties that mix both.
  let depotTravelMinutes: Minutes
  /// Travel between sites: `travel[from][to]` in minutes, index `sites.count + vehicle` is that vehicle's depot.
  let travelMinutes: [[Minutes]]
  /// The same legs in metres.
  let travelMetres: [[Int]]
  /// Trades with sites, sorted; O5 counts those not reached.
  let trades: [String]

  /// No deliveries.
  public static let none = Delivery(
    sites: [], goods: [], vehicles: [], slots: [], crewSize: 2, driverSkill: nil, depotTravelMinutes: 0,
    travelMinutes: [], travelMetres: [], trades: [])
}

/// A work site that receives kits.
public struct Site: Hashable, Sendable {
  /// Short id, unique among sites.
  public let id: String
  /// Unit's name.
  public let name: String
  /// Contact for the run sheet.
  let contact: String
  /// Trade of the people there.
  let trade: String
  /// Recipients.
  public let people: Int
  /// Recipients who had a first kit before the horizon.
  let servedBefore: Int
  /// Kits per recipient that are wanted, 1 or 2.
  let rounds: Int
  /// When a stop may be served, over the whole horizon, normalised; deadline and earliest day already applied.
  let windows: [Interval]
  /// Minutes of service at a stop.
  let serviceMinutes: Minutes
  /// Whether there is an indoor place to rest.
  let hasIndoorRest: Bool
  /// Whether its people may get nothing with alcohol.
  let isAlcoholFree: Bool
  /// Indices of the goods that may be given here (alcohol rules applied), sorted.
  let allowedGoods: [Int]
  /// Price of a recipient without a first kit.
  let firstKitWeight: Score
  /// Price of a recipient without a second kit; never above the first.
  let secondKitWeight: Score

  /// First kits still to give.
  var firstNeed: Int { people - servedBefore }
  /// Second kits wanted.
  var secondNeed: Int { people * (rounds - 1) }
}

/// One kind of kit.
struct Goods: Hashable, Sendable {
  /// Short id.
  let id: String
  /// Name for the run sheet.
  let name: String
  /// Kits in stock for the horizon.
  let stock: Int
  /// Cost of one.
  let unitCost: Money
  /// Longest time from the start of the delivery slot to the arrival at a stop; nil: keeps.
  let shelfMinutes: Minutes?
  /// Contains alcohol: never to drivers, riders or people who work at height or with machines.
  let hasAlcohol: Bool
}

/// A van or cargo bike.
struct Vehicle: Hashable, Sendable {
  /// Short id.
  let id: String
  /// Name for the run sheet.
  let name: String
  /// Kits it holds in one run.
  let capacity: Int
  /// Cost of one metre.
  let costPerMetre: Money
}

/// One chance to send a vehicle out: at most one run fits in it, and its crew is on duty for all of it.
struct DeliverySlot: Hashable, Sendable {
  /// Index into `Delivery.vehicles`.
  let vehicle: Int
  /// Day of the horizon.
  let day: Int
  /// From leaving the depot to being back, on the slot grid.
  let interval: Interval
}
