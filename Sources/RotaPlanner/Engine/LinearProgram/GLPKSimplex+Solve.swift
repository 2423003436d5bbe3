internal import CGLPK

extension GLPKSimplex {
  /// Solves from the present basis, in slices between which limits are looked at. When the simplex fails for numerical reasons the
  /// cures of `SimplexCure` are tried in turn.
  /// - Throws: `GLPKError.numericalTrouble` or `GLPKError.fault` when no cure helps.
  package func solve(_ method: SimplexMethod = .primal, limits: SolveLimits = .none) throws -> SimplexOutcome {
    var run = SimplexRun(limits: limits, sliceIterations: options.sliceIterations)
    if options.scales && !isScaled { try scale(Int32(GLP_SF_AUTO)) }
    var failure = GLPKError.numericalTrouble(lastReturn: 0)
    for cure in SimplexCure.ladder(method) {
      do {
        try apply(cure)
        if let stop = try attempt(cure.control, &run) { return try outcome(stop, run) }
        failure = .numericalTrouble(lastReturn: run.lastReturn)
      } catch let error as GLPKError {
        // A fault destroyed the problem; the next cure finds it gone and begins with a new one.
        guard case .fault = error else { throw error }
        failure = error
      }
      run.repairs += 1
    }
    throw failure
  }

  private func apply(_ cure: SimplexCure) throws {
    switch cure.preparation {
    case .nothing: break
    case .scale: try scale(Int32(GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N))
    case .advancedBasis: try useAdvancedBasis()
    case .standardBasis: try useStandardBasis()
    case .rebuild:
      try rebuild()
      try useAdvancedBasis()
    }
  }

  func scale(_ flags: Int32) throws {
    try GLPKEnvironment.check(cglpk_scale(live(), flags))
    isScaled = true
  }

  /// Runs slices until the simplex ends or a limit holds; nil means numerical trouble.
  private func attempt(_ control: glp_smcp, _ run: inout SimplexRun) throws -> StopReason? {
    let problem = try live()
    run.beginAttempt(rows: rowCount, columns: columnCount)
    while true {
      if let stop = run.stopNow { return stop }
      var slice = control
      slice.it_lim = run.nextSlice
      slice.tm_lim = run.limits.millisecondsLeft(atMost: SimplexRun.sliceMilliseconds)
      let before = try iterationCount(problem)
      isSolved = false
      try GLPKEnvironment.check(cglpk_simplex(problem, &slice, &run.lastReturn))
      let done = try iterationCount(problem) - before
      run.note(done)
      switch run.lastReturn {
      case 0: return try verdict(problem)
      case GLP_EITLIM where !run.attemptIsTooLong: continue
      // A slice that ends by time without one iteration circles inside GLPK, unless the deadline explains it.
      case GLP_ETMLIM where done > 0 || run.limits.stopNow != nil: continue
      default: return nil
      }
    }
  }

  private func iterationCount(_ problem: OpaquePointer) throws -> Int {
    var count: Int32 = 0
    try GLPKEnvironment.check(cglpk_iterations(problem, &count))
    return Int(count)
  }

  private func verdict(_ problem: OpaquePointer) throws -> StopReason? {
    switch try status(problem).whole {
    case GLP_OPT: .optimal
    case GLP_NOFEAS: .infeasible
    case GLP_UNBND: .unbounded
    default: nil
    }
  }

  private func status(_ problem: OpaquePointer) throws -> (whole: Int32, primal: Int32, dual: Int32) {
    var (whole, primal, dual): (Int32, Int32, Int32) = (0, 0, 0)
    try GLPKEnvironment.check(cglpk_status(problem, &whole, &primal, &dual))
    return (whole, primal, dual)
  }

  private func outcome(_ stop: StopReason, _ run: SimplexRun) throws -> SimplexOutcome {
    let problem = try live()
    let status = try status(problem)
    var objective = 0.0
    try GLPKEnvironment.check(cglpk_objective(problem, &objective))
    isSolved = run.hasRun
    return SimplexOutcome(
      stop: stop, objective: objective, isPrimalFeasible: run.hasRun && status.primal == GLP_FEAS,
      isDualFeasible: run.hasRun && status.dual == GLP_FEAS, iterations: run.iterations, repairs: run.repairs)
  }
}
