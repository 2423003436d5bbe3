import RotaEngine

/// Rosters built one person after the other, each the best answer to what the others leave open.
struct GreedyRosters {
  let problem: RosteringProblem
  let team: PricingTeam
  let scale: Int
  let meter: WorkMeter
  /// Charges that keep the limits on groups of duties, once they are known.
  var charges: GroupCharges?
  /// By person, the mean cover of each row, once it is known: the way that rosters of long horizons run.
  var means: [[Float]]?

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
      let prices = RosterPrices(problem: problem, scale: scale, cover: cover)
      guard let roster = roster(of: person, at: prices) else { return .failure(NoRoster(person: person)) }
      for row in roster.rows { cover[Int(row)] += 1 }
      rosters.append(roster)
    }
    for _ in 0..<sweeps {
      var changed = false
      for person in problem.people.indices where limits.stopNow == nil {
        for row in rosters[person].rows { cover[Int(row)] -= 1 }
        let prices = RosterPrices(problem: problem, scale: scale, cover: cover)
        if let roster = roster(of: person, at: prices), price(roster, prices) < price(rosters[person], prices) {
          rosters[person] = roster
          changed = true
        }
        for row in rosters[person].rows { cover[Int(row)] += 1 }
      }
      if !changed { break }
    }
    return .success(RosterSolution(problem: problem, rosters: rosters))
  }

  /// A lawful roster that is cheap at `prices`, the cheapest where that can be worked out; nil when none is found.
  func roster(of person: Int, at prices: RosterPrices) -> RosterColumn? {
    let kinds = meter.pricing { cheapest(team.pricers[person], prices) }
    return kinds.map { RosterColumn(problem: problem, person: person, kinds: $0) }
  }

  private func price(_ roster: RosterColumn, _ prices: RosterPrices) -> Int {
    roster.kinds.enumerated().reduce(roster.cost * scale) { sum, day in
      day.element < 0 ? sum : sum + Int(prices.duty[day.offset * problem.kindCount + Int(day.element)])
    }
  }

  private func cheapest(_ pricer: PersonPricer, _ prices: RosterPrices) -> [Int32]? {
    let charged = charges?.prices(prices, for: pricer.person) ?? prices
    if !pricer.isHeavy, let kinds = counted(pricer, charged) { return kinds }
    if let means, let kinds = along(means, pricer, charged) { return kinds }
    if charges != nil, let kinds = pricer.rationed(charged, work: team.workspace, meter: meter) { return kinds }
    if let kinds = pricer.paced(prices, work: team.workspace, meter: meter) { return kinds }
    return pricer.isHeavy ? counted(pricer, charged) : nil
  }

  /// A cheap roster near the person's mean.
  private func along(_ means: [[Float]], _ pricer: PersonPricer, _ charged: RosterPrices) -> [Int32]? {
    let mean = means[pricer.person]
    // What covers several rows is told by the first.
    let duties = problem.coverage.map { rows in rows.first.map { mean[$0] } ?? 0 }
    return pricer.near(duties, charged, work: team.workspace, meter: meter)
  }

  /// The cheapest roster, unless it breaks a limit that could not be counted.
  private func counted(_ pricer: PersonPricer, _ prices: RosterPrices) -> [Int32]? {
    let answer = pricer.price(prices, work: team.workspace, count: 1)
    meter.note(sweep: answer.work)
    return answer.rosters.first?.kinds
  }
}

/// Nobody can give this person a lawful roster.
struct NoRoster: Error, Sendable {
  var person: Int
}
