import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Limits of the solver")
struct GLPKLimitsTests {
  /// Far too hard to be solved in any time a test may take.
  private let hard = RandomModels.hardCovering(rows: 150, columns: 300, seed: 9)

  @Test func aPassedDeadlineEndsWithoutAPoint() throws {
    let outcome = try GLPKMixedInteger.solve(hard, options: .init(limits: SolveLimits(deadline: .now)))
    #expect(outcome.stop == .timeLimit)
    #expect(outcome.point == nil)
    #expect(outcome.bound == -.infinity)
    #expect(outcome.gap == nil)
  }

  @Test func aPassedDeadlineKeepsAFeasibleStart() throws {
    let start = [Double](repeating: 1, count: hard.columnCount)
    let outcome = try GLPKMixedInteger.solve(hard, options: .init(start: start, limits: SolveLimits(deadline: .now)))
    #expect(outcome.stop == .timeLimit)
    #expect(outcome.point?.values == start)
  }

  @Test func aDeadlineInTheSearchKeepsStartAndBound() throws {
    let start = [Double](repeating: 1, count: hard.columnCount)
    let limits = SolveLimits(deadline: .now + .milliseconds(700))
    let outcome = try GLPKMixedInteger.solve(hard, options: .init(start: start, limits: limits))
    let point = try #require(outcome.point)
    #expect(outcome.stop == .timeLimit)
    #expect(hard.isFeasible(point.values))
    #expect(point.objective <= hard.objective(of: start))
    #expect(outcome.bound <= point.objective)
  }

  @Test func theNodeLimitGivesTheSameAnswerEachTime() throws {
    func solve() throws -> LinearOutcome {
      try GLPKMixedInteger.solve(hard, options: .init(limits: SolveLimits(nodes: 40)))
    }
    let first = try solve()
    #expect(first.stop == .workLimit)
    #expect(first.nodes > 40 && first.nodes < 60)
    #expect(first.bound.isFinite && first.bound > 0)
    #expect(try solve() == first)
  }

  @Test func theIterationLimitEndsInTheRoot() throws {
    let outcome = try GLPKMixedInteger.solve(hard, options: .init(limits: SolveLimits(iterations: 5)))
    #expect(outcome.stop == .workLimit)
    #expect(outcome.iterations == 5)
    #expect(outcome.nodes == 0)
  }

  @Test func aLateFlagFollowsTheFirstAfterItsSeconds() {
    let first = CancelFlag()
    let (late, soon) = (CancelFlag(after: first, seconds: 1000), CancelFlag(after: first, seconds: 0))
    #expect(!late.isRaised && !soon.isRaised)
    first.raise()
    #expect(!late.isRaised && soon.isRaised)
    late.raise()
    #expect(late.isRaised)
  }

  @Test func aFlagRaisedInTheSearchStopsIt() throws {
    let cancel = CancelFlag()
    let start = [Double](repeating: 1, count: hard.columnCount)
    var told = 0
    let outcome = try GLPKMixedInteger.solve(
      hard, options: .init(start: start, limits: SolveLimits(cancel: cancel))
    ) { incumbent in
      told += 1
      #expect(incumbent.values.map(hard.objective(of:)) == incumbent.objective)
      #expect(incumbent.bound <= incumbent.objective)
      cancel.raise()
    }
    #expect(told > 0)
    #expect(outcome.stop == .cancelled)
    #expect(outcome.point != nil)
    #expect(outcome.bound.isFinite)
  }

  @Test func anInfeasibleStartIsIgnored() throws {
    let model = RandomModels.hardCovering(rows: 12, columns: 24, seed: 2)
    let nothing = [Double](repeating: 0, count: model.columnCount)
    let outcome = try GLPKMixedInteger.solve(model, options: .init(start: nothing))
    #expect(outcome.stop == (try GLPKMixedInteger.solve(model).stop))
    #expect(outcome.point?.objective ?? 1 > 0)
  }

  @Test func aWantedGapIsEnough() throws {
    let model = RandomModels.hardCovering(rows: 40, columns: 80, seed: 6)
    let outcome = try GLPKMixedInteger.solve(model, options: .init(relativeGap: 0.5))
    #expect(outcome.stop == .gapReached || outcome.stop == .optimal)
    #expect(try #require(outcome.gap) <= 0.5)
  }
}
