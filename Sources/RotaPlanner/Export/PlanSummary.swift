/// The few numbers by which a plan is judged.
public struct PlanSummary: Sendable {
  /// Visits served and wanted.
  public let visits: (served: Int, wanted: Int)
  /// Promised minutes kept and promised, inside or outside host hours.
  public let promised: (kept: Minutes, all: Minutes)
  /// Kits handed out, and first and second kits wanted.
  public let kits: (given: Int, wanted: Int)
  /// All money.
  public let cost: Money
  /// Objective of the plan.
  public let objective: Score
  /// Proved bound.
  public let bound: Score

  /// The numbers of a plan by the checker's report.
  public init(_ plan: Plan, report: CheckReport, bound: Score, scenario: Scenario) {
    visits = (report.visitsServed, report.visitsWanted)
    var kept = 0
    var all = 0
    for (station, slots) in zip(scenario.stations, report.coverage) {
      for slot in slots {
        let isKept = slot.opening == .staffed || (slot.opening == .selfService && station.promiseKeptBySelfService)
        all += slot.promisedMinutes
        kept += isKept ? slot.promisedMinutes : 0
      }
    }
    promised = (kept, all)
    let given = plan.runs.flatMap(\.stops).flatMap(\.kits).reduce(0) { $0 + $1.count }
    kits = (given, scenario.delivery.sites.reduce(0) { $0 + $1.firstNeed + $1.secondNeed })
    cost = report.money.total
    objective = report.objective.total
    self.bound = bound
  }

  /// Objective less bound: what a better plan could gain at most.
  public var gap: Score { objective - bound }

  /// As lines of text.
  public func text(_ messages: MessageCatalogue) -> String {
    let percent = objective.micro == 0 ? 0 : Double(gap.micro) / Double(objective.micro) * 100
    func number(_ value: Double) -> String { CanonicalJSON.compact(.number((value * 100).rounded() / 100)) }
    let lines = [
      messages.text("plan.visits", ["served": visits.served, "wanted": visits.wanted]),
      messages.text(
        "plan.promised",
        ["kept": number(Double(promised.kept) / 60), "all": number(Double(promised.all) / 60)]),
      messages.text("plan.kits", ["given": kits.given, "wanted": kits.wanted]),
      messages.text("plan.cost", ["yuan": number(Double(cost.milliFen) / 100_000)]),
      messages.text(
        "plan.objective",
        [
          "objective": number(objective.units), "bound": number(bound.units), "gap": number(gap.units),
          "percent": number(percent),
        ]),
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
