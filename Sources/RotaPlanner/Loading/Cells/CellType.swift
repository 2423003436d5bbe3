/// A kind of value that a cell or a YAML scalar can hold, and how to read it from text.
struct CellType<Value>: Sendable {
  /// Made when asked for: types are made for every cell, and nearly all cells are right.
  private let makeExpected: @Sendable () -> Message
  /// What a reader should have typed, for messages.
  var expected: Message { makeExpected() }
  /// Whether a YAML list may stand for the text, its items joined by `;`.
  var takesList = false
  /// Whether a table should keep what it has read: the same few texts fill whole columns, and some take long to read.
  private(set) var isRemembered = false
  /// Tells of a text that is a value and may be meant as another; nil: no text of the type is.
  private(set) var doubt: (@Sendable (String, DecimalMark) -> Doubt?)?
  /// Reads a text that is not empty.
  let read: @Sendable (String) throws(CellFault) -> Value

  init(
    _ expected: @autoclosure @escaping @Sendable () -> Message,
    read: @escaping @Sendable (String) throws(CellFault) -> Value
  ) {
    makeExpected = expected
    self.read = read
  }

  /// A type whose texts are plain once normalised, and whose faults all have one code.
  init(
    _ expected: @autoclosure @escaping @Sendable () -> Message, _ code: IssueCode,
    normalised: @escaping @Sendable (String) -> Value?
  ) {
    self.init(expected()) { text throws(CellFault) in
      guard let value = normalised(CellText.normalised(text)) else { throw CellFault(code, expected()) }
      return value
    }
  }

  /// The type of what `transform` makes of these values.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> CellType<Other> {
    let (read, makeExpected) = (read, makeExpected)
    var type = CellType<Other>(makeExpected()) { text throws(CellFault) in transform(try read(text)) }
    type.takesList = takesList
    type.isRemembered = isRemembered
    type.doubt = doubt
    return type
  }

  /// The same type, of whose texts `doubt` tells which may be meant otherwise.
  func doubting(_ doubt: @escaping @Sendable (String, DecimalMark) -> Doubt?) -> CellType {
    var type = self
    type.doubt = doubt
    return type
  }

  /// The same type, of which a table reads each text of a column once.
  func remembered() -> CellType {
    var type = self
    type.isRemembered = true
    return type
  }

  /// The same type, written in YAML also as a list.
  func asList() -> CellType {
    var type = self
    type.takesList = true
    return type
  }
}

/// Why a text is not a value of the type asked for.
struct CellFault: Error, Sendable {
  let code: IssueCode
  let expected: Message
  let fix: Message?
  /// The part of the text that is wrong, when it is not all of it.
  let part: String?

  init(_ code: IssueCode, _ expected: Message, fix: Message? = nil, part: String? = nil) {
    self.code = code
    self.expected = expected
    self.fix = fix
    self.part = part
  }

  /// The issue at a place; the subject is the column or key, the column's heading by default.
  func issue(at location: SourceLocation, found: String, subject: String? = nil) -> Issue {
    Issue(
      code, at: location, subject: subject ?? location.heading ?? location.file, found: Self.shortened(part ?? found),
      expected: expected, fix: fix)
  }

  /// Keeps messages readable when a whole file ended up in one cell.
  static func shortened(_ text: String) -> String {
    let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return oneLine.count <= 60 ? oneLine : oneLine.prefix(57) + "..."
  }
}
