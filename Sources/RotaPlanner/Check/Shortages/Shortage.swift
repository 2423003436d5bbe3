/// Why something wanted is not met. A reason is stated only where it is certain with all else in the plan as it is;
/// otherwise it is `otherChoices`. In the order in which they are looked for.
enum ShortageReason: String, CaseIterable, Comparable, Sendable {
  /// The host building is not open then, so nothing can be.
  case outsideHostHours
  /// Too far to walk there, stay and walk back in the break.
  case outOfReach
  /// A pin closes the station.
  case pinnedClosed
  /// Too few people may serve there at all.
  case nobodyAllowed
  /// Too few of those who may are available then.
  case nobodyAvailable
  /// Of those who are available nobody has a skill that is needed.
  case nobodySkilled
  /// Too few of those are not on duty already.
  case allOnDuty
  /// Those who are free then are at a limit of duty length, span, rest, week or days in a row.
  case allAtLimit
  /// The seats are full.
  case seatsFull
  /// Those present, or self-service, can serve no more.
  case serviceRateFull
  /// No goods in stock that may be given there.
  case noStock
  /// No delivery slot in which the site could be served.
  case noVehicleSlot
  /// Heat forbids the runs that could reach the site.
  case heat
  /// Every delivery slot that could reach the site has its run already.
  case slotsTaken
  /// Second kits wait until everybody has a first.
  case firstKitsFirst
  /// The budget does not allow it.
  case budget
  /// No single limit was found; it competes with other needs, or several limits together stand against it.
  case otherChoices

  /// The order of the cases.
  static func < (left: ShortageReason, right: ShortageReason) -> Bool {
    ShortageReason.allCases.firstIndex(of: left)! < ShortageReason.allCases.firstIndex(of: right)!
  }
}

/// Something wanted and not met: priced, never an error.
public struct Shortage: Hashable, Sendable {
  /// What an unmet wish concerns.
  enum Subject: Hashable, Sendable {
    /// Station (index), of which the opening is missing.
    case station(Int)
    /// Demand item (index), of which visits are missing.
    case item(Int)
    /// Site (index), of which kits are missing.
    case site(Int)
    /// Trade that no kit has reached.
    case trade(String)
  }
  /// Which term prices it: promises, refuge, visits, kits or trades.
  public let term: ObjectiveTerm
  /// What is concerned.
  let subject: Subject
  /// When it is wanted, on the horizon's clock; nil: any time.
  let interval: Interval?
  /// How much is wanted: minutes (O1, O2), visits (O3), kits (O4), 1 (O5).
  public let wanted: Int
  /// How much of it is missing.
  public let missing: Int
  /// The price.
  let price: Score
  /// Why.
  let reason: ShortageReason
  /// Whether the reason holds for every way to meet it; otherwise it is that of most ways.
  let isOnlyReason: Bool
}
