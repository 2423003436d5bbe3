/// Every text the program shows, in one language: `catalogue.text("report.title", ["week": 28])`.
public struct MessageCatalogue: Sendable {
  /// The language of the texts.
  public let language: Language

  /// Makes the catalogue of a language; files are read when a text of theirs is first asked for.
  public init(_ language: Language) { self.language = language }

  /// The text of a key with its placeholders filled in.
  public func text(_ key: String, _ arguments: [String: any MessageArgument] = [:]) -> String {
    text(Message(key, arguments))
  }

  /// The text of a message. A key without text shows as the key in double brackets; a test finds such keys.
  public func text(_ message: Message) -> String {
    guard let template = MessageStore.shared.template(message.key, language) else { return "[[\(message.key)]]" }
    return template.filled { name in message.arguments[name].map(text) }
  }

  /// The text of a value: on one line with controls escaped, in the language's words, or as a list. What comes from users'
  /// data comes into messages here and nowhere else.
  public func text(_ value: MessageValue) -> String {
    switch value {
    case .text(let text): return VisibleText.line(text)
    case .lines(let text): return VisibleText.lines(text)
    case .message(let message): return text(message)
    case .list(let values): return values.map(text).joined(separator: language.listSeparator)
    }
  }
}
