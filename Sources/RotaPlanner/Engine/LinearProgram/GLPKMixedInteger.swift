internal import CGLPK

/// Solves a whole `LinearModel` with GLPK: the simplex first, then branch and bound when there are integer columns.
package enum GLPKMixedInteger {
  /// How branch and bound runs.
  package struct Options: Sendable {
    /// Stops once the objective is within this fraction of the bound.
    package var relativeGap: Double
    /// Whether GLPK shrinks the model before branching. Incumbents then come without values, and a start turns it off.
    package var presolves: Bool
    /// Whether mixed integer rounding, cover and clique cuts are generated.
    package var cuts: Bool
    /// Whether branching follows pseudo-costs instead of Driebeck and Tomlin's rule.
    package var pseudoCostBranching: Bool
    /// A point to begin with, one value for each column; ignored unless it is feasible.
    package var start: [Double]?
    /// When to stop early.
    package var limits: SolveLimits

    /// The defaults, unless given otherwise.
    package init(
      relativeGap: Double = 0, presolves: Bool = false, cuts: Bool = false, pseudoCostBranching: Bool = false,
      start: [Double]? = nil, limits: SolveLimits = .none
    ) {
      self.relativeGap = relativeGap
      self.presolves = presolves
      self.cuts = cuts
      self.pseudoCostBranching = pseudoCostBranching
      self.start = start
      self.limits = limits
    }
  }

  /// A better point, told while the search goes on.
  package struct Incumbent: Sendable {
    /// The objective as GLPK has it.
    package let objective: Double
    /// One value for each column, or nil when GLPK's presolver is on.
    let values: [Double]?
    /// The bound known by now.
    package let bound: Double
    /// Nodes made by now.
    package let nodes: Int
  }

  /// Minimises `model`. Runs on the calling thread from start to end and prints nothing.
  /// - Parameters:
  ///   - onIncumbent: Called on this thread for each better point; it must not use GLPK.
  ///   - onRelaxation: Called on this thread when the relaxation at the root is solved, or its limits are reached.
  /// - Throws: `GLPKError`; limits, infeasibility and unboundedness are outcomes, not errors.
  package static func solve(
    _ model: LinearModel, options: Options = Options(), onIncumbent: @escaping (Incumbent) -> Void = { _ in },
    onRelaxation: (SimplexOutcome) -> Void = { _ in }
  ) throws -> LinearOutcome {
    do { try model.validate() } catch { throw GLPKError.invalidModel(error) }
    var options = options
    options.start = options.start.map(model.rounded).flatMap { model.isFeasible($0) ? $0 : nil }
    return try GLPKSimplex.withMaster(options: .init(scales: true)) { relaxation in
      try relaxation.load(model)
      let root = try relaxation.solve(.primal, limits: options.limits)
      onRelaxation(root)
      if root.stop == .optimal && model.hasIntegerColumns {
        return try IntegerSearch(model, relaxation, root, options, onIncumbent).run()
      }
      return try outcome(ofRoot: root, relaxation, model, options)
    }
  }

  private static func outcome(
    ofRoot root: SimplexOutcome, _ relaxation: GLPKSimplex, _ model: LinearModel, _ options: Options
  ) throws -> LinearOutcome {
    var point = options.start.map { LinearPoint(objective: model.objective(of: $0), values: $0) }
    var bound = -Double.infinity
    switch root.stop {
    case .optimal:
      point = try relaxation.point(of: model)
      bound = point?.objective ?? root.objective
    case .infeasible:
      if point != nil { throw GLPKError.numericalTrouble(lastReturn: 0) }
      bound = .infinity
    case .gapReached, .unbounded, .timeLimit, .workLimit, .cancelled:
      if point == nil, root.isPrimalFeasible, !model.hasIntegerColumns { point = try relaxation.point(of: model) }
      if root.isDualFeasible, root.stop != .unbounded { bound = root.objective }
    }
    return LinearOutcome(stop: root.stop, point: point, bound: bound, iterations: root.iterations, nodes: 0)
  }
}

extension GLPKSimplex {
  /// Loads a whole model into an empty problem and makes a triangular starting basis.
  func load(_ model: LinearModel) throws {
    try addRows(model.rowBounds)
    try addColumns(model.sparseColumns())
    try useAdvancedBasis()
  }

  /// The present values as a point of `model`.
  func point(of model: LinearModel) throws -> LinearPoint {
    var values: [Double] = []
    try readValues(into: &values)
    return LinearPoint(objective: model.objective(of: values), values: values)
  }
}
