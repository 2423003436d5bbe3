/// One branching decision.
enum BranchDecision: Sendable, Hashable {
  /// The cover of a row lies in a range.
  case cover(row: Int, RowRange)
  /// A total of missing people lies in a range.
  case missing(total: Int, RowRange)
  /// A person has, or has not, a kind on a day; kind -1 is the day off.
  case duty(person: Int, day: Int, kind: Int, has: Bool)
}

/// A node of the tree: what was decided on the way to it, and what is known of it.
struct BranchNode: Sendable {
  var decisions: [BranchDecision]
  /// Lower bound in objective units.
  var bound: Int
  /// Fractional bound, for choosing among nodes of equal bound.
  var estimate: Double
  /// What each person may have here besides, by reduced costs; empty when nothing is forbidden.
  var masks: [DayMask]
  /// Good prices to begin with.
  var duals: [Double]
  /// The step from the parent, the parent's number, and the parent's basis; none at the top of a stage.
  var step: BranchStep?
  var parent = 0
  var basis: RestrictedMaster.Basis?
}

/// The choice between two decisions about one quantity: at least so much of it, or less.
struct BranchCandidate: Sendable {
  var left: BranchDecision
  var right: BranchDecision
  /// By how much each side moves the quantity, above 0 and below 1.
  var leftPart: Double
  var rightPart: Double
  /// The number of the quantity, for records.
  var key: Int
  /// How willingly it is tried when nothing is known of it.
  var preference: Double
}

/// The step from a node to one of its children.
struct BranchStep: Sendable {
  /// The number of the quantity that was branched on.
  var key: Int
  var isLeft: Bool
  /// By how much the quantity moves.
  var part: Double
}
