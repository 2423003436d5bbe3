/// The checker's verdict on a roster for a published instance, the same for all formats.
public struct PublishedCheck: Hashable, Sendable {
  /// One broken rule.
  public struct Violation: Hashable, Sendable {
    /// A short name of the rule; empty where the format's checker has none.
    public var rule: String
    /// The person's id; empty for cover.
    public var staff: String
    /// Where and by how much.
    public var text: Message
  }

  /// All broken rules.
  public let violations: [Violation]
  /// The penalty.
  public let penalty: Int

  /// Checks a roster. It must be of the instance's format.
  public init(_ roster: PublishedRoster, of instance: PublishedInstance) {
    switch (instance.content, roster) {
    case (.shiftScheduling(let content), .shiftScheduling(let roster)):
      let check = ShiftSchedulingCheck(content, rosters: roster.shifts)
      violations = check.violations.map { Violation(rule: "", staff: "", text: $0) }
      penalty = check.penalty
    case (.multiActivity(let content), .multiActivity(let roster)):
      let check = MultiActivityCheck(roster, of: content)
      violations = check.violations.map { Violation(rule: $0.rule.rawValue, staff: $0.staff, text: $0.text) }
      penalty = check.penalty
    default: preconditionFailure("A roster belongs to an instance of its own format.")
    }
  }
}
