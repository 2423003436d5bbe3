/// Reads a plan against the rules of docs/model.md, in whole numbers and with no code of the optimiser.
///
/// Takes any plan, also one with indices that do not exist, times off the grid, or rows in any order: what makes no
/// sense is a violation of R00 and is left out of the rest.
///
/// - Parameters:
///   - scenario: The scenario the plan is for.
///   - demand: The demand derived from that scenario.
///   - plan: Any plan.
/// - Returns: Violations, shortages, the objective by term, money, hours, burdens and coverage.
public func check(_ scenario: Scenario, demand: DerivedDemand, plan: Plan) -> CheckReport {
  let context = CheckContext(scenario, demand: demand, plan: plan)
  let money = MoneyAccount(context).byKind
  let burdens = context.burdenShares()
  let finder = ShortageFinder(context, spent: money.total)
  return CheckReport(
    violations: context.violations(),
    shortages: finder.shortages(KitReasons(context, finder.people, spent: money.total)),
    objective: context.objective(spending: money, burdens), money: money, hours: context.staffHours(),
    burdens: burdens, coverage: context.coverage(), visitsServed: context.servedOfItem.reduce(0, Bounded.sum),
    visitsWanted: demand.items.reduce(0) { $0 + $1.visits })
}

extension CheckContext {
  /// Breaches of all rules, in the order of their ids.
  func violations() -> [Violation] { Rule.allCases.flatMap { violations(of: $0) } }

  /// Breaches of one rule.
  func violations(of rule: Rule) -> [Violation] {
    switch rule {
    case .r00: return form.violations
    case .r01: return r01()
    case .r02: return r02()
    case .r03: return r03()
    case .r04: return r04()
    case .r05: return r05()
    case .r06: return r06()
    case .r07: return r07()
    case .r08: return r08()
    case .r09: return r09()
    case .r10: return r10()
    case .r11: return r11()
    case .r12: return r12()
    case .r13: return r13()
    case .r14: return r14()
    case .r15: return r15()
    case .r16: return r16()
    case .r17: return r17()
    case .r18: return r18()
    case .r19: return r19()
    case .r20: return r20()
    case .r21: return r21()
    case .r22: return r22()
    case .r23: return r23()
    case .r24: return r24()
    case .r25: return r25()
    case .r26: return r26()
    case .r27: return r27()
    case .r28: return r28()
    case .r29: return r29()
    case .r30: return r30()
    }
  }

  /// What happens at each station in each slot.
  func coverage() -> [[SlotCoverage]] {
    stations.map { view in
      view.openings.indices.map { slot in
        SlotCoverage(
          opening: view.openings[slot], staff: view.present[slot].count, promisedMinutes: view.promised[slot],
          arrivals: view.arrivals[slot], arrivalCapacity: view.arrivalCapacity(slot),
          seatMinutes: view.seatMinutes[slot], seatCapacity: view.seatCapacity(slot))
      }
    }
  }
}
