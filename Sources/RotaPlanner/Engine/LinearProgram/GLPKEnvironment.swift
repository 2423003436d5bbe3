internal import CGLPK

/// GLPK's environment of the calling thread. Problems live and die with it, so every use of GLPK happens inside `scope`.
enum GLPKEnvironment {
  /// Runs `body`, which may use GLPK on this thread only, and frees GLPK's memory of the thread when the outermost scope ends.
  static func scope<Result>(_ body: () throws -> Result) rethrows -> Result {
    cglpk_enter()
    defer { cglpk_leave() }
    return try body()
  }

  /// Turns the status of a guarded call into an error. After a fault the environment is made anew at once, which ends every
  /// problem of the thread; their owners notice by the generation. Inside a callback that waits until the search has ended.
  static func check(_ status: Int32) throws(GLPKError) {
    if status == CGLPK_OK { return }
    if status == CGLPK_OUT_OF_MEMORY { throw .outOfMemory }
    let text = String(cString: cglpk_fault_text())
    _ = cglpk_reset_env()
    throw .fault(text)
  }
}
