import Testing

@testable import RotaPlanner

/// The split of a person's hours over days against all ways to choose offers.
@Suite struct WeekSplitTests {
  private struct Case {
    let mostInARow: Int?
    let before: Int
    let mostAWeek: Int?
    /// By week and day.
    let offers: [[[(slots: Int, worth: Double)]]]
    let mostSlots: Int

    func cost(_ slots: Int) -> Double { Double(max(0, 4 - slots)) * 1.5 + Double(max(0, slots - 5)) * 2 }
  }

  private func random(_ random: inout SeededGenerator) -> Case {
    let most = random.int(1...6)
    let mostSlots = random.int(most...9)
    let weeks = (0..<random.int(1...2)).map { _ in
      (0..<random.int(2...3)).map { _ in
        (1...most).filter { _ in random.int(0...2) > 0 }.map { (slots: $0, worth: Double(random.int(-4...16)) / 4) }
      }
    }
    return Case(
      mostInARow: random.int(0...3) == 0 ? nil : random.int(1...3), before: random.int(0...4),
      mostAWeek: random.int(0...2) == 0 ? nil : random.int(0...3), offers: weeks,
      mostSlots: mostSlots)
  }

  /// The worth of these slots by day; nil when they break a limit or are not offered.
  private func worth(_ slots: [Int], _ test: Case) -> Double? {
    var (total, day, inARow) = (0.0, 0, test.before)
    for week in test.offers {
      var (sum, worked) = (0, 0)
      for offers in week {
        let count = slots[day]
        day += 1
        inARow = count > 0 ? inARow + 1 : 0
        if count == 0 { continue }
        guard let offer = offers.first(where: { $0.slots == count }) else { return nil }
        if let most = test.mostInARow, inARow > most { return nil }
        worked += 1
        if let most = test.mostAWeek, worked > most { return nil }
        total += offer.worth
        sum += count
      }
      if sum > test.mostSlots { return nil }
      total -= test.cost(sum)
    }
    return total
  }

  private func bestByListing(_ test: Case) -> Double {
    let days = test.offers.flatMap { $0 }
    var lists: [[Int]] = [[]]
    for offers in days { lists = lists.flatMap { list in ([0] + offers.map(\.slots)).map { list + [$0] } } }
    return lists.compactMap { worth($0, test) }.max()!
  }

  @Test(arguments: 1...200) func equalsTheListOfAllSplits(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let test = random(&generator)
    var split = WeekSplit(mostInARow: test.mostInARow, before: test.before, mostAWeek: test.mostAWeek)
    for week in test.offers {
      split.beginWeek(mostSlots: test.mostSlots)
      for offers in week { split.addDay(offers) }
      split.endWeek(cost: test.cost)
    }
    let best = split.best()
    #expect(best.worth == bestByListing(test), "seed \(seed)")
    #expect(worth(best.slots, test) == best.worth, "seed \(seed)")
  }

  @Test func aLedgerBeyondTheLimitForbidsWorkUntilADayOff() {
    var split = WeekSplit(mostInARow: 2, before: 5)
    split.beginWeek(mostSlots: 10)
    for _ in 0..<4 { split.addDay([(slots: 1, worth: 1)]) }
    split.endWeek { _ in 0 }
    #expect(split.best().slots == [0, 1, 1, 0])
  }
}
