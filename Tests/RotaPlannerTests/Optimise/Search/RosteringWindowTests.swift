import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite struct RosteringWindowTests {
  /// A random start of two lawful rosters, and a window on some of its days.
  private struct Case {
    let instance: ShiftSchedulingInstance
    let problem: RosteringProblem
    let lawful: [[[Int?]]]
    let start: RosterSolution
    let free: Range<Int>

    init?(seed: Int) throws {
      instance = try RandomShiftScheduling.instance(seed: UInt64(seed) &+ 900, days: 8, people: 2, shifts: 2)
      problem = RosteringProblem(instance)
      var random = SeededRandom(seed: UInt64(seed))
      var rosters: [RosterColumn] = []
      var all: [[[Int?]]] = []
      for person in 0..<2 {
        all.append(RandomShiftScheduling.lawfulRosters(instance, person: person))
        guard let roster = all[person].randomElement(using: &random) else { return nil }
        rosters.append(RosterColumn(problem: problem, person: person, kinds: roster.map { Int32($0 ?? -1) }))
      }
      lawful = all
      start = RosterSolution(problem: problem, rosters: rosters)
      let first = Int.random(in: 0...5, using: &random)
      free = first..<Int.random(in: first + 2...8, using: &random)
    }
  }

  @Test(arguments: 1...60)
  func aWindowHoldsJustTheLawfulRostersThatAgreeOutside(seed: Int) throws {
    guard let given = try Case(seed: seed) else { return }
    let problem = given.problem
    let window = RosteringWindow(
      problem, start: given.start, people: [0, 1], free: given.free,
      masks: problem.people.map { DayMask(person: $0) })
    for (index, person) in window.people.enumerated() {
      let present = given.start.rosters[person].kinds
      let costs = given.lawful[person].filter { roster in
        roster.indices.allSatisfy { given.free.contains($0) || Int32(roster[$0] ?? -1) == present[$0] }
      }.map { RosterColumn(problem: problem, person: person, kinds: $0.map { Int32($0 ?? -1) }).cost }
      let outside = given.start.rosters[person].cost - ownCost(window, index, window.present[index])
      let pricer = PersonPricer(problem: window.problem, person: index, scale: 16)
      let prices = RosterPrices(
        problem: window.problem, scale: 16, duals: [Double](repeating: 0, count: window.problem.rows.count))
      let answer = pricer.price(prices, work: PricingWorkspace(), count: 3)
      let found = try #require(answer.bound) / 16 + outside
      // A run that reaches back to before the horizon is taken to be just lawful, which can be stricter.
      let reachesBack = window.days.lowerBound > 0 && present[..<window.days.lowerBound].allSatisfy { $0 >= 0 }
      if reachesBack { #expect(found >= costs.min() ?? .max) } else { #expect(found == costs.min()) }
      for roster in answer.rosters {
        let whole = window.whole(index, roster.kinds, in: given.start.rosters, problem)
        #expect(given.lawful[person].contains(whole.kinds.map { $0 < 0 ? nil : Int($0) }))
      }
    }
  }

  private func ownCost(_ window: RosteringWindow, _ index: Int, _ kinds: [Int32]) -> Int {
    RosterColumn(problem: window.problem, person: index, kinds: kinds).cost
  }

  private static let methods: [Neighbourhood.Method] = [
    .columns, .annealing(RosterAnnealing.Schedule(hot: 10, cold: 1, units: 20_000)),
  ]

  /// The part's objective is the whole's.
  @Test(arguments: 1...20, methods)
  func theObjectiveOfAPartIsThatOfTheWhole(seed: Int, method: Neighbourhood.Method) throws {
    guard let given = try Case(seed: seed) else { return }
    let problem = given.problem
    let masks = problem.people.map { DayMask(person: $0) }
    let search = Neighbourhood(
      method: method, whole: problem, start: given.start, cutoff: given.start.objective, people: [0, 1],
      days: given.free, masks: masks, duals: [], pool: [[], []], seed: 3, limits: .none, workLimit: 100_000)
    let outcome = try search.search()
    let solution = given.start.replacing(outcome.rosters, problem: problem)
    #expect(outcome.rosters.isEmpty || solution.objective < given.start.objective)
    let check = ShiftSchedulingCheck(
      given.instance, rosters: solution.rosters.map { $0.kinds.map { $0 < 0 ? nil : Int($0) } })
    #expect(check.violations == [])
    #expect(check.penalty == solution.objective)
  }
}
