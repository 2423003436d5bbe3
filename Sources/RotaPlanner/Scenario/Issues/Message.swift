/// A text to be shown in the reader's language: a key of the message catalogue and the values of its placeholders.
public struct Message: Hashable, Sendable {
  /// The key in the message catalogue, such as `expected.wholeNumber`.
  public let key: String
  /// The value of each placeholder, by the placeholder's name.
  public let arguments: [String: MessageValue]

  /// Makes a message, for example `Message("expected.range", ["low": 1, "high": 9])`.
  public init(_ key: String, _ arguments: [String: any MessageArgument] = [:]) {
    self.key = key
    self.arguments = arguments.mapValues(\.messageValue)
  }
}

/// The value of one placeholder of a message.
public indirect enum MessageValue: Hashable, Sendable {
  /// Text shown as it is in every language: an id, a number, what the user typed.
  case text(String)
  /// Text that has its own words in every language.
  case message(Message)
  /// Text that the program has put together itself, perhaps over several lines.
  case lines(String)
  /// Several values, joined the way the language joins a list.
  case list([MessageValue])
}

/// What can stand for a placeholder: text, whole numbers, other messages and lists of these.
public protocol MessageArgument {
  /// The value put in the placeholder's stead.
  var messageValue: MessageValue { get }
}

extension MessageValue: MessageArgument {
  /// The value itself.
  public var messageValue: MessageValue { self }
}

extension Message: MessageArgument {
  /// The message, to be worded in the reader's language.
  public var messageValue: MessageValue { .message(self) }
}

extension String: MessageArgument {
  /// The text as it is.
  public var messageValue: MessageValue { .text(self) }
}

extension Substring: MessageArgument {
  /// The text as it is.
  public var messageValue: MessageValue { .text(String(self)) }
}

extension Int: MessageArgument {
  /// The number in decimal digits.
  public var messageValue: MessageValue { .text(String(self)) }
}

extension Array: MessageArgument where Element: MessageArgument {
  /// The values as a list.
  public var messageValue: MessageValue { .list(map(\.messageValue)) }
}
