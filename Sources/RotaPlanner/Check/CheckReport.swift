/// What the checker finds in a plan.
public struct CheckReport: Hashable, Sendable {
  /// Hard rules broken, by rule, clause, then subject and time; empty for a lawful plan.
  public let violations: [Violation]
  /// What is wanted and not met, by objective term (O1 to O5), then subject and time.
  public let shortages: [Shortage]
  /// The objective by term.
  public let objective: Objective
  /// What the plan spends.
  public let money: MoneyByKind
  /// Hours per staff member, by index.
  public let hours: [StaffHours]
  /// Burdens per staff member and class, `[staff][BurdenClass.rawValue]`.
  public let burdens: [[BurdenShare]]
  /// What happens at each station in each slot, `[station][slot]`.
  public let coverage: [[SlotCoverage]]
  /// Visits served by ways that the items offer.
  public let visitsServed: Int
  /// Visits wanted.
  public let visitsWanted: Int

  /// Whether no hard rule is broken.
  public var isLawful: Bool { violations.isEmpty }
}

/// The plan's money by kind (docs/model.md section 6).
public struct MoneyByKind: Hashable, Sendable {
  /// Pay of duties, without overtime.
  public let pay: Money
  /// Overtime pay.
  public let overtime: Money
  /// Opening of stations.
  public let stations: Money
  /// Kits.
  public let kits: Money
  /// Driving.
  public let runs: Money

  /// All of it.
  public var total: Money { pay + overtime + stations + kits + runs }
}

/// Minutes of one staff member in the horizon; a duty counts where it starts.
public struct StaffHours: Hashable, Sendable {
  /// Paid minutes of all duties.
  public let paidMinutes: Minutes
  /// Those that are overtime (R14), without what the ledger alone makes.
  public let overtimeMinutes: Minutes
  /// Minutes of work inside the contract's night.
  public let nightMinutes: Minutes
  /// Paid minutes of duties that start on a weekend day.
  public let weekendMinutes: Minutes
  /// Paid minutes of duties that start on a statutory holiday.
  public let holidayMinutes: Minutes
  /// Duties.
  public let duties: Int

  /// Paid minutes that are no overtime.
  public var normalMinutes: Minutes { paidMinutes - overtimeMinutes }
}

/// One burden class of one staff member (O6).
public struct BurdenShare: Hashable, Sendable {
  /// Points of this plan.
  public let points: Int
  /// Points that the ledger brings.
  public let before: Int
  /// Points allowed in this plan before they are priced.
  public let allowance: Int

  /// Points that are priced.
  public var excess: Int { max(0, points - allowance) }
}

/// One station in one slot.
public struct SlotCoverage: Hashable, Sendable {
  /// What the plan says.
  public let opening: Opening
  /// Staff present.
  public let staff: Int
  /// Minutes of the slot that are promised.
  public let promisedMinutes: Minutes
  /// Visits that arrive.
  public let arrivals: Int
  /// Most arrivals that can be served (R22).
  public let arrivalCapacity: Int
  /// Minutes of seats that visits take.
  public let seatMinutes: Int
  /// Most minutes of seats (R21).
  public let seatCapacity: Int
}
