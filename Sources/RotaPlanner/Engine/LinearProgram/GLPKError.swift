/// A failure of the linear programming layer. The process survives each of them, and a new solve may follow.
package enum GLPKError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The model holds something that no solver can take.
  case invalidModel(LinearModelFault)
  /// GLPK gave up with a failed internal check or a bad argument; the text is its own.
  case fault(String)
  /// GLPK could not get memory for a copy of the data.
  case outOfMemory
  /// Every way round a numerical failure failed too; the code is the last return of the simplex.
  case numericalTrouble(lastReturn: Int32)
  /// GLPK answered a call with a code that should not occur.
  case unexpectedReturn(call: String, code: Int32)
  /// The point of an integer solution breaks the model, so it is not handed out.
  case unverifiedPoint
  /// Values or duals were asked for without a solve since the last change of shape.
  case noSolution
  /// The object was used outside the scope that made it.
  case closed
  /// The object was used on another thread than the one that made it.
  case wrongThread

  /// The failure as one sentence.
  package var description: String {
    switch self {
    case .invalidModel(let fault): "the linear model is invalid: \(fault)"
    case .fault(let text): "GLPK stopped with an internal error: \(text)"
    case .outOfMemory: "GLPK ran out of memory"
    case .numericalTrouble(let code): "GLPK could not solve the linear program for numerical reasons (code \(code))"
    case .unexpectedReturn(let call, let code): "\(call) of GLPK returned the unexpected code \(code)"
    case .unverifiedPoint: "GLPK's integer solution breaks the model it was given"
    case .noSolution: "no solution is present, because the linear program changed since the last solve"
    case .closed: "a linear program was used after its scope ended"
    case .wrongThread: "a linear program was used on a thread that did not make it"
    }
  }
}
