/// The pins that cannot hold together, in plain words or as JSON: where each stands and what it asks, the rules they run into, and what
/// would resolve it.
public struct ClashOutput: Sendable {
  private let report: ClashReport
  private let words: ClashWords

  /// Takes a report with the scenario that it was made for.
  public init(_ report: ClashReport, _ scenario: Scenario) {
    self.report = report
    words = ClashWords(scenario)
  }

  /// A paragraph a clash; "smallest" and "cannot be made smaller" only where that is proved.
  public func text(_ messages: MessageCatalogue) -> String {
    var lines = [messages.text(report.clashes.isEmpty ? "clash.notFound" : "clash.title")]
    for (number, clash) in report.clashes.enumerated() {
      lines.append("\(number + 1). " + messages.text(words.heading(of: clash, isFirst: number == 0)))
      lines += clash.pins.map { "   " + messages.text(words.line($0)) }
      lines.append("   " + messages.text("clash.why"))
      lines += words.reasons(of: clash).map { "   - " + messages.text($0) }
      lines += remedies(of: clash, messages)
    }
    let isAboutPins = !report.clashes.contains { $0.pins.isEmpty }
    if !report.clashes.isEmpty, !report.isComplete, isAboutPins { lines.append(messages.text("clash.maybeMore")) }
    return lines.joined(separator: "\n")
  }

  private func remedies(of clash: PinClash, _ messages: MessageCatalogue) -> [String] {
    if clash.pins.isEmpty { return [] }
    if clash.remedies.isEmpty { return ["   " + messages.text("clash.noRemedy")] }
    let lines = clash.remedies.map { "   - " + messages.text(words.text($0, among: report.clashes.count)) }
    return ["   " + messages.text(lines.count == 1 ? "clash.resolvedBy" : "clash.resolvedByAny")] + lines
  }

  /// `status` ("infeasible"), `complete`, and `clashes` with `proof`, `pins`, `reasons` and `remedies`.
  public func json(_ messages: MessageCatalogue) -> JSONValue {
    .object([
      JSONValue.Member("status", .string(PlanStatus.infeasible.rawValue)),
      JSONValue.Member("complete", .bool(report.isComplete)),
      JSONValue.Member("clashes", .array(report.clashes.map { json($0, messages) })),
    ])
  }

  private func json(_ clash: PinClash, _ messages: MessageCatalogue) -> JSONValue {
    let reasons = zip(words.rules(of: clash), words.reasons(of: clash)).map { rules, text in
      JSONValue.object([
        JSONValue.Member("rules", .array(rules.map { .string($0.rawValue) })),
        JSONValue.Member("text", .string(messages.text(text))),
      ])
    }
    return .object([
      JSONValue.Member("proof", .string(clash.proof.rawValue)),
      JSONValue.Member("pins", .array(clash.pins.map { json(pin: $0, messages) })),
      JSONValue.Member("reasons", .array(reasons)),
      JSONValue.Member("remedies", .array(clash.remedies.map { json($0, messages) })),
    ])
  }

  private func json(pin: Int, _ messages: MessageCatalogue) -> JSONValue {
    .object([
      JSONValue.Member("place", .string(messages.text(words.place(pin)))),
      JSONValue.Member("text", .string(messages.text(words.demand(pin)))),
    ])
  }

  private func json(_ remedy: ClashRemedy, _ messages: MessageCatalogue) -> JSONValue {
    let (kind, pin): (String, Int) =
      switch remedy {
      case .drop(let pin, _): ("drop", pin)
      case .lower(let pin, _): ("lower", pin)
      }
    return .object([
      JSONValue.Member("kind", .string(kind)),
      JSONValue.Member("place", .string(messages.text(words.place(pin)))),
      JSONValue.Member("text", .string(messages.text(words.text(remedy, among: report.clashes.count)))),
    ])
  }
}
