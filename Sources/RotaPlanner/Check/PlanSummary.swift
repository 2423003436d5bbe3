/// The few numbers by which a plan is judged.
public struct PlanSummary: Sendable {
  /// Visits served and wanted.
  public let visits: (served: Int, wanted: Int)
  /// Promised minutes kept and promised, inside or outside host hours.
  let promised: (kept: Minutes, all: Minutes)
  /// Kits handed out, and first and second kits wanted.
  let kits: (given: Int, wanted: Int)
  /// All money.
  let cost: Money
  /// Overtime of all staff (R14).
  let overtime: Minutes
  /// Objective of the plan.
  let objective: Score
  /// Proved bound.
  let bound: Score

  /// Objective less bound: what a better plan could gain at most.
  var gap: Score { objective - bound }

  /// The gap in percent of the objective; 0 for an objective of 0.
  var gapPercent: Double {
    objective.micro == 0 ? 0 : Double(gap.micro) / Double(objective.micro) * 100
  }
}

extension PlanSummary {
  /// The numbers of a plan by the checker's report.
  public init(_ plan: Plan, report: CheckReport, bound: Score, scenario: Scenario) {
    var kept = 0
    var all = 0
    for (station, slots) in zip(scenario.stations, report.coverage) {
      for slot in slots {
        let isKept = slot.opening == .staffed || (slot.opening == .selfService && station.promiseKeptBySelfService)
        all += slot.promisedMinutes
        kept += isKept ? slot.promisedMinutes : 0
      }
    }
    let given = plan.runs.flatMap(\.stops).flatMap(\.kits).reduce(0) { $0 + $1.count }
    self.init(
      visits: (report.visitsServed, report.visitsWanted), promised: (kept, all),
      kits: (given, scenario.delivery.sites.reduce(0) { $0 + $1.firstNeed + $1.secondNeed }),
      cost: report.money.total, overtime: report.hours.reduce(0) { $0 + $1.overtimeMinutes },
      objective: report.objective.total, bound: bound)
  }
}
