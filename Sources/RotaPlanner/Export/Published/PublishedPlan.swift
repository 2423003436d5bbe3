/// A finished plan of a published instance in every form in which it leaves the program (docs/plan-format.md).
public struct PublishedPlan: Sendable {
  private let instance: PublishedInstance
  private let answer: PublishedAnswer
  private let seed: UInt64

  /// Takes the answer for an instance, and the seed it was found with.
  public init(_ answer: PublishedAnswer, of instance: PublishedInstance, seed: UInt64) {
    self.answer = answer
    self.instance = instance
    self.seed = seed
  }

  /// The text of `roster.csv`; nil without a roster.
  public var csv: String? {
    switch (instance.content, answer.roster) {
    case (.shiftScheduling(let content), .shiftScheduling(let roster)): roster.csv(content)
    case (_, .multiActivity(let roster)): roster.csv
    default: nil
    }
  }

  /// The text of `plan.json`.
  public var json: String { CanonicalJSON.readable(jsonValue) }

  /// Penalty, bound and gap in a line.
  public func summary(_ messages: MessageCatalogue) -> String {
    guard let objective = answer.objective, let gap = answer.gap else { return "" }
    let percent = CanonicalJSON.compact(.number((gap * 10_000).rounded() / 100))
    return messages.text(
      "plan.penalty", ["objective": objective, "bound": answer.bound, "percent": percent]) + "\n"
  }

  /// The roster as a table for people; nil without a roster.
  public func table(_ messages: MessageCatalogue) -> String? {
    switch (instance.content, answer.roster) {
    case (.shiftScheduling(let content), .shiftScheduling(let roster)):
      roster.document(content).table.textTable(messages)
    case (_, .multiActivity(let roster)): roster.document.table.textTable(messages)
    default: nil
    }
  }

  /// The files of the plan's folder.
  public var files: [(name: String, contents: String)] {
    [(PlanReader.mainFile, json)] + (csv.map { [(PublishedRoster.file, $0)] } ?? [])
  }

  /// Writes the folder.
  /// - Returns: hidden copies that could not be removed.
  /// - Throws: `AtomicFiles.Failure`; then nothing is changed.
  @discardableResult
  public func write(to path: String, replacing: Bool) throws(AtomicFiles.Failure) -> [String] {
    try AtomicFiles(kind: PlanFolder.kind).write(files, to: path, replacing: replacing)
  }

  private var jsonValue: JSONValue {
    [
      "format": .string(PlanDocument.format), "version": .int(PlanDocument.version),
      "scenario": .string(instance.name), "scenario_format": .string(instance.format),
      "status": .string(answer.status.rawValue), "objective": answer.objective.map { .int($0) } ?? .null,
      "bound": .int(answer.bound), "gap": answer.gap.map { .number($0) } ?? .null,
      "seconds": .number((answer.seconds * 1000).rounded() / 1000),
      "seed": seed <= Int.max ? .int(Int(seed)) : .string(String(seed)), "work": .int(answer.work),
      "roster": roster,
    ]
  }

  private var roster: JSONValue {
    switch (instance.content, answer.roster) {
    case (.shiftScheduling(let content), .shiftScheduling(let roster)):
      .array(
        zip(content.people, roster.shifts).map { person, shifts in
          let days = shifts.map { $0.map { JSONValue.string(content.shifts[$0].id) } ?? .null }
          return ["staff": .string(person.id), "shifts": .array(days)]
        })
    case (_, .multiActivity(let roster)):
      .array(
        roster.segments.map { segment in
          .object(zip(MultiActivityRoster.headings, segment.cells).map { JSONValue.Member($0, .string($1)) })
        })
    default: .null
    }
  }
}
