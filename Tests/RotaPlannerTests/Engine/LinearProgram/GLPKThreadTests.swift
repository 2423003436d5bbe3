import Foundation
import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("GLPK on threads of its own")
struct GLPKThreadTests {
  private struct Refusal: Error {}

  @Test func manySolvesAtOnceGiveWhatOneGives() async throws {
    let expected = (0..<24).map { bruteForceOptimum(RandomModels.smallInteger(seed: $0)) }
    let found = try await withThrowingTaskGroup(of: (Int, Double?).self) { group in
      for seed in 0..<24 {
        group.addTask {
          let model = RandomModels.smallInteger(seed: seed)
          return (seed, try await GLPKThread.run { try GLPKMixedInteger.solve(model).point?.objective })
        }
      }
      var found = [Double?](repeating: nil, count: 24)
      for try await (seed, objective) in group { found[seed] = objective }
      return found
    }
    #expect(found == expected)
  }

  @Test func anErrorComesBackToTheCaller() async {
    await #expect(throws: Refusal.self) { try await GLPKThread.run { throw Refusal() } }
    #expect(throws: Refusal.self) { try GLPKThread.runBlocking { throw Refusal() } }
  }

  @Test func theBlockingFormRunsOnAnotherThread() throws {
    let here = ObjectIdentifier(Thread.current)
    let there = try GLPKThread.runBlocking { ObjectIdentifier(Thread.current) }
    #expect(here != there)
  }

  @Test func theStackIsDeepEnoughForDeepRecursion() throws {
    // 40,000 calls of some 100 bytes each overflow a 512 KiB stack.
    @Sendable func depth(_ left: Int) -> Int { left == 0 ? 0 : 1 + depth(left - 1) }
    #expect(try GLPKThread.runBlocking { depth(40_000) } == 40_000)
  }

  @Test func aMasterOnAForeignThreadIsRefused() throws {
    try GLPKSimplex.withMaster { master in
      nonisolated(unsafe) let smuggled = master
      #expect(throws: GLPKError.wrongThread) {
        try GLPKThread.runBlocking { try smuggled.addRows([.atLeast(1)]).count }
      }
      try master.addRows([LinearBounds.atLeast(1)])
    }
  }
}
