/// What the checker found in a roster of a published instance, as tables for people, CSV or JSON.
public struct PublishedCheckOutput: Sendable {
  private let check: PublishedCheck

  /// Takes the checker's verdict.
  public init(_ check: PublishedCheck) { self.check = check }

  /// The violations as a table and a line that counts them.
  public func text(_ messages: MessageCatalogue) -> String {
    let count = messages.text(
      "check.report.penalty", ["violations": check.violations.count, "penalty": check.penalty])
    if check.violations.isEmpty { return messages.text("check.report.noViolations") + "\n" + count + "\n" }
    let table = TextTable(
      title: messages.text("check.report.violations"),
      columns: ["rule", "who", "what"].map { .text(messages.text("check.report.\($0)")) },
      rows: check.violations.map { [$0.rule, $0.staff, messages.text($0.text)] })
    return table.text + count + "\n"
  }

  /// One row per violation, then the penalty.
  public func csv(_ writer: CSVWriter, _ messages: MessageCatalogue) -> String {
    writer.text(
      headings: ["type", "id", "who", "amount", "text"],
      rows: check.violations.map { ["violation", $0.rule, $0.staff, "", messages.text($0.text)] }
        + [["objective", "", "", String(check.penalty), ""]])
  }

  /// `lawful`, `violations` and `objective`.
  public func json(_ messages: MessageCatalogue) -> JSONValue {
    let violations = check.violations.map { violation -> JSONValue in
      [
        "rule": .string(violation.rule), "who": .string(violation.staff),
        "text": .string(messages.text(violation.text)),
      ]
    }
    return [
      "lawful": .bool(check.violations.isEmpty), "violations": .array(violations), "objective": .int(check.penalty),
    ]
  }
}
