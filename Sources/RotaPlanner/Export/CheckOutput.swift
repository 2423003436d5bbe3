/// What the checker found, as tables for people, CSV or JSON.
public struct CheckOutput: Sendable {
  private let report: CheckReport
  private let scenario: Scenario
  private let demand: DerivedDemand

  /// Takes a report with the scenario and demand that it was made for.
  public init(_ report: CheckReport, _ scenario: Scenario, demand: DerivedDemand) {
    self.report = report
    self.scenario = scenario
    self.demand = demand
  }

  /// The columns of the CSV: stable names. A row is a violation, a shortage, or a term of the objective.
  public static let columns = [
    "type", "id", "who", "start", "end", "unit", "measured", "allowed", "amount", "price", "text",
  ]

  /// Violations, shortages and the objective by term, each as a table, and a line that counts them.
  public func text(_ messages: MessageCatalogue) -> String {
    [violations(messages), shortages(messages), objective(messages), count(messages)].joined(separator: "\n")
  }

  /// One row per violation, then per shortage, then per term; times like `2026-07-06 22:00`.
  public func csv(_ writer: CSVWriter, _ messages: MessageCatalogue) -> String {
    let violations = report.violations.map { violation in
      ["violation", violation.kind.rawValue, violation.subject.id(in: scenario) ?? ""] + times(violation.interval) + [
        violation.kind.unit.rawValue, String(violation.measured), String(violation.allowed), String(violation.amount),
        "", messages.text(violation.message(in: scenario, demand)),
      ]
    }
    let shortages = report.shortages.map { shortage in
      ["shortage", shortage.term.id, shortage.id(in: scenario, demand)] + times(shortage.interval) + [
        shortage.unit.rawValue, String(shortage.wanted - shortage.missing), String(shortage.wanted),
        String(shortage.missing), writer.number(shortage.price.text),
        messages.text(shortage.message(in: scenario, demand)),
      ]
    }
    let terms = ObjectiveTerm.allCases.map { term in
      [
        "term", term.id, "", "", "", "", "", "", "", writer.number(report.objective[term].text),
        messages.text(term.message),
      ]
    }
    return writer.text(headings: Self.columns, rows: violations + shortages + terms)
  }

  /// `lawful`, `violations`, `shortages`, `objective` with terms and total in units, `money` in yuan.
  public func json(_ messages: MessageCatalogue) -> JSONValue {
    let terms = ObjectiveTerm.allCases.map { JSONValue.Member($0.id, .number(report.objective[$0].units)) }
    return .object([
      JSONValue.Member("lawful", .bool(report.isLawful)),
      JSONValue.Member("violations", .array(report.violations.map { json($0, messages) })),
      JSONValue.Member("shortages", .array(report.shortages.map { json($0, messages) })),
      JSONValue.Member("objective", .number(report.objective.total.units)),
      JSONValue.Member("terms", .object(terms)),
      JSONValue.Member("money", .number(Double(report.money.total.milliFen) / 100_000)),
      JSONValue.Member("visits_served", .int(report.visitsServed)),
      JSONValue.Member("visits_wanted", .int(report.visitsWanted)),
    ])
  }
}

extension CheckOutput {
  private func violations(_ messages: MessageCatalogue) -> String {
    if report.violations.isEmpty { return messages.text("check.report.noViolations") + "\n" }
    return TextTable(
      title: messages.text("check.report.violations"),
      columns: ["rule", "who", "what"].map { .text(messages.text("check.report.\($0)")) },
      rows: report.violations.map { violation in
        [
          violation.rule.rawValue, violation.subject.id(in: scenario) ?? "",
          messages.text(violation.clause(in: scenario, demand)),
        ]
      }
    ).text
  }

  private func shortages(_ messages: MessageCatalogue) -> String {
    if report.shortages.isEmpty { return messages.text("check.report.noShortages") + "\n" }
    return TextTable(
      title: messages.text("check.report.shortages"),
      columns: [
        .text(messages.text("check.report.term")), .number(messages.text("check.report.units")),
        .text(messages.text("check.report.what")),
      ],
      rows: report.shortages.map { shortage in
        [shortage.term.id, shortage.price.text, messages.text(shortage.message(in: scenario, demand))]
      }
    ).text
  }

  private func objective(_ messages: MessageCatalogue) -> String {
    let rows = ObjectiveTerm.allCases.map { [$0.id, messages.text($0.message), report.objective[$0].text] }
    return TextTable(
      title: messages.text("check.report.objective"),
      columns: [
        .text(messages.text("check.report.term")), .text(messages.text("check.report.name")),
        .number(messages.text("check.report.units")),
      ],
      rows: rows + [["", messages.text("check.report.total"), report.objective.total.text]]
    ).text
  }

  private func count(_ messages: MessageCatalogue) -> String {
    messages.text(
      "check.report.count",
      [
        "violations": report.violations.count, "shortages": report.shortages.count,
        "objective": report.objective.total.text,
      ]) + "\n"
  }

  private func times(_ interval: Interval?) -> [String] {
    guard let interval else { return ["", ""] }
    return [interval.start, interval.end].map { minute in
      "\(scenario.horizon.date(ofDay: scenario.horizon.day(of: minute))) \(clockText(minute % minutesPerDay))"
    }
  }

  private func json(_ violation: Violation, _ messages: MessageCatalogue) -> JSONValue {
    let ends = times(violation.interval)
    return .object([
      JSONValue.Member("rule", .string(violation.rule.rawValue)),
      JSONValue.Member("clause", .string(violation.kind.rawValue)),
      JSONValue.Member("who", violation.subject.id(in: scenario).map { .string($0) } ?? .null),
      JSONValue.Member("start", ends[0].isEmpty ? .null : .string(ends[0])),
      JSONValue.Member("end", ends[1].isEmpty ? .null : .string(ends[1])),
      JSONValue.Member("unit", .string(violation.kind.unit.rawValue)),
      JSONValue.Member("measured", .int(violation.measured)),
      JSONValue.Member("allowed", .int(violation.allowed)),
      JSONValue.Member("amount", .int(violation.amount)),
      JSONValue.Member("text", .string(messages.text(violation.message(in: scenario, demand)))),
    ])
  }

  private func json(_ shortage: Shortage, _ messages: MessageCatalogue) -> JSONValue {
    let ends = times(shortage.interval)
    return .object([
      JSONValue.Member("term", .string(shortage.term.id)),
      JSONValue.Member("who", .string(shortage.id(in: scenario, demand))),
      JSONValue.Member("start", ends[0].isEmpty ? .null : .string(ends[0])),
      JSONValue.Member("end", ends[1].isEmpty ? .null : .string(ends[1])),
      JSONValue.Member("unit", .string(shortage.unit.rawValue)),
      JSONValue.Member("wanted", .int(shortage.wanted)),
      JSONValue.Member("missing", .int(shortage.missing)),
      JSONValue.Member("price", .number(shortage.price.units)),
      JSONValue.Member("reason", .string(shortage.reason.rawValue)),
      JSONValue.Member("certain", .bool(shortage.isOnlyReason)),
      JSONValue.Member("text", .string(messages.text(shortage.message(in: scenario, demand)))),
    ])
  }
}

extension Score {
  /// Units with two places, rounded half up.
  fileprivate var text: String {
    let (units, rest) = ((abs(micro) + 5000) / 10_000).quotientAndRemainder(dividingBy: 100)
    return "\(micro < 0 ? "-" : "")\(units)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
