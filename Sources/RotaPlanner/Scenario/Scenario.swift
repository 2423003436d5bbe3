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
  public let contracts: [Contract]
  /// Staff in table order.
  public let staff: [StaffMember]
  /// Patterns in table order.
  public let shiftPatterns: [ShiftPattern]
  /// Worker groups in table order.
  public let workerGroups: [WorkerGroup]
  /// Visits typed by hand.
  public let visitTable: [VisitTableRow]
  /// Forecast and heat rules.
  public let heat: Heat
  /// Deliveries; `Delivery.none` without.
  public let delivery: Delivery
  /// Pins in table order.
  public let pins: [Pin]
  /// Prices.
  public let weights: Weights
  /// Fair shares.
  public let fairness: Fairness
  /// Most money that the plan may spend in all (R25); nil: no cap.
  public let budget: Money?
  /// Travel minutes of staff from station to station, `[from][to]`; 0 on the diagonal.
  public let staffTravelMinutes: [[Minutes]]
  /// Checksum of the files it was read from, hexadecimal; plans name it.
  public let fingerprint: String

  /// The contract of staff member `staff`.
  public func contract(of staff: Int) -> Contract { contracts[self.staff[staff].contract] }
}
