extension AtomicFiles.Failure {
  /// The failure as a fault to show to people, with its code.
  public var issue: Issue {
    switch self {
    case .exists(let folder): Issue(.outputExists, subject: folder)
    case .foreign(let folder, let names): Issue(.outputForeign, subject: folder, found: names)
    case .notAFolder(let path): Issue(.outputWrongKind, subject: path, found: Message("output.aFile"))
    case .notAFile(let path): Issue(.outputWrongKind, subject: path, found: Message("output.aFolder"))
    case .brokenLink(let path): Issue(.outputWrongKind, subject: path, found: Message("output.brokenLink"))
    case .notReplaceable(let folder):
      Issue(.outputNotReplaceable, subject: folder, ["reason": Message("output.whereWeAre")])
    case .noExchange(let folder):
      Issue(.outputNotReplaceable, subject: folder, ["reason": Message("output.noExchange")])
    case .system(_, let path, let reason): Issue(.outputRefused, subject: path, ["reason": reason])
    case .kept(let path, let kept, let reason):
      Issue(
        .outputKept, subject: path,
        ["kept": kept, "reason": reason.isEmpty ? MessageValue.message(Message("output.noExchange")) : .text(reason)])
    }
  }
}

extension AtomicFiles {
  /// The warning that names a hidden copy which could not be removed.
  public static func leftOver(_ path: String) -> Issue { Issue(.outputLeftOver, subject: path) }
}
