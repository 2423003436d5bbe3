/// Everything that a plan is made from, checked: a scenario that exists is valid.
///
/// References between parts are indices into the arrays here. See docs/model.md for the meaning of each number.
public struct Scenario: Hashable, Sendable {
  /// Name for headings.
  public let name: String
  /// What days, in what slots.
  public let horizon: Horizon
  /// Stations in table order.
  public let stations: [Station]
  /// Staff contracts that are in use, sorted by id; after them what the protection of single people made of one of these, under its id.
  let contracts: [Contract]
  /// Staff in table order.
  public let staff: [StaffMember]
  /// Patterns in table order.
  let shiftPatterns: [ShiftPattern]
  /// Worker groups in table order.
  public let workerGroups: [WorkerGroup]
  /// Visits typed by hand.
  let visitTable: [VisitTableRow]
  /// Forecast and heat rules.
  let heat: Heat
  /// Deliveries; `Delivery.none` without.
  public let delivery: Delivery
  /// Pins in table order.
  public let pins: [Pin]
  /// Prices.
  let weights: Weights
  /// Fair shares.
  let fairness: Fairness
  /// Most money that the plan may spend in all (R25); nil: no cap.
  let budget: Money?
  /// Travel minutes of staff from station to station, `[from][to]`; 0 on the diagonal.
  let staffTravelMinutes: [[Minutes]]
  /// Checksum of the files it was read from, hexadecimal; plans name it.
  let fingerprint: String

  /// The contract of staff member `staff`.
  func contract(of staff: Int) -> Contract { contracts[self.staff[staff].contract] }
}
