/// Which rows a variant changed or removed, so that a fault which a change causes elsewhere is reported at the change.
struct VariantTraces {
  /// The change that first edited a row, by the row's place.
  private var edits: [SourceLocation: SourceLocation] = [:]
  /// The change that removed the rows with a text in their first column.
  private var removals: [String: SourceLocation] = [:]

  mutating func noteEdit(of row: SourceLocation, at change: SourceLocation) {
    if edits[row] == nil { edits[row] = change }
  }

  mutating func noteRemoval(of id: String, at change: SourceLocation) {
    if removals[id] == nil { removals[id] = change }
  }

  /// The issues of the changed scenario with those that lie outside the variant's file brought to the change that caused
  /// them, as far as one is known.
  func blamed(_ issues: [Issue], file: String) -> [Issue] {
    var blamed: [Issue] = []
    var left: [String: (count: Int, first: SourceLocation)] = [:]
    var order: [String] = []
    for issue in issues {
      guard let place = issue.location, place.file != file else {
        blamed.append(issue)
        continue
      }
      if issue.code == .unknownReference, case .text(let id)? = issue.found, removals[id] != nil {
        if left[id] == nil { order.append(id) }
        left[id] = ((left[id]?.count ?? 0) + 1, left[id]?.first ?? place)
      } else {
        blamed.append(issue.moved(to: edits[SourceLocation(file: place.file, line: place.line)]))
      }
    }
    return blamed
      + order.compactMap { id in
        left[id].map { rest in
          Issue(
            .variantLeavesNames, at: removals[id], found: id, ["count": rest.count, "first": rest.first.description])
        }
      }
  }
}

extension Issue {
  /// The same issue at another place; unchanged when there is none.
  fileprivate func moved(to place: SourceLocation?) -> Issue {
    guard let place else { return self }
    return Issue(code, at: place, fix: fix, arguments)
  }
}
