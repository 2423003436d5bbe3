@testable import RotaEngine
@testable import RotaPlanner

/// Small random slot problems and their optimum by trying everything: no tables, no prices.
enum SlotProblemOracle {
  /// A problem of two or three days, one or two places and one to three people.
  static func problem(_ seed: UInt64, shortageIsHard: Bool = false) -> SlotProblem {
    var random = SeededRandom(seed: seed)
    let days = 2 + random.below(2)
    let slots = days * 5 + 1
    let places = 1 + random.below(2)
    let longest = 3 + random.below(2)
    return SlotProblem(
      slotCount: slots, placeCount: places,
      starts: (0..<days).map { day in (0..<5).filter { _ in random.below(3) > 0 }.map { day * 5 + $0 } },
      dutyLength: 2...longest, leastSegment: 1 + random.below(2), rest: 2 + random.below(3),
      mostDaysInARow: 1 + random.below(3),
      people: (0..<1 + random.below(2)).map { _ in
        let fewest = random.below(5)
        return SlotProblem.Person(slots: fewest...fewest + 1 + random.below(4))
      },
      rows: (0..<slots * places).map { _ in
        let least = random.below(2)
        return CoverRow(
          least: least, most: least + random.below(2), under: .linear(3),
          over: random.below(2) == 0 ? .quadratic(1) : .linear(2))
      },
      shortageIsHard: shortageIsHard)
  }

  /// Every way to move between the places during `length` slots.
  static func chains(_ length: Int, _ problem: SlotProblem) -> [[UInt8]] {
    if length == 0 { return [[]] }
    if length < problem.leastSegment { return [] }
    var found: Set<[UInt8]> = []
    for segment in problem.leastSegment...length {
      for rest in chains(length - segment, problem) {
        for place in 0..<problem.placeCount { found.insert([UInt8](repeating: UInt8(place), count: segment) + rest) }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Every lawful roster of a person.
  static func rosters(_ person: SlotProblem.Person, _ problem: SlotProblem) -> [[SlotDuty]] {
    let chains = problem.dutyLength.map { Self.chains($0, problem) }
    var found: [[SlotDuty]] = []
    func extend(_ roster: [SlotDuty], _ day: Int, _ run: Int) {
      if day == problem.dayCount {
        if person.slots.contains(roster.reduce(0) { $0 + $1.places.count }) { found.append(roster) }
        return
      }
      extend(roster, day + 1, 0)
      if run == problem.mostDaysInARow { return }
      let free = roster.last.map { $0.start + $0.places.count + problem.rest } ?? 0
      for start in problem.starts[day] where start >= free {
        for places in chains.joined() where start + places.count <= problem.slotCount {
          extend(roster + [SlotDuty(start: start, places: places)], day + 1, run + 1)
        }
      }
    }
    extend([], 0, 0)
    return found
  }

  /// The least objective of all rotas (shortage first where it is hard); nil when someone has no roster.
  static func optimum(_ problem: SlotProblem) -> (shortage: Int, penalty: Int)? {
    var best: (shortage: Int, penalty: Int)?
    let choices = problem.people.map { rosters($0, problem) }
    func choose(_ chosen: [[SlotDuty]]) {
      if chosen.count == choices.count {
        let worth = SlotRota(duties: chosen).worth(problem)
        if best.map({ worth < $0 }) ?? true { best = worth }
        return
      }
      for roster in choices[chosen.count] { choose(chosen + [roster]) }
    }
    choose([])
    return best
  }
}
