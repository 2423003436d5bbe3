/// What the checker finds in a plan.
public struct CheckReport: Hashable, Sendable {
  /// Hard rules broken, by rule, clause, then subject and time; empty for a lawful plan.
  let violations: [Violation]
  /// What is wanted and not met, by objective term (O1 to O5), then subject and time.
  public let shortages: [Shortage]
  /// The objective by term.
  public let objective: Objective
  /// What the plan spends.
  let money: MoneyByKind
  /// Hours per staff member, by index.
  let hours: [StaffHours]
  /// Burdens per staff member and class, `[staff][BurdenClass.rawValue]`.
  let burdens: [[BurdenShare]]
  /// What happens at each station in each slot, `[station][slot]`.
  let coverage: [[SlotCoverage]]
  /// Visits served by ways that the items offer.
  let visitsServed: Int
  /// Visits wanted.
  let visitsWanted: Int

  /// Whether no hard rule is broken.
  public var isLawful: Bool { violations.isEmpty }
}

/// The plan's money by kind (docs/model.md section 6).
struct MoneyByKind: Hashable, Sendable {
  /// Pay of duties, without overtime.
  let pay: Money
  /// Overtime pay.
  let overtime: Money
  /// Opening of stations.
  let stations: Money
  /// Kits.
  let kits: Money
  /// Driving.
  let runs: Money

  /// All of it.
  var total: Money { pay + overtime + stations + kits + runs }
}

/// Minutes of one staff member in the horizon; a duty counts where it starts.
struct StaffHours: Hashable, Sendable {
  /// Paid minutes of all duties.
  let paidMinutes: Minutes
  /// Those that are overtime (R14), without what the ledger alone makes.
  let overtimeMinutes: Minutes
  /// Minutes of work inside the contract's night.
  let nightMinutes: Minutes
  /// Paid minutes of duties that start on a weekend day.
  let weekendMinutes: Minutes
  /// Paid minutes of duties that start on a statutory holiday.
  let holidayMinutes: Minutes
  /// Duties.
  let duties: Int

  /// Paid minutes that are no overtime.
  var normalMinutes: Minutes { paidMinutes - overtimeMinutes }
}

/// One burden class of one staff member (O6).
struct BurdenShare: Hashable, Sendable {
  /// Points of this plan.
  let points: Int
  /// Points that the ledger brings.
  let before: Int
  /// Points allowed in this plan before they are priced.
  let allowance: Int

  /// Points that are priced.
  var excess: Int { max(0, points - allowance) }
}

/// One station in one slot.
struct SlotCoverage: Hashable, Sendable {
  /// What the plan says.
  let opening: Opening
  /// Staff present.
  let staff: Int
  /// Minutes of the slot that are promised.
  let promisedMinutes: Minutes
  /// Visits that arrive.
  let arrivals: Int
  /// Most arrivals that can be served (R22).
  let arrivalCapacity: Int
  /// Minutes of seats that visits take.
  let seatMinutes: Int
  /// Most minutes of seats (R21).
  let seatCapacity: Int
}
