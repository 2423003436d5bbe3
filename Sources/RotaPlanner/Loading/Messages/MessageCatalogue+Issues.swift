extension MessageCatalogue {
  /// An issue as `file:line:column: error E123: what was found and expected`, with the fix on a second line.
  public func text(_ issue: Issue) -> String {
    let severity =
      issue.severity == .error
      ? text("issue.error", ["code": issue.code.rawValue]) : text("issue.warning", ["code": issue.code.rawValue])
    let place = issue.location.map { VisibleText.line("\($0)") + ": " } ?? ""
    let fix = text("issue.fix", ["fix": issue.shortened(issue.advice)])
    return place + severity + text(issue.shortened(issue.message)) + "\n  " + fix
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

extension Issue {
  /// A message of this issue with what it quotes from cells cut to 80 characters. Paths of files are needed whole.
  fileprivate func shortened(_ message: Message) -> Message {
    code.isAboutFiles ? message : message.shortened
  }
}

extension IssueCode {
  fileprivate var isAboutFiles: Bool {
    rawValue.hasPrefix("E10") || rawValue.hasPrefix("E51") || self == .planMissing || self == .outputLeftOver
  }
}

extension Message {
  fileprivate var shortened: Message { Message(key, arguments.mapValues(\.shortened)) }
}

extension MessageValue {
  fileprivate var shortened: MessageValue {
    switch self {
    case .text(let text): .lines(VisibleText.shortened(text))
    case .lines: self
    case .message(let message): .message(message.shortened)
    case .list(let values): .list(values.map(\.shortened))
    }
  }
}
