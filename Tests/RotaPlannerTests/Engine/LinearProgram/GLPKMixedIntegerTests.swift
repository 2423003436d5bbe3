import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("GLPK solves a linear model")
struct GLPKMixedIntegerTests {
  /// min -3x - 2y, x + y <= 4, x + 3y <= 6, x <= 3: the optimum is -11 at (3, 1).
  private func textbook(isInteger: Bool = false) -> LinearModel {
    var model = LinearModel()
    let x = model.addColumn(name: "x", .between(0, 3), cost: -3, isInteger: isInteger)
    let y = model.addColumn(name: "y", cost: -2, isInteger: isInteger)
    model.addRow(.atMost(4), [(x, 1), (y, 1)])
    model.addRow(.atMost(6), [(x, 1), (y, 3)])
    return model
  }

  @Test func aLinearProgramIsSolvedToItsOptimum() throws {
    let outcome = try GLPKMixedInteger.solve(textbook())
    let point = try #require(outcome.point)
    #expect(outcome.stop == .optimal)
    #expect(abs(point.objective + 11) < 1e-9)
    #expect(abs(outcome.bound + 11) < 1e-9)
    #expect(abs(point.values[0] - 3) < 1e-9 && abs(point.values[1] - 1) < 1e-9)
    #expect(outcome.nodes == 0)
  }

  @Test func theConstantIsPartOfTheObjectiveAndTheBound() throws {
    var model = textbook(isInteger: true)
    model.addConstant(70)
    model.addConstant(8)
    let outcome = try GLPKMixedInteger.solve(model)
    #expect(outcome.point?.objective == 67)
    #expect(outcome.bound == 67)
    #expect(outcome.gap == 0)
  }

  @Test func repeatedTermsOfARowAreAddedUp() throws {
    var model = LinearModel()
    let x = model.addColumn(cost: -1)
    model.addRow(.atMost(6), [(x, 1), (x, 1), (x, 1)])
    #expect(model.termCount == 1)
    #expect(try GLPKMixedInteger.solve(model).point?.objective == -2)
  }

  @Test(arguments: [false, true]) func anInfeasibleModelHasNoPointAndAnInfiniteBound(isInteger: Bool) throws {
    var model = textbook(isInteger: isInteger)
    model.addRow(.atLeast(20), [(0, 1), (1, 1)])
    let outcome = try GLPKMixedInteger.solve(model)
    #expect(outcome.stop == .infeasible)
    #expect(outcome.point == nil)
    #expect(outcome.bound == .infinity)
  }

  @Test(arguments: [false, true]) func aModelWithoutIntegerPointIsInfeasible(presolves: Bool) throws {
    var model = LinearModel()
    let x = model.addColumn(.between(0, 5), isInteger: true)
    let y = model.addColumn(.between(0, 5), isInteger: true)
    model.addRow(.exactly(3), [(x, 2), (y, 2)])
    let outcome = try GLPKMixedInteger.solve(model, options: .init(presolves: presolves))
    #expect(outcome.stop == .infeasible)
    #expect(outcome.point == nil)
  }

  @Test(arguments: [false, true]) func anUnboundedModelIsReportedAsSuch(isInteger: Bool) throws {
    var model = LinearModel()
    let x = model.addColumn(cost: -1, isInteger: isInteger)
    let y = model.addColumn(isInteger: isInteger)
    model.addRow(.atLeast(-2), [(x, 1), (y, -1)])
    let outcome = try GLPKMixedInteger.solve(model)
    #expect(outcome.stop == .unbounded)
    #expect(outcome.bound == -.infinity)
  }

  @Test func anEmptyModelIsOptimalAtItsConstant() throws {
    var model = LinearModel()
    #expect(try GLPKMixedInteger.solve(model).point == LinearPoint(objective: 0, values: []))
    model.addConstant(5)
    #expect(try GLPKMixedInteger.solve(model).point?.objective == 5)
  }

  @Test func rowsWithoutTermsDecideByTheirBoundsAlone() throws {
    var model = LinearModel()
    model.addRow(.between(-1, 1), [])
    #expect(try GLPKMixedInteger.solve(model).stop == .optimal)
    model.addRow(.atLeast(1), [])
    #expect(try GLPKMixedInteger.solve(model).stop == .infeasible)
  }

