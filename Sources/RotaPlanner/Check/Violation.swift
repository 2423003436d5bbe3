/// Whom or what a violation concerns, as indices into the scenario; nil where it does not apply.
struct ViolationSubject: Hashable, Sendable {
  /// Index into `Scenario.staff`.
  let staff: Int?
  /// Index into `Scenario.stations`.
  let station: Int?
  /// Index into `Delivery.slots`.
  let deliverySlot: Int?
  /// Index into `Delivery.sites`.
  let site: Int?
  /// Index into `Delivery.goods`.
  let goods: Int?
  /// Index into `DerivedDemand.items`.
  let item: Int?
  /// Index into `Scenario.pins`.
  let pin: Int?
  /// A skill that is missing.
  let skill: String?

  /// Names what is concerned; leave out what is not.
  init(
    staff: Int? = nil, station: Int? = nil, deliverySlot: Int? = nil, site: Int? = nil, goods: Int? = nil,
    item: Int? = nil, pin: Int? = nil, skill: String? = nil
  ) {
    self.staff = staff
    self.station = station
    self.deliverySlot = deliverySlot
    self.site = site
    self.goods = goods
    self.item = item
    self.pin = pin
    self.skill = skill
  }
}

/// A hard rule that a plan breaks. Numbers count what `ViolationKind.unit` says.
struct Violation: Hashable, Sendable {
  /// The clause that is broken.
  let kind: ViolationKind
  /// Whom or what it concerns.
  let subject: ViolationSubject
  /// When, on the horizon's clock, end not included; nil where no time is meant.
  let interval: Interval?
  /// What the plan has.
  let measured: Int
  /// The limit.
  let allowed: Int
  /// How far the plan is beyond the limit, at least 1.
  let amount: Int

  /// The rule that is broken.
  var rule: Rule { kind.rule }

  /// A breach of `amount`; by default the distance between what is measured and what is allowed.
  init(
    _ kind: ViolationKind, _ subject: ViolationSubject = ViolationSubject(), at interval: Interval? = nil,
    measured: Int, allowed: Int, amount: Int? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.interval = interval
    self.measured = measured
    self.allowed = allowed
    self.amount = amount ?? max(1, abs(Bounded.sum(measured, -allowed)))
  }
}
