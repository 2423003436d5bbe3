/// Whether the pins of a scenario clash with the law, and which.
public struct ClashReport: Sendable {
  /// What is known of all pins together.
  public enum Verdict: Hashable, Sendable {
    /// A lawful plan keeps all of them.
    case noClash
    /// Proved: no lawful plan keeps all of them.
    case clash
    /// Neither was proved within the limits.
    case unknown
  }

  /// What is known of all pins together.
  public let verdict: Verdict
  /// Pins that cannot hold together; no pin is in two of them. When each loses a pin, others may still clash only where
  /// `isComplete` is false.
  let clashes: [PinClash]
  /// Whether the pins outside all `clashes` can hold together.
  let isComplete: Bool
}

/// A few pins that cannot hold together with the law.
struct PinClash: Hashable, Sendable {
  /// How much is proved of it.
  enum Proof: String, Hashable, Sendable {
    /// No fewer of the scenario's pins clash, those of clashes reported before this one set aside.
    case smallest
    /// Without any one of its pins the others can hold.
    case irreducible
    /// It clashes; whether fewer of its pins would is not known.
    case conflict
  }

  /// Positions in `Scenario.pins`, rising; empty when not even the plan without any duty is lawful (R28).
  let pins: [Int]
  /// How much is proved.
  let proof: Proof
  /// What stands in the way; each holds by itself. Empty when no single rule does.
  let reasons: [ClashReason]
  /// What would resolve this clash.
  let remedies: [ClashRemedy]
}

/// A proved reason why pins cannot hold.
enum ClashReason: Hashable, Sendable {
  /// The host is closed at some time of the pin (R04).
  case hostClosed(pin: Int, station: Int, Interval)
  /// The person may not serve there (R03).
  case notAllowed(pin: Int, staff: Int, station: Int)
  /// The person may not deliver (R03).
  case mayNotDeliver(pin: Int, staff: Int)
  /// The person is not available at these times, the first ones (R02).
  case notAvailable(pin: Int, staff: Int, Interval)
  /// More people than the station may have (R18).
  case aboveMaximum(pin: Int, station: Int, wanted: Int, most: Int)
  /// Fewer people, or fewer with this skill, can be there than the pin or the station's own minimum needs, at this time; `elsewhere` are
  /// those whom other pins of the clash keep away (R02, R03, R18).
  case tooFew(
    pin: Int, station: Int, Interval, skill: String?, wanted: Int, able: [Int], elsewhere: [Int])
  /// Two pins want the person at two places at once (R01, R07).
  case twoPlaces(pin: Int, other: Int, staff: Int)
  /// Between two pins of the person lies less than the daily rest (R10).
  case dailyRest(pin: Int, other: Int, staff: Int, between: Minutes, wanted: Minutes)
  /// Two pins are closer in time than the way between their places (R07).
  case travel(pin: Int, other: Int, staff: Int, between: Minutes, wanted: Minutes)
  /// Two pins are too far apart for one duty, and both duties would start on this day (R01, R08).
  case oneDuty(pin: Int, other: Int, staff: Int, day: Int)
  /// One pin wants the person on duty, the other off, at the same time (R29).
  case offAndOn(pin: Int, off: Int, staff: Int)
  /// One pin closes the station while the other wants it staffed (R29).
  case closedAndStaffed(pin: Int, closed: Int, station: Int)
  /// More kits than the site's people may get (R26).
  case aboveNeed(pin: Int, site: Int, wanted: Int, most: Int)
  /// No delivery slot lies on the day of the pin (R23).
  case noDelivery(pin: Int, day: Int)
  /// No delivery slot of the day allows a stop at the site: by the times of the run (R24), its goods (R25) or the heat (R27).
  case noStop(pin: Int, site: Int, day: Int, Rule)
  /// The pins could hold if this one rule were not there.
  case rule(Rule)
}

/// A change after which the pins of the clash can hold.
enum ClashRemedy: Hashable, Sendable {
  /// Leave this pin out; `resolvesAll` when the whole scenario then has a plan.
  case drop(pin: Int, resolvesAll: Bool)
  /// Ask for at most this many people or kits.
  case lower(pin: Int, to: Int)
}
