import CGLPK
import Testing

@testable import RotaEngine
@testable import RotaPlanner

/// Each test works in one synchronous function, because the problems of GLPK belong to the thread.
@Suite("A fault inside GLPK")
struct GLPKFaultTests {
  /// Asks GLPK for fewer than no columns, which it answers with abort() when nobody guards the call.
  private func provokeFault() throws {
    var problem: OpaquePointer?
    try GLPKEnvironment.check(cglpk_create(&problem))
    try GLPKEnvironment.check(cglpk_set_cost(problem, 7, 1))
  }

  private func faultText(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch GLPKError.fault(let text) {
      return text
    } catch {
      return nil
    }
  }

  @Test func itIsAnErrorWithGLPKsOwnWords() throws {
    let text = try #require(faultText { try GLPKEnvironment.scope { try provokeFault() } })
    #expect(text.contains("glp_set_obj_coef"))
    #expect(text.contains("out of range"))
    #expect(!text.hasSuffix(" ") && !text.contains("\n"))
  }

  @Test func theNextSolveOnTheThreadWorks() throws {
    let model = RandomModels.smallInteger(seed: 3)
    try GLPKEnvironment.scope { () throws in
      #expect(faultText { try provokeFault() } != nil)
      #expect(try GLPKMixedInteger.solve(model).point?.objective == bruteForceOptimum(model))
    }
  }

  @Test func aMasterThatLostItsProblemIsBuiltAnew() throws {
    try GLPKSimplex.withMaster { (master) throws in
      try master.addRows([.atLeast(4), .atLeast(6)])
      var batch = SparseColumns()
      batch.append(cost: 10, terms: [(0, 1)])
      batch.append(cost: 10, terms: [(1, 1)])
      try master.addColumns(batch)
      try master.addRows([.init(bounds: .atLeast(12), terms: [(0, 1), (1, 1)])])
      #expect(try master.solve().objective == 120)
      #expect(faultText { try provokeFault() } != nil)
      var duals: [Double] = []
      #expect(throws: GLPKError.noSolution) { try master.readDuals(into: &duals) }
      #expect(try master.solve().objective == 120)
      #expect(master.rebuilds == 1)
      #expect(try master.deleteColumns([false, false]) == [0, 1])
    }
  }

  @Test func aFaultInsideTheCallbackEndsTheSearchAsAnError() throws {
    let model = RandomModels.hardCovering(rows: 30, columns: 60, seed: 1)
    try GLPKEnvironment.scope { () throws in
      let text = faultText {
        try GLPKSimplex.withMaster { relaxation in
          try relaxation.load(model)
          _ = try relaxation.solve()
          let problem = try relaxation.live()
          for column in 0..<model.columnCount { try GLPKEnvironment.check(cglpk_set_integer(problem, Int32(column))) }
          var control = glp_iocp()
          glp_init_iocp(&control)
          var returned: Int32 = 0
          let status = cglpk_intopt(problem, &control, { _, _ in faultInCallback() }, nil, &returned)
          try GLPKEnvironment.check(status)
        }
      }
      #expect(try #require(text).contains("glp_set_obj_coef"))
      #expect(cglpk_is_poisoned() == 0)
      #expect(try GLPKMixedInteger.solve(RandomModels.smallInteger(seed: 3)).stop == .optimal)
    }
  }

  @Test func afterAFaultEveryCallIsRefusedUntilTheReset() {
    GLPKEnvironment.scope {
      var problem: OpaquePointer?
      #expect(cglpk_create(&problem) == CGLPK_OK)
      #expect(cglpk_set_cost(problem, 7, 1) == CGLPK_FAULT)
      #expect(cglpk_set_cost(problem, 0, 1) == CGLPK_POISONED)
      #expect(cglpk_create(&problem) == CGLPK_POISONED)
      let before = cglpk_generation()
      #expect(cglpk_reset_env() == 1)
      #expect(cglpk_generation() == before + 1)
      #expect(cglpk_create(&problem) == CGLPK_OK)
    }
  }

  @Test func manyFaultsInARowAreSurvived() throws {
    try GLPKEnvironment.scope { () throws in
      for _ in 0..<500 { #expect(faultText { try provokeFault() } != nil) }
      #expect(try GLPKMixedInteger.solve(RandomModels.smallInteger(seed: 3)).stop == .optimal)
    }
  }
}

/// What a callback may do wrong: the innermost guarded call catches the fault, and the search must not go on after it.
private func faultInCallback() {
  var problem: OpaquePointer?
  _ = cglpk_create(&problem)
  _ = cglpk_set_cost(problem, 7, 1)
}
