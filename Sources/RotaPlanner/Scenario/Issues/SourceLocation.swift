/// A place in an input file that a person can find with an editor or a spreadsheet.
public struct SourceLocation: Hashable, Sendable {
  /// The file's path as the scenario names it, relative to the scenario's folder.
  public let file: String
  /// The line, counted from 1; nil when the whole file is meant.
  public let line: Int?
  /// The column in characters, counted from 1; nil when the whole line is meant.
  let column: Int?
  /// The heading of the table column the place belongs to, as the file spells it; nil outside tables.
  let heading: String?

  /// Makes a location; leave out what is not known.
  init(file: String, line: Int? = nil, column: Int? = nil, heading: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.heading = heading
  }
}

extension SourceLocation: Comparable {
  /// Orders by file, then line, then column; what concerns the whole file comes before its lines.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file { return left.file < right.file }
    let leftPlace = (left.line ?? 0, left.column ?? 0)
    let rightPlace = (right.line ?? 0, right.column ?? 0)
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    return (left.heading ?? "") < (right.heading ?? "")
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as compilers write it: `file:line:column`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}
