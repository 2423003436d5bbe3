/// What planning has done so far and where its time went. Nothing in a plan depends on it.
public struct PlanningEffort: Hashable, Sendable {
  /// Where the time went.
  public var split = TimeSplit()
  /// Rounds of column generation, of a Lagrangian bound, or of annealing; nil: the optimiser has none.
  var rounds: Int?
  /// Columns found by pricing; nil: the optimiser has none.
  public var columns: Int?
  /// Simplex iterations; of the exact model, those of its relaxation. nil: the optimiser has none.
  var pivots: Int?
  /// Nodes of a search tree; nil: the optimiser has none.
  var nodes: Int?
  /// Steps of a local search; nil: the optimiser has none.
  var steps: Int?

  /// Nothing done yet.
  public init() {}

  /// Both together.
  public func adding(_ other: PlanningEffort) -> PlanningEffort {
    func sum(_ first: Int?, _ second: Int?) -> Int? {
      first == nil && second == nil ? nil : (first ?? 0) + (second ?? 0)
    }
    var both = adding(other.split)
    both.rounds = sum(rounds, other.rounds)
    both.columns = sum(columns, other.columns)
    both.pivots = sum(pivots, other.pivots)
    both.nodes = sum(nodes, other.nodes)
    both.steps = sum(steps, other.steps)
    return both
  }

  /// The same work with more time.
  public func adding(_ other: TimeSplit) -> PlanningEffort {
    var both = self
    both.split += other
    return both
  }
}
