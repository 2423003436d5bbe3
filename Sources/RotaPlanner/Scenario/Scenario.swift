/// Everything that a plan is made from, checked: a scenario that exists is valid.
///
/// References between parts are indices into the arrays here. See docs/model.md for the meaning of each number.
public struct Scenario: Hashable, Sendable {
  /// Name for headings.
  public internal(set) var name: String
  /// What days, in what slots.
  public internal(set) var horizon: Horizon
  /// Stations in table order.
  public internal(set) var stations: [Station]
  /// Staff contracts that are in use, sorted by id; after them what the protection of single people made of one of these, under its id.
  var contracts: [Contract]
  /// Staff in table order.
  public internal(set) var staff: [StaffMember]
  /// Patterns in table order.
  var shiftPatterns: [ShiftPattern]
  /// Worker groups in table order.
  public internal(set) var workerGroups: [WorkerGroup]
  /// Visits typed by hand.
  var visitTable: [VisitTableRow]
  /// Forecast and heat rules.
  var heat: Heat
  /// Deliveries; `Delivery.none` without.
  public internal(set) var delivery: Delivery
  /// Pins in table order.
  public internal(set) var pins: [Pin]
  /// Prices.
  var weights: Weights
  /// Fair shares.
  var fairness: Fairness
  /// Most money that the plan may spend in all (R25); nil: no cap.
  var budget: Money?
  /// Travel minutes of staff from station to station, `[from][to]`; 0 on the diagonal.
  var staffTravelMinutes: [[Minutes]]
  /// Checksum of the files it was read from, hexadecimal; plans name it.
  var fingerprint: String

  /// The contract of staff member `staff`.
  func contract(of staff: Int) -> Contract { contracts[self.staff[staff].contract] }
}
