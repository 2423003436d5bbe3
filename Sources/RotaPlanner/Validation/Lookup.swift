/// The index of each id of a table; ids that occur twice and references to nothing are reported.
struct Lookup: Sendable {
  /// The catalogue's key for what the ids stand for.
  let kind: String
  let ids: [String]
  private let indices: [String: Int]

  init(_ kind: String, _ rows: [(id: String, origin: Origin)], _ column: Column, _ issues: IssueCollector) {
    self.kind = kind
    ids = rows.map(\.id)
    var indices: [String: Int] = [:]
    indices.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if let first = indices[row.id] {
        let line = rows[first].origin.location(column)?.line ?? 0
        issues.add(
          Issue(
            .duplicateID, at: row.origin.location(column), found: row.id, ["kind": Message(kind), "line": line]))
      } else {
        indices[row.id] = index
      }
    }
    self.indices = indices
  }

  /// The index of an id; nil when there is no such id.
  subscript(id: String) -> Int? { indices[id] }

  /// The index of an id that a row refers to; nil when there is none, which is reported at `place`.
  func index(_ id: String, at place: @autoclosure () -> SourceLocation?, _ issues: IssueCollector) -> Int? {
    if let index = indices[id] { return index }
    let fix = didYouMean(id, among: ids).map { Message("fix.didYouMean", ["guess": $0]) }
    issues.add(
      Issue(.unknownReference, at: place(), found: id, fix: fix, ["kind": Message(kind), "known": shownIDs]))
    return nil
  }

  /// The ids for a message; the first ones when there are many.
  private var shownIDs: [String] { ids.count <= 12 ? ids : ids.prefix(12) + ["..."] }
}
