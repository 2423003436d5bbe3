import RotaEngine
import RotaPlanner

/// Why there is no plan.
struct NoPlan {
  /// In words, perhaps over several lines.
  let reason: String
  /// The pins that clash; nil when a limit was reached.
  let clash: ClashOutput?
  /// The status to end with.
  let status: ExitStatus
}

extension Planner.Answer {
  /// Most seconds to find out which pins clash.
  private static var explanationSeconds: Double { 20 }

  /// Seconds for it after the user asked to stop.
  private static var patience: Double { 0.5 }

  /// Why there is no plan. Pins that cannot hold together are looked for even where the optimiser could not tell, since a proof is worth more
  /// than "no plan found": in what is left of the time limit, at most 20 seconds, or half a second from when `stop` is raised.
  func reasonForNoPlan(_ messages: MessageCatalogue, timeLimit: Double, stop: CancelFlag) throws -> NoPlan {
    var key = stop.isRaised ? "plan.none.stopped" : "plan.none.limit"
    let isInfeasible = result.status == .infeasible
    if isInfeasible || !scenario.pins.isEmpty {
      let seconds = min(Self.explanationSeconds, max(0, timeLimit - result.seconds))
      let limits = SolveLimits(
        deadline: .now + .seconds(seconds), cancel: CancelFlag(after: stop, seconds: Self.patience))
      let report = try explainClash(scenario, limits: limits)
      if report.verdict == .noClash { key = "plan.none.holds" }
      if isInfeasible || report.verdict == .clash {
        let clash = ClashOutput(report, scenario)
        return NoPlan(reason: clash.text(messages), clash: clash, status: .clash)
      }
    }
    return NoPlan(reason: messages.text(key, ["pins": scenario.pins.count]), clash: nil, status: .noPlanInTime)
  }
}
