/// A place in an input file that a person can find with an editor or a spreadsheet.
public struct SourceLocation: Hashable, Sendable {
  /// The file's path as the scenario names it, relative to the scenario's folder.
  public internal(set) var file: String
  /// The line, counted from 1; nil when the whole file is meant.
  public internal(set) var line: Int?
  /// The column in characters, counted from 1; nil when the whole line is meant.
  var column: Int?
  /// The heading of the table column the place belongs to, as the file spells it; nil outside tables.
  var heading: String?
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
