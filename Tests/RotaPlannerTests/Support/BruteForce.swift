@testable import RotaPlanner

/// The best whole plan of a micro scenario, by listing all of them; only the checker says what is lawful and what it costs.
///
/// A whole plan is a roster for everybody, runs for the slots that have a crew, a choice of self-service slots, and served visits. The
/// objective's terms but O8, O12 and O13, and the money, are sums over people, runs and station slots (docs/model.md, sections 5 and 6), so
/// each part is priced once, by checking a plan that holds nothing else, and sums rank the whole plans; O12 and O13 are read off each whole
/// table of openings. The checker then reads the whole plans from the best sum on; the first lawful one is the optimum. `isExact` tells
/// whether the sums were the checker's objectives.
struct BruteForce {
  /// What the search found.
  struct Outcome {
    /// A best lawful plan; nil when there is none at all.
    var best: (plan: Plan, objective: Score)?
    /// Whole plans listed.
    var plans = 0
    /// Whether every whole plan that the checker read cost what its parts cost.
    var isExact = true
  }

  /// Price without O8 (and but for whole tables of openings without O12 and O13), in millionths, and money, in thousandths of a fen, above the plan that does nothing.
  struct Part {
    var micro: Int
    var money: Int

    static func + (left: Part, right: Part) -> Part {
      Part(micro: left.micro + right.micro, money: left.money + right.money)
    }
  }

  let scenario: Scenario
  let demand: DerivedDemand
  private let nothing: Part
  /// Most whole rotas, and most whole plans.
  private static let (rotas, plans) = (4_000, 60_000)

  init(_ scenario: Scenario) {
    self.scenario = scenario
    demand = deriveDemand(scenario)
    nothing = BruteForce.price(check(scenario, demand: demand, plan: .empty(for: scenario)))
  }

  /// The optimum; nil when there are too many plans to list.
  func outcome() -> Outcome? {
    let rosters = BruteForceRosters(self)
    let own = scenario.staff.indices.map(rosters.rosters)
    guard own.reduce(1, { min($0 * $1.count, Self.rotas + 1) }) <= Self.rotas else { return nil }
    var rotas: [(duties: [Duty], part: Part)] = [([], nothing)]
    for choices in own {
      rotas = rotas.flatMap { rota in choices.map { (rota.duties + $0.duties, rota.part + $0.part) } }
    }
    let runs = BruteForceRuns(self)
    var openings = BruteForceOpenings(self)
    var candidates: [Candidate] = []
    for rota in rotas where rosters.isPossible(rota.duties) {
      for choice in runs.choices(for: rota.duties) {
        candidates += openings.choices(for: rota.duties).map { open in
          let sum = rota.part + choice.part + open.part
          return Candidate(
            plan: Plan(
              openings: open.openings, duties: sorted(rota.duties),
              served: open.served, runs: choice.runs), micro: sum.micro + priceOfMoney(sum.money))
        }
        guard candidates.count <= Self.plans else { return nil }
      }
    }
    return judged(candidates)
  }

  private func sorted(_ duties: [Duty]) -> [Duty] {
    duties.sorted { ($0.segments[0].interval.start, $0.staff) < ($1.segments[0].interval.start, $1.staff) }
  }

  private struct Candidate {
    let plan: Plan
    let micro: Int
  }

  private func judged(_ candidates: [Candidate]) -> Outcome {
    var outcome = Outcome(plans: candidates.count)
    for (index, candidate) in candidates.sorted(by: { $0.micro < $1.micro }).enumerated() {
      // After the optimum a few more are read, only to compare sums.
      guard outcome.best == nil || index < 5 else { break }
      let report = check(scenario, demand: demand, plan: candidate.plan)
      outcome.isExact = outcome.isExact && report.objective.total.micro == candidate.micro
      if report.isLawful, outcome.best == nil { outcome.best = (candidate.plan, report.objective.total) }
    }
    return outcome
  }

  // MARK: - Parts

  /// What a plan with only these things costs above the plan that does nothing.
  func part(_ plan: Plan) -> Part {
    let price = BruteForce.price(check(scenario, demand: demand, plan: plan))
    return Part(micro: price.micro - nothing.micro, money: price.money - nothing.money)
  }

  /// A plan with only these things.
  func plan(openings: [[Opening]]? = nil, duties: [Duty] = [], runs: [Run] = []) -> Plan {
    Plan(openings: openings ?? Plan.empty(for: scenario).openings, duties: duties, served: [], runs: runs)
  }

  /// The rules that the plan breaks; what concerns no rule of `rules` is not looked at.
  func breaches(_ plan: Plan, of rules: [Rule]) -> [Violation] {
    let context = CheckContext(scenario, demand: demand, plan: plan)
    return rules.flatMap { context.violations(of: $0) }
  }

  private static func price(_ report: CheckReport) -> Part {
    let apart = [ObjectiveTerm.cost, .openings, .days].reduce(0) { $0 + report.objective[$1].micro }
    return Part(micro: report.objective.total.micro - apart, money: report.money.total.milliFen)
  }

  /// O8.
  private func priceOfMoney(_ milliFen: Int) -> Int { milliFen * scenario.weights.yuan.micro / 100_000 }
}
