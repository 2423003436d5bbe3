/// What a variant does to the set of plans there are, where the numbers themselves show it.
public enum VariantEffect: Hashable, Sendable {
  /// Every plan of the variant is one of the base too, at the same price: it can only be worse, or as good.
  case takesAway
  /// Every plan of the base is one of the variant too, at the same price: it can only be better, or as good.
  case gives
  /// Neither is known.
  case other

  /// Compares a scenario with what a variant made of it.
  public init(from base: Scenario, to changed: Scenario) {
    self = changed.onlyTakesAway(from: base) ? .takesAway : base.onlyTakesAway(from: changed) ? .gives : .other
  }
}

extension Scenario {
  /// Whether nothing differs from `base` but that people without guaranteed hours are away more, more is pinned, or there is less money. None of these is in a
  /// term of the objective (docs/model.md section 5), so they take plans away and leave the price of the others alone.
  fileprivate func onlyTakesAway(from base: Scenario) -> Bool {
    let pinned = Set(pins.map(\.demand))
    return isPricedLike(base) && base.pins.allSatisfy { pinned.contains($0.demand) } && budget.isWithin(base.budget)
      && staff.count == base.staff.count && zip(staff, base.staff).allSatisfy { $0.isAtMostAvailable(like: $1) }
  }

  /// Whether nothing differs but what `onlyTakesAway` looks at, and what no term reads.
  private func isPricedLike(_ other: Scenario) -> Bool {
    var like = self
    like.name = other.name
    like.staff = other.staff
    like.pins = other.pins
    like.budget = other.budget
    like.fingerprint = other.fingerprint
    return like == other
  }
}

extension Money? {
  /// Whether a cap of this much (nil: none) allows no more than `other`.
  fileprivate func isWithin(_ other: Money?) -> Bool {
    guard let other else { return true }
    return self.map { $0 <= other } ?? false
  }
}

extension StaffMember {
  /// Whether absences make no difference to the price: nothing is guaranteed that they could lower, and no visits count.
  private func isPricedWith(_ other: StaffMember) -> Bool {
    guaranteedWeekMinutes == 0 && absence.antenatal.isEmpty && other.absence.antenatal.isEmpty
  }

  fileprivate func isAtMostAvailable(like other: StaffMember) -> Bool {
    var like = self
    like.available = other.available
    if isPricedWith(other) { like.absence = other.absence }
    return like == other && available.subtracting(other.available).isEmpty
  }
}
