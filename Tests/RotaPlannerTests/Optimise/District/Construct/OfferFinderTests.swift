import Testing

@testable import RotaPlanner

/// The best offer of a day among all stations against the best at each station alone.
@Suite struct OfferFinderTests {
  private func scenario(_ allowed: [Int], seed: Int) -> Scenario {
    var random = SeededGenerator(seed: seed)
    let stations = (0..<4).map { number -> Station in
      let start = random.int(7...12)
      return .fixture(
        "s\(number)", hostHours: .daily(start, start + random.int(3...8)), minimumStaff: random.chance(20) ? 2 : 1)
    }
    return .fixture(
      days: 2, stations: stations,
      staff: [.fixture(allowedStations: allowed, homeStations: allowed.filter { $0 == 1 })])
  }

  private func offer(_ allowed: [Int], seed: Int, day: Int) -> DutyOffer? {
    let scenario = scenario(allowed, seed: seed)
    let draft = DistrictDraft(scenario, demand: deriveDemand(scenario))
    var random = SeededGenerator(seed: seed + 1_000)
    // Few different worths, so that stations tie.
    let worths = draft.worths.map { _ in random.int(-1...3) * 1_000_000 }
    return OfferFinder(law: draft.law).best(
      0, day: day, roster: draft.roster, stations: draft.stations, worths: worths)
  }

  @Test func `no station that is looked at late, or not at all, has a better offer, and of equals the first counts`() {
    var (found, ties) = (0, 0)
    for seed in 1...150 {
      for day in 0..<2 {
        let alone = (0..<4).compactMap { offer([$0], seed: seed, day: day) }
        let best = alone.reduce(nil as DutyOffer?) { $1.worth > $0?.worth ?? 0 ? $1 : $0 }
        #expect(offer([0, 1, 2, 3], seed: seed, day: day) == best, "seed \(seed)")
        if best != nil { found += 1 }
        if alone.count(where: { $0.worth == best?.worth }) > 1 { ties += 1 }
      }
    }
    #expect(found > 100)
    #expect(ties > 5)
  }
}
