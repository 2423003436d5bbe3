import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Times of duties without their places")
struct SlotTimesTests {
  @Test("With all places made one a rota never costs more", arguments: 0..<20)
  func poolingIsARelaxation(seed: UInt64) throws {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: seed % 2 == 0)
    let result = SlotSolver.solve(problem, options: SlotOptions(workLimit: 2, seed: seed))
    guard let rota = result.rota else { return }
    let pooled = worth(rota, problem)
    #expect(pooled.shortage <= result.shortage)
    #expect(
      pooled.shortage * Self.weight + pooled.penalty <= result.shortage * Self.weight + result.penalty)
  }

  @Test("The search for times keeps every roster lawful and its own account right", arguments: 0..<20)
  func timesStayLawful(seed: UInt64) throws {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: seed % 2 == 0)
    let pooled = problem.pooled
    let search = SlotSearch(pooled, priced: problem, seed: seed, threads: 2)
    guard search.construct() else { return }
    for round in 0..<3 {
      search.advance(progress: Double(round) / 3)
      let best = search.best
      #expect(worth(best.rota, problem) == (best.shortage, best.penalty))
      for (person, duties) in zip(pooled.people, best.rota.duties) {
        #expect(SlotProblemOracle.rosters(person, pooled).contains(duties))
      }
    }
  }

  @Test("Places found for given times leave the times alone", arguments: 0..<10)
  func placesLeaveTimes(seed: UInt64) throws {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: true)
    let times = SlotSearch(problem.pooled, priced: problem, seed: seed, threads: 1)
    guard times.construct() else { return }
    let search = SlotSearch(problem, seed: seed, threads: 1)
    search.keepsTimes = true
    search.begin(withTimesOf: times.best.rota)
    search.advance(progress: 0.5)
    let best = search.best
    #expect(best.rota.worth(problem) == (best.shortage, best.penalty))
    for (found, given) in zip(best.rota.duties, times.best.rota.duties) {
      #expect(found.map(\.start) == given.map(\.start))
      #expect(found.map(\.places.count) == given.map(\.places.count))
    }
  }

  private static let weight = 1000

  /// Shortage and penalty of a rota's times in the pooled problem, counted afresh.
  private func worth(_ rota: SlotRota, _ problem: SlotProblem) -> (shortage: Int, penalty: Int) {
    let grid = SlotGrid(problem.pooled)
    var random = SeededRandom(seed: 0)
    let state = SlotState(grid, priced: problem, shortageWeight: Self.weight, noise: 0, random: &random)
    for (person, duty) in rota.duties.enumerated().flatMap({ person, duties in duties.map { (person, $0) } }) {
      let start = grid.startAtOrAfter[duty.start]
      let cell = person * grid.dayCount + Int(grid.startDay[start])
      state.startOf[cell] = Int32(start)
      state.lengthOf[cell] = Int32(duty.places.count)
      state.count(cell, sign: 1)
    }
    return (state.shortage, state.penalty)
  }
}
