import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Solver of free starts")
struct SlotSolverTests {
  @Test("Bounds never exceed the optimum, and the search finds the optimum of small problems", arguments: 0..<20)
  func boundsHoldAndOptimaAreFound(seed: UInt64) throws {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: seed % 3 == 0)
    let result = SlotSolver.solve(problem, options: SlotOptions(workLimit: 15, seed: seed))
    guard let optimum = SlotProblemOracle.optimum(problem) else {
      #expect(result.rota == nil)
      return
    }
    let rota = try #require(result.rota)
    #expect(rota.worth(problem) == (result.shortage, result.penalty))
    #expect((result.shortage, result.penalty) == optimum)
    if optimum.shortage == 0 { #expect(result.bound <= optimum.penalty) }
    for (person, duties) in zip(problem.people, rota.duties) {
      #expect(SlotProblemOracle.rosters(person, problem).contains(duties))
    }
  }

  @Test("The same price for all slots makes a bound below the optimum", arguments: 0..<20)
  func evenPricesMakeABound(seed: UInt64) {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: false)
    guard let optimum = SlotProblemOracle.optimum(problem) else { return }
    #expect(SlotBound(problem).allocation().bound <= optimum.penalty)
  }

  @Test("Steps of the volume algorithm never lower the bound nor lift it above the optimum", arguments: 0..<20)
  func volumeBoundsHold(seed: UInt64) throws {
    let problem = SlotProblemOracle.problem(seed, shortageIsHard: seed % 3 == 0)
    guard let optimum = SlotProblemOracle.optimum(problem), optimum.shortage == 0 else { return }
    var method = SlotVolume(SlotBound(problem), from: [Double](repeating: 0, count: problem.slotCount))
    var last = Int.min
    for _ in 0..<60 where !method.isDone {
      method.advance(target: optimum.penalty)
      let bound = try #require(method.bound)
      #expect(bound >= last)
      #expect(bound <= optimum.penalty)
      last = bound
    }
  }

  @Test("A person who must work on as many days as rest days allow gets a roster, whatever chance draws")
  func fullestRosterIsFound() throws {
    let row = CoverRow(least: 0, most: 0, under: .linear(0), over: .linear(1))
    let problem = SlotProblem(
      slotCount: 56, placeCount: 1, starts: (0..<28).map { [2 * $0] }, dutyLength: 1...1, leastSegment: 1, rest: 0,
      mostDaysInARow: 2, people: [.init(slots: 19...19)], rows: .init(repeating: row, count: 56), shortageIsHard: true)
    for seed in 1...20 as ClosedRange<UInt64> {
      let result = SlotSolver.solve(problem, options: SlotOptions(workLimit: 1, seed: seed))
      let rota = try #require(result.rota, "seed \(seed)")
      let days = rota.duties[0].map { $0.start / 2 }
      #expect(days.count == 19)
      #expect(zip(days, days.dropFirst(2)).allSatisfy { $1 - $0 > 2 })
    }
  }

  @Test("A shortage is not kept for the sake of a surplus that would cost more")
  func shortageComesFirst() {
    // All eight must take the last start, though the slot before the wanted one then has a surplus of eight.
    var rows = [CoverRow](
      repeating: CoverRow(least: 0, most: 0, under: .linear(0), over: .quadratic(1)), count: 8)
    rows[7].least = 8
    rows[7].most = 8
    let problem = SlotProblem(
      slotCount: 8, placeCount: 1, starts: [[0, 2, 4, 6]], dutyLength: 2...2, leastSegment: 1, rest: 0,
      mostDaysInARow: 1, people: .init(repeating: .init(slots: 2...2), count: 8), rows: rows, shortageIsHard: true)
    let result = SlotSolver.solve(problem, options: SlotOptions(workLimit: 200))
    #expect(result.penalty == 64)
    #expect(result.shortage == 0)
  }

  @Test("One thread and two give the same rota", arguments: [1] as [UInt64])
  func threadsDoNotMatter(seed: UInt64) throws {
    let problem = try week()
    let results = [1, 2, 2].map { threads in
      SlotSolver.solve(problem, options: SlotOptions(workLimit: 60, seed: seed, threads: threads))
    }
    #expect(results[0].rota == results[1].rota)
    #expect(results[1].rota == results[2].rota)
    #expect(results[0].work == results[1].work)
  }

  @Test("A raised flag stops the search with a lawful rota")
  func stopsWhenAsked() throws {
    let flag = CancelFlag()
    flag.raise()
    let result = SlotSolver.solve(try week(), options: SlotOptions(stop: flag))
    let rota = try #require(result.rota)
    #expect(rota.worth(try week()) == (result.shortage, result.penalty))
    #expect(result.bound <= result.penalty)
  }

  @Test("The search's rota of a published kind of problem passes the checker")
  func rotasPassTheChecker() throws {
    let instance = try MultiActivityInstance(text: weekText())
    let result = SlotSolver.solve(SlotProblem(instance), options: SlotOptions(workLimit: 40))
    let check = MultiActivityCheck(try #require(result.rota).multiActivity(instance), of: instance)
    #expect(check.violations.filter { $0.rule != .cover } == [])
    #expect(check.penalty == result.penalty)
    #expect(check.missing == result.shortage)
  }

  @Test("Limits that no whole quarter meets leave no rota")
  func impossibleMinutesLeaveNoRota() throws {
    let text = weekText().replacing("A,900,1800", with: "A,365,370")
    let result = SlotSolver.solve(
      SlotProblem(try MultiActivityInstance(text: text)), options: SlotOptions(workLimit: 10))
    #expect(result.rota == nil)
  }

  private func week() throws -> SlotProblem { SlotProblem(try MultiActivityInstance(text: weekText())) }

  private func weekText() -> String {
    var lines = ["SECTION_HORIZON", "7", "SECTION_TASKS", "2", "SECTION_STAFF"]
    for person in ["A", "B", "C", "D", "E", "F"] { lines.append("\(person),900,1800") }
    lines.append("SECTION_COVER")
    for day in 1...7 {
      for hour in 8..<20 {
        let clock = hour < 10 ? "0\(hour)" : "\(hour)"
        lines.append("\(day),\(clock):00-\(clock):15,1,\(hour % 2),1")
        lines.append("\(day),\(clock):15-\(clock):30,2,0,\(hour % 3)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
