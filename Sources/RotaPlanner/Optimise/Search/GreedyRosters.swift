/// Rosters built one person after the other, each the best answer to what the others leave open.
struct GreedyRosters {
  let problem: RosteringProblem
  let team: PricingTeam
  let scale: Int
  let meter: WorkMeter

  /// A first solution, or the number of a person who has no lawful roster at all.
  /// People with a roster in `settled` begin with it.
  func build(
    sweeps: Int, limits: SolveLimits, settled: [RosterColumn] = []
  ) -> Result<RosterSolution, NoRoster> {
    var cover = [Int](repeating: 0, count: problem.rows.count)
    var given = [RosterColumn?](repeating: nil, count: problem.people.count)
    for roster in settled {
      given[roster.person] = roster
      for row in roster.rows { cover[Int(row)] += 1 }
    }
    var rosters: [RosterColumn] = []
    for person in problem.people.indices {
      if let roster = given[person] {
        rosters.append(roster)
        continue
      }
      guard let roster = best(person, cover) else { return .failure(NoRoster(person: person)) }
      for row in roster.rows { cover[Int(row)] += 1 }
      rosters.append(roster)
    }
    for _ in 0..<sweeps {
      var changed = false
      for person in problem.people.indices where limits.stopNow == nil {
        for row in rosters[person].rows { cover[Int(row)] -= 1 }
        if let roster = best(person, cover), roster != rosters[person] {
          rosters[person] = roster
          changed = true
        }
        for row in rosters[person].rows { cover[Int(row)] += 1 }
      }
      if !changed { break }
    }
    return .success(RosterSolution(problem: problem, rosters: rosters))
  }

  private func best(_ person: Int, _ cover: [Int]) -> RosterColumn? {
    let prices = RosterPrices(problem: problem, scale: scale, cover: cover)
    let kinds = meter.pricing { cheapest(team.pricers[person], prices) }
    return kinds.map { RosterColumn(problem: problem, person: person, kinds: $0) }
  }

  private func cheapest(_ pricer: PersonPricer, _ prices: RosterPrices) -> [Int32]? {
    if pricer.isHeavy, let kinds = pricer.paced(prices, work: team.workspace, meter: meter) { return kinds }
    let answer = pricer.price(prices, work: team.workspace, count: 1)
    meter.note(answer)
    // The cheapest roster may break a limit that could not be counted.
    return answer.rosters.first?.kinds ?? pricer.paced(prices, work: team.workspace, meter: meter)
  }
}

/// Nobody can give this person a lawful roster.
struct NoRoster: Error, Sendable {
  var person: Int
}
