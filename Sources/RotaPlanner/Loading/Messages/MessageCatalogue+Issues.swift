extension MessageCatalogue {
  /// An issue as `file:line:column: error E123: what was found and expected`, with the fix on a second line.
  public func text(_ issue: Issue) -> String {
    let severity =
      issue.severity == .error
      ? text("issue.error", ["code": issue.code.rawValue]) : text("issue.warning", ["code": issue.code.rawValue])
    let place = issue.location.map { "\($0): " } ?? ""
    let fix = text("issue.fix", ["fix": issue.advice])
    return place + severity + text(issue.message) + "\n  " + fix
  }

  /// All issues, one after the other, then a line that counts them.
  ///
  /// Of issues alike in file, code and column only the first `limit` are shown in full and the rest are counted, so
  /// that one wrong column does not bury every other fault.
  public func text(_ list: IssueList, limit: Int = 8) -> String {
    let kinds = list.issues.map(Kind.init)
    var totals: [Kind: Int] = [:]
    for kind in kinds { totals[kind, default: 0] += 1 }
    var shown: [Kind: Int] = [:]
    var lines: [String] = []
    for (issue, kind) in zip(list.issues, kinds) {
      shown[kind, default: 0] += 1
      let total = totals[kind, default: 0]
      if shown[kind, default: 0] <= limit || total == limit + 1 {
        lines.append(text(issue))
      } else if shown[kind] == limit + 1 {
        lines.append(
          text("issue.more", ["count": total - limit, "code": issue.code.rawValue, "file": kind.file ?? ""]))
      }
    }
    lines.append(text("issue.count", ["errors": list.errors.count, "warnings": list.warnings.count]))
    return lines.joined(separator: "\n")
  }

  private struct Kind: Hashable {
    let code: IssueCode
    let file: String?
    let heading: String?

    init(_ issue: Issue) {
      code = issue.code
      file = issue.location?.file
      heading = issue.location?.heading
    }
  }
}
