import Testing

@testable import RotaPlanner

/// The sweep over a station's days against all sequences of states, each priced as planning prices its openings.
@Suite struct CellDaysTests {
  @Test func `the cheapest way is that of all sequences`() {
    for seed in 1...60 {
      var random = SeededGenerator(seed: 53_000 + seed)
      let scenario = scenario(&random)
      let slots = scenario.horizon.slotCount
      let choices = (0..<slots).map { _ in
        CellRelaxation.Choice(
          closed: state(&random), selfService: state(&random), staffed: CellRelaxation.State(cost: cost(&random)))
      }
      let days = StationDays(scenario)
      var least = Double.infinity
      list(slots) { row in
        let sum = row.indices.reduce(0.0) { $0 + self.cost(choices[$1], row[$1]) }
        least = min(least, sum + self.price([row], days, scenario.weights))
      }
      let (found, states) = CellDays(scenario).best(choices, station: 0)
      #expect(found == least, "seed \(seed)")
      #expect(states.count == slots)
    }
  }

  private func scenario(_ random: inout SeededGenerator) -> Scenario {
    let hosts = random.pick([[Interval(0, 2880)], [Interval(0, 960), Interval(1200, 2880)]])
    return .fixture(
      days: 2, slotMinutes: random.pick([360, 480]),
      stations: [
        .fixture(
          hostHours: hosts, promisedHours: random.pick([[], [Interval(480, 1200)], [Interval(960, 1920)]]),
          promiseKeptBySelfService: random.chance(50))
      ],
      staff: [
        .fixture(
          available: [], ledger: random.chance(40) ? .fixture(lastDutyEnd: 480, lastDutyStation: 0) : .blank)
      ],
      weights: .fixture(
        extraOpening: Score(micro: random.pick([0, 3, 7])), brokenDay: Score(micro: random.pick([0, 4, 9]))))
  }

  private func cost(_ random: inout SeededGenerator) -> Double { Double(random.int(0...9)) }

  private func state(_ random: inout SeededGenerator) -> CellRelaxation.State {
    random.chance(15) ? .impossible : CellRelaxation.State(cost: cost(&random))
  }

  private func cost(_ choice: CellRelaxation.Choice, _ opening: Opening) -> Double {
    switch opening {
    case .closed: choice.closed.cost
    case .selfService: choice.selfService.cost
    case .staffed: choice.staffed.cost
    }
  }

  private func price(_ openings: [[Opening]], _ days: StationDays, _ weights: Weights) -> Double {
    Double(
      days.extraOpenings(openings) * weights.extraOpening.micro + days.brokenDays(openings) * weights.brokenDay.micro)
  }

  private func list(_ slots: Int, _ body: ([Opening]) -> Void) {
    var row = [Opening](repeating: .closed, count: slots)
    func grow(_ next: Int) {
      guard next < slots else { return body(row) }
      for opening in [Opening.closed, .selfService, .staffed] {
        row[next] = opening
        grow(next + 1)
      }
    }
    grow(0)
  }
}