  @Test(arguments: [false, true]) func columnsWithoutRowsGoToTheirCheaperBound(isInteger: Bool) throws {
    var model = LinearModel()
    model.addColumn(.between(-2, 7), cost: 3, isInteger: isInteger)
    model.addColumn(.between(-2, 7), cost: -3, isInteger: isInteger)
    let outcome = try GLPKMixedInteger.solve(model)
    #expect(outcome.stop == .optimal)
    #expect(outcome.point?.values == [-2, 7])
  }

  @Test(arguments: [false, true]) func columnsWithEqualBoundsKeepTheirValue(isInteger: Bool) throws {
    var model = textbook(isInteger: isInteger)
    model.setBounds(ofColumn: 0, .between(2, 2))
    let outcome = try GLPKMixedInteger.solve(model)
    let point = try #require(outcome.point)
    #expect(outcome.stop == .optimal)
    #expect(point.values[0] == 2)
    #expect(model.isFeasible(point.values))
  }

  @Test func aMixedModelKeepsTheContinuousColumnsContinuous() throws {
    var model = LinearModel()
    let x = model.addColumn(.between(0, 10), cost: -2, isInteger: true)
    let y = model.addColumn(.between(0, 10), cost: -1)
    model.addRow(.atMost(7.5), [(x, 2), (y, 1)])
    model.addRow(.atMost(3.5), [(x, 1)])
    let point = try #require(try GLPKMixedInteger.solve(model).point)
    #expect(point.values[0] == point.values[0].rounded())
    #expect(abs(point.objective + 7.5) < 1e-9)
  }

  @Test(arguments: 0..<300) func theIntegerOptimumIsThatOfBruteForce(seed: Int) throws {
    let model = RandomModels.smallInteger(seed: seed)
    let expected = bruteForceOptimum(model)
    let variants: [GLPKMixedInteger.Options] = [
      .init(), .init(presolves: true), .init(cuts: true, pseudoCostBranching: true),
    ]
    for options in variants {
      let outcome = try GLPKMixedInteger.solve(model, options: options)
      #expect(outcome.stop == (expected == nil ? .infeasible : .optimal), "seed \(seed)")
      #expect(outcome.point?.objective == expected, "seed \(seed)")
      #expect(outcome.bound == expected ?? .infinity, "seed \(seed)")
      if let point = outcome.point { #expect(model.isFeasible(point.values), "seed \(seed)") }
    }
  }

  @Test(arguments: 0..<40) func aFeasibleStartDoesNotChangeTheOptimum(seed: Int) throws {
    let model = RandomModels.smallInteger(seed: seed)
    guard let best = try GLPKMixedInteger.solve(model).point else { return }
    let again = try GLPKMixedInteger.solve(model, options: .init(presolves: true, start: best.values))
    #expect(again.stop == .optimal)
    #expect(again.point?.objective == best.objective)
  }

  @Test func aModelThatNoSolverCanTakeIsRefused() {
    func fault(_ change: (inout LinearModel) -> Void) -> LinearModelFault? {
      var model = textbook(isInteger: true)
      change(&model)
      do {
        _ = try GLPKMixedInteger.solve(model)
        return nil
      } catch GLPKError.invalidModel(let fault) {
        return fault
      } catch {
        return nil
      }
    }
    #expect(fault { $0.setCost(ofColumn: 1, .nan) } == .init(kind: .notANumber, subject: "column 1 (y)"))
    #expect(fault { $0.setCost(ofColumn: 1, .infinity) }?.kind == .notANumber)
    #expect(fault { $0.setBounds(ofColumn: 0, .between(2, 1)) }?.kind == .crossedBounds)
    #expect(fault { $0.setBounds(ofColumn: 0, .atLeast(0.5)) }?.kind == .fractionalIntegerBound)
    #expect(fault { $0.setBounds(ofColumn: 0, .atLeast(.infinity)) }?.kind == .notANumber)
    #expect(fault { $0.setBounds(ofRow: 1, .between(3, 2)) }?.subject == "row 1")
    #expect(fault { $0.addRow(.free, [(2, 1)]) }?.kind == .outOfRange)
    #expect(fault { $0.addRow(.free, [(-1, 1)]) }?.kind == .outOfRange)
    #expect(fault { $0.addRow(.free, [(0, .nan)]) }?.kind == .notANumber)
    #expect(fault { _ in } == nil)
  }
}
