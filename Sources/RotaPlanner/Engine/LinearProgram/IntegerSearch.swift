internal import CGLPK

/// One run of GLPK's branch and bound on a relaxation that was solved to its optimum.
struct IntegerSearch {
  /// A fractional part up to this size counts as none to GLPK.
  private static let integerTolerance = 1e-6

  private let model: LinearModel
  private let relaxation: GLPKSimplex
  private let root: SimplexOutcome
  private let options: GLPKMixedInteger.Options
  private let onIncumbent: (GLPKMixedInteger.Incumbent) -> Void

  init(
    _ model: LinearModel, _ relaxation: GLPKSimplex, _ root: SimplexOutcome, _ options: GLPKMixedInteger.Options,
    _ onIncumbent: @escaping (GLPKMixedInteger.Incumbent) -> Void
  ) {
    self.model = model
    self.relaxation = relaxation
    self.root = root
    self.options = options
    self.onIncumbent = onIncumbent
  }

  func run() throws -> LinearOutcome {
    let problem = try relaxation.live()
    for column in 0..<model.columnCount where model.integerFlags[column] {
      try GLPKEnvironment.check(cglpk_set_integer(problem, Int32(column)))
    }
    let watch = BranchAndBoundWatch(
      rootBound: root.objective, limits: options.limits, start: options.start, reportsValues: !presolves,
      onIncumbent: onIncumbent)
    var control = makeControl()
    var returned: Int32 = 0
    let status = withExtendedLifetime(watch) {
      cglpk_intopt(
        problem, &control,
        { tree, info in
          guard let tree, let info else { return }
          Unmanaged<BranchAndBoundWatch>.fromOpaque(info).takeUnretainedValue().visit(tree)
        }, Unmanaged.passUnretained(watch).toOpaque(), &returned)
    }
    try GLPKEnvironment.check(status)
    return try outcome(returned, problem, watch)
  }

  /// A start can only be offered for the original columns, so it excludes the presolver.
  private var presolves: Bool { options.presolves && options.start == nil }

  private func makeControl() -> glp_iocp {
    var control = glp_iocp()
    glp_init_iocp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.presolve = presolves ? GLP_ON : GLP_OFF
    control.mip_gap = options.relativeGap
    control.tol_int = Self.integerTolerance
    control.tm_lim = options.limits.millisecondsLeft(atMost: .max)
    control.br_tech = options.pseudoCostBranching ? GLP_BR_PCH : GLP_BR_DTH
    control.mir_cuts = options.cuts ? GLP_ON : GLP_OFF
    control.cov_cuts = options.cuts ? GLP_ON : GLP_OFF
    control.clq_cuts = options.cuts ? GLP_ON : GLP_OFF
    // The proximity heuristic ignores the time limit.
    control.ps_heur = GLP_OFF
    return control
  }

  private func outcome(
    _ returned: Int32, _ problem: OpaquePointer, _ watch: BranchAndBoundWatch
  ) throws -> LinearOutcome {
    var status: Int32 = 0
    try GLPKEnvironment.check(cglpk_mip_status(problem, &status))
    let stop = try stopReason(returned, status, watch)
    var point = options.start.map { LinearPoint(objective: model.objective(of: $0), values: $0) }
    if status == GLP_OPT || status == GLP_FEAS {
      let found = try verifiedPoint(problem)
      if found.objective < point?.objective ?? .infinity { point = found }
    }
    if stop == .infeasible, point != nil { throw GLPKError.numericalTrouble(lastReturn: returned) }
    return LinearOutcome(
      stop: stop, point: point, bound: bound(stop, point, watch), iterations: root.iterations, nodes: watch.nodes)
  }

  private func bound(_ stop: StopReason, _ point: LinearPoint?, _ watch: BranchAndBoundWatch) -> Double {
    let best = point?.objective ?? .infinity
    return stop == .optimal || stop == .infeasible ? best : min(watch.bound, best)
  }

  private func stopReason(_ returned: Int32, _ status: Int32, _ watch: BranchAndBoundWatch) throws -> StopReason {
    switch returned {
    case 0 where status == GLP_OPT: return .optimal
    case 0 where status == GLP_NOFEAS: return .infeasible
    case GLP_ENOPFS: return .infeasible
    case GLP_EMIPGAP: return .gapReached
    case GLP_ETMLIM: return .timeLimit
    case GLP_ESTOP:
      if let stop = watch.stop { return stop }
      throw GLPKError.unexpectedReturn(call: "glp_intopt", code: returned)
    case GLP_EFAIL: throw GLPKError.numericalTrouble(lastReturn: returned)
    default: throw GLPKError.unexpectedReturn(call: "glp_intopt", code: returned)
    }
  }

  /// GLPK's point with its integer columns made exact. When that breaks a row, the other columns are optimised once more.
  private func verifiedPoint(_ problem: OpaquePointer) throws -> LinearPoint {
    var values = [Double](repeating: 0, count: model.columnCount)
    try GLPKEnvironment.check(cglpk_mip_values(problem, Int32(values.count), &values))
    values = model.rounded(values)
    if !model.isFeasible(values) { values = try reoptimised(values) }
    guard model.isFeasible(values) else { throw GLPKError.unverifiedPoint }
    return LinearPoint(objective: model.objective(of: values), values: values)
  }

  private func reoptimised(_ values: [Double]) throws -> [Double] {
    for column in 0..<model.columnCount where model.integerFlags[column] {
      try relaxation.setBounds(ofColumn: column, .exactly(values[column]))
    }
    guard try relaxation.solve(.dual).stop == .optimal else { throw GLPKError.unverifiedPoint }
    return model.rounded(try relaxation.point(of: model).values)
  }
}
