import RotaEngine

/// Runs the pricing problems of many people on a few threads. What comes out does not depend on their number.
final class PricingTeam: @unchecked Sendable {
  let pricers: [PersonPricer]
  /// Threads to use from now on, at most those given at first.
  var threads: Int {
    didSet { threads = max(1, min(threads, workspaces.count)) }
  }
  private let workspaces: [PricingWorkspace]

  init(problem: RosteringProblem, scale: Int, threads: Int) {
    pricers = problem.people.indices.map { PersonPricer(problem: problem, person: $0, scale: scale) }
    self.threads = max(1, threads)
    workspaces = (0..<max(1, threads)).map { _ in PricingWorkspace() }
  }

  /// A workspace for pricing on the calling thread, while no `price` call runs.
  var workspace: PricingWorkspace { workspaces[0] }

  /// The answers for `people`, in their order, at `prices` and, where given, `charges`.
  func price(
    _ people: [Int], prices: RosterPrices, charges: GroupCharges? = nil, count: Int, meter: WorkMeter
  ) -> [PersonPricer.Answer] {
    let answers = meter.pricing {
      spread(people, PersonPricer.Answer(bound: nil, rosters: [])) { pricer, workspace in
        let prices = charges?.prices(prices, for: pricer.person) ?? prices
        return pricer.price(prices, work: workspace, count: count)
      }
    }
    for answer in answers { meter.note(sweep: answer.work) }
    return answers
  }

  /// The least cost through each duty for `people`, in their order.
  func through(_ people: [Int], prices: RosterPrices, meter: WorkMeter) -> [PersonPricer.Through?] {
    let answers = meter.pricing { spread(people, nil) { $0.through(prices, work: $1) } }
    for answer in answers { meter.note(through: answer?.work) }
    return answers
  }

  /// `body` for each of `people`, on all threads; each person's answer depends on that person alone.
  private func spread<Answer: Sendable>(
    _ people: [Int], _ empty: Answer, _ body: @Sendable (PersonPricer, PricingWorkspace) -> Answer
  ) -> [Answer] {
    RotaEngine.spread(people.count, threads: threads, empty) { body(self.pricers[people[$0]], self.workspaces[$1]) }
  }
}
