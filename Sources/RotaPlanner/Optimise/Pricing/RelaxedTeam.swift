import RotaEngine

/// Everybody's `RelaxedPricer`, on a few threads. What comes out does not depend on their number.
final class RelaxedTeam: @unchecked Sendable {
  let pricers: [RelaxedPricer]
  private let workspaces: [RelaxedWorkspace]

  init(problem: RosteringProblem, team: PricingTeam, scale: Int, threads: Int) {
    pricers = team.pricers.map {
      RelaxedPricer(problem: problem, person: $0.person, unit: $0.unit, weekendRole: $0.weekendRole, scale: scale)
    }
    workspaces = (0..<max(1, threads)).map { _ in RelaxedWorkspace() }
  }

  /// The answers for `people`, in their order; `charges` are everybody's.
  func answers(
    _ people: ArraySlice<Int>, prices: RosterPrices, charges: [RelaxedPricer.Charges], tries: Int, step: Double
  ) -> [RelaxedPricer.Answer?] {
    spread(people.count, threads: workspaces.count, nil) { index, lane in
      let person = people[people.startIndex + index]
      return self.pricers[person].answer(prices, charges[person], tries: tries, step: step, self.workspaces[lane])
    }
  }
}
