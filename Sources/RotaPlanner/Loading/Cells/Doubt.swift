/// A text that was read in one way and is often meant in another: both readings, so that the reader can tell.
struct Doubt: Sendable {
  /// How the program takes it.
  let reading: MessageValue
  /// How it may be meant.
  let other: MessageValue
  /// How to write it so that only one reading is left.
  let fix: Message

  init(reading: any MessageArgument, other: any MessageArgument, fix: Message) {
    self.reading = reading.messageValue
    self.other = other.messageValue
    self.fix = fix
  }

  /// The warning at a place; the subject is the column or key, the column's heading by default.
  func issue(at location: SourceLocation?, found: String, subject: (any MessageArgument)? = nil) -> Issue {
    Issue(
      .readAs, at: location, subject: subject ?? location?.heading ?? location?.file,
      found: CellFault.shortened(found), fix: fix, ["reading": reading, "other": other])
  }
}
