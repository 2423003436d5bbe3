/// The objective of a plan by term (docs/model.md section 5), in integers: the optimiser's own account.
struct PlanAccount: Hashable, Sendable {
  /// One score a term.
  let objective: Objective
  /// Behind O8.
  let money: PlanMoney

  /// The objective when nothing is planned.
  static func emptyObjective(_ scenario: Scenario, _ demand: DerivedDemand) -> Score {
    PlanAccount(of: .empty(for: scenario), duties: [], scenario: scenario, demand: demand).objective.total
  }

  /// `duties` are the plan's duties with their amounts, in any order.
  init(of plan: Plan, duties: [DutyCandidate], scenario: Scenario, demand: DerivedDemand) {
    money = PlanMoney(of: plan, duties: duties, scenario: scenario)
    let prices = OpeningPrices(scenario)
    let days = StationDays(scenario)
    let kits = plan.kitsBySite(siteCount: scenario.delivery.sites.count)
    let money = money.total
    objective = Objective(
      terms: ObjectiveTerm.allCases.map { term in
        switch term {
        case .promises: prices.promises(plan.openings)
        case .refuge: prices.refuge(plan.openings)
        case .visits: Self.visits(plan, demand)
        case .kits: Self.kits(kits, scenario.delivery)
        case .trades: Self.trades(kits, scenario)
        case .fairness: Self.fairness(duties, scenario)
        case .wishes: Self.wishes(duties, scenario)
        case .cost: Score(micro: Self.floorDivide(money.milliFen * scenario.weights.yuan.micro, by: 100_000))
        case .guaranteed: Self.guaranteed(duties, scenario)
        case .continuity: duties.reduce(.zero) { $0 + $1.away }
        case .distance:
          scenario.weights.metre * plan.runs.reduce(0) { $0 + $1.metres(in: scenario.delivery) }
        case .openings: scenario.weights.extraOpening * days.extraOpenings(plan.openings)
        case .days: scenario.weights.brokenDay * days.brokenDays(plan.openings)
        }
      })
  }

  private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }

  private static func visits(_ plan: Plan, _ demand: DerivedDemand) -> Score {
    let all = demand.items.reduce(Score.zero) { $0 + $1.weight * $1.visits }
    return plan.served.reduce(all) { $0 - demand.items[$1.item].weight * $1.count }
  }

  private static func kits(_ kits: [Int], _ delivery: Delivery) -> Score {
    zip(delivery.sites, kits).reduce(.zero) { sum, pair in
      let (site, count) = pair
      let first = max(0, site.firstNeed - count)
      let second = site.secondNeed - max(0, count - site.firstNeed)
      return sum + site.firstKitWeight * first + site.secondKitWeight * second
    }
  }

  private static func trades(_ kits: [Int], _ scenario: Scenario) -> Score {
    let missed = scenario.delivery.pricedTrades.count { sites in !sites.contains { kits[$0] > 0 } }
    return scenario.weights.tradeMissed * missed
  }

  private static func fairness(_ duties: [DutyCandidate], _ scenario: Scenario) -> Score {
    var points = Array(
      repeating: [Int](repeating: 0, count: BurdenClass.allCases.count), count: scenario.staff.count)
    for duty in duties {
      for burden in BurdenClass.allCases { points[duty.staff][burden.rawValue] += duty.points[burden.rawValue] }
    }
    return scenario.staff.indices.reduce(.zero) { sum, staff in
      BurdenClass.allCases.reduce(sum) { sum, burden in
        let above = points[staff][burden.rawValue] - scenario.fairAllowance(of: staff, burden)
        return sum + scenario.weights.burdenPoint[burden.rawValue] * max(0, above)
      }
    }
  }

  /// All wishes for duties are unmet at first; a duty's own amount holds what it changes.
  private static func wishes(_ duties: [DutyCandidate], _ scenario: Scenario) -> Score {
    let unmet = scenario.staff.reduce(Score.zero) { sum, person in
      person.wishes.filter { $0.kind == .on }.reduce(sum) { $0 + $1.weight }
    }
    return duties.reduce(unmet) { $0 + $1.wishes }
  }

  private static func guaranteed(_ duties: [DutyCandidate], _ scenario: Scenario) -> Score {
    let hours = RosterHours(duties: duties, scenario: scenario)
    return scenario.staff.indices.reduce(.zero) { sum, staff in
      (0..<scenario.horizon.weekCount).reduce(sum) { sum, week in
        let need = RosterHours.guaranteedNeed(staff: staff, week: week, scenario: scenario)
        return sum + scenario.weights.guaranteedHour.perHour(for: max(0, need - hours.paid[staff][week]))
      }
    }
  }
}

extension PlanAccount {
  /// What runs alone cost: O4, O5, O11 and O8 of their money, and that money.
  static func delivery(_ runs: [Run], _ scenario: Scenario) -> (price: Score, money: Money) {
    let plan = Plan(openings: [], duties: [], served: [], runs: runs)
    let account = PlanMoney(of: plan, duties: [], scenario: scenario)
    let money = account.kits + account.driving
    let kits = plan.kitsBySite(siteCount: scenario.delivery.sites.count)
    let metres = runs.reduce(0) { $0 + $1.metres(in: scenario.delivery) }
    let cost = Score(micro: Int(scenario.weights.micro(of: money).rounded()))
    let price =
      Self.kits(kits, scenario.delivery) + trades(kits, scenario) + scenario.weights.metre * metres + cost
    return (price, money)
  }
}

extension Plan {
  /// Kits that each site gets in all runs.
  func kitsBySite(siteCount: Int) -> [Int] {
    var kits = [Int](repeating: 0, count: siteCount)
    for stop in runs.flatMap(\.stops) { kits[stop.site] += stop.kits.reduce(0) { $0 + $1.count } }
    return kits
  }
}

extension Delivery {
  /// The sites of each trade that O5 prices as long as no kit has reached it, in the order of `trades`.
  var pricedTrades: [[Int]] {
    trades.compactMap { trade in
      let own = sites.indices.filter { sites[$0].trade == trade }
      let isOpen = own.contains { sites[$0].firstNeed > 0 } && own.allSatisfy { sites[$0].servedBefore == 0 }
      return isOpen ? own : nil
    }
  }
}

extension Scenario {
  /// O6: points that the person may carry before they are priced.
  func fairAllowance(of staff: Int, _ burden: BurdenClass) -> Int {
    let index = burden.rawValue
    let sum = self.staff.reduce(0) { $0 + $1.ledger.burdens[index] }
    return max(0, fairness.allowance[index] + sum / max(1, self.staff.count) - self.staff[staff].ledger.burdens[index])
  }
}
