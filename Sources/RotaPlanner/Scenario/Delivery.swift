/// The summer-cooling programme: who gets kits, what there is, and what drives.
public struct Delivery: Hashable, Sendable {
  /// Sites in table order.
  public internal(set) var sites: [Site]
  /// Goods in table order.
  var goods: [Goods]
  /// Vehicles in table order.
  var vehicles: [Vehicle]
  /// Every delivery slot: one vehicle, one day, one window, in order of start, then vehicle.
  var slots: [DeliverySlot]
  /// Staff in a crew (2).
  var crewSize: Int
  /// Skill that at least one of a crew must hold; nil: none.
  var driverSkill: String?
  /// Travel minutes between a depot and the stations, for duties that mix both.
  var depotTravelMinutes: Minutes
  /// Travel between sites: `travel[from][to]` in minutes, index `sites.count + vehicle` is that vehicle's depot.
  var travelMinutes: [[Minutes]]
  /// The same legs in metres.
  var travelMetres: [[Int]]
  /// Trades with sites, sorted; O5 counts those not reached.
  var trades: [String]

  /// No deliveries.
  public static let none = Delivery(
    sites: [], goods: [], vehicles: [], slots: [], crewSize: 2, driverSkill: nil, depotTravelMinutes: 0,
    travelMinutes: [], travelMetres: [], trades: [])
}

/// A work site that receives kits.
public struct Site: Hashable, Sendable {
  /// Short id, unique among sites.
  public internal(set) var id: String
  /// Unit's name.
  public internal(set) var name: String
  /// Contact for the run sheet.
  var contact: String
  /// Trade of the people there.
  var trade: String
  /// Recipients.
  public internal(set) var people: Int
  /// Recipients who had a first kit before the horizon.
  var servedBefore: Int
  /// Kits per recipient that are wanted, 1 or 2.
  var rounds: Int
  /// When a stop may be served, over the whole horizon, normalised; deadline and earliest day already applied.
  var windows: [Interval]
  /// Minutes of service at a stop.
  var serviceMinutes: Minutes
  /// Whether there is an indoor place to rest.
  var hasIndoorRest: Bool
  /// Whether its people may get nothing with alcohol.
  var isAlcoholFree: Bool
  /// Indices of the goods that may be given here (alcohol rules applied), sorted.
  var allowedGoods: [Int]
  /// Price of a recipient without a first kit.
  var firstKitWeight: Score
  /// Price of a recipient without a second kit; never above the first.
  var secondKitWeight: Score

  /// First kits still to give.
  var firstNeed: Int { people - servedBefore }
  /// Second kits wanted.
  var secondNeed: Int { people * (rounds - 1) }
}

/// One kind of kit.
struct Goods: Hashable, Sendable {
  /// Short id.
  var id: String
  /// Name for the run sheet.
  var name: String
  /// Kits in stock for the horizon.
  var stock: Int
  /// Cost of one.
  var unitCost: Money
  /// Longest time from the start of the delivery slot to the arrival at a stop; nil: keeps.
  var shelfMinutes: Minutes?
  /// Contains alcohol: never to drivers, riders or people who work at height or with machines.
  var hasAlcohol: Bool
}

/// A van or cargo bike.
struct Vehicle: Hashable, Sendable {
  /// Short id.
  var id: String
  /// Name for the run sheet.
  var name: String
  /// Kits it holds in one run.
  var capacity: Int
  /// Cost of one metre.
  var costPerMetre: Money
}

/// One chance to send a vehicle out: at most one run fits in it, and its crew is on duty for all of it.
struct DeliverySlot: Hashable, Sendable {
  /// Index into `Delivery.vehicles`.
  var vehicle: Int
  /// Day of the horizon.
  var day: Int
  /// From leaving the depot to being back, on the slot grid.
  var interval: Interval
}
