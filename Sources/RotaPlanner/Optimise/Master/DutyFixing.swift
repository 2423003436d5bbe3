/// Reduced-cost fixing of duties: what no roster better than the incumbent can contain is forbidden.
///
/// At any prices, the Lagrangian bound with a person's cheapest roster replaced by the cheapest one through a duty bounds every
/// solution with that duty (Irnich, Desaulniers, Desrosiers and Hadjar 2010). All numbers are whole, so nothing is lost to rounding.
struct DutyFixing {
  let master: RestrictedMaster
  let team: PricingTeam
  let scale: Int

  /// Masks without the duties and days off that only solutions of `cutoff` or more contain; nil when nothing better exists at all.
  func masks(duals: [Double], cutoff: Int) -> [DayMask]? {
    let problem = master.problem
    let prices = RosterPrices(problem: problem, scale: scale, duals: duals)
    let people = Array(problem.people.indices)
    let answers = team.through(people, prices: prices, meter: master.meter)
    var total = master.rowsTerm(prices, scale: scale)
    for answer in answers {
      guard let answer else { return nil }
      total += answer.bound
    }
    let slack = (cutoff - 1) * scale - total
    if slack < 0 { return nil }
    var masks = team.pricers.map(\.mask)
    for (person, answer) in answers.enumerated() {
      guard let answer else { return nil }
      for arc in answer.duty.indices where answer.duty[arc] - answer.bound > slack { masks[person].duty[arc] = false }
      for day in answer.off.indices where answer.off[day] - answer.bound > slack { masks[person].off[day] = false }
    }
    return masks
  }
}
