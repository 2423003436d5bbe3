extension WhatIfComparison {
  /// A row for the base and each variant, and below each variant that has a plan a row of what it has more than the base.
  public var table: ReportTable {
    let rows =
      [Self.row(.word("base", Message("whatif.base")), base)]
      + variants.flatMap { entry in
        let name = ReportTable.Cell.text(entry.name)
        return [Self.row(name, entry.outcome)] + (difference(of: entry).map { [Self.row(name, $0)] } ?? [])
      }
    return ReportTable(name: "whatif", columns: Self.columns, rows: rows)
  }

  private static let columns: [ReportTable.Column] =
    [.text("variant"), .text("status")]
    + [
      "visits", "visits_wanted", "promised_kept", "promised_hours", "kits", "kits_wanted", "cost", "overtime_hours",
      "objective", "gap", "gap_percent",
    ].map { .number($0) }

  private static func row(_ name: ReportTable.Cell, _ outcome: Outcome) -> [ReportTable.Cell] {
    let start: [ReportTable.Cell] = [name, .word(outcome.id, Message("whatif.status.\(outcome.id)"))]
    guard let plan = outcome.summary else {
      return start + Array(repeating: .none, count: columns.count - start.count)
    }
    return start + [
      .count(plan.visits.served), .count(plan.visits.wanted), .hours(plan.promised.kept), .hours(plan.promised.all),
      .count(plan.kits.given), .count(plan.kits.wanted), .yuan(plan.cost), .hours(plan.overtime),
      .units(plan.objective), .units(plan.gap), .hundredths(Int((plan.gapPercent * 100).rounded())),
    ]
  }

  private static func row(_ name: ReportTable.Cell, _ more: WhatIfDifference) -> [ReportTable.Cell] {
    let start: [ReportTable.Cell] = [name, .word("difference", Message("whatif.status.difference"))]
    let numbers: [ReportTable.Cell] = [
      .count(more.visitsServed), .count(more.visitsWanted), .hours(more.promisedKept), .hours(more.promised),
      .count(more.kitsGiven), .count(more.kitsWanted), .yuan(more.cost), .hours(more.overtime),
      .units(more.objective), .none, .none,
    ]
    return start + numbers.map(\.signed)
  }

  /// For each variant that has a plan, how far the best plans lie apart for certain; empty when there is none.
  public func certainty(_ messages: MessageCatalogue) -> String {
    variants.compactMap { entry -> String? in
      guard let more = difference(of: entry) else { return nil }
      func number(_ score: Score) -> String { ReportTable.Cell.units(score).signed.text(messages) }
      let arguments = ["variant": entry.name, "least": number(more.least), "most": number(more.most)]
      return messages.text("whatif.\(Self.certainty(more, entry.effect))", arguments) + "\n"
    }.joined()
  }

  private static func certainty(_ more: WhatIfDifference, _ effect: VariantEffect) -> String {
    if more.least == more.most { return "exact" }
    if more.least > .zero || more.most < .zero { return "decided" }
    switch effect {
    case .takesAway: return "neverBetter"
    case .gives: return "neverWorse"
    case .other: return "undecided"
    }
  }
}

extension WhatIfComparison.Outcome {
  /// A stable word for it.
  fileprivate var id: String {
    switch self {
    case .planned(_, let isOptimal): isOptimal ? "optimal" : "feasible"
    case .clash: "clash"
    case .noPlan: "no_plan"
    case .invalid: "invalid"
    case .notReached: "not_reached"
    }
  }
}
