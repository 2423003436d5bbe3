/// How bad an issue is.
enum Severity: String, Sendable, CaseIterable {
  /// The scenario cannot be used before this is repaired.
  case error
  /// The scenario can be used, but is probably not what its author meant.
  case warning
}

/// One fault in what the user gave: where it is, what was found, what was expected and how to repair it.
public struct Issue: Hashable, Sendable {
  /// The stable code, explained in `docs/errors.md`.
  let code: IssueCode
  /// Where the fault is; nil when it has no place in a file.
  let location: SourceLocation?
  /// The values of the message's placeholders.
  public let arguments: [String: MessageValue]
  /// How to repair it, when that is more exact than the catalogue's general advice for the code.
  let fix: Message?

  /// How bad it is; part of the code.
  var severity: Severity { code.severity }
  /// The station, person, table or key the fault is about; nil when the message names none.
  var subject: MessageValue? { arguments["subject"] }
  /// What stood in the file; nil when something is missing.
  public var found: MessageValue? { arguments["found"] }
  /// What should have stood there; nil when the code says it all.
  var expected: MessageValue? { arguments["expected"] }

  /// Makes an issue; `subject`, `found` and `expected` become placeholders of the same names.
  public init(
    _ code: IssueCode, at location: SourceLocation? = nil, subject: (any MessageArgument)? = nil,
    found: (any MessageArgument)? = nil, expected: (any MessageArgument)? = nil, fix: Message? = nil,
    _ arguments: [String: any MessageArgument] = [:]
  ) {
    var values = arguments.mapValues(\.messageValue)
    values["subject"] = values["subject"] ?? subject?.messageValue
    values["found"] = values["found"] ?? found?.messageValue
    values["expected"] = values["expected"] ?? expected?.messageValue
    values["column"] = values["column"] ?? location?.heading?.messageValue
    values["file"] = values["file"] ?? location?.file.messageValue
    self.code = code
    self.location = location
    self.arguments = values
    self.fix = fix
  }

  /// What is wrong, as a message of the catalogue.
  public var message: Message { Message(code.rawValue, arguments) }
  /// How to repair it, as a message of the catalogue.
  var advice: Message { fix ?? Message(code.rawValue + ".fix", arguments) }
}
