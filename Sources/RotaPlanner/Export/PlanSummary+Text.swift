extension PlanSummary {
  /// As lines of text.
  public func text(_ messages: MessageCatalogue) -> String {
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
          "percent": number(gapPercent),
        ]),
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
