extension PlanningEffort {
  /// Members of a progress line: `round`, `columns`, `pivots`, `nodes`, `steps`, `null` where the optimiser has none, and `split`,
  /// seconds by part.
  public var jsonMembers: [JSONValue.Member] {
    let counts = counts.map { JSONValue.Member($0.id, $0.value.map { .int($0) } ?? .null) }
    let parts = PlanningPart.allCases.map { part in
      JSONValue.Member(part.rawValue, .number((split[part] * 1000).rounded() / 1000))
    }
    return counts + [JSONValue.Member("split", .object(parts))]
  }

  /// The time by part as a table, and below it the seconds in all and what was done, for `--stats`.
  public func text(seconds: Double, _ messages: MessageCatalogue) -> String {
    let lines =
      [messages.text("plan.stats.seconds", ["seconds": Self.milliseconds(seconds)])]
      + counts.compactMap { count in
        count.value.map { messages.text("plan.stats.\(count.id)", ["count": $0]) }
      }
    return timeTable.textTable(messages) + lines.map { $0 + "\n" }.joined()
  }

  /// The parts that took any time, with their share of the sum.
  private var timeTable: ReportTable {
    let total = max(split.total, .leastNonzeroMagnitude)
    let rows = PlanningPart.allCases.filter { split[$0] > 0 }.map { part -> [ReportTable.Cell] in
      [
        .word(part.rawValue, Message("plan.part.\(part.rawValue)")), .text(Self.milliseconds(split[part])),
        .hundredths(Int((split[part] / total * 10_000).rounded())),
      ]
    }
    return ReportTable(
      name: "time", columns: [.text("part"), .number("seconds"), .number("percent")], rows: rows)
  }

  private var counts: [(id: String, value: Int?)] {
    [("round", rounds), ("columns", columns), ("pivots", pivots), ("nodes", nodes), ("steps", steps)]
  }

  /// `1.204`: seconds with three decimals, so that a table lines up.
  private static func milliseconds(_ seconds: Double) -> String {
    let whole = Int((max(0, seconds) * 1000).rounded())
    let digits = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
