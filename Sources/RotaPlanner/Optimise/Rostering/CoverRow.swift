/// What `n` units of shortage or surplus on one cover row cost; convex in `n`.
enum CoverPenalty: Sendable, Hashable {
  /// `weight * n`.
  case linear(Int)
  /// `weight * n * n`.
  case quadratic(Int)

  /// The cost of `units` units (0 when there are none), in objective units.
  func cost(of units: Int) -> Int {
    guard units > 0 else { return 0 }
    switch self {
    case .linear(let weight): return weight * units
    case .quadratic(let weight): return weight * units * units
    }
  }

  /// What the `unit`-th unit (1 first) adds, in objective units.
  func marginal(_ unit: Int) -> Int { cost(of: unit) - cost(of: unit - 1) }

  /// Whether every unit costs the same.
  var isLinear: Bool {
    if case .linear = self { return true }
    return false
  }
}

/// One thing that wants staff: `least...most` people cost nothing, fewer or more are priced.
struct CoverRow: Sendable, Hashable {
  /// Fewest people without a shortage.
  var least: Int
  /// Most people without a surplus; never below `least`.
  var most: Int
  /// Price of each missing person.
  var under: CoverPenalty
  /// Price of each surplus person.
  var over: CoverPenalty

  /// A row that wants `least...most` people.
  init(least: Int, most: Int, under: CoverPenalty, over: CoverPenalty) {
    self.least = least
    self.most = max(least, most)
    self.under = under
    self.over = over
  }

  /// The cost of `cover` people on this row, in objective units.
  func cost(ofCover cover: Int) -> Int {
    under.cost(of: least - cover) + over.cost(of: cover - most)
  }

  /// Whether one number is wanted and every unit beside it costs the same.
  var isPlain: Bool { under.isLinear && over.isLinear && least == most }
}
