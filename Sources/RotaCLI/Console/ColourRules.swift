import Foundation

/// Whether a stream is coloured: only on a terminal that knows colours, and only when nobody asked for none.
struct ColourRules: Sendable {
  /// `--no-color` was given.
  let isRefused: Bool
  /// The environment's variables.
  let environment: [String: String]

  /// Whether text for `descriptor` may be coloured. Colour never carries meaning alone.
  func allowsColour(isTerminal: Bool) -> Bool {
    isTerminal && !isRefused && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }
}

/// The few ways in which text is marked.
enum Colour: String, Sendable {
  /// Errors.
  case red = "31"
  /// Warnings.
  case yellow = "33"
  /// What went well.
  case green = "32"
  /// What matters most.
  case bold = "1"

  /// The text between the terminal's codes for this colour.
  func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
