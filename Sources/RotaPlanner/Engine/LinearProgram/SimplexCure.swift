internal import CGLPK

/// One way to run the simplex, with what is done to the problem before it. The ladder goes from the harmless to the thorough.
struct SimplexCure {
  enum Preparation {
    case nothing
    case scale
    case advancedBasis
    case standardBasis
    case rebuild
  }

  let preparation: Preparation
  let control: glp_smcp

  /// The wanted method as it is, then the cures: the other method, scaling, new bases, and at last the whole problem anew.
  static func ladder(_ method: SimplexMethod) -> [SimplexCure] {
    let other: SimplexMethod = method == .primal ? .dual : .primal
    return [
      SimplexCure(.nothing, method),
      SimplexCure(.nothing, other),
      SimplexCure(.scale, .primal),
      SimplexCure(.advancedBasis, .primal),
      SimplexCure(.standardBasis, .dual, textbookRatioTest: true),
      SimplexCure(.rebuild, .primal),
    ]
  }

  private init(_ preparation: Preparation, _ method: SimplexMethod, textbookRatioTest: Bool = false) {
    var control = glp_smcp()
    glp_init_smcp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.meth = method == .primal ? GLP_PRIMAL : GLP_DUALP
    control.presolve = GLP_OFF
    if textbookRatioTest { control.r_test = GLP_RT_STD }
    self.preparation = preparation
    self.control = control
  }
}

/// The bookkeeping of one solve over all its slices and cures.
struct SimplexRun {
  /// A slice takes milliseconds; this bound on it only ends a simplex that circles without iterations.
  static let sliceMilliseconds: Int32 = 120_000

  let limits: SolveLimits
  let sliceIterations: Int
  var iterations = 0
  var repairs = 0
  var lastReturn: Int32 = 0
  var hasRun = false
  private var attemptIterations = 0
  private var attemptCeiling = Int.max

  init(limits: SolveLimits, sliceIterations: Int) {
    self.limits = limits
    self.sliceIterations = max(1, sliceIterations)
  }

  var stopNow: StopReason? { limits.stopNow ?? (iterations >= limits.iterations ? .workLimit : nil) }

  var nextSlice: Int32 { Int32(clamping: min(sliceIterations, limits.iterations - iterations)) }

  /// Whether the attempt has gone far beyond what any honest solve takes, as GLPK does when it loses its way numerically.
  var attemptIsTooLong: Bool { attemptIterations > attemptCeiling }

  mutating func beginAttempt(rows: Int, columns: Int) {
    attemptIterations = 0
    attemptCeiling = 50_000 + 20 * (rows + columns)
    hasRun = false
  }

  mutating func note(_ done: Int) {
    iterations += done
    attemptIterations += done
    hasRun = true
  }
}
