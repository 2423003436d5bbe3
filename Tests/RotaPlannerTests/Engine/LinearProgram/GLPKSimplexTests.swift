import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("The restricted master in GLPK")
struct GLPKSimplexTests {
  /// Two covering rows and two costly columns that cover one row each.
  private func covering(_ master: GLPKSimplex) throws {
    try master.addRows([.atLeast(4), .atLeast(6)])
    var batch = SparseColumns()
    batch.append(cost: 10, terms: [(0, 1)])
    batch.append(cost: 10, terms: [(1, 1)])
    try master.addColumns(batch)
  }

  @Test func aSolveGivesValuesDualsAndReducedCosts() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      let outcome = try master.solve()
      #expect(outcome.stop == .optimal)
      #expect(outcome.objective == 100)
      #expect(outcome.isPrimalFeasible && outcome.isDualFeasible)
      #expect(outcome.repairs == 0)
      var buffer: [Double] = []
      try master.readValues(into: &buffer)
      #expect(buffer == [4, 6])
      try master.readDuals(into: &buffer)
      #expect(buffer == [10, 10])
      try master.readReducedCosts(into: &buffer)
      #expect(buffer == [0, 0])
      try master.readRowValues(into: &buffer)
      #expect(buffer == [4, 6])
    }
  }

  @Test func addedColumnsLowerTheObjectiveFromAWarmStart() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      _ = try master.solve()
      var batch = SparseColumns()
      batch.append(cost: 12, terms: [(1, 1), (0, 1)])
      #expect(try master.addColumns(batch) == 2..<3)
      #expect(throws: GLPKError.noSolution) {
        var duals: [Double] = []
        try master.readDuals(into: &duals)
      }
      #expect(try master.solve().objective == 68)
      #expect(try master.status(ofColumn: 2) == .basic)
    }
  }

  @Test func repeatedRowsOfAColumnAreAddedUp() throws {
    try GLPKSimplex.withMaster { master in
      try master.addRows([.atLeast(6), .atLeast(0)])
      var batch = SparseColumns()
      batch.append(cost: 1, terms: [(0, 1), (1, 1), (0, 2)])
      batch.append(cost: 5, terms: [(0, 1)])
      try master.addColumns(batch)
      #expect(try master.solve().objective == 2)
    }
  }

  @Test func rowsMayBeAddedOverExistingColumns() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      _ = try master.solve()
      let added = try master.addRows([.init(bounds: .atLeast(13), terms: [(0, 1), (1, 1), (0, 1)])])
      #expect(added == 2..<3)
      #expect(try master.solve(.dual).objective == 100)
      try master.setBounds(ofRow: 2, .atLeast(16))
      #expect(try master.solve(.dual).objective == 110)
      try master.rebuild()
      #expect(try master.solve().objective == 110)
    }
  }

  @Test func boundsAndCostsCanBeChangedBetweenSolves() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      _ = try master.solve()
      try master.setBounds(ofColumn: 0, .exactly(5))
      #expect(try master.solve(.dual).objective == 110)
      try master.setCost(ofColumn: 1, 1)
      #expect(try master.solve().objective == 56)
      try master.setBounds(ofRow: 1, .free)
      #expect(try master.solve(.dual).objective == 50)
      try master.setBounds(ofColumn: 0, .atMost(1))
      #expect(try master.solve(.dual).stop == .infeasible)
    }
  }

  @Test func onlyColumnsOutsideTheBasisAreDeleted() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      var batch = SparseColumns()
      batch.append(cost: 12, terms: [(0, 1), (1, 1)])
      batch.append(cost: 90, terms: [(0, 1)])
      try master.addColumns(batch)
      _ = try master.solve()
      #expect(try master.deleteColumns([true, true, false, true]) == [-1, 0, 1, -1])
      #expect(master.columnCount == 2)
      let outcome = try master.solve()
      #expect(outcome.objective == 68)
      #expect(outcome.iterations == 0)
      try master.rebuild()
      #expect(try master.solve().objective == 68)
    }
  }

  @Test func aStartingBasisSetByHandIsUsed() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      for row in 0..<2 {
        try master.setStatus(ofRow: row, .atLower)
        try master.setStatus(ofColumn: row, .basic)
      }
      let outcome = try master.solve()
      #expect(outcome.iterations == 0)
      #expect(outcome.objective == 100)
      #expect(try master.status(ofRow: 0) == .atLower)
    }
  }

  @Test func aBasisThatIsNoBasisIsRepaired() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      try master.setStatus(ofColumn: 0, .basic)
      let outcome = try master.solve()
      #expect(outcome.objective == 100)
      #expect(outcome.repairs > 0)
    }
  }

  @Test func aSingularBasisIsRepaired() throws {
    try GLPKSimplex.withMaster { master in
      try master.addRows([.atLeast(4), .atLeast(6)])
      var batch = SparseColumns()
      for _ in 0..<2 { batch.append(cost: 10, terms: [(0, 1), (1, 1)]) }
      try master.addColumns(batch)
      for index in 0..<2 {
        try master.setStatus(ofRow: index, .atLower)
        try master.setStatus(ofColumn: index, .basic)
      }
      let outcome = try master.solve()
      #expect(outcome.objective == 60)
      #expect(outcome.repairs > 0)
      #expect(master.rebuilds == 0)
    }
  }

  @Test func anIterationLimitEndsTheSolveAndASecondSolveGoesOn() throws {
    let model = RandomModels.hardCovering(rows: 60, columns: 120, seed: 4)
    try GLPKSimplex.withMaster { master in
      try master.addRows(model.rowBounds)
      try master.addColumns(model.sparseColumns())
      let first = try master.solve(limits: SolveLimits(iterations: 10))
      #expect(first.stop == .workLimit)
      #expect(first.iterations == 10)
      let second = try master.solve()
      #expect(second.stop == .optimal)
      #expect(second.iterations > 0)
    }
  }

  @Test func slicesDoNotChangeTheOptimum() throws {
    let model = RandomModels.hardCovering(rows: 60, columns: 120, seed: 5)
    func optimum(slice: Int) throws -> Double {
      try GLPKSimplex.withMaster(options: .init(sliceIterations: slice)) { master in
        try master.load(model)
        return try master.solve().objective
      }
    }
    #expect(abs(try optimum(slice: 7) - optimum(slice: 100_000)) < 1e-7)
  }

  @Test func aRaisedFlagStopsBeforeTheFirstIteration() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      let cancel = CancelFlag()
      cancel.raise()
      let outcome = try master.solve(limits: SolveLimits(cancel: cancel))
      #expect(outcome.stop == .cancelled)
      #expect(outcome.iterations == 0)
      #expect(!outcome.isPrimalFeasible)
      #expect(throws: GLPKError.noSolution) {
        var values: [Double] = []
        try master.readValues(into: &values)
      }
    }
  }

  @Test func unusableColumnsAreRefusedAndLeaveTheMasterAsItWas() throws {
    try GLPKSimplex.withMaster { master in
      try covering(master)
      var batch = SparseColumns()
      batch.append(cost: 1, terms: [(0, 1)])
      batch.append(cost: 1, terms: [(2, 1)])
      #expect(throws: GLPKError.invalidModel(.init(kind: .outOfRange, subject: "new column 1"))) {
        try master.addColumns(batch)
      }
      #expect(master.columnCount == 2)
      #expect(try master.solve().objective == 100)
    }
  }

  @Test func aMasterInsideAMasterDoesNotDisturbIt() throws {
    try GLPKSimplex.withMaster { outer in
      try covering(outer)
      _ = try outer.solve()
      let inner = try GLPKSimplex.withMaster { inner in
        try covering(inner)
        return try inner.solve().objective
      }
      var duals: [Double] = []
      try outer.readDuals(into: &duals)
      #expect(inner == 100)
      #expect(duals == [10, 10])
      #expect(outer.rebuilds == 0)
    }
  }

  @Test func aMasterRefusesToWorkAfterItsScope() throws {
    var escaped: GLPKSimplex?
    try GLPKSimplex.withMaster { escaped = $0 }
    #expect(throws: GLPKError.closed) { try escaped?.solve() }
  }
}
