import CGLPK
import Foundation
import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Standard output carries the result of the program, so a solver that prints would spoil it. The exit test runs the body in a
/// process of its own and captures what that prints.
@Suite("Silence of the solver")
struct GLPKSilenceTests {
  @Test func solvesAndFaultsPrintNothing() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let model = RandomModels.hardCovering(rows: 30, columns: 60, seed: 1)
      let limits = SolveLimits(nodes: 20)
      _ = try GLPKThread.runBlocking { try GLPKMixedInteger.solve(model, options: .init(limits: limits)) }
      _ = try GLPKMixedInteger.solve(model, options: .init(presolves: true, cuts: true, limits: limits))
      try GLPKEnvironment.scope {
        var problem: OpaquePointer?
        #expect(cglpk_create(&problem) == CGLPK_OK)
        #expect(cglpk_set_cost(problem, 7, 1) == CGLPK_FAULT)
        _ = cglpk_reset_env()
        _ = try GLPKMixedInteger.solve(model, options: .init(limits: limits))
      }
    }
    // The testing library itself may write to the streams of the child; GLPK's words are what must be absent.
    for content in [result?.standardOutputContent, result?.standardErrorContent] {
      let text = String(decoding: try #require(content), as: UTF8.self)
      for word in ["GLPK", "simplex", "Simplex", "glp_", "obj =", "Error detected"] {
        #expect(!text.contains(word), "\(word) in: \(text)")
      }
    }
  }

  @Test func withoutTheGuardTheProcessWouldAbort() async {
    await #expect(processExitsWith: .failure) {
      let problem = glp_create_prob()
      glp_set_obj_coef(problem, 8, 1)
    }
  }
}
